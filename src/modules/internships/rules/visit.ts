import { addDays, type DateOnly } from '#kernel/values'

/** Days after which a mentor is reminded: to plan a visit that is asked for, to say what came of one that is over. */
const reminders = { asked: [7, 14], planned: [1, 8] } as const

/** Whether it is time to remind of a visit: counted from the asking, once it is planned from its day. */
export function isVisitReminderDue(
  visit: { state: 'asked' | 'planned'; from: DateOnly; reminders: number },
  today: DateOnly,
): boolean {
  const after = reminders[visit.state][visit.reminders]
  return after !== undefined && addDays(visit.from, after) <= today
}
