import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { Sector } from '#modules/alliance'
import type { KnownPlace } from '../formats/past-rows.ts'
import type { PositionMode } from '../schema.ts'

/** An internship of a past year, as a list told it. */
export interface PastPlacementRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  person_id: string
  personName: PersonName
  school: LocalText
  host: string
  hostOrganisationId: string | null
  country: string
  city: string | null
  sector: Sector | null
  title: string | null
  startsOn: DateOnly
  endsOn: DateOnly
  hours: number | null
  field: string | null
  mode: PositionMode | null
  tutor: string | null
  mentor: string | null
  result: string | null
  credit: string | null
  importedAt: Date
}

function pastPlacements(work: Work) {
  return work.read
    .selectFrom('internship_past_placements')
    .innerJoin('persons as s', 's.id', 'internship_past_placements.person_id')
    .innerJoin('organisations as o', 'o.id', 'internship_past_placements.organisation_id')
    .innerJoin('internship_past_imports as i', 'i.id', 'internship_past_placements.import_id')
    .select(['internship_past_placements.id', 'internship_past_placements.organisation_id'])
    .select(['internship_past_placements.person_id', 's.name as personName', 'o.names as school'])
    .select(['host', 'host_organisation_id as hostOrganisationId'])
    .select(['internship_past_placements.country', 'internship_past_placements.city', 'title'])
    .select('internship_past_placements.sector')
    .select(['starts_on as startsOn', 'ends_on as endsOn', 'hours', 'field', 'mode'])
    .select(['tutor', 'mentor', 'result', 'credit', 'i.imported_at as importedAt'])
}

/** An internship of a past year by its id. */
export async function pastPlacementById(work: Work, id: string): Promise<PastPlacementRow | null> {
  if (!isUuid(id)) return null
  const row = await pastPlacements(work)
    .where('internship_past_placements.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A person's own internships of past years, the newest first. */
export function pastPlacementsOf(work: Work, personId: string): Promise<PastPlacementRow[]> {
  return pastPlacements(work)
    .where('internship_past_placements.person_id', '=', personId)
    .orderBy('starts_on', 'desc')
    .execute()
}

/** The internships of past years that an office may list, the newest first; a page begins after `after`. */
export function officePast(
  work: Work,
  { after, size }: { after: { startsOn: DateOnly; id: string } | null; size: number },
): Promise<PastPlacementRow[]> {
  return pastPlacements(work)
    .where(work.scope('internships.past.list', 'internship_past_placements'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(starts_on, internship_past_placements.id) < (${after!.startsOn}::date, ${after!.id}::uuid)`,
      ),
    )
    .orderBy('starts_on', 'desc')
    .orderBy('internship_past_placements.id', 'desc')
    .limit(size)
    .execute()
}

/** A list that was brought in and stands. */
export interface PastImportRow {
  id: string
  organisation_id: string
  school: LocalText
  importedAt: Date
  added: number
  completed: number
}

/** The lists that stand and that an office may take back, the newest first. */
export function pastImports(work: Work, most: number): Promise<PastImportRow[]> {
  return work.read
    .selectFrom('internship_past_imports')
    .innerJoin('organisations as o', 'o.id', 'internship_past_imports.organisation_id')
    .select(['internship_past_imports.id', 'organisation_id', 'o.names as school'])
    .select('imported_at as importedAt')
    .select(sql<number>`jsonb_array_length(completed)`.as('completed'))
    .select(
      sql<number>`(select count(*)::int from internship_past_placements p
        where p.import_id = internship_past_imports.id)`.as('added'),
    )
    .where(work.scope('internships.past.manage', 'internship_past_imports'))
    .where('undone_at', 'is', null)
    .orderBy('imported_at', 'desc')
    .orderBy('internship_past_imports.id', 'desc')
    .limit(most)
    .execute()
}

/** An internship that a row of a list may be the same as. */
export interface Standing {
  id: string
  personId: string
  host: string
  hostOrganisationId: string | null
  startsOn: DateOnly
  endsOn: DateOnly
  /** The school that brought it in from a list, whose next list completes it; null for what was placed here. */
  organisationId: string | null
  facts: Record<string, unknown>
}

/** What is known of the internships of some persons, of this year and of past ones; two queries. */
export async function standingOf(work: Work, personIds: readonly string[]): Promise<Standing[]> {
  const ids = sql`${[...new Set(personIds)]}::uuid[]`
  const current = await work.read
    .selectFrom('internship_placements as l')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .select(['l.id', 'l.person_id as personId', 'h.name as host'])
    .select(['h.host_organisation_id as hostOrganisationId', 'l.starts_on as startsOn'])
    .select('l.ends_on as endsOn')
    .where(sql<boolean>`l.person_id = any(${ids})`)
    .execute()
  const past = await work.read
    .selectFrom('internship_past_placements')
    .selectAll()
    .where(sql<boolean>`person_id = any(${ids})`)
    .execute()
  return [
    ...current.map((row) => ({ ...row, organisationId: null, facts: {} })),
    ...past.map((row) => ({
      id: row.id,
      personId: row.person_id,
      host: row.host,
      hostOrganisationId: row.host_organisation_id,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      organisationId: row.organisation_id,
      facts: { ...row },
    })),
  ]
}

/** The sector of an organisation that has one and no other. */
const onlySector = sql<Sector | null>`(select min(r.sector) from sector_roles r
  where r.organisation_id = organisations.id having count(distinct r.sector) = 1)`.as('sector')

/** The vetted hosts and the organisations that a list may name, and the schools for which the reader may bring one in. */
export async function placesFor(work: Work, hosts: readonly string[]) {
  const organisations = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'acronym', 'country'])
    .select(onlySector)
    .execute()
  const lower = [...new Set(hosts.map((host) => host.toLowerCase()))]
  const vetted = await work.read
    .selectFrom('internship_hosts')
    .select(['name', 'country', 'city', 'sector', 'host_organisation_id'])
    .where(sql<boolean>`lower(name) = any(${lower}::text[])`)
    .orderBy('id')
    .execute()
  const sectorIn = new Map(organisations.map(({ id, sector }) => [id, sector]))
  const places: KnownPlace[] = [
    ...vetted.map(({ name, country, city, sector, host_organisation_id: organisationId }) => ({
      names: [name],
      sector: sector ?? sectorIn.get(organisationId ?? '') ?? null,
      organisationId,
      country,
      city,
    })),
    ...organisations.map(({ id, names, acronym, country, sector }) => ({
      sector,
      names: [...Object.values(names), ...(acronym ? [acronym] : [])],
      organisationId: id,
      country,
      city: null,
    })),
  ]
  const schools = organisations.filter(({ id }) =>
    work.may('internships.past.manage', { organisation_id: id }),
  )
  return { places, schools }
}
