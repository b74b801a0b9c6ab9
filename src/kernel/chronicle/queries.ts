import { sql } from 'kysely'
import type { Work } from '#kernel/database'

/** An entry as a page shows it. The caller has asked whether the actor may see the object or person it is about. */
export interface Entry {
  id: string
  type: string
  version: number
  objectKind: string
  objectId: string
  /** `person:<id>`, `system:<name>`, `link:<id>` or `public`. */
  actor: string
  organisationIds: string[]
  personId: string | null
  data: Record<string, unknown>
  /** Only the values that were not erased. */
  personal: Record<string, unknown>
  recordedAt: Date
  /** Its place in the chain; null for the moment until the sealer has been. */
  position: bigint | null
  hash: string | null
}

/** Which part of a long story is wanted: what is older than `before`, newest first. */
export interface EntryPage {
  before?: string | null
  limit?: number
  /** Only these kinds of entry; all unless given. */
  types?: readonly string[]
  /** Only entries that concern one of these organisations; all unless given. */
  organisationIds?: readonly string[] | undefined
}

/** A part of a story, and the `before` that asks for the next one; null at the beginning of the story. */
export interface Entries {
  entries: Entry[]
  next: string | null
}

/** What happened to one object, newest first. */
export async function entriesAbout(
  work: Work,
  object: { objectKind: string; objectId: string },
  page: EntryPage = {},
): Promise<Entries> {
  return readPage(
    work,
    (query) =>
      query
        .where('entry.object_kind', '=', object.objectKind)
        .where('entry.object_id', '=', object.objectId),
    page,
  )
}

/** What happened that is about one person, newest first; several ids where the person was merged from duplicates. */
export async function entriesOfPerson(
  work: Work,
  personId: string | readonly string[],
  page: EntryPage = {},
): Promise<Entries> {
  const ids = [personId].flat()
  return readPage(work, (query) => query.where('entry.person_id', 'in', ids), page)
}

/** Reads entries by their id, in no order: for a handler or a page that was given ids. */
export async function entriesById(work: Work, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return []
  const rows = await entryQuery(work)
    .where('entry.id', 'in', [...ids])
    .execute()
  return withPersonal(work, rows)
}

type Query = ReturnType<typeof entryQuery>
type Row = Awaited<ReturnType<Query['execute']>>[number]

async function readPage(
  work: Work,
  narrow: (query: Query) => Query,
  { before, limit = 50, types, organisationIds }: EntryPage,
): Promise<Entries> {
  let query = narrow(entryQuery(work))
  if (types) query = query.where('entry.type', 'in', [...types, ''])
  if (organisationIds) {
    query = query.where(sql<boolean>`entry.organisation_ids && ${[...organisationIds]}::uuid[]`)
  }
  const mark = before == null ? null : /^(\d{1,15})_([0-9a-f-]{36})$/.exec(before)
  if (mark) {
    const at = new Date(Number(mark[1]))
    query = query.where(
      sql<boolean>`(entry.recorded_at, entry.id) < (${at}::timestamptz, ${mark[2]}::uuid)`,
    )
  }
  const rows = await query
    .orderBy('entry.recorded_at', 'desc')
    .orderBy('entry.id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    entries: await withPersonal(work, shown),
    next: rows.length > limit && last ? `${last.recorded_at.getTime()}_${last.id}` : null,
  }
}

/** When the entry was recorded that waits longest for its place in the chain; null when none waits. */
export async function oldestUnsealedAt(work: Work): Promise<Date | null> {
  const oldest = await work.read
    .selectFrom('chronicle_unsealed as waiting')
    .innerJoin('chronicle_entries as entry', 'entry.id', 'waiting.entry_id')
    .select((eb) => eb.fn.min('entry.recorded_at').as('at'))
    .executeTakeFirst()
  return oldest?.at ?? null
}

function entryQuery(work: Work) {
  return work.read
    .selectFrom('chronicle_entries as entry')
    .leftJoin('chronicle_seals as seal', 'seal.entry_id', 'entry.id')
    .selectAll('entry')
    .select(['seal.position', 'seal.hash'])
}

async function withPersonal(work: Work, rows: readonly Row[]): Promise<Entry[]> {
  const ids = rows.filter((row) => Object.keys(row.personal_commitments).length > 0)
  const personal =
    ids.length === 0
      ? []
      : await work.read
          .selectFrom('chronicle_personal')
          .select(['entry_id', 'field', 'value'])
          .where(
            'entry_id',
            'in',
            ids.map((row) => row.id),
          )
          .execute()
  const byEntry = Map.groupBy(personal, (value) => value.entry_id)
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    version: row.version,
    objectKind: row.object_kind,
    objectId: row.object_id,
    actor: row.actor,
    organisationIds: row.organisation_ids,
    personId: row.person_id,
    data: row.data,
    personal: Object.fromEntries((byEntry.get(row.id) ?? []).map((v) => [v.field, v.value])),
    recordedAt: row.recorded_at,
    position: row.position,
    hash: row.hash,
  }))
}
