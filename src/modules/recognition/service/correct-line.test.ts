import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { lineToCorrect } from '../queries/corrections.ts'
import { factsOf, type LineFacts } from '../rules/line-facts.ts'
import {
  accepted,
  enrolments,
  inOwnWorld,
  inWorld,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { correctLine } from './correct-line.ts'
import { changeLine, decideCase, withdrawCase } from './decide-case.ts'

const { evaluatorAu: evaluator, registrarAu: registrar, studentPloy: student } = people
type Lines = Parameters<typeof transcript>[0]
/** The grade of the second line was misread: 19 fails, 91 does not. */
const misread: Lines = [
  ['PKU101', '88'],
  ['PKU102', '19'],
]

interface Case {
  id: string
  lineIds: string[]
}

async function caseOf(world: World, lines: Lines = misread): Promise<Case> {
  const added = await world.as(registrar, (work) => addTranscript(work, transcript(lines)))
  const { caseId } = accepted(added)
  const rows = await world.rows('select id from case_lines where case_id = $1 order by position', [
    caseId,
  ])
  return { id: caseId, lineIds: rows.map((row) => String(row['id'])) }
}

async function lineOf(world: World, { id, lineIds }: Case, place = 1) {
  const work = world.runner.reading(await world.context(evaluator))
  const found = await lineToCorrect(work, { caseId: id, lineId: lineIds[place]! })
  assert.ok(found)
  return found
}

async function correct(
  world: World,
  open: Case,
  change: Partial<LineFacts>,
  rest: { place?: number; who?: string; reason?: string; seen?: string } = {},
) {
  const { place = 1, who = evaluator, reason = 'The original says 91.' } = rest
  const line = await lineOf(world, open, place)
  return world.as(who, (work) =>
    correctLine(work, {
      caseId: open.id,
      lineId: open.lineIds[place]!,
      seen: rest.seen ?? line.seen,
      reason,
      line: { ...factsOf(line), ...change },
    }),
  )
}

const verdicts = async (world: World, { id }: Case) =>
  (
    await world.rows('select verdict from case_lines where case_id = $1 order by position', [id])
  ).map((row) => row['verdict'])

describe('a line that was read wrongly', () => {
  test(
    'is corrected to what the original says, and the case is evaluated at once',
    inWorld(async (world) => {
      const open = await caseOf(world)
      assert.deepEqual(await verdicts(world, open), ['recognised', 'refused'])
      accepted(await correct(world, open, { grade: '91' }))
      assert.deepEqual(await verdicts(world, open), ['recognised', 'recognised'])
      const [found] = await world.rows('select recognised_credit from recognition_cases')
      assert.equal(found!['recognised_credit'], '6')
    }),
  )

  test(
    'keeps what it said before, who corrected it, when and why',
    inWorld(async (world) => {
      const open = await caseOf(world)
      accepted(await correct(world, open, { grade: '91' }))
      accepted(await correct(world, open, { grade: '92' }, { who: registrar }))
      const rows = await world.rows(
        `select corrected_by, reason, before ->> 'grade' as before, after ->> 'grade' as after
         from line_corrections order by corrected_at, id`,
      )
      assert.deepEqual(rows, [
        { corrected_by: evaluator, reason: 'The original says 91.', before: '19', after: '91' },
        { corrected_by: registrar, reason: 'The original says 91.', before: '91', after: '92' },
      ])
      const [entry] = await world.rows(
        `select data from chronicle_entries where type = 'recognition.line-corrected' limit 1`,
      )
      assert.deepEqual(entry!['data'], { line: 1, fields: ['grade'] })
    }),
  )

  test(
    'keeps its correction for good: no statement alters it',
    inOwnWorld(async (world) => {
      const open = await caseOf(world)
      accepted(await correct(world, open, { grade: '91' }))
      for (const statement of [
        `update line_corrections set reason = 'x'`,
        'delete from line_corrections',
        'truncate line_corrections',
      ]) {
        await assert.rejects(() => world.rows(statement), /never altered/)
      }
    }),
  )

  test(
    'keeps an evaluator’s verdict on it',
    inWorld(async (world) => {
      const open = await caseOf(world)
      const refused = { verdict: 'refused', homeCourseCode: null, homeCredit: null } as const
      accepted(
        await world.as(evaluator, (work) =>
          changeLine(work, {
            ...refused,
            caseId: open.id,
            lineId: open.lineIds[1]!,
            recordedGrade: null,
            contentShare: null,
            reason: 'Failed.',
          }),
        ),
      )
      accepted(await correct(world, open, { grade: '91' }))
      assert.deepEqual(await verdicts(world, open), ['recognised', 'refused'])
      const [line] = await world.rows(
        `select evaluation ->> 'verdict' as found from case_lines where position = 1`,
      )
      assert.equal(line!['found'], 'recognised')
    }),
  )

  test(
    'makes a decision on the old reading impossible',
    inWorld(async (world) => {
      const open = await caseOf(world)
      const [row] = await world.rows('select input_hash from recognition_cases')
      accepted(await correct(world, open, { grade: '91' }))
      const inputHash = String(row!['input_hash'])
      const result = await world.as(evaluator, (work) =>
        decideCase(work, { caseId: open.id, inputHash }),
      )
      assert.equal(refusalOf(result), '409 refusal.changed-meanwhile')
    }),
  )

  test(
    'is the same transcript still, as it was read and as it was corrected',
    inWorld(async (world) => {
      const open = await caseOf(world)
      accepted(await correct(world, open, { grade: '91' }))
      for (const lines of [misread, [misread[0]!, ['PKU102', '91'] as const]]) {
        const again = await world.as(registrar, (work) => addTranscript(work, transcript(lines)))
        assert.equal(refusalOf(again), '409 refusal.same-transcript')
      }
    }),
  )

  const changes: [string, Partial<LineFacts>, string[]][] = [
    ['code', { code: 'PKU103' }, ['code']],
    ['title', { title: { en: 'Another' } }, ['title']],
    ['credit', { credit: Fraction.of(5, 2) }, ['credit']],
    ['hours', { hours: { lecture: Fraction.of(30), practice: Fraction.of(15) } }, ['hours']],
    ['term and day', { term: '2025-1', completedOn: '2026-01-20' }, ['term', 'completedOn']],
    ['result', { status: 'failed' }, ['status']],
    [
      'everything that may be missing',
      { credit: null, hours: null, grade: null, term: null },
      ['credit', 'hours', 'grade', 'term'],
    ],
  ]
  for (const [what, change, fields] of changes) {
    test(
      `takes another ${what}`,
      inWorld(async (world) => {
        const open = await caseOf(world)
        accepted(await correct(world, open, change))
        const line = await lineOf(world, open)
        assert.deepEqual(
          JSON.stringify(factsOf(line)),
          JSON.stringify({ ...factsOf(line), ...change }),
        )
        const [entry] = await world.rows(
          `select data from chronicle_entries where type = 'recognition.line-corrected'`,
        )
        assert.deepEqual((entry!['data'] as { fields: string[] }).fields, fields)
      }),
    )
  }

  const wrong: [string, Parameters<typeof correct>[2], Parameters<typeof correct>[3], string][] = [
    ['without a reason', { grade: '91' }, { reason: ' ' }, '422 refusal.correction-reason'],
    ['without a change', {}, {}, '422 refusal.nothing-corrected'],
    [
      'to the same credit written otherwise',
      { credit: Fraction.of(6, 2) },
      {},
      '422 refusal.nothing-corrected',
    ],
    ['without a code', { code: ' ' }, {}, '422 refusal.line-without-code'],
    [
      'to a title of a thousand letters',
      { title: { en: 'x'.repeat(1000) } },
      {},
      '422 refusal.line-too-long',
    ],
    ['on an old page', { grade: '91' }, { seen: 'x' }, '409 refusal.line-corrected-meanwhile'],
    ['by the coordinator', { grade: '91' }, { who: people.coordinatorAu }, '404 refusal.no-case'],
    ['by the student', { grade: '91' }, { who: student }, '404 refusal.no-case'],
    [
      'by an evaluator of another programme',
      { grade: '91' },
      { who: people.academicMentorAu },
      '404 refusal.no-case',
    ],
    ['by the host', { grade: '91' }, { who: people.evaluatorPku }, '404 refusal.no-case'],
  ]
  for (const [how, change, rest, expected] of wrong) {
    test(
      `is not corrected ${how}`,
      inWorld(async (world) => {
        const open = await caseOf(world)
        const before = await lineOf(world, open)
        assert.equal(refusalOf(await correct(world, open, change, rest)), expected)
        assert.deepEqual(await lineOf(world, open), before)
        assert.deepEqual(await world.rows('select id from line_corrections'), [])
      }),
    )
  }

  test(
    'is not corrected by an evaluator whose own it is',
    inWorld(async (world) => {
      const given = transcript(misread, { enrolmentId: enrolments.thanawat })
      const { caseId } = accepted(await world.as(registrar, (work) => addTranscript(work, given)))
      const rows = await world.rows('select id from case_lines order by position')
      const own = { id: caseId, lineIds: rows.map((row) => String(row['id'])) }
      const result = await correct(world, own, { grade: '91' }, { who: people.studentThanawat })
      assert.equal(refusalOf(result), '404 refusal.no-case')
    }),
  )

  test(
    'is not corrected once the case is decided or withdrawn',
    inWorld(async (world) => {
      const open = await caseOf(world)
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(
        await world.as(evaluator, (work) => decideCase(work, { caseId: open.id, inputHash })),
      )
      const decided = await correct(world, open, { grade: '91' })
      assert.equal(refusalOf(decided), '404 refusal.no-case')
      const other = await caseOf(world, [['PKU103', '80']])
      accepted(
        await world.as(evaluator, (work) => withdrawCase(work, { caseId: other.id, reason: 'x' })),
      )
      const withdrawn = await correct(world, other, { grade: '91' }, { place: 0 })
      assert.equal(refusalOf(withdrawn), '404 refusal.no-case')
    }),
  )

  test(
    'is corrected once when two people correct it at the same time',
    inOwnWorld(async (world) => {
      const open = await caseOf(world)
      const { seen } = await lineOf(world, open, 1)
      const results = await Promise.all(
        ['91', '90', '89'].map((grade) => correct(world, open, { grade }, { seen })),
      )
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 refusal.line-corrected-meanwhile',
        '409 refusal.line-corrected-meanwhile',
        'accepted',
      ])
    }),
  )
})
