import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { Fraction } from '#kernel/values'
import {
  accepted,
  inOwnWorld,
  inWorld,
  organisations,
  people,
  refusalOf,
  type World,
} from '../testing/world.fixture.ts'
import type { JudgeEquivalence } from './equivalence-input.ts'
import {
  judgeEquivalence,
  judgeEquivalences,
  restoreEquivalence,
  withdrawEquivalence,
} from './equivalences.ts'

const judgement: JudgeEquivalence = {
  homeOrganisationId: organisations.au,
  hostOrganisationId: organisations.pku,
  hostCourses: [['NEW101']],
  homeCourses: ['DA 4000'],
  package: null,
  degreeProgrammeId: null,
  contentShare: Fraction.of(4, 5),
  validFrom: '2026-08-01',
  validTo: null,
  note: '',
}

const judge = (
  world: World,
  change: Partial<JudgeEquivalence> = {},
  by: string = people.evaluatorAu,
) => world.as(by, (work) => judgeEquivalence(work, { ...judgement, ...change }))

const faults = async (answer: Promise<unknown>) => {
  const value = await answer
  return isRefused(value)
    ? Object.entries(value.fields).map(([field, { key }]) => `${field}: ${key}`)
    : []
}

describe('judging an equivalence', () => {
  test(
    'keeps who judged what, with the titles and the credit of that day',
    inWorld(async (world) => {
      const { equivalenceId } = accepted(await judge(world))
      const [row] = await world.rows(
        `select h.course_code as host_course_code, c.course_code as home_course_code, c.credit as home_credit,
           content_share, judged_by, judged_on
         from equivalences e join equivalence_host_courses h on h.equivalence_id = e.id
           join equivalence_home_courses c on c.equivalence_id = e.id where e.id = $1`,
        [equivalenceId],
      )
      assert.deepEqual(row, {
        host_course_code: 'NEW101',
        home_course_code: 'DA 4000',
        home_credit: '3',
        content_share: '4/5',
        judged_by: people.evaluatorAu,
        judged_on: '2026-11-22',
      })
      const entries = await world.rows(`select type from chronicle_entries where object_id = $1`, [
        equivalenceId,
      ])
      assert.deepEqual(entries, [{ type: 'recognition.equivalence-judged' }])
    }),
  )

  test(
    'names the field that is wrong',
    inWorld(async (world) => {
      assert.deepEqual(await faults(judge(world, { homeCourses: ['NONE1'] })), [
        'homeCourse: equivalence.fault.home-course',
      ])
      assert.deepEqual(await faults(judge(world, { hostCourses: [['']] })), [
        'hostCourse: equivalence.fault.host-course',
      ])
      assert.deepEqual(await faults(judge(world, { contentShare: Fraction.of(5, 4) })), [
        'contentShare: equivalence.fault.share',
      ])
      assert.deepEqual(await faults(judge(world, { validTo: '2026-07-31' })), [
        'validTo: equivalence.fault.period',
      ])
      assert.deepEqual(await faults(judge(world, { hostOrganisationId: organisations.au })), [
        'host: equivalence.fault.same-institution',
      ])
      assert.deepEqual(await faults(judge(world, { hostOrganisationId: 'x' })), [
        'host: equivalence.fault.host',
      ])
    }),
  )

  test(
    'is for evaluators of the home institution, within their degree programme',
    inWorld(async (world) => {
      for (const person of [people.registrarAu, people.evaluatorPku, people.studentPloy]) {
        assert.ok(isRefused(await judge(world, {}, person)))
      }
      assert.deepEqual(await faults(judge(world, {}, people.academicMentorAu)), [
        'programme: equivalence.fault.not-yours',
      ])
    }),
  )

  test(
    'does not stand twice for the same time',
    inWorld(async (world) => {
      accepted(await judge(world, { validTo: '2027-07-31' }))
      assert.deepEqual(await faults(judge(world, { validFrom: '2027-07-31' })), [
        'hostCourse: equivalence.fault.exists',
      ])
      accepted(await judge(world, { validFrom: '2027-08-01' }))
    }),
  )

  test(
    'of many takes all or none, and names the place of each that is wrong',
    inWorld(async (world) => {
      const inputs = [
        judgement,
        { ...judgement, homeCourses: ['NONE1'] },
        { ...judgement, hostCourses: [['NEW102']] },
        { ...judgement, hostCourses: [['NEW102']] },
      ]
      const result = await world.as(people.evaluatorAu, (work) => judgeEquivalences(work, inputs))
      assert.ok(!isRefused(result))
      assert.deepEqual(
        result.problems.map(({ index }) => index),
        [1, 3],
      )
      const rows = await world.rows(
        `select course_code from equivalence_host_courses where course_code like 'NEW%'`,
      )
      assert.deepEqual(rows, [])
    }),
  )

  test(
    'of many costs as many queries as of one',
    inOwnWorld(async (world) => {
      const counted = async (count: number, prefix: string) => {
        const before = world.database.queryCount()
        const inputs = Array.from({ length: count }, (_, index) => ({
          ...judgement,
          hostCourses: [[`${prefix}${index}`]],
        }))
        const context = await world.context(people.evaluatorAu)
        await world.runner.perform(context, (work) => judgeEquivalences(work, inputs))
        return world.database.queryCount() - before
      }
      assert.equal(await counted(1, 'A'), await counted(30, 'B'))
    }),
  )
})

describe('withdrawing an equivalence', () => {
  test(
    'can be undone, once',
    inWorld(async (world) => {
      const { equivalenceId: id } = accepted(await judge(world))
      const as = (verb: typeof withdrawEquivalence) =>
        world.as(people.evaluatorAu, (work) => verb(work, id))
      accepted(await as(withdrawEquivalence))
      assert.equal(refusalOf(await as(withdrawEquivalence)), '409 equivalence.refusal.withdrawn')
      accepted(await as(restoreEquivalence))
      assert.equal(refusalOf(await as(restoreEquivalence)), '409 equivalence.refusal.stands')
    }),
  )

  test(
    'cannot be undone where another has taken its place',
    inWorld(async (world) => {
      const { equivalenceId: id } = accepted(await judge(world))
      accepted(await world.as(people.evaluatorAu, (work) => withdrawEquivalence(work, id)))
      accepted(await judge(world))
      const answer = await world.as(people.evaluatorAu, (work) => restoreEquivalence(work, id))
      assert.equal(refusalOf(answer), '409 equivalence.fault.exists')
    }),
  )

  test(
    'looks like nothing to others',
    inWorld(async (world) => {
      const { equivalenceId: id } = accepted(await judge(world))
      for (const person of [people.studentPloy, people.evaluatorPku, people.registrarAu]) {
        const answer = await world.as(person, (work) => withdrawEquivalence(work, id))
        assert.equal(refusalOf(answer), '404 equivalence.refusal.absent')
      }
    }),
  )
})
