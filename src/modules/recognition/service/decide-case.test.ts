import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import {
  accepted,
  auRules,
  enrolments,
  inOwnWorld,
  inWorld,
  mixedLines,
  now,
  people,
  publishRules,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript, type AddTranscript } from './add-transcript.ts'
import {
  type ChangeLine,
  changeLine,
  decideCase,
  reevaluateCase,
  restoreLine,
  withdrawCase,
} from './decide-case.ts'

const clearLines = [
  ['PKU101', '88'],
  ['PKU102', '91'],
] as const
const tomorrow = new Date(now.getTime() + 86_400_000)

interface OpenCase {
  id: string
  /** What the evaluator's page showed. */
  basis: string
  lines: { id: string; code: string }[]
}

async function caseOf(world: World, given: AddTranscript): Promise<OpenCase> {
  const { caseId } = accepted(
    await world.as(people.registrarAu, (work) => addTranscript(work, given)),
  )
  return { id: caseId, basis: await basisOf(world, caseId), lines: await linesOf(world, caseId) }
}

async function basisOf(world: World, caseId: string): Promise<string> {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  return String(row!['input_hash'])
}

async function linesOf(world: World, caseId: string) {
  const rows = await world.rows(
    `select l.id, t.code, l.verdict, l.home_course_code, l.home_credit, l.changed_by, l.change_reason
     from case_lines l join transcript_lines t on t.id = l.transcript_line_id
     where l.case_id = $1 order by l.position`,
    [caseId],
  )
  return rows as {
    id: string
    code: string
    verdict: string
    home_credit: string | null
    changed_by: string | null
    home_course_code: string | null
  }[]
}

function change(open: OpenCase, place: number, rest: Partial<ChangeLine> = {}): ChangeLine {
  return {
    caseId: open.id,
    lineId: open.lines[place]!.id,
    verdict: 'refused',
    homeCourseCode: null,
    homeCredit: null,
    recordedGrade: null,
    contentShare: null,
    reason: 'There is no such course in your programme.',
    ...rest,
  }
}

const recognise = { verdict: 'recognised', homeCourseCode: 'DA 4000', recordedGrade: 'TR' } as const
const evaluator = people.evaluatorAu
const decide = (world: World, open: OpenCase, who: string = evaluator, at = now) =>
  world.as(who, (work) => decideCase(work, { caseId: open.id, inputHash: open.basis }), at)

async function entriesOf(world: World, caseId: string): Promise<string[]> {
  const rows = await world.rows(
    'select type from chronicle_entries where object_id = $1 order by recorded_at, id',
    [caseId],
  )
  return rows.map((row) => String(row['type']).replace('recognition.', ''))
}

describe('a line', () => {
  test(
    'takes an evaluator’s word, and the totals follow',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(mixedLines))
      accepted(await world.as(evaluator, (work) => changeLine(work, change(open, 3, recognise))))
      const line = (await linesOf(world, open.id))[3]!
      assert.deepEqual(
        [line.verdict, line.home_course_code, line.home_credit, line.changed_by],
        ['recognised', 'DA 4000', '3', evaluator],
      )
      const [row] = await world.rows('select recognised_credit, lines_open from recognition_cases')
      assert.deepEqual(row, { recognised_credit: '9', lines_open: 0 })
      const [entry] = await world.rows(
        `select data from chronicle_entries where type = 'recognition.line-changed'`,
      )
      assert.doesNotMatch(JSON.stringify(entry), /programme/)
    }),
  )

  test(
    'goes back to what the rules found, once',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(mixedLines))
      const before = await linesOf(world, open.id)
      const ids = { caseId: open.id, lineId: open.lines[0]!.id }
      accepted(await world.as(evaluator, (work) => changeLine(work, change(open, 0))))
      accepted(await world.as(evaluator, (work) => restoreLine(work, ids)))
      accepted(await world.as(evaluator, (work) => restoreLine(work, ids)))
      assert.deepEqual(await linesOf(world, open.id), before)
      const types = await entriesOf(world, open.id)
      assert.equal(types.filter((type) => type === 'line-restored').length, 1)
    }),
  )

  test(
    'keeps a person’s word through an evaluation with other rules',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(mixedLines))
      accepted(await world.as(evaluator, (work) => changeLine(work, change(open, 0))))
      await publishRules(world, { ...auRules, version: 2, minimumContentShare: Fraction.of(1, 2) })
      const result = await world.as(evaluator, (work) => reevaluateCase(work, open.id))
      assert.deepEqual(accepted(result), { changed: true })
      const lines = await linesOf(world, open.id)
      assert.deepEqual(
        lines.map((line) => line.verdict),
        ['refused', 'recognised', 'recognised', 'needs-decision'],
      )
      const again = await world.as(evaluator, (work) => reevaluateCase(work, open.id))
      assert.deepEqual(accepted(again), { changed: false })
    }),
  )

  const wrong: [string, Partial<ChangeLine>, string][] = [
    ['without a reason', { reason: ' \n' }, '422 refusal.reason'],
    ['without a home course', { verdict: 'recognised' }, '422 refusal.home-course'],
    [
      'with a course that nobody knows',
      { verdict: 'recognised', homeCourseCode: 'ZZ9' },
      '422 refusal.unknown-course',
    ],
    ['with no credit', { ...recognise, homeCredit: Fraction.zero }, '422 refusal.credit'],
    [
      'with more credit than the home course carries, whatever is said of it',
      { ...recognise, homeCredit: Fraction.parse('99')!, creditReason: 'because' },
      '422 refusal.more-than-course',
    ],
    [
      'with the home course of another line',
      { ...recognise, homeCourseCode: 'da1101' },
      '422 taken.line',
    ],
    ['of another case', { lineId: '01980000-0000-7000-8000-000000000000' }, '404 refusal.no-case'],
    [
      'of a case that is none',
      { caseId: '------------------------------------' },
      '404 refusal.no-case',
    ],
  ]
  for (const [how, rest, expected] of wrong) {
    test(
      `is not changed ${how}`,
      inWorld(async (world) => {
        const open = await caseOf(world, transcript(mixedLines))
        const before = await linesOf(world, open.id)
        const result = await world.as(evaluator, (work) => changeLine(work, change(open, 3, rest)))
        assert.equal(refusalOf(result), expected)
        assert.deepEqual(await linesOf(world, open.id), before)
      }),
    )
  }
})

