import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'

/** Somebody who studies at an institution, with the enrolments there that rules look at. */
export interface KnownStudent {
  personId: string
  name: PersonName
  addresses: string[]
  numbers: string[]
  enrolments: { organisationId: string; level: string; intakeYear: number; startsOn: string }[]
}

/**
 * Those who study or studied at an institution and have one of these addresses or student numbers: nobody of another
 * institution is looked up. One query, however many.
 */
export async function studentsNamed(
  work: Work,
  organisationId: string,
  named: { addresses: readonly string[]; numbers: readonly string[] },
  today: string,
): Promise<KnownStudent[]> {
  const rows = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .innerJoin('degree_programmes as d', 'd.id', 'e.degree_programme_id')
    .leftJoin('person_emails as x', 'x.person_id', 'e.person_id')
    .select(['e.person_id', 'p.name', 'x.address', 'e.student_number', 'd.level', 'e.id'])
    .select(['e.intake_year', 'e.starts_on', 'e.ends_on', 'e.outcome'])
    .where('e.organisation_id', '=', organisationId)
    .where('p.state', '=', 'active')
    .where(
      sql<SqlBool>`e.person_id in (
        select n.person_id from enrolments n where n.organisation_id = ${organisationId}
          and n.student_number = any(${[...named.numbers]}::text[])
        union
        select a.person_id from person_emails a where a.address = any(${[...named.addresses]}::text[]))`,
    )
    .orderBy('e.person_id')
    .execute()
  return [...Map.groupBy(rows, ({ person_id }) => person_id)].map(([personId, own]) => {
    const runs = own.filter(
      ({ starts_on, ends_on, outcome }) =>
        outcome === null && starts_on <= today && (ends_on === null || ends_on >= today),
    )
    return {
      personId,
      name: own[0]!.name,
      addresses: [...new Set(own.flatMap(({ address }) => address ?? []))],
      numbers: [...new Set(own.map(({ student_number }) => student_number))],
      enrolments: [...new Map(runs.map((row) => [row.id, row])).values()].map((row) => ({
        organisationId,
        level: row.level,
        intakeYear: row.intake_year,
        startsOn: row.starts_on,
      })),
    }
  })
}

/** Who has an application to a call that was not withdrawn. */
export async function applicantsOf(
  work: Work,
  callId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  const rows = await work.read
    .selectFrom('call_applications')
    .select('person_id')
    .where('call_id', '=', callId)
    .where('state', '<>', 'withdrawn')
    .where(sql<SqlBool>`person_id = any(${[...personIds]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
