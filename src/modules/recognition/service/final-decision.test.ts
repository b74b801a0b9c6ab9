import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { defaultSettings } from '../rules/settings.ts'
import {
  accepted,
  inOwnWorld,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  transcript,
  type World,
} from '../testing/world.fixture.ts'
import { addTranscript } from './add-transcript.ts'
import { decideCase } from './decide-case.ts'
import { releaseDecision, retractDecision } from './final-decision.ts'
import { changeSettings } from './settings.ts'

const { evaluatorAu: evaluator, registrarAu: registrar } = people
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)

async function decided(world: World, code = 'PKU101') {
  const given = transcript([[code, '88']])
  const { caseId } = accepted(await world.as(registrar, (work) => addTranscript(work, given)))
  const decision = accepted(await decide(world, caseId))
  return { caseId, ...decision }
}

async function decide(world: World, caseId: string, at = now) {
  const [row] = await world.rows('select input_hash from recognition_cases where id = $1', [caseId])
  const inputHash = String(row!['input_hash'])
  return world.as(evaluator, (work) => decideCase(work, { caseId, inputHash }), at)
}

const retract = (world: World, caseId: string, at: Date, who: string = evaluator) =>
  world.as(who, (work) => retractDecision(work, caseId), at)

const release = (world: World, decisionId: string, at: Date) =>
  world.runner.perform(
    { actor: { kind: 'system', name: 'test' }, now: at, language: 'en' },
    (work) => releaseDecision(work, decisionId),
  )

const releases = (world: World) =>
  world.rows(`select run_at from jobs where type = 'recognition.decision-release'`)

async function entries(world: World): Promise<string[]> {
  const rows = await world.rows('select type from chronicle_entries order by recorded_at, id')
  return rows.map(({ type }) => String(type).replace('recognition.', ''))
}

describe('a decision', () => {
  test(
    'is final ten minutes later, unless the institution says otherwise',
    inWorld(async (world) => {
      const { releasedAt, caseId } = await decided(world)
      assert.deepEqual(releasedAt, minutes(10))
      const [row] = await world.rows('select released_at from recognition_cases where id = $1', [
        caseId,
      ])
      assert.deepEqual(row!['released_at'], minutes(10))
      const jobs = await releases(world)
      assert.deepEqual(jobs, [{ run_at: minutes(10) }])
    }),
  )

  test(
    'taken back in time does not stand, stays as it was, and the next one is a further revision',
    inWorld(async (world) => {
      const { caseId, decisionId } = await decided(world)
      const before = await world.rows('select * from recognition_decisions')
      accepted(await retract(world, caseId, minutes(9)))
      assert.deepEqual(await world.rows('select * from recognition_decisions'), before)
      const [found] = await world.rows('select * from recognition_cases')
      assert.deepEqual(
        [found!['state'], found!['decided_at'], found!['decided_by'], found!['released_at']],
        ['open', null, null, null],
      )
      assert.equal(await release(world, decisionId, minutes(11)), false)
      accepted(await decide(world, caseId, minutes(12)))
      const revisions = await world.rows(
        'select revision from recognition_decisions order by revision',
      )
      assert.deepEqual(
        revisions.map(({ revision }) => revision),
        [1, 2],
      )
      assert.deepEqual((await entries(world)).slice(-3), [
        'case-decided',
        'decision-retracted',
        'case-decided',
      ])
    }),
  )

  test(
    'taken back waits for the evaluators again, by the day that it was due',
    inWorld(async (world) => {
      const { caseId } = await decided(world)
      accepted(await retract(world, caseId, minutes(1)))
      const tasks = await world.rows('select due_on, done_at from tasks order by created_at, id')
      assert.equal(tasks.length, 2)
      assert.notEqual(tasks[0]!['done_at'], null)
      assert.equal(tasks[1]!['done_at'], null)
      assert.equal(tasks[1]!['due_on'], tasks[0]!['due_on'])
    }),
  )

  test(
    'does not count for another case of the student once it is taken back',
    inWorld(async (world) => {
      const first = await decided(world)
      const given = transcript([['PKU101', '90']])
      const again = () => world.as(registrar, (work) => addTranscript(work, given))
      accepted(await retract(world, first.caseId, minutes(1)))
      const { caseId } = accepted(await again())
      const [line] = await world.rows('select verdict from case_lines where case_id = $1', [caseId])
      assert.equal(line!['verdict'], 'recognised')
    }),
  )

  test(
    'that is final is not taken back, not even past the program',
    inWorld(async (world) => {
      const { caseId } = await decided(world)
      assert.equal(
        refusalOf(await retract(world, caseId, minutes(10))),
        '409 refusal.decision-final',
      )
    }),
  )

  test(
    'that is final is not taken back by a statement either',
    inOwnWorld(async (world) => {
      const { decisionId } = await decided(world)
      const insert = `insert into decision_retractions values ($1, $2, $3)`
      await assert.rejects(
        () => world.rows(insert, [decisionId, evaluator, minutes(10).toISOString()]),
        /final is not taken back/,
      )
      await world.rows(insert, [decisionId, evaluator, minutes(1).toISOString()])
      for (const statement of [
        'update decision_retractions set retracted_at = retracted_at',
        'delete from decision_retractions',
        'truncate decision_retractions',
      ]) {
        await assert.rejects(() => world.rows(statement), /never altered/)
      }
    }),
  )

  for (const [who, personId, expected] of [
    ['a colleague', people.studentThanawat, '409 refusal.not-your-decision'],
    ['the registrar', registrar, '409 refusal.not-your-decision'],
    ['the student', people.studentPloy, '409 refusal.nothing-to-take-back'],
    ['the host', people.evaluatorPku, '404 refusal.no-case'],
  ] as const) {
    test(
      `is not taken back by ${who}`,
      inWorld(async (world) => {
        const { caseId } = await decided(world)
        const result = await retract(world, caseId, minutes(1), personId)
        assert.equal(refusalOf(result), expected)
      }),
    )
  }

  test(
    'is taken back once, however often the button is pressed',
    inOwnWorld(async (world) => {
      const { caseId } = await decided(world)
      const results = await Promise.all([1, 1, 1].map((at) => retract(world, caseId, minutes(at))))
      assert.equal(results.filter((result) => !isRefused(result)).length, 1)
      const [row] = await world.rows('select count(*)::int as n from decision_retractions')
      assert.equal(row!['n'], 1)
    }),
  )

  test(
    'is made final once, and not before its time',
    inOwnWorld(async (world) => {
      const { decisionId } = await decided(world)
      assert.equal(await release(world, decisionId, minutes(9)), false)
      const results = await Promise.all(
        [10, 10, 11].map((at) => release(world, decisionId, minutes(at))),
      )
      assert.deepEqual(results.toSorted(), [false, false, true])
      const told = (await entries(world)).filter((type) => type === 'decision-released')
      assert.equal(told.length, 1)
    }),
  )
})

