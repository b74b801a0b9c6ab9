import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { nameOrder } from '#kernel/identity'
import { dateInZone, type DateOnly, type LocalText, type PersonName } from '#kernel/values'
import type { AppointmentRole, EnrolmentOutcome } from '../schema.ts'

/** An appointment at the organisation, as a list shows it. */
export interface AppointmentFact {
  id: string
  role: AppointmentRole
  startsOn: DateOnly
  endsOn: DateOnly | null
  unit: LocalText | null
  programme: string | null
}

/** An enrolment at the organisation, as a list shows it. */
export interface EnrolmentFact {
  id: string
  studentNumber: string
  programme: string
  programmeNames: LocalText
  intakeYear: number
  startsOn: DateOnly
  endsOn: DateOnly | null
  outcome: EnrolmentOutcome | null
}

/** A person of an organisation: who acts for it or studies there. */
export interface PersonRow {
  id: string
  name: PersonName
  email: string | null
  appointments: AppointmentFact[]
  enrolments: EnrolmentFact[]
}

/** What narrows the list of an organisation's people; kept in the address. */
export interface PeopleFilter {
  q?: string | undefined
  role?: AppointmentRole | 'student' | undefined
  programmeId?: string | undefined
  /** Who acts or studies now (unless said), who did, or all. */
  when?: 'now' | 'past' | 'all' | undefined
  sort?: 'name' | '-name' | 'newest' | undefined
  /** Only those who cannot sign in yet and are not invited. */
  access?: 'none' | undefined
  page: number
  /** How many rows a page has; as many as the list shows unless said. */
  perPage?: number
  /** Only these persons, or the persons of these appointments: what was chosen in the list. */
  chosen?: { of: 'persons' | 'appointments'; ids: readonly string[] } | undefined
}

export const peoplePerPage = 50

const noId = '00000000-0000-0000-0000-000000000000'

