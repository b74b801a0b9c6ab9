import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText, PersonName } from '#kernel/values'
import type { DegreeLevel, EnrolmentOutcome } from '../schema.ts'

/** An enrolment of somebody whom a list names. */
export interface NamedEnrolment {
  id: string
  organisationId: string
  studentNumber: string
  degreeProgrammeId: string
  programme: LocalText
  level: DegreeLevel
  iscedF: string | null
  intakeYear: number
  startsOn: DateOnly
  endsOn: DateOnly | null
  outcome: EnrolmentOutcome | null
}

/** Somebody whom a list names, with the enrolments at the institutions that were asked about. */
export interface NamedStudent {
  personId: string
  name: PersonName
  addresses: string[]
  numbers: string[]
  /** Those that run first. */
  enrolments: NamedEnrolment[]
}

/**
 * Those who study or studied at some institutions and are named by a student number or an address, in whatever case: nobody
 * of another institution is looked up. One query, however many.
 */
export async function studentsNamed(
  work: Work,
  organisationIds: readonly string[],
  named: readonly string[],
): Promise<NamedStudent[]> {
  if (organisationIds.length === 0 || named.length === 0) return []
  const places = sql`${[...organisationIds]}::uuid[]`
  const lower = named.map((each) => each.toLowerCase())
  const numbers = [...new Set([...named, ...lower, ...named.map((each) => each.toUpperCase())])]
  const rows = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .leftJoin('person_emails as x', 'x.person_id', 'e.person_id')
    .select(['e.id', 'e.organisation_id as organisationId', 'e.student_number as studentNumber'])
    .select(['e.degree_programme_id as degreeProgrammeId', 'd.names as programme', 'd.level'])
    .select(['d.isced_f as iscedF', 'e.intake_year as intakeYear', 'e.starts_on as startsOn'])
    .select(['e.ends_on as endsOn', 'e.outcome', 'e.person_id', 'p.name', 'x.address'])
    .where(sql<SqlBool>`e.organisation_id = any(${places})`)
    .where('p.state', '=', 'active')
    .where(
      sql<SqlBool>`e.person_id in (
        select n.person_id from enrolments n where n.organisation_id = any(${places})
          and n.student_number = any(${numbers}::text[])
        union
        select a.person_id from person_emails a where a.address = any(${lower}::text[]))`,
    )
    .orderBy('e.person_id')
    .orderBy(sql`e.ends_on desc nulls first`)
    .orderBy('e.id')
    .execute()
  return [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([personId, own]) => ({
    personId,
    name: own[0]!.name,
    addresses: [...new Set(own.flatMap(({ address }) => address ?? []))],
    numbers: [...new Set(own.map(({ studentNumber }) => studentNumber))],
    enrolments: [...new Map(own.map((row) => [row.id, row])).values()].map(
      ({ person_id: _person, name: _name, address: _address, ...enrolment }) => enrolment,
    ),
  }))
}
