import { sql } from 'kysely'
import { type Work } from '#kernel/database'
import { isUuid, type Language, type LocalText } from '#kernel/values'
import { inReadingOrder, type PartKind, type PartSettings, type TextField } from '../rules/parts.ts'
import type { StoredText } from '../rules/texts.ts'

/** A part of the working copy. */
export interface PartRow {
  id: string
  exhibition_id: string
  kind: PartKind
  parent_id: string | null
  position: number
  object_id: string | null
  settings: PartSettings
  version: number
  removed_at: Date | null
}

/** A text of the working copy with who wrote it last. */
export interface TextRow extends StoredText {
  partId: string
  field: TextField
  changedBy: string | null
  changedAt: Date
}

/** All parts of an exhibition that stand, in the order of their places, and its texts: two queries, however large it is. */
export async function workingCopy(
  work: Work,
  exhibitionId: string,
): Promise<{ parts: PartRow[]; texts: TextRow[] }> {
  const parts = await partRows(work)
    .where('exhibition_id', '=', exhibitionId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { parts: standing(parts), texts: await textsOf(work, exhibitionId) }
}

/** One part of an exhibition, or null; one that was taken out too. */
export async function partById(
  work: Work,
  exhibitionId: string,
  id: string,
): Promise<PartRow | null> {
  if (!isUuid(id)) return null
  const row = await partRows(work)
    .where('exhibition_id', '=', exhibitionId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A part that was taken out, by the words that name it. */
export interface RemovedPart {
  id: string
  kind: PartKind
  titles: LocalText
}

/** What was taken out of an exhibition, the latest first: any of it can be put back. */
export async function removedParts(work: Work, exhibitionId: string): Promise<RemovedPart[]> {
  return work.read
    .selectFrom('exhibition_parts as p')
    .leftJoin('exhibition_objects as o', 'o.id', 'p.object_id')
    .select(['p.id', 'p.kind'])
    .select(
      sql<LocalText>`coalesce((select jsonb_object_agg(x.language, x.value) from exhibition_texts x
        where x.part_id = p.id and x.field = 'title' and x.value <> ''), o.titles, '{}'::jsonb)`.as(
        'titles',
      ),
    )
    .where('p.exhibition_id', '=', exhibitionId)
    .where('p.removed_at', 'is not', null)
    .orderBy('p.removed_at', 'desc')
    .orderBy('p.id')
    .limit(12)
    .execute()
}

/** The parts that stand in another, in their order: what hangs on a wall by rows and columns, all else by its position. */
export function within(parts: readonly PartRow[], parentId: string): PartRow[] {
  const found = parts.filter(({ parent_id }) => parent_id === parentId)
  const placed = found.flatMap((part) => {
    const { place } = part.settings
    return place ? [{ part, place }] : []
  })
  return placed.length === found.length && found.length > 0
    ? inReadingOrder(placed).map(({ part }) => part)
    : found
}

async function textsOf(work: Work, exhibitionId: string): Promise<TextRow[]> {
  const rows = await work.read
    .selectFrom('exhibition_texts')
    .select(['part_id', 'field', 'language', 'value', 'state', 'version', 'source_version'])
    .select(['changed_by', 'changed_at'])
    .where('exhibition_id', '=', exhibitionId)
    .execute()
  return rows.map((row) => ({
    partId: row.part_id,
    field: row.field,
    language: row.language as Language,
    value: row.value,
    state: row.state,
    version: row.version,
    sourceVersion: row.source_version,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

function partRows(work: Work) {
  return work.read
    .selectFrom('exhibition_parts')
    .select(['id', 'exhibition_id', 'kind', 'parent_id', 'position', 'object_id'])
    .select(['settings', 'version', 'removed_at'])
}

/** Without what stands in something that was taken out. */
function standing(parts: readonly PartRow[]): PartRow[] {
  const kept = new Set<string>()
  const depth: readonly PartKind[] = ['exhibition', 'room', 'placement', 'step']
  for (const kind of depth) {
    for (const part of parts) {
      if (part.kind !== kind) continue
      if (part.parent_id === null || kept.has(part.parent_id)) kept.add(part.id)
    }
  }
  return parts.filter(({ id }) => kept.has(id))
}
