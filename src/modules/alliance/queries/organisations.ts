import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { compareText, localised, type DateOnly, type LocalText } from '#kernel/values'
import type { MembershipKind, Sector } from '../schema.ts'

/** An organisation as lists and maps show it. */
export interface OrganisationRow {
  id: string
  names: LocalText
  acronym: string | null
  ror: string | null
  country: string
  city: LocalText
  /** A known place, or null: then no pin is drawn. */
  place: { latitude: number; longitude: number } | null
  sectors: Sector[]
  membership: { kind: MembershipKind; startsOn: DateOnly } | null
  invented: boolean
}

/** What narrows a list of organisations. */
export interface OrganisationFilter {
  sector?: Sector | undefined
  country?: string | undefined
  q?: string | undefined
  /** Only those whose membership runs today. */
  members?: boolean
}

/** Organisations in the reader's order; one query. */
export async function listOrganisations(
  work: Work,
  filter: OrganisationFilter = {},
): Promise<OrganisationRow[]> {
  const rows = await organisationRows(work)
    .$if(filter.members === true, (query) => query.where('m.id', 'is not', null))
    .$if(filter.country !== undefined, (query) => query.where('o.country', '=', filter.country!))
    .$if(filter.sector !== undefined, (query) =>
      query.where(sql<boolean>`${filter.sector} = any(${playedSectors(work)})`),
    )
    .$if(filter.q !== undefined, (query) => {
      const like = `%${filter.q!.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
      return query.where(
        sql<boolean>`(o.acronym ilike ${like} or exists (
          select 1 from jsonb_each_text(o.names) as name where name.value ilike ${like}))`,
      )
    })
    .execute()
  return rows
    .map(asOrganisation)
    .toSorted((a, b) => compareText(work.language, nameIn(work, a), nameIn(work, b)))
}

/** Everything that the page of an organisation says; the number of queries does not depend on how much there is. */
export async function organisationPage(work: Work, id: string) {
  const row = await organisationRows(work)
    .select([
      'o.summary',
      'o.website',
      'o.established_year',
      'o.time_zone',
      'o.currency',
      'o.identifiers',
    ])
    .where('o.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const [units, degreeProgrammes, terms, memberships] = await Promise.all([
    unitsOf(work, id),
    degreeProgrammesOf(work, id),
    termsOf(work, id),
    work.read
      .selectFrom('memberships')
      .selectAll()
      .where('organisation_id', '=', id)
      .orderBy('starts_on')
      .execute(),
  ])
  return {
    ...asOrganisation(row),
    summary: row.summary,
    website: row.website,
    establishedYear: row.established_year,
    timeZone: row.time_zone,
    currency: row.currency,
    latitude: row.latitude,
    longitude: row.longitude,
    units,
    degreeProgrammes,
    terms,
    memberships,
  }
}

/** The page of an organisation, as its view takes it. */
export type OrganisationPage = NonNullable<Awaited<ReturnType<typeof organisationPage>>>

/** The units of an organisation, open ones first, in the reader's order. */
export async function unitsOf(work: Work, organisationId: string) {
  const rows = await work.read
    .selectFrom('units')
    .select(['id', 'names', 'code', 'kind', 'parent_id', 'closed_on'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.toSorted(
    (a, b) =>
      Number(a.closed_on !== null) - Number(b.closed_on !== null) ||
      compareText(work.language, textIn(work, a.names), textIn(work, b.names)),
  )
}

/** The degree programmes of an organisation, by code. */
export function degreeProgrammesOf(work: Work, organisationId: string) {
  return work.read
    .selectFrom('degree_programmes as d')
    .leftJoin('units as u', 'u.id', 'd.unit_id')
    .select([
      'd.id',
      'd.code',
      'd.names',
      'd.level',
      'd.isced_f',
      'd.total_credit',
      'd.credit_scheme',
      'd.closed_on',
      'd.unit_id',
      'u.names as unit_names',
    ])
    .where('d.organisation_id', '=', organisationId)
    .orderBy('d.code')
    .execute()
}

/** The terms of an organisation, the newest first. */
export function termsOf(work: Work, organisationId: string) {
  return work.read
    .selectFrom('academic_terms')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('starts_on', 'desc')
    .execute()
}

/** The shared addresses of an organisation's offices. */
export function mailboxesOf(work: Work, organisationId: string) {
  return work.read
    .selectFrom('office_mailboxes as x')
    .leftJoin('units as u', 'u.id', 'x.unit_id')
    .select(['x.id', 'x.address', 'x.role', 'x.names', 'u.names as unit_names'])
    .where('x.organisation_id', '=', organisationId)
    .orderBy('x.address')
    .orderBy('x.role')
    .execute()
}

/** Names of organisations for a choice, in the reader's order. */
export async function organisationOptions(work: Work): Promise<{ id: string; name: string }[]> {
  const rows = await work.read.selectFrom('organisations').select(['id', 'names']).execute()
  return rows
    .map((row) => ({ id: row.id, name: textIn(work, row.names) }))
    .toSorted((a, b) => compareText(work.language, a.name, b.name))
}

/** Names of some organisations, by id; one query, none for an empty list. */
export async function organisationNames(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, LocalText>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.names]))
}

function organisationRows(work: Work) {
  const today = sql<DateOnly>`(${work.now}::timestamptz at time zone o.time_zone)::date`
  return work.read
    .selectFrom('organisations as o')
    .leftJoin('memberships as m', (join) =>
      join
        .onRef('m.organisation_id', '=', 'o.id')
        .on('m.starts_on', '<=', today)
        .on((eb) => eb.or([eb('m.ends_on', 'is', null), eb('m.ends_on', '>=', today)])),
    )
    .select([
      'o.id',
      'o.names',
      'o.acronym',
      'o.ror',
      'o.country',
      'o.city',
      'o.latitude',
      'o.longitude',
      'o.invented',
      'm.kind as membership_kind',
      'm.starts_on as member_since',
      playedSectors(work).as('sectors'),
    ])
}

function playedSectors(work: Work) {
  const today = sql`(${work.now}::timestamptz at time zone o.time_zone)::date`
  return sql<Sector[]>`array(
    select s.sector from sector_roles s
    where s.organisation_id = o.id and s.engagement = 'alliance'
      and s.starts_on <= ${today} and coalesce(s.ends_on >= ${today}, true)
    order by s.sector)`
}

type Row = Awaited<ReturnType<ReturnType<typeof organisationRows>['execute']>>[number]

function asOrganisation(row: Row): OrganisationRow {
  return {
    id: row.id,
    names: row.names,
    acronym: row.acronym,
    ror: row.ror,
    country: row.country,
    city: row.city,
    place:
      row.latitude !== null && row.longitude !== null
        ? { latitude: Number(row.latitude), longitude: Number(row.longitude) }
        : null,
    sectors: row.sectors,
    membership:
      row.membership_kind === null || row.member_since === null
        ? null
        : { kind: row.membership_kind, startsOn: row.member_since },
    invented: row.invented,
  }
}

function nameIn(work: Work, organisation: OrganisationRow): string {
  return textIn(work, organisation.names)
}

function textIn(work: Work, names: LocalText): string {
  return localised(names, work.language).text
}

/** What is known of the organisation that a route is about. */
export interface OrganisationFacts extends Record<string, unknown> {
  id: string
  organisation_id: string
  names: LocalText
  timeZone: string
}

/** The organisation with an id, as a route knows it; null when there is none. */
export async function organisationFacts(work: Work, id: string): Promise<OrganisationFacts | null> {
  const row = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return { id: row.id, organisation_id: row.id, names: row.names, timeZone: row.time_zone }
}