describe('a decision', () => {
  test(
    'keeps inputs and lines, completes the tasks and tells the chronicle',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      const result = accepted(await decide(world, open))
      const [row] = await world.rows('select * from recognition_decisions')
      assert.equal(row!['id'], result.decisionId)
      assert.equal(row!['recognised_credit'], '6')
      assert.equal(row!['decided_by'], evaluator)
      const document = row!['document'] as { lines: unknown[]; input: { ruleSet: { id: string } } }
      assert.equal(document.lines.length, 2)
      assert.equal(document.input.ruleSet.id, row!['rule_set_id'])
      const [task] = await world.rows('select * from tasks')
      assert.notEqual(task!['done_at'], null)
      const [entry] = await world.rows(
        `select data, organisation_ids from chronicle_entries where type = 'recognition.case-decided'`,
      )
      assert.equal((entry!['data'] as { document: string }).document, row!['document_sha256'])
      assert.doesNotMatch(JSON.stringify(entry!['data']), /PKU101|"88"|Pimchanok/)
    }),
  )

  test(
    'cannot be altered or removed by any statement',
    inOwnWorld(async (world) => {
      accepted(await decide(world, await caseOf(world, transcript(clearLines))))
      for (const statement of [
        `update recognition_decisions set recognised_credit = '99'`,
        'delete from recognition_decisions',
        'truncate recognition_decisions',
      ]) {
        const refused = /never altered|referenced in a foreign key/
        await assert.rejects(() => world.rows(statement), refused, statement)
      }
    }),
  )

  test(
    'waits for a verdict on every line',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(mixedLines))
      assert.equal(refusalOf(await decide(world, open)), '422 refusal.open-lines')
    }),
  )

  test(
    'stays within the share of the degree programme, whoever recognised the lines',
    inWorld(async (world) => {
      // 24 credits in all: 12 may be recognised, and the rules alone keep to them.
      const five = ['PKU101', 'PKU102', 'PKU104', 'PKU105', 'PKU106'].map(
        (code) => [code, '90'] as const,
      )
      const open = await caseOf(world, transcript(five))
      const left = (await linesOf(world, open.id)).findIndex((line) => line.verdict === 'refused')
      assert.ok(left >= 0)
      accepted(await world.as(evaluator, (work) => changeLine(work, change(open, left, recognise))))
      assert.equal(refusalOf(await decide(world, open)), '422 refusal.over-share')
      const less = change(open, left)
      accepted(await world.as(evaluator, (work) => changeLine(work, less)))
      assert.equal(refusalOf(await decide(world, open)), 'accepted')
    }),
  )

  test(
    'stays within what a term may bring',
    inWorld(async (world) => {
      await publishRules(world, { ...auRules, version: 2, termCap: Fraction.of(3) })
      const open = await caseOf(world, transcript(clearLines))
      const place = (await linesOf(world, open.id)).findIndex((line) => line.verdict === 'refused')
      accepted(
        await world.as(evaluator, (work) => changeLine(work, change(open, place, recognise))),
      )
      assert.equal(refusalOf(await decide(world, open)), '422 refusal.over-term')
    }),
  )

  test(
    'is not taken on what another page showed',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      const stale = { ...open, basis: '0'.repeat(64) }
      assert.equal(refusalOf(await decide(world, stale)), '409 refusal.changed-meanwhile')
    }),
  )

  test(
    'is not taken when an equivalence was withdrawn meanwhile',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      await world.rows(
        `update equivalences set withdrawn_at = $1 where id in
           (select equivalence_id from equivalence_host_courses where course_code = 'PKU101')`,
        [now],
      )
      assert.equal(refusalOf(await decide(world, open)), '409 refusal.changed-meanwhile')
      accepted(await world.as(evaluator, (work) => reevaluateCase(work, open.id)))
      const basis = await basisOf(world, open.id)
      assert.equal(refusalOf(await decide(world, { ...open, basis })), '422 refusal.open-lines')
    }),
  )

  test(
    'is not taken by a version of the rules that the evaluator has not seen',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      await publishRules(world, { ...auRules, version: 2 })
      assert.equal(refusalOf(await decide(world, open)), '409 refusal.changed-meanwhile')
    }),
  )

  test(
    'may be taken on the next day on what was evaluated today',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      assert.equal(refusalOf(await decide(world, open, evaluator, tomorrow)), 'accepted')
    }),
  )

  test(
    'is taken once; the lines are then as they are',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      accepted(await decide(world, open))
      assert.equal(refusalOf(await decide(world, open)), '409 refusal.already-decided')
      const later = await world.as(evaluator, (work) => changeLine(work, change(open, 0)))
      assert.equal(refusalOf(later), '404 refusal.no-case')
      const again = await world.as(evaluator, (work) => reevaluateCase(work, open.id))
      assert.equal(refusalOf(again), '404 refusal.no-case')
    }),
  )

  test(
    'is nobody’s own, even with the office',
    inWorld(async (world) => {
      const given = transcript(clearLines, { enrolmentId: enrolments.thanawat })
      const open = await caseOf(world, given)
      assert.equal(
        refusalOf(await decide(world, open, people.studentThanawat)),
        '404 refusal.no-case',
      )
      assert.equal(refusalOf(await decide(world, open)), 'accepted')
    }),
  )

  for (const [who, personId] of [
    ['an evaluator of another degree programme', people.academicMentorAu],
    ['an evaluator of the host', people.evaluatorPku],
    ['the registrar', people.registrarAu],
    ['the student', people.studentPloy],
  ] as const) {
    test(
      `is not for ${who}`,
      inWorld(async (world) => {
        const open = await caseOf(world, transcript(clearLines))
        assert.equal(refusalOf(await decide(world, open, personId)), '404 refusal.no-case')
        assert.deepEqual(await world.rows('select id from recognition_decisions'), [])
      }),
    )
  }

  test(
    'makes what it recognised count for the next transcript of the enrolment',
    inWorld(async (world) => {
      accepted(await decide(world, await caseOf(world, transcript(clearLines))))
      const next = await caseOf(world, transcript([['PKU101', '95']]))
      assert.equal((await linesOf(world, next.id))[0]!.verdict, 'refused')
      const again = { ...recognise, homeCourseCode: 'DA1102' }
      const taken = await world.as(evaluator, (work) => changeLine(work, change(next, 0, again)))
      assert.equal(refusalOf(taken), '422 taken.case')
    }),
  )
})

