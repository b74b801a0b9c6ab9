import type { Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { notify } from '#kernel/notices'
import { localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { ownStayNotice } from '../notices.ts'
import type { StayRow } from '../queries/stays.ts'
import type { EventKind } from '../schema-during.ts'

/** What is told of a stay; each names the host. */
type StayNews =
  | `notice.${'nominated' | 'approved' | 'rejected' | 'cancelled' | 'transcript' | 'recognised'}`
  | `notice.event-${Exclude<EventKind, 'incident'>}`

/** Tells a person of a stay, with the host's name in their own language: a notice is read where no one knows who wrote it. */
export async function tellOfStay(
  work: Work,
  stay: StayRow,
  { personId, kind, news }: { personId: string; kind: typeof ownStayNotice; news: StayNews },
): Promise<void> {
  const reader = await personById(work, personId)
  if (!reader) return
  const host = localised(stay.receiving, reader.preferredLanguage).text
  await notify(work, { personId, kind, message: m(news, { host }), href: `/mobility/${stay.id}` })
}
