import { type SqlBool, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type Activity, activitiesOnAPage } from '../formats/activities.ts'
import type { OaiSelection } from '../formats/oai.ts'
import { type ObjectRow, objectsById } from './objects.ts'

/** How often something became public, changed or was taken back. */
export async function activityCount(work: Work): Promise<number> {
  const counted = await work.read
    .selectFrom('exhibition_activities')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(counted.total)
}

/** A page of what became public, changed or was taken back, the oldest first. */
export async function activitiesOf(work: Work, page: number): Promise<Activity[]> {
  return work.read
    .selectFrom('exhibition_activities')
    .select(['id', 'exhibition_id', 'kind', 'happened_at'])
    .orderBy('happened_at')
    .orderBy('id')
    .limit(activitiesOnAPage)
    .offset(page * activitiesOnAPage)
    .execute()
}

/** When an object that was ever shown was changed first; null where there is none. */
export async function earliestChange(work: Work): Promise<Date | null> {
  const row = await work.read
    .selectFrom('exhibition_objects')
    .select('changed_at')
    .where('released_at', 'is not', null)
    .orderBy('changed_at')
    .limit(1)
    .executeTakeFirst()
  return row?.changed_at ?? null
}

/** How many records one answer of a harvest holds. */
export const recordsInAnAnswer = 50

/** Objects that were ever shown, by their last change: one page of a harvest, and whether more follow. */
export async function objectsChanged(
  work: Work,
  { from, until, after }: OaiSelection,
): Promise<{ rows: { object: ObjectRow; changedAt: Date }[]; isMore: boolean }> {
  const found = await work.read
    .selectFrom('exhibition_objects as o')
    .select(['o.id', 'o.changed_at'])
    .where('o.released_at', 'is not', null)
    .$if(from !== null, (query) => query.where('o.changed_at', '>=', from))
    .$if(until !== null, (query) => query.where('o.changed_at', '<=', until))
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(o.changed_at, o.id) > (${after!.changedAt}::timestamptz, ${after!.id}::uuid)`,
      ),
    )
    .orderBy('o.changed_at')
    .orderBy('o.id')
    .limit(recordsInAnAnswer + 1)
    .execute()
  const page = found.slice(0, recordsInAnAnswer)
  const objects = await objectsById(
    work,
    page.map(({ id }) => id),
  )
  return {
    rows: page.flatMap(({ id, changed_at }) => {
      const object = objects.get(id)
      return object ? [{ object, changedAt: changed_at }] : []
    }),
    isMore: found.length > recordsInAnAnswer,
  }
}

/** One object that was ever shown, with its last change. */
export async function objectChanged(
  work: Work,
  id: string,
): Promise<{ object: ObjectRow; changedAt: Date } | null> {
  const row = await work.read
    .selectFrom('exhibition_objects')
    .select('changed_at')
    .where('id', '=', id)
    .where('released_at', 'is not', null)
    .executeTakeFirst()
  const object = row && (await objectsById(work, [id])).get(id)
  return row && object ? { object, changedAt: row.changed_at } : null
}