/** One page of an organisation's people and how many there are; one query. Nobody sees the people of another's office. */
export async function peopleOf(
  work: Work,
  organisationId: string,
  filter: PeopleFilter,
): Promise<{ rows: PersonRow[]; total: number }> {
  if (!work.may('alliance.person.read', { organisation_id: organisationId })) {
    return { rows: [], total: 0 }
  }
  const today = await todayAt(work, organisationId)
  const like = filter.q && `%${filter.q.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const perPage = filter.perPage ?? peoplePerPage
  const appointments = appointmentsJson(organisationId)
  const enrolments = enrolmentsJson(organisationId)
  const latest = sql`greatest(
    (select max(a.starts_on) from appointments a where a.person_id = p.id and a.organisation_id = ${organisationId}),
    (select max(e.starts_on) from enrolments e where e.person_id = p.id and e.organisation_id = ${organisationId}))`
  const rows = await work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as m', (join) =>
      join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true),
    )
    .select([
      'p.id',
      'p.name',
      'm.address',
      appointments.as('appointments'),
      enrolments.as('enrolments'),
      sql<bigint>`count(*) over ()`.as('total'),
    ])
    .where('p.state', '=', 'active')
    .where(belongs(organisationId, today, filter))
    .$if(Boolean(like), (query) =>
      query.where(
        sql<boolean>`(p.native_key like ${like} or p.romanised_key like ${like} or lower(p.name->>'native') like ${like}
          or lower(p.name->>'romanised') like ${like} or m.address like ${like} or exists (select 1 from enrolments e
            where e.person_id = p.id and e.organisation_id = ${organisationId} and lower(e.student_number) like ${like}))`,
      ),
    )
    .$if(filter.access === 'none', (query) => query.where(cannotSignIn(work)))
    .$if(filter.chosen !== undefined, (query) => {
      const ids = filter.chosen!.ids.length === 0 ? [noId] : [...filter.chosen!.ids]
      return filter.chosen!.of === 'persons'
        ? query.where('p.id', 'in', ids)
        : query.where('p.id', 'in', (eb) =>
            eb.selectFrom('appointments').select('person_id').where('id', 'in', ids),
          )
    })
    .orderBy(
      filter.sort === 'newest' ? latest : nameOrder(work.language),
      filter.sort === 'newest' || filter.sort === '-name' ? 'desc' : 'asc',
    )
    .orderBy('p.id')
    .limit(perPage)
    .offset((filter.page - 1) * perPage)
    .execute()
  return {
    rows: rows.map(({ id, name, address, appointments, enrolments }) => ({
      id,
      name,
      email: address,
      appointments,
      enrolments,
    })),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** Nobody has proven the address `m` of the person `p`, and no invitation to it is open. */
export function cannotSignIn(work: Work) {
  return sql<boolean>`m.address is not null and m.verified_at is null and not exists (
    select from invitations i where i.address = m.address and i.accepted_at is null
      and i.withdrawn_at is null and i.expires_at > ${work.now})`
}

/** A person as an organisation knows them; null where they never acted for it or studied there, or the actor may not see. */
export async function personAt(
  work: Work,
  organisationId: string,
  personId: string,
): Promise<(PersonRow & { preferredLanguage: string }) | null> {
  const facts = { organisation_id: organisationId, person_id: personId }
  if (!work.may('alliance.person.read', facts)) return null
  const row = await work.read
    .selectFrom('persons as p')
    .leftJoin('person_emails as m', (join) =>
      join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true),
    )
    .select([
      'p.id',
      'p.name',
      'p.preferred_language',
      'm.address',
      appointmentsJson(organisationId).as('appointments'),
      enrolmentsJson(organisationId).as('enrolments'),
    ])
    .where('p.id', '=', personId)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!row || row.appointments.length + row.enrolments.length === 0) return null
  return {
    id: row.id,
    name: row.name,
    email: row.address,
    preferredLanguage: row.preferred_language,
    appointments: row.appointments,
    enrolments: row.enrolments,
  }
}

/** Today as the organisation's own calendar has it. */
export async function todayAt(work: Work, organisationId: string): Promise<DateOnly> {
  const row = await work.read
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  return dateInZone(work.now, row?.time_zone ?? 'UTC')
}

function belongs(organisationId: string, today: DateOnly, filter: PeopleFilter) {
  const when = filter.when ?? 'now'
  const runs = (alias: string) => {
    const [first, last] = [sql.ref(`${alias}.starts_on`), sql.ref(`${alias}.ends_on`)]
    // Who comes next month is of interest to an office today: only what is over is past.
    if (when === 'now') return sql`coalesce(${last} >= ${today}, true)`
    return when === 'past' ? sql`${last} < ${today}` : sql`${first} is not null`
  }
  const programme = (column: string) =>
    filter.programmeId === undefined ? sql`true` : sql`${sql.ref(column)} = ${filter.programmeId}`
  const acts = sql<boolean>`exists (select 1 from appointments a where a.person_id = p.id
    and a.organisation_id = ${organisationId} and ${runs('a')} and ${programme('a.degree_programme_id')}
    and ${filter.role === undefined ? sql`true` : sql`a.role = ${filter.role}`})`
  const studies = sql<boolean>`exists (select 1 from enrolments e where e.person_id = p.id
    and e.organisation_id = ${organisationId} and ${runs('e')} and ${programme('e.degree_programme_id')})`
  if (filter.role === 'student') return studies
  return filter.role === undefined ? sql<boolean>`(${acts} or ${studies})` : acts
}

function appointmentsJson(organisationId: string) {
  return sql<AppointmentFact[]>`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', a.id, 'role', a.role, 'startsOn', a.starts_on, 'endsOn', a.ends_on, 'unit', u.names, 'programme', d.code)
      order by a.starts_on desc, a.id), '[]'::jsonb)
    from appointments a
    left join units u on u.id = a.unit_id
    left join degree_programmes d on d.id = a.degree_programme_id
    where a.person_id = p.id and a.organisation_id = ${organisationId})`
}

function enrolmentsJson(organisationId: string) {
  return sql<EnrolmentFact[]>`(select coalesce(jsonb_agg(jsonb_build_object(
      'id', e.id, 'studentNumber', e.student_number, 'programme', d.code, 'programmeNames', d.names,
      'intakeYear', e.intake_year, 'startsOn', e.starts_on, 'endsOn', e.ends_on, 'outcome', e.outcome)
      order by e.starts_on desc, e.id), '[]'::jsonb)
    from enrolments e
    join degree_programmes d on d.id = e.degree_programme_id
    where e.person_id = p.id and e.organisation_id = ${organisationId})`
}
