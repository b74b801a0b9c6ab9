import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type Country,
  type DateOnly,
  dateInZone,
  isUuid,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { DocumentState } from '../schema.ts'

/** A document with its latest version, as pages and verbs need it, and the facts that the rule table asks for. */
export interface DocumentRow {
  [fact: string]: unknown
  id: string
  origin: string
  organisation_id: string
  organisation: LocalText
  time_zone: string
  country: Country
  subject_kind: string | null
  subject_id: string | null
  href: string | null
  titles: LocalText
  state: DocumentState
  version: number
  in_force: number | null
  due_on: DateOnly | null
  expires_on: DateOnly | null
  created_by: string | null
  creator: PersonName | null
  created_at: Date
  sent_at: Date | null
  ended_at: Date | null
  kind: 'canonical' | 'file'
  sha256: string
  file_id: string
  pdf_sha256: string
  amends: number | null
  reason: string
}

function documentRows(work: Work) {
  return work.read
    .selectFrom('signing_documents')
    .innerJoin('organisations as o', 'o.id', 'signing_documents.organisation_id')
    .innerJoin('signing_versions as v', (join) =>
      join
        .onRef('v.document_id', '=', 'signing_documents.id')
        .onRef('v.number', '=', 'signing_documents.version'),
    )
    .leftJoin('persons as p', 'p.id', 'signing_documents.created_by')
    .selectAll('signing_documents')
    .select(['o.names as organisation', 'o.time_zone', 'o.country', 'p.name as creator'])
    .select(['v.kind', 'v.sha256', 'v.file_id', 'v.pdf_sha256', 'v.amends', 'v.reason'])
}

/** One document, or null; `lock` keeps others from signing, ending or changing it until the commit. */
export async function documentById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<DocumentRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('signing_documents')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await documentRows(work).where('signing_documents.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** How the list of documents is narrowed; kept in the address. */
export interface DocumentFilter {
  state: DocumentState | null
  /** Only those that are open and whose day has passed. */
  isLate: boolean
  search: string
  limit: number
  offset: number
}

/** A document in a list, with how far its signers are. */
export interface ListedDocument extends DocumentRow {
  done: number
  steps: number
  /** Who is asked now, by name or role; the first of them. */
  waiting: number
}

/** The documents that the reader's offices keep, the newest first, and how many there are; one query. */
export async function documentList(
  work: Work,
  filter: DocumentFilter,
): Promise<{ rows: ListedDocument[]; total: number }> {
  const count = (states: readonly string[]) =>
    sql<number>`(select count(*)::int from signing_steps s where s.document_id = signing_documents.id
      and s.version = signing_documents.version and s.state = any(${[...states]}::text[]))`
  const like = `%${filter.search.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const rows = await documentRows(work)
    .select([
      count(['done']).as('done'),
      count(['later', 'asked', 'done', 'refused', 'ended']).as('steps'),
      count(['asked']).as('waiting'),
      sql<bigint>`count(*) over ()`.as('total'),
    ])
    .where(work.scope('signing.document.list', 'signing_documents'))
    .$if(filter.state !== null, (query) =>
      query.where('signing_documents.state', '=', filter.state!),
    )
    .$if(filter.isLate, (query) =>
      query
        .where('signing_documents.state', '=', 'open')
        .where('signing_documents.due_on', '<', dateInZone(work.now, 'UTC')),
    )
    .$if(filter.search !== '', (query) =>
      query.where(
        sql<boolean>`(lower(signing_documents.titles::text) like ${like} or exists (
          select 1 from signing_steps s left join persons sp on sp.id = s.person_id
          where s.document_id = signing_documents.id and (lower(s.guest_name) like ${like}
            or sp.native_key like ${like} or sp.romanised_key like ${like})))`,
      ),
    )
    .orderBy('signing_documents.created_at', 'desc')
    .orderBy('signing_documents.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  return {
    rows: rows.map(({ total: _total, ...row }) => row),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** How many documents of the reader's offices are out, and how many of them past their day; one query. */
export async function documentCounts(
  work: Work,
  today: DateOnly,
): Promise<{ open: number; late: number }> {
  const row = await work.read
    .selectFrom('signing_documents')
    .select([
      sql<number>`count(*)::int`.as('open'),
      sql<number>`(count(*) filter (where signing_documents.due_on < ${today}))::int`.as('late'),
    ])
    .where(work.scope('signing.document.list', 'signing_documents'))
    .where('signing_documents.state', '=', 'open')
    .executeTakeFirst()
  return { open: row?.open ?? 0, late: row?.late ?? 0 }
}

/** The documents that a typed text names by its code or its title, of those that the reader's offices keep. */
export async function documentsNamed(
  work: Work,
  typed: string,
  sha256: string | null,
): Promise<{ id: string; titles: LocalText }[]> {
  const like = `%${typed.toLowerCase().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return work.read
    .selectFrom('signing_documents')
    .innerJoin('signing_versions as v', (join) =>
      join
        .onRef('v.document_id', '=', 'signing_documents.id')
        .onRef('v.number', '=', 'signing_documents.version'),
    )
    .select(['signing_documents.id', 'signing_documents.titles'])
    .where(work.scope('signing.document.list', 'signing_documents'))
    .where((eb) =>
      sha256 === null
        ? eb(sql<string>`lower(signing_documents.titles::text)`, 'like', like)
        : eb('v.sha256', 'like', `${sha256}%`),
    )
    .orderBy('signing_documents.created_at', 'desc')
    .limit(5)
    .execute()
}

/** A version of a document as its page lists it. */
export interface VersionRow {
  number: number
  kind: 'canonical' | 'file'
  sha256: string
  pdf_sha256: string
  file_id: string
  amends: number | null
  reason: string
  made_at: Date
  ends: { how: string; at: Date; reason: string }[]
}

/** The versions of a document with how their rounds ended, the newest first. */
export async function versionsOf(work: Work, documentId: string): Promise<VersionRow[]> {
  const rows = await work.read
    .selectFrom('signing_versions as v')
    .select(['v.number', 'v.kind', 'v.sha256', 'v.pdf_sha256', 'v.file_id', 'v.amends'])
    .select(['v.reason', 'v.made_at'])
    .select(
      sql<{ how: string; at: string; reason: string }[]>`(
        select coalesce(json_agg(json_build_object('how', e.how, 'at', e.ended_at, 'reason', e.reason)
          order by e.ended_at, e.how), '[]') from signing_ends e
        where e.document_id = v.document_id and e.version = v.number)`.as('ends'),
    )
    .where('v.document_id', '=', documentId)
    .orderBy('v.number', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    ends: row.ends.map((end) => ({ ...end, at: new Date(end.at) })),
  }))
}

/** Open documents whose last day has passed where their organisation is. */
export async function documentsPast(work: Work, limit: number): Promise<string[]> {
  const rows = await work.read
    .selectFrom('signing_documents as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .select('d.id')
    .where('d.state', '=', 'open')
    .where(
      sql<boolean>`d.expires_on < (${work.now}::timestamptz at time zone coalesce(o.time_zone, 'UTC'))::date`,
    )
    .orderBy('d.expires_on')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
