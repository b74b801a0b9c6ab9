import { randomUUIDv7 } from 'node:crypto'
import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { planBegun } from '../entries.ts'
import { m } from '../messages/index.ts'
import { courseByCode } from '../queries/courses.ts'
import { coursesOfPlan, planById, planChoices } from '../queries/plans.ts'
import type { LearningKind } from '../rules/learning.ts'

/** Courses of one plan: more than anybody studies in a year. */
const mostCourses = 40

/** Begins a plan for one of the actor's own enrolments; the one that is there already is given back. */
export async function beginPlan(
  work: Work,
  input: { enrolmentId: string; hostOrganisationId: string; origin: string },
): Promise<{ planId: string } | Refusal> {
  if (!work.may('recognition.plan.begin', {})) return refuse(404, m('plan.refusal.none'))
  const { enrolments, hosts } = await planChoices(work)
  const enrolment = enrolments.find(({ id }) => id === input.enrolmentId)
  if (!enrolment)
    return refuse(422, m('plan.refusal.enrolment'), { enrolment: m('plan.refusal.enrolment') })
  const host = hosts.find(({ id }) => id === input.hostOrganisationId)
  if (!host || host.id === enrolment.organisation_id) {
    return refuse(422, m('plan.refusal.host'), { host: m('plan.refusal.host') })
  }
  const personId = personOf(work.actor) ?? ''
  const planId = randomUUIDv7()
  const entry = planBegun({
    object: { kind: 'recognition-plan', id: planId },
    organisationIds: [enrolment.organisation_id],
    personId,
    data: {},
  })
  const known = await planOf(work, enrolment.id, host.id)
  if (known) return { planId: known }
  await work.write(entry, (tx) =>
    tx
      .insertInto('recognition_plans')
      .columns([
        'id',
        'origin',
        'person_id',
        'enrolment_id',
        'home_organisation_id',
        'host_organisation_id',
        'degree_programme_id',
        'created_at',
        'updated_at',
      ])
      .expression((eb) =>
        eb
          .selectFrom('enrolments as e')
          .select([
            eb.val(planId).as('id'),
            eb.val(input.origin).as('origin'),
            'e.person_id',
            'e.id as enrolment_id',
            'e.organisation_id',
            eb.val(host.id).as('host_organisation_id'),
            'e.degree_programme_id',
            eb.val(work.now).as('created_at'),
            eb.val(work.now).as('updated_at'),
          ])
          .where('e.id', '=', enrolment.id),
      )
      .execute(),
  )
  return { planId }
}

async function planOf(work: Work, enrolmentId: string, hostId: string): Promise<string | null> {
  // Two begun at once wait for each other here, and the second finds the first.
  await work.read
    .selectFrom('enrolments')
    .select('id')
    .where('id', '=', enrolmentId)
    .forUpdate()
    .execute()
  const row = await work.read
    .selectFrom('recognition_plans')
    .select('id')
    .where('enrolment_id', '=', enrolmentId)
    .where('host_organisation_id', '=', hostId)
    .executeTakeFirst()
  return row?.id ?? null
}

/**
 * Puts a course of the host's current catalogue on a plan, with how it would be learnt; one that is there stays once,
 * and is then learnt as it is said now.
 */
export async function addToPlan(
  work: Work,
  input: { planId: string; code: string; kind?: LearningKind | null; term?: string | null },
): Promise<{ planId: string } | Refusal> {
  const plan = await planById(work, input.planId)
  if (!plan || !work.may('recognition.plan.edit', plan)) return refuse(404, m('plan.refusal.none'))
  const course = await courseByCode(work, plan.host_organisation_id, input.code)
  if (!course) {
    const message = m('plan.refusal.course', { code: input.code })
    return refuse(422, message, { code: message })
  }
  const courses = await coursesOfPlan(work, plan.id)
  if (courses.length >= mostCourses && !courses.some(({ code }) => code === course.code)) {
    return refuse(422, m('plan.refusal.full', { most: mostCourses }))
  }
  await work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('recognition_plan_courses')
      .values({
        id: randomUUIDv7(),
        plan_id: plan.id,
        code: course.code,
        titles: JSON.stringify(course.titles),
        credit: course.credit?.toString() ?? null,
        kind: input.kind ?? null,
        term: input.term ?? null,
        added_at: work.now,
      })
      .onConflict((conflict) => {
        const same = conflict.columns(['plan_id', 'code'])
        const said = {
          ...(input.kind === undefined ? {} : { kind: input.kind }),
          ...(input.term === undefined ? {} : { term: input.term }),
        }
        return Object.keys(said).length === 0 ? same.doNothing() : same.doUpdateSet(said)
      })
      .execute()
    await touch(tx, plan.id, work.now)
  })
  return { planId: plan.id }
}

/** Says how a course that is on a plan would be learnt (null: in class) and in which term; what is left out stays. */
export async function learnPlanned(
  work: Work,
  input: { planId: string; code: string; kind: LearningKind | null; term?: string | null },
): Promise<{ planId: string } | Refusal> {
  const plan = await planById(work, input.planId)
  if (!plan || !work.may('recognition.plan.edit', plan)) return refuse(404, m('plan.refusal.none'))
  const courses = await coursesOfPlan(work, plan.id)
  if (!courses.some(({ code }) => code === input.code)) {
    return refuse(422, m('plan.refusal.not-on-it', { code: input.code }))
  }
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('recognition_plan_courses')
      .set({ kind: input.kind, ...(input.term === undefined ? {} : { term: input.term }) })
      .where('plan_id', '=', plan.id)
      .where('code', '=', input.code)
      .execute()
    await touch(tx, plan.id, work.now)
  })
  return { planId: plan.id }
}

/** Takes a course off a plan; one that is gone already is no fault. */
export async function removeFromPlan(
  work: Work,
  input: { planId: string; code: string },
): Promise<{ planId: string } | Refusal> {
  const plan = await planById(work, input.planId)
  if (!plan || !work.may('recognition.plan.edit', plan)) return refuse(404, m('plan.refusal.none'))
  await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('recognition_plan_courses')
      .where('plan_id', '=', plan.id)
      .where('code', '=', input.code)
      .execute()
    await touch(tx, plan.id, work.now)
  })
  return { planId: plan.id }
}

type Transaction = Parameters<Parameters<Work['writeUnchronicled']>[0]>[0]

function touch(tx: Transaction, planId: string, now: Date) {
  return tx
    .updateTable('recognition_plans')
    .set({ updated_at: now })
    .where('id', '=', planId)
    .execute()
}
