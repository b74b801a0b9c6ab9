import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { AccessKind, ObjectState } from '../schema.ts'

/** An object as its holder's list shows it. */
export interface OfficeObject {
  id: string
  titles: LocalText
  inventory_number: string | null
  state: ObjectState
  access: AccessKind
  media: number
  /** Media that could not be made ready. */
  failed: number
}

/** A page of what the actor's institutions hold, the latest changed first, and how many there are. */
export async function officeObjects(
  work: Work,
  { page, size }: { page: number; size: number },
): Promise<{ objects: OfficeObject[]; total: number }> {
  const rows = await work.read
    .selectFrom('exhibition_objects')
    .leftJoin('exhibition_media as media', (join) =>
      join
        .onRef('media.object_id', '=', 'exhibition_objects.id')
        .on('media.removed_at', 'is', null),
    )
    .select([
      'exhibition_objects.id',
      'exhibition_objects.titles',
      'exhibition_objects.inventory_number',
      'exhibition_objects.state',
      'exhibition_objects.access',
      sql<bigint>`count(media.id)`.as('media'),
      sql<bigint>`count(media.id) filter (where media.state = 'failed')`.as('failed'),
      sql<bigint>`count(*) over ()`.as('total'),
    ])
    .where(work.scope('exhibitions.object.edit', 'exhibition_objects'))
    .groupBy('exhibition_objects.id')
    .orderBy('exhibition_objects.changed_at', 'desc')
    .orderBy('exhibition_objects.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    objects: rows.map(({ total: _total, media, failed, ...row }) => ({
      ...row,
      media: Number(media),
      failed: Number(failed),
    })),
    total: Number(rows[0]?.total ?? 0),
  }
}
