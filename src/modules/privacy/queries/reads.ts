import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type PersonName } from '#kernel/values'

/** A read as the person hears of it: no reader's name in it. */
export interface ReadOfMine {
  requestId: string
  readAt: Date
  role: string | null
  organisationIds: string[]
  asStandIn: boolean
  byLink: boolean
  action: string
  route: string
  personCount: number
  /** False for a list that was longer than what is kept of it: the person may have been on it. */
  isCertain: boolean
}

/** A read as the administrator of the reader's organisation sees it. */
export interface ReadByStaff extends ReadOfMine {
  readerId: string | null
  readerName: PersonName | null
  personIds: string[]
  filter: Record<string, string> | null
}

/** What narrows a record of reads. */
export interface ReadFilter {
  organisationId?: string | undefined
  readerId?: string | undefined
  /** The routes that are told by the same words. */
  routes?: readonly ReadRoute[] | undefined
  /** Only older ones than this; the first page without. */
  before?: ReadCursor | undefined
  limit: number
}

/** A place in a record of reads. */
export interface ReadCursor {
  readAt: Date
  requestId: string
}

/** What was asked for: words are found for it. */
export interface ReadRoute {
  route: string
  action: string
}

/** The place after a row, as an address carries it. */
export function cursorText({ readAt, requestId }: ReadCursor): string {
  return `${readAt.toISOString()}_${requestId}`
}

/** The place that an address names, or none. */
export function cursorOf(text: string | null): ReadCursor | undefined {
  const [at = '', requestId] = (text ?? '').split('_')
  const readAt = new Date(at)
  if (!isUuid(requestId) || Number.isNaN(readAt.getTime())) return undefined
  return { readAt, requestId }
}

/**
 * Who read the data of a person, the latest first: by the ids that the person has and had. Lists that were longer than
 * what is kept of them are told to the people of the organisations around.
 */
export async function readsOfPerson(
  work: Work,
  who: { personIds: readonly string[]; organisationIds: readonly string[] },
  filter: ReadFilter,
): Promise<{ reads: ReadOfMine[]; next: ReadCursor | null }> {
  const rows = await narrowed(work, filter)
    .select(isAbout(who.personIds).as('is_certain'))
    .where(concerns(who))
    .where((eb) =>
      eb.or([eb('reader_id', 'is', null), eb('reader_id', 'not in', [...who.personIds])]),
    )
    .execute()
  return page(rows.map(readOf), filter.limit)
}

/** Which organisations and which routes stand in a person's record: what its filter offers. One query. */
export async function readChoices(
  work: Work,
  who: { personIds: readonly string[]; organisationIds: readonly string[] },
): Promise<{ organisationIds: string[]; routes: ReadRoute[] }> {
  const rows = await work.read
    .selectFrom('personal_reads')
    .select(['organisation_ids', 'route', 'action'])
    .distinct()
    .where(concerns(who))
    .execute()
  return choicesOf(rows)
}

/** What the people of an organisation read about others, the latest first. The caller asks who may see it. */
export async function readsByStaff(
  work: Work,
  organisationId: string,
  filter: ReadFilter,
): Promise<{ reads: ReadByStaff[]; next: ReadCursor | null }> {
  const rows = await narrowed(work, { ...filter, organisationId })
    .leftJoin('persons as reader', 'reader.id', 'personal_reads.reader_id')
    .select(['personal_reads.reader_id', 'reader.name', 'person_ids', 'filter'])
    .select(sql<boolean>`true`.as('is_certain'))
    .$if(filter.readerId !== undefined, (query) => query.where('reader_id', '=', filter.readerId!))
    .execute()
  const reads = rows.map((row) => ({
    ...readOf(row),
    readerId: row.reader_id,
    readerName: row.name,
    personIds: row.person_ids,
    filter: row.filter,
  }))
  return page(reads, filter.limit)
}

/** Who of an organisation has read, and what: what the filter of its record offers. Two queries. */
export async function staffReadChoices(work: Work, organisationId: string) {
  const atOrganisation = sql<SqlBool>`organisation_ids @> array[${organisationId}::uuid]`
  const readers = await work.read
    .selectFrom('personal_reads')
    .innerJoin('persons as p', 'p.id', 'personal_reads.reader_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where(atOrganisation)
    .execute()
  const routes = await work.read
    .selectFrom('personal_reads')
    .select(['organisation_ids', 'route', 'action'])
    .distinct()
    .where(atOrganisation)
    .execute()
  return { readers, routes: choicesOf(routes).routes }
}

function narrowed(work: Work, { organisationId, routes, before, limit }: ReadFilter) {
  return work.read
    .selectFrom('personal_reads')
    .select(['request_id', 'read_at', 'role', 'organisation_ids', 'on_behalf_of', 'link_id'])
    .select(['action', 'route', 'person_count'])
    .$if(organisationId !== undefined, (query) =>
      query.where(sql<SqlBool>`organisation_ids @> array[${organisationId!}::uuid]`),
    )
    .$if(routes !== undefined, (query) => query.where(amongRoutes(routes!)))
    .$if(before !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(read_at, request_id) < (${before!.readAt}::timestamptz, ${before!.requestId}::uuid)`,
      ),
    )
    .orderBy('read_at', 'desc')
    .orderBy('request_id', 'desc')
    .limit(limit + 1)
}

function amongRoutes(routes: readonly ReadRoute[]) {
  if (routes.length === 0) return sql<SqlBool>`false`
  const pairs = routes.map(({ route, action }) => sql`(${route}, ${action})`)
  return sql<SqlBool>`(route, action) in (${sql.join(pairs)})`
}

function isAbout(personIds: readonly string[]) {
  return sql<boolean>`person_ids && ${[...personIds]}::uuid[]`
}

function concerns(who: { personIds: readonly string[]; organisationIds: readonly string[] }) {
  return sql<SqlBool>`(${isAbout(who.personIds)}
    or (person_count > cardinality(person_ids) and organisation_ids && ${[...who.organisationIds]}::uuid[]))`
}

interface Row {
  request_id: string
  read_at: Date
  role: string | null
  organisation_ids: string[]
  on_behalf_of: string | null
  link_id: string | null
  action: string
  route: string
  person_count: number
  is_certain: boolean
}

function readOf(row: Row): ReadOfMine {
  return {
    requestId: row.request_id,
    readAt: row.read_at,
    role: row.role,
    organisationIds: row.organisation_ids,
    asStandIn: row.on_behalf_of !== null,
    byLink: row.link_id !== null,
    action: row.action,
    route: row.route,
    personCount: row.person_count,
    isCertain: row.is_certain,
  }
}

function page<Read extends ReadOfMine>(reads: Read[], limit: number) {
  const shown = reads.slice(0, limit)
  const last = shown.at(-1)
  return { reads: shown, next: reads.length > limit && last ? last : null }
}

function choicesOf(rows: readonly { organisation_ids: string[]; route: string; action: string }[]) {
  const routes = new Map(rows.map(({ route, action }) => [`${route} ${action}`, { route, action }]))
  return {
    organisationIds: [...new Set(rows.flatMap((row) => row.organisation_ids))],
    routes: [...routes.values()],
  }
}