describe('the settings of an institution', () => {
  const change = (world: World, who: string, rest: Partial<typeof defaultSettings>) =>
    world.as(who, (work) => changeSettings(work, organisations.au, { ...defaultSettings, ...rest }))

  test(
    'make a decision final at once where nothing is to be taken back',
    inWorld(async (world) => {
      accepted(await change(world, registrar, { undoMinutes: 0 }))
      const { caseId, releasedAt } = await decided(world)
      assert.deepEqual(releasedAt, now)
      assert.equal((await entries(world)).at(-1), 'decision-released')
      assert.deepEqual(await releases(world), [])
      assert.equal(refusalOf(await retract(world, caseId, now)), '409 refusal.decision-final')
    }),
  )

  test(
    'give the working days for a case',
    inWorld(async (world) => {
      accepted(await change(world, registrar, { caseWorkingDays: 1 }))
      const given = transcript([['PKU101', '88']])
      accepted(await world.as(registrar, (work) => addTranscript(work, given)))
      const [row] = await world.rows('select due_on from recognition_cases')
      // The 22nd of November 2026 is a Sunday.
      assert.equal(row!['due_on'], '2026-11-23')
    }),
  )

  test(
    'are changed by the registrar, and told to the chronicle once',
    inWorld(async (world) => {
      assert.deepEqual(accepted(await change(world, registrar, { appealWorkingDays: 15 })), {
        changed: true,
      })
      assert.deepEqual(accepted(await change(world, registrar, { appealWorkingDays: 15 })), {
        changed: false,
      })
      assert.deepEqual(await entries(world), ['settings-changed'])
      for (const who of [evaluator, people.coordinatorAu, people.evaluatorPku]) {
        assert.equal(refusalOf(await change(world, who, {})), '404 refusal.no-case')
      }
    }),
  )
})
