import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import type { Language, LocalText, PersonName } from '#kernel/values'

/** An organisation that knows a person, and its calendar. */
export interface PlaceOfPerson {
  id: string
  names: LocalText
  country: string
  timeZone: string
}

/** A person as somebody of the house deals with their data. */
export interface KnownPerson {
  [fact: string]: unknown
  /** The organisation through which they are dealt with. */
  id: string
  organisation_id: string
  names: LocalText
  person_id: string
  name: PersonName
  language: Language
  /** Whether they can sign in, and so deal with their data themselves. */
  has_account: boolean
  /** Whether another organisation knows them as well. */
  known_elsewhere: boolean
}

/** The organisations at which a person acts, acted, studies, studied or takes part, by their names' order in English. */
export async function placesOfPerson(work: Work, personId: string): Promise<PlaceOfPerson[]> {
  const rows = await work.read
    .selectFrom('organisations as o')
    .select(['o.id', 'o.names', 'o.country', 'o.time_zone'])
    .where(knows('o.id', personId))
    .orderBy(sql`o.names ->> 'en'`)
    .orderBy('o.id')
    .execute()
  return rows.map(({ id, names, country, time_zone }) => ({
    id,
    names,
    country,
    timeZone: time_zone,
  }))
}

/** A person at an organisation that knows them, or null. */
export async function personKnownAt(
  work: Work,
  organisationId: string,
  personId: string,
): Promise<KnownPerson | null> {
  const row = await knownPersons(work)
    .where('o.id', '=', organisationId)
    .where('p.id', '=', personId)
    .executeTakeFirst()
  return row ?? null
}

/** People whom somebody of the house looks for, by student number, address or a part of the name; at most so many. */
export async function findPersons(
  work: Work,
  typed: string,
  /** The organisations for which the reader acts; null for all. */
  organisationIds: readonly string[] | null,
  limit: number,
): Promise<KnownPerson[]> {
  const like = `%${typed.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`
  return knownPersons(work)
    .$if(organisationIds !== null, (query) =>
      query.where(sql<SqlBool>`o.id = any(${[...(organisationIds ?? [])]}::uuid[])`),
    )
    .where((eb) =>
      eb.or([
        sql<SqlBool>`lower(concat_ws(' ', p.name ->> 'native', p.name ->> 'romanised',
          p.name ->> 'passportGiven', p.name ->> 'passportFamily')) like ${like}`,
        eb.exists(
          eb
            .selectFrom('person_emails as e')
            .select('e.id')
            .whereRef('e.person_id', '=', 'p.id')
            .where('e.address', '=', typed.toLowerCase()),
        ),
        eb.exists(
          eb
            .selectFrom('enrolments as n')
            .select('n.id')
            .whereRef('n.person_id', '=', 'p.id')
            .where('n.student_number', '=', typed),
        ),
      ]),
    )
    .orderBy(nameOrder(work.language))
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

/** People of an organisation by what somebody typed: a student number there or an address; as whole words, one query. */
export async function personsTyped(
  work: Work,
  organisationId: string,
  typed: readonly string[],
): Promise<Map<string, { person_id: string; name: PersonName }>> {
  const found = new Map<string, { person_id: string; name: PersonName }>()
  if (typed.length === 0) return found
  const addresses = typed.map((each) => each.toLowerCase())
  const rows = await work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as e', (join) =>
      join
        .onRef('e.person_id', '=', 'p.id')
        .on(sql<SqlBool>`e.address = any(${addresses}::text[])`),
    )
    .leftJoin('enrolments as n', (join) =>
      join
        .onRef('n.person_id', '=', 'p.id')
        .on('n.organisation_id', '=', organisationId)
        .on(sql<SqlBool>`n.student_number = any(${[...typed]}::text[])`),
    )
    .select(['p.id as person_id', 'p.name', 'e.address', 'n.student_number'])
    .where('p.state', '=', 'active')
    .where((eb) => eb.or([eb('e.id', 'is not', null), eb('n.id', 'is not', null)]))
    .where(
      sql<SqlBool>`exists (select from organisations o where o.id = ${organisationId} and ${knows('o.id', sql.ref('p.id'))})`,
    )
    .execute()
  for (const { address, student_number, ...person } of rows) {
    if (address !== null) found.set(address, person)
    if (student_number !== null) found.set(student_number, person)
  }
  return found
}

function knownPersons(work: Work) {
  return work.read
    .selectFrom('persons as p')
    .innerJoin('organisations as o', (join) => join.on(knows('o.id', sql.ref('p.id'))))
    .select(['o.id', 'o.id as organisation_id', 'o.names', 'p.id as person_id', 'p.name'])
    .select('p.preferred_language as language')
    .select(canSignIn.as('has_account'))
    .select(
      sql<boolean>`exists (select from organisations y
        where y.id <> o.id and ${knows('y.id', sql.ref('p.id'))})`.as('known_elsewhere'),
    )
    .where('p.state', '=', 'active')
}

/** Whether a person has a proven address or another way of signing in. */
const canSignIn = sql<boolean>`(
  exists (select from person_emails x where x.person_id = p.id and x.verified_at is not null)
  or exists (select from password_credentials x where x.person_id = p.id)
  or exists (select from passkeys x where x.person_id = p.id)
  or exists (select from federated_identities x where x.person_id = p.id))`

function knows(organisation: string, personId: unknown) {
  const place = sql.ref(organisation)
  return sql<SqlBool>`(
    exists (select from appointments x where x.organisation_id = ${place} and x.person_id = ${personId})
    or exists (select from enrolments x where x.organisation_id = ${place} and x.person_id = ${personId})
    or exists (select from cohort_members x where x.organisation_id = ${place} and x.person_id = ${personId}))`
}
