import { type Scene } from '#kernel/http'
import { dateInZone, type DateOnly, formatDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { CopyRow } from '../queries/copies.ts'
import type { RequestRow } from '../queries/requests.ts'

/** A day in the reader's calendar. */
export function dayWords(scene: Scene, day: DateOnly): string {
  return formatDate(day, scene.language)
}

/** The day of an instant where the reader is. */
export function instantDay(scene: Scene, at: Date): string {
  return dayWords(scene, dateInZone(at, scene.timeZone))
}

/** Whether the day for an answer has passed where the reader is. */
export function isLate({ timeZone, now }: Scene, request: RequestRow): boolean {
  return request.state === 'open' && request.due_on < dateInZone(now, timeZone)
}

/** What has become of a request, with the tone in which it is said. */
export function requestState(scene: Scene, request: RequestRow) {
  const { t } = scene
  const due = dayWords(scene, request.due_on)
  if (request.state === 'withdrawn') {
    return { tone: 'quiet' as const, label: t(m('request.withdrawn')) }
  }
  if (request.state === 'open') {
    return isLate(scene, request)
      ? { tone: 'harm' as const, label: t(m('request.overdue', { due })) }
      : { tone: 'attention' as const, label: t(m('request.open', { due })) }
  }
  const outcome = request.outcome ?? 'refused'
  return {
    tone: outcome === 'refused' ? ('neutral' as const) : ('done' as const),
    label: t(m(`request.${outcome}`)),
  }
}

/** What has become of a copy. */
export function copyState(scene: Scene, copy: CopyRow): string {
  const { t } = scene
  if (copy.state === 'ready' && copy.expires_at && copy.expires_at > scene.now) {
    return t(m('copy.ready', { until: instantDay(scene, copy.expires_at) }))
  }
  return t(m(copy.state === 'waiting' ? 'copy.waiting' : 'copy.expired'))
}

/** Whether a copy can be fetched now. */
export function isFetchable({ now }: Scene, copy: CopyRow): boolean {
  return copy.state === 'ready' && copy.expires_at !== null && copy.expires_at > now
}
