import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'
import type { EventKind } from '../schema-during.ts'

/** Something that happened during a stay. */
export interface EventRow {
  id: string
  kind: EventKind
  on_day: DateOnly
  note: string
  recorded_at: Date
  recorded_as: string | null
}

/** What happened during a stay, the newest first; one query. */
export function eventsOf(work: Work, mobilityId: string): Promise<EventRow[]> {
  return work.read
    .selectFrom('mobility_events')
    .select(['id', 'kind', 'on_day', 'note', 'recorded_at', 'recorded_as'])
    .where('mobility_id', '=', mobilityId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}
