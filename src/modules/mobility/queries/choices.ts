import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type AcademicYearId,
  academicYearFormIn,
  academicYearOf,
  type DateOnly,
  isUuid,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { studentsNamed as namedStudents } from '#modules/alliance'
import type { DegreeLevel } from '../rules/calendar.ts'

/** An institution as a choice: whether the reader nominates for it. */
export interface Institution {
  id: string
  names: LocalText
  acronym: string | null
  country: string
  timeZone: string
  isOwn: boolean
}

/** All institutions, with those for which the actor may nominate; one query. */
export async function institutions(work: Work): Promise<Institution[]> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'acronym', 'country', 'time_zone as timeZone'])
    .execute()
  return rows.map((row) => ({ ...row, isOwn: isOwn(work, row.id) }))
}

/** The institutions for which the actor works in an office. */
export function officesOf({ actor }: Pick<Work, 'actor'>): string[] {
  if (actor.kind !== 'person') return []
  const own = actor.grants
    .filter(({ role }) => ['coordinator', 'administrator', 'registrar'].includes(role))
    .flatMap(({ organisationId }) => organisationId ?? [])
  return [...new Set(own)]
}

/** The academic year that runs at an institution, in the form that its country gives years; one query. */
export async function runningYearAt(
  work: Work,
  organisationId: string | undefined,
  today: DateOnly,
): Promise<AcademicYearId> {
  const row = organisationId
    ? await work.read
        .selectFrom('organisations')
        .select('country')
        .where('id', '=', organisationId)
        .executeTakeFirst()
    : undefined
  return academicYearOf(today, academicYearFormIn(row?.country ?? ''))
}

function isOwn({ actor }: Pick<Work, 'actor'>, organisationId: string): boolean {
  return (
    actor.kind === 'person' &&
    actor.grants.some(
      (grant) => grant.role === 'coordinator' && grant.organisationId === organisationId,
    )
  )
}

/** A student who may be nominated, by an enrolment. */
export interface Student {
  [fact: string]: unknown
  enrolmentId: string
  person_id: string
  sending_organisation_id: string
  degree_programme_id: string
  name: PersonName
  studentNumber: string
  programme: LocalText
  level: DegreeLevel
  iscedF: string | null
  endsOn: DateOnly | null
}

function students(work: Work) {
  return work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .select(['e.id as enrolmentId', 'e.person_id', 'e.degree_programme_id', 'p.name'])
    .select(['e.organisation_id as sending_organisation_id', 'd.names as programme', 'd.level'])
    .select(['e.student_number as studentNumber', 'd.isced_f as iscedF', 'e.ends_on as endsOn'])
    .where('p.state', '=', 'active')
}

/** The enrolment with an id, or null; one that has ended too, so that it can be said. */
export async function studentByEnrolment(work: Work, id: string): Promise<Student | null> {
  if (!isUuid(id)) return null
  return (await students(work).where('e.id', '=', id).executeTakeFirst()) ?? null
}

/** Students of some institutions whose name or number has what was typed, in the order of their numbers; one query. */
export function findStudents(
  work: Work,
  organisationIds: readonly string[],
  typed: string,
  most: number,
): Promise<Student[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  const like = `%${typed.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return students(work)
    .where('e.organisation_id', 'in', [...organisationIds])
    .where('e.ends_on', 'is', null)
    .where(
      sql<boolean>`(e.student_number ilike ${like} or p.name ->> 'native' ilike ${like} or p.name ->> 'romanised' ilike ${like})`,
    )
    .orderBy('e.student_number')
    .limit(most)
    .execute()
}

/** Students by exact numbers or addresses, as a list writes them; one query. */
export async function studentsNamed(
  work: Work,
  organisationIds: readonly string[],
  named: readonly string[],
): Promise<(Student & { address: string | null; startsOn: DateOnly })[]> {
  const lower = new Set(named.map((each) => each.toLowerCase()))
  const found = await namedStudents(work, organisationIds, named)
  return found.flatMap(({ personId, name, addresses, enrolments }) =>
    enrolments.map(({ id, organisationId, degreeProgrammeId, ...enrolment }) => ({
      ...enrolment,
      enrolmentId: id,
      person_id: personId,
      sending_organisation_id: organisationId,
      degree_programme_id: degreeProgrammeId,
      name,
      address: addresses.find((each) => lower.has(each)) ?? null,
    })),
  )
}

/** The years of alliance programmes that join an institution, as a choice; one query. */
export function programmeYearsOf(
  work: Work,
  organisationIds: readonly string[],
): Promise<{ id: string; names: LocalText; year: number }[]> {
  if (organisationIds.length === 0) return Promise.resolve([])
  const ids = sql`${[...organisationIds]}::uuid[]`
  return work.read
    .selectFrom('programme_years as y')
    .innerJoin('alliance_programmes as g', 'g.id', 'y.programme_id')
    .select(['y.id', 'g.names', 'y.year'])
    .where(
      sql<boolean>`(g.lead_organisation_id = any(${ids}) or exists (
        select from programme_partners x where x.programme_id = g.id and x.organisation_id = any(${ids})))`,
    )
    .orderBy('y.year', 'desc')
    .orderBy('g.code')
    .execute()
}
