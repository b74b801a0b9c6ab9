import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import {
  accepted,
  inOwnWorld,
  inWorld,
  now,
  organisations,
  people,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'
import { remindOfEnding, setLeadDays } from './equivalence-ending.ts'
import type { JudgeEquivalence } from './equivalence-input.ts'
import { judgeEquivalence, judgeEquivalences } from './equivalences.ts'
import {
  renewEquivalences,
  reviseEquivalence,
  undoRevision,
  withdrawEquivalences,
} from './revise-equivalences.ts'

const judgement: JudgeEquivalence = {
  homeOrganisationId: organisations.au,
  hostOrganisationId: organisations.pku,
  hostCourses: [['NEW101'], ['NEW102', 'NEW103']],
  homeCourses: ['DA 4000'],
  package: null,
  degreeProgrammeId: null,
  contentShare: Fraction.of(4, 5),
  validFrom: '2026-08-01',
  validTo: '2027-01-31',
  note: '',
}

const evaluator = people.evaluatorAu

async function judged(world: World, change: Partial<JudgeEquivalence> = {}): Promise<string> {
  const made = await world.as(evaluator, (work) =>
    judgeEquivalence(work, { ...judgement, ...change }),
  )
  return accepted(made).equivalenceId
}

const system = (world: World, at: Date, verb: Parameters<World['runner']['perform']>[1]) =>
  world.runner.perform({ actor: { kind: 'system', name: 'test' }, now: at, language: 'en' }, verb)

const remind = (world: World, at = now) =>
  system(world, at, (work) => remindOfEnding(work, organisations.au)) as Promise<number>

const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

async function openTasks(world: World) {
  return world.rows(
    `select subject, due_on::text from tasks where kind = 'recognition.equivalences-ending'
       and done_at is null and cancelled_at is null`,
  )
}

describe('a reminder', () => {
  test(
    'comes once, as many days before the end as the institution wants',
    inWorld(async (world) => {
      await judged(world)
      // 22 November to 31 January are seventy days: within the usual ninety.
      assert.equal(await remind(world), 1)
      assert.equal(await remind(world, days(1)), 0)
      const [task, ...others] = await openTasks(world)
      assert.equal(others.length, 0)
      assert.equal(task!['due_on'], '2027-01-31')
      await judged(world, { hostCourses: [['NEW9']], validTo: '2027-02-10' })
      assert.equal(await remind(world, days(2)), 1)
      assert.equal((await openTasks(world)).length, 1)
    }),
  )

  test(
    'waits for the institution’s own lead time, and stays away from what has ended or was withdrawn',
    inWorld(async (world) => {
      const id = await judged(world)
      accepted(await world.as(evaluator, (work) => setLeadDays(work, organisations.au, 30)))
      assert.equal(await remind(world), 0)
      assert.equal(await remind(world, days(40)), 1)
      assert.equal(await remind(world, days(80)), 0)
      accepted(await world.as(evaluator, (work) => withdrawEquivalences(work, [id])))
      await world.rows('update equivalences set reminded_of = null')
      assert.equal(await remind(world, days(45)), 0)
    }),
  )

  test(
    'is done when nothing that ends soon is left',
    inWorld(async (world) => {
      const id = await judged(world)
      await remind(world)
      accepted(await world.as(evaluator, (work) => renewEquivalences(work, [id], '2029-01-31')))
      assert.deepEqual(await openTasks(world), [])
      assert.equal(await remind(world, days(1)), 0)
    }),
  )

  test(
    'may be set by evaluators of the whole institution only, within reason',
    inWorld(async (world) => {
      const set = (who: string, lead: number) =>
        world.as(who, (work) => setLeadDays(work, organisations.au, lead))
      assert.equal(
        refusalOf(await set(people.academicMentorAu, 30)),
        '404 equivalence.refusal.absent',
      )
      assert.equal(refusalOf(await set(people.evaluatorPku, 30)), '404 equivalence.refusal.absent')
      assert.equal(refusalOf(await set(evaluator, 0)), '422 equivalence.fault.lead')
      assert.equal(refusalOf(await set(evaluator, 1.5)), '422 equivalence.fault.lead')
    }),
  )
})

describe('a change', () => {
  test(
    'keeps what was judged before, and names it',
    inWorld(async (world) => {
      const id = await judged(world)
      const result = await world.as(evaluator, (work) =>
        reviseEquivalence(work, id, { ...judgement, contentShare: Fraction.of(9, 10) }),
      )
      const { equivalenceId } = accepted(result)
      const rows = await world.rows(
        'select id, content_share, replaced_by_id, withdrawn_at is null as stands from equivalences where id in ($1, $2) order by judged_on, id',
        [id, equivalenceId],
      )
      assert.deepEqual(
        rows.map((row) => [row['content_share'], row['replaced_by_id'], row['stands']]),
        [
          ['4/5', equivalenceId, false],
          ['9/10', null, true],
        ],
      )
      const again = await world.as(evaluator, (work) => reviseEquivalence(work, id, judgement))
      assert.equal(refusalOf(again), '409 equivalence.refusal.withdrawn')
      accepted(await world.as(evaluator, (work) => undoRevision(work, id)))
      const twice = await world.as(evaluator, (work) => undoRevision(work, id))
      assert.equal(refusalOf(twice), '409 equivalence.refusal.stands')
    }),
  )

  test(
    'is nobody’s who may not judge there, and cannot move to another pair',
    inWorld(async (world) => {
      const id = await judged(world)
      for (const person of [people.evaluatorPku, people.registrarAu, people.academicMentorAu]) {
        const result = await world.as(person, (work) => reviseEquivalence(work, id, judgement))
        assert.equal(refusalOf(result), '404 equivalence.refusal.absent')
      }
      const elsewhere = {
        ...judgement,
        hostOrganisationId: organisations.saebyeok,
        replaces: id,
      }
      const moved = await world.as(evaluator, (work) => judgeEquivalence(work, elsewhere))
      assert.notEqual(refusalOf(moved), 'accepted')
    }),
  )

  test(
    'of two people at once is made by one',
    inOwnWorld(async (world) => {
      const id = await judged(world)
      const change = (share: number) =>
        world.as(evaluator, (work) =>
          reviseEquivalence(work, id, { ...judgement, contentShare: Fraction.of(share, 100) }),
        )
      const results = await Promise.all([change(90), change(95)])
      assert.deepEqual(results.map(refusalOf).toSorted(), [
        '409 equivalence.refusal.withdrawn',
        'accepted',
      ])
    }),
  )
})

describe('renewing many', () => {
  test(
    'is all or nothing, and says which one cannot be',
    inWorld(async (world) => {
      const first = await judged(world)
      const second = await judged(world, { hostCourses: [['NEW9']], homeCourses: ['DA1101'] })
      await world.rows(`delete from courses where code = 'DA1101'`)
      const result = await world.as(evaluator, (work) =>
        renewEquivalences(work, [first, second], '2029-01-31'),
      )
      assert.equal(refusalOf(result), '422 equivalence.refusal.not-renewed')
      const rows = await world.rows('select id from equivalences where replaced_by_id is not null')
      assert.deepEqual(rows, [])
    }),
  )

  test(
    'costs as many queries for thirty of a pair as for two',
    inOwnWorld(async (world) => {
      const made = async (count: number, prefix: string) => {
        const inputs = Array.from({ length: count }, (_, place) => ({
          ...judgement,
          hostCourses: [[`${prefix}${place}`]],
          validTo: null,
        }))
        const result = await world.as(evaluator, (work) => judgeEquivalences(work, inputs))
        return (accepted(result) as { ids: string[] }).ids
      }
      const [two, many] = [await made(2, 'A'), await made(30, 'B')]
      const counted = async (ids: string[]) => {
        const before = world.database.queryCount()
        accepted(await world.as(evaluator, (work) => renewEquivalences(work, ids, '2029-01-31')))
        return world.database.queryCount() - before
      }
      const few = await counted(two)
      assert.equal(await counted(many), few)
    }),
  )
})