describe('at the same moment', () => {
  test(
    'two deciders: one decides, the other is told that it was done',
    inOwnWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      const results = await Promise.all([
        decide(world, open),
        decide(world, open, people.studentThanawat),
        decide(world, open),
      ])
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 refusal.already-decided',
        '409 refusal.already-decided',
        'accepted',
      ])
      assert.equal((await world.rows('select id from recognition_decisions')).length, 1)
    }),
  )

  test(
    'two cases of one enrolment do not go over its share together',
    inOwnWorld(async (world) => {
      const lines = (codes: string[]) => codes.map((code) => [code, '90'] as const)
      const first = await caseOf(world, transcript(lines(['PKU101', 'PKU102', 'PKU104'])))
      const second = await caseOf(world, transcript(lines(['PKU105', 'PKU106'])))
      const results = await Promise.all([decide(world, first), decide(world, second)])
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 refusal.changed-meanwhile',
        'accepted',
      ])
    }),
  )
})

describe('a withdrawal', () => {
  test(
    'ends the case and its tasks',
    inWorld(async (world) => {
      const open = await caseOf(world, transcript(clearLines))
      const withdraw = (reason: string, who: string = evaluator) =>
        world.as(who, (work) => withdrawCase(work, { caseId: open.id, reason }))
      assert.equal(refusalOf(await withdraw('')), '422 refusal.reason')
      assert.equal(
        refusalOf(await withdraw('wrong student', people.studentPloy)),
        '404 refusal.no-case',
      )
      accepted(await withdraw('wrong student'))
      const [row] = await world.rows('select state from recognition_cases')
      assert.equal(row!['state'], 'withdrawn')
      assert.equal(refusalOf(await decide(world, open)), '409 refusal.withdrawn')
      const inbox = await world.rows('select * from tasks where cancelled_at is null')
      assert.deepEqual(inbox, [])
    }),
  )
})
