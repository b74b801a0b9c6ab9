import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import { exact } from '../stored.ts'
import type { PlannedCourse } from '../rules/planned.ts'

/** A plan with the names that its page shows. */
export interface PlanRow {
  [fact: string]: unknown
  id: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  updated_at: Date
  student: PersonName
  student_number: string
  intake_year: number
  home_names: LocalText
  home_time_zone: string
  home_country: string
  host_names: LocalText
  programme_names: LocalText
}

function plans(work: Work) {
  return work.read
    .selectFrom('recognition_plans')
    .innerJoin('persons as p', 'p.id', 'recognition_plans.person_id')
    .innerJoin('enrolments as e', 'e.id', 'recognition_plans.enrolment_id')
    .innerJoin('organisations as home', 'home.id', 'recognition_plans.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'recognition_plans.host_organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'recognition_plans.degree_programme_id')
    .select([
      'recognition_plans.id',
      'recognition_plans.person_id',
      'recognition_plans.enrolment_id',
      'recognition_plans.home_organisation_id',
      'recognition_plans.host_organisation_id',
      'recognition_plans.degree_programme_id',
      'recognition_plans.updated_at',
      'p.name as student',
      'e.student_number',
      'e.intake_year',
      'home.names as home_names',
      'home.time_zone as home_time_zone',
      'home.country as home_country',
      'host.names as host_names',
      'd.names as programme_names',
    ])
}

/** A plan by its id, or null; whether the actor may see it is asked of what comes back. */
export async function planById(work: Work, id: string): Promise<PlanRow | null> {
  if (!isUuid(id)) return null
  return (await plans(work).where('recognition_plans.id', '=', id).executeTakeFirst()) ?? null
}

/** A plan as a list names it. */
export interface ListedPlan extends PlanRow {
  courses: number
}

/** The plans that the actor may see, the last changed first. */
export async function listPlans(
  work: Work,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ plans: ListedPlan[]; total: number }> {
  const rows = await plans(work)
    .select((eb) => [
      eb
        .selectFrom('recognition_plan_courses as c')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('c.plan_id', '=', 'recognition_plans.id')
        .as('courses'),
      sql<bigint>`count(*) over ()`.as('total'),
    ])
    .where(work.scope('recognition.plan.list', 'recognition_plans'))
    .orderBy('recognition_plans.updated_at', 'desc')
    .orderBy('recognition_plans.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    plans: rows.map((row) => ({ ...row, courses: row.courses ?? 0 })),
    total: Number(rows[0]?.total ?? 0),
  }
}

/** The courses of a plan, in the order in which they were chosen. */
export async function coursesOfPlan(work: Work, planId: string): Promise<PlannedCourse[]> {
  const rows = await work.read
    .selectFrom('recognition_plan_courses')
    .select(['id', 'code', 'titles', 'credit', 'kind', 'term'])
    .where('plan_id', '=', planId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, code, titles, credit, kind, term }) => ({
    id,
    code,
    titles,
    credit: credit === null ? null : exact(credit),
    kind,
    term,
  }))
}

/** What a student may plan: the own enrolments, and the hosts whose courses are in a catalogue. */
export async function planChoices(work: Work): Promise<{
  enrolments: { id: string; organisation_id: string; names: LocalText; number: string }[]
  hosts: { id: string; names: LocalText }[]
}> {
  const person = personOf(work.actor)
  if (person === null) return { enrolments: [], hosts: [] }
  const enrolments = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.id', 'e.organisation_id', 'd.names', 'e.student_number as number'])
    .where('e.person_id', '=', person)
    .orderBy('e.intake_year', 'desc')
    .execute()
  const hosts = await work.read
    .selectFrom('current_catalogues as c')
    .innerJoin('organisations as o', 'o.id', 'c.organisation_id')
    .select(['o.id', 'o.names'])
    .orderBy('o.id')
    .execute()
  return { enrolments, hosts }
}
