import type { Message } from '#kernel/messages'
import { formatInstant, type Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { BreachRow, DutyRow } from '../queries/breaches.ts'

/** Where the clock of one duty stands: done, in how many hours, or late. */
export function clockWords(
  duty: DutyRow,
  { time_zone: timeZone }: Pick<BreachRow, 'time_zone'>,
  { language, now }: { language: Language; now: Date },
): Message {
  const at = (moment: Date) => formatInstant(moment, timeZone, language)
  if (duty.done_at !== null) {
    const isLate = duty.hours !== null && duty.done_at > duty.due_at
    return m(isLate ? 'breach.done-late' : 'breach.done', { at: at(duty.done_at) })
  }
  if (duty.hours === null) return m('breach.at-once')
  const left = duty.due_at.getTime() - now.getTime()
  const hours = Math.floor(Math.abs(left) / 3_600_000)
  return m(left < 0 ? 'breach.late' : 'breach.left', { at: at(duty.due_at), hours })
}

/** Whether a duty is late: its hours are over, or the law says at once. */
export function isOverdue(duty: DutyRow, now: Date): boolean {
  return duty.done_at === null && duty.due_at < now
}
