import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { caseById, linesOfCase } from '../queries/cases.ts'
import { recognisedGroups } from '../statement.ts'
import { standing } from '../testing/equivalences.fixture.ts'
import { leadsTo, textOf, withSite } from '../testing/site.fixture.ts'
import {
  accepted,
  inWorld,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { changeLine, decideCase, reevaluateCase, restoreLine } from './decide-case.ts'
import { type DecideSet, decideSet } from './decide-set.ts'

const evaluator = people.evaluatorAu

/** Two courses that together stand for two others, of which nobody has judged how much they cover, and one alone. */
async function waitingSet(world: World): Promise<{ caseId: string; lineIds: string[] }> {
  await standing(world.database.kysely, {
    hosts: [['SET1'], ['SET3']],
    homes: [
      ['DA 4000', '3'],
      ['DA 4001', '3'],
    ],
    share: null,
  })
  const given = transcript([
    ['SET1', '88'],
    ['PKU101', '90'],
    ['SET3', '85'],
  ])
  const added = await world.as(people.registrarAu, (work) => addTranscript(work, given))
  const rows = await world.rows('select id, verdict from case_lines order by position')
  assert.deepEqual(
    rows.map(({ verdict }) => verdict),
    ['needs-decision', 'recognised', 'needs-decision'],
  )
  return { caseId: accepted(added).caseId, lineIds: rows.map(({ id }) => String(id)) }
}

const word: Omit<DecideSet, 'caseId' | 'lineId'> = {
  verdict: 'recognised',
  credits: [],
  recordedGrade: 'TR',
  reason: 'Both syllabi were read side by side.',
}

const put = (
  world: World,
  caseId: string,
  lineId: string,
  change: Partial<typeof word> = {},
  who: string = evaluator,
) => world.as(who, (work) => decideSet(work, { ...word, ...change, caseId, lineId }))

async function verdicts(world: World) {
  const lines = await world.rows(
    'select verdict, home_credit, word_set from case_lines order by position',
  )
  return lines.map((line) => Object.values(line))
}

const courses = async (world: World) =>
  (
    await world.rows(
      'select line_position, course_code, credit, recorded_grade from case_home_courses order by 1, position',
    )
  ).map((row) => Object.values(row))

describe('lines that count together', () => {
  test(
    'are decided by one act, whichever of them it begins at, and the case can be decided then',
    inWorld(async (world) => {
      const { caseId, lineIds } = await waitingSet(world)
      accepted(await put(world, caseId, lineIds[2]!))
      assert.deepEqual(await verdicts(world), [
        ['recognised', '3', 0],
        ['recognised', '3', null],
        ['recognised', '3', 0],
      ])
      assert.deepEqual(await courses(world), [
        [0, 'DA 4000', '3', 'TR'],
        [0, 'DA 4001', '3', 'TR'],
        [1, 'DA1101', '3', 'TR'],
      ])
      const entries = await world.rows(
        `select count(*)::int n from chronicle_entries where type = 'recognition.line-changed'`,
      )
      assert.deepEqual(entries, [{ n: 1 }])
      // A look at the rules of today leaves a person's word where it is.
      accepted(await world.as(evaluator, (work) => reevaluateCase(work, caseId)))
      assert.equal((await courses(world)).length, 3)
      const [row] = await world.rows('select input_hash from recognition_cases')
      const inputHash = String(row!['input_hash'])
      accepted(await world.as(evaluator, (work) => decideCase(work, { caseId, inputHash })))
      const work = world.runner.reading(await world.context(evaluator))
      assert.ok(await caseById(work, caseId))
      const groups = recognisedGroups(await linesOfCase(work, caseId))
      assert.deepEqual(
        groups.map(({ hosts, homes }) => [
          hosts.map(({ code }) => code),
          homes.map(({ code, grade }) => `${code} ${grade}`),
        ]),
        [
          [
            ['SET1', 'SET3'],
            ['DA 4000 TR', 'DA 4001 TR'],
          ],
          [['PKU101'], ['DA1101 TR']],
        ],
      )
    }),
  )

  test(
    'are refused by one act',
    inWorld(async (world) => {
      const { caseId, lineIds } = await waitingSet(world)
      accepted(await put(world, caseId, lineIds[0]!, { verdict: 'refused' }))
      assert.deepEqual(await verdicts(world), [
        ['refused', null, 0],
        ['recognised', '3', null],
        ['refused', null, 0],
      ])
      assert.deepEqual(await courses(world), [[1, 'DA1101', '3', 'TR']])
    }),
  )

  test(
    'fall apart again where the word is taken back, or put on one of them',
    inWorld(async (world) => {
      const { caseId, lineIds } = await waitingSet(world)
      accepted(await put(world, caseId, lineIds[0]!))
      const back = { caseId, lineId: lineIds[2]! }
      accepted(await world.as(evaluator, (work) => restoreLine(work, back)))
      const open = [
        ['needs-decision', null],
        ['recognised', '3'],
        ['needs-decision', null],
      ]
      const now = async () => (await verdicts(world)).map(([verdict, credit]) => [verdict, credit])
      assert.deepEqual(
        (await now()).map(([verdict]) => verdict),
        open.map(([verdict]) => verdict),
      )
      assert.deepEqual(await courses(world), [[1, 'DA1101', '3', 'TR']])
      accepted(await put(world, caseId, lineIds[0]!))
      const alone = {
        ...back,
        verdict: 'refused' as const,
        homeCourseCode: null,
        homeCredit: null,
        recordedGrade: null,
        contentShare: null,
        reason: 'Another level.',
      }
      accepted(await world.as(evaluator, (work) => changeLine(work, alone)))
      assert.deepEqual(await now(), [
        ['needs-decision', null],
        ['recognised', '3'],
        ['refused', null],
      ])
      const words = await world.rows('select 1 from case_lines where word_set is not null')
      assert.deepEqual(words, [])
    }),
  )

  test(
    'are not given more credit than their conversion without a reason, no course twice, and by nobody else',
    inWorld(async (world) => {
      const { caseId, lineIds } = await waitingSet(world)
      const more = { credits: [Fraction.of(30), null] }
      const refused = await put(world, caseId, lineIds[0]!, more)
      assert.equal(refusalOf(refused), '422 refusal.more-than-converted')
      accepted(await put(world, caseId, lineIds[0]!, { ...more, creditReason: 'Twice the hours.' }))
      const none = await put(world, caseId, lineIds[0]!, { credits: [Fraction.zero] })
      assert.equal(refusalOf(none), '422 refusal.credit')
      assert.equal(
        refusalOf(await put(world, caseId, lineIds[0]!, { reason: ' ' })),
        '422 refusal.reason',
      )
      assert.equal(refusalOf(await put(world, caseId, lineIds[1]!)), '409 set-word.refusal.gone')
      const other = await put(world, caseId, lineIds[0]!, {}, people.evaluatorPku)
      assert.equal(refusalOf(other), '404 refusal.no-case')
      const own = await put(world, caseId, lineIds[0]!, {}, people.studentPloy)
      assert.equal(refusalOf(own), '404 refusal.no-case')
    }),
  )

  test(
    'are decided on a page that keeps what was typed, and told as one',
    inWorld((world) =>
      withSite(world, async (site) => {
        const { caseId, lineIds } = await waitingSet(world)
        const path = `/en/recognition/cases/${caseId}`
        const page = await site.page(evaluator, path)
        assert.match(textOf(page), /Decide together/)
        const address = `${path}/lines/${lineIds[0]!}/set`
        assert.match(textOf(await site.page(evaluator, address)), /Decide SET1 \+ SET3 together/)
        const typed = {
          verdict: 'recognised',
          'credit.0': 'x',
          'credit.1': '3',
          recordedGrade: 'TR',
          reason: 'Read side by side.',
        }
        const wrong = await site.post(evaluator, address, typed)
        assert.equal(wrong.status, 422)
        const kept = await wrong.text()
        assert.match(kept, /name="credit\.0"[^>]*value="x"/)
        assert.match(kept, />\s*Read side by side\.\s*<\/textarea>/)
        leadsTo(await site.post(evaluator, address, { ...typed, 'credit.0': '3' }))
        const shown = textOf(await site.page(evaluator, path))
        assert.match(shown, /the rules had left it open: Read side by side\./)
        assert.match(shown, /Lines 1, 3 decided together by the evaluator/)
        leadsTo(await site.post(evaluator, `${path}/lines/${lineIds[2]!}/restoration`, {}))
        assert.doesNotMatch(textOf(await site.page(evaluator, path)), /had left it open: Read side/)
        const alone = await site.get(evaluator, `${path}/lines/${lineIds[1]!}/set`)
        assert.equal(alone.status, 303)
        const student = await site.get(people.studentPloy, address)
        assert.equal(student.status, 404)
      }),
    ),
  )
})
