import { addDays, type DateOnly } from '#kernel/values'
import { weekOf } from './hours.ts'

/** A placement by its days. */
interface Days {
  startsOn: DateOnly
  endsOn: DateOnly
  /** The last day of a placement that ended early. */
  endedOn?: DateOnly | null
}

/** Days after a week's Monday until which it is to be written: the Wednesday of the next week. */
const daysToWrite = 9
/** Days after that on which a student is reminded of a week that is not written. */
const lateDays = [1, 8] as const
/** The most files that show what was done in a week. */
export const mostEvidence = 6

/** Until when a week is to be written. */
export function dueOfWeek(week: DateOnly): DateOnly {
  return addDays(week, daysToWrite)
}

/** The days of a week that lie in a placement, those ahead left out; none where it is no Monday or another time. */
export function daysOfWeek(week: DateOnly, placement: Days, today: DateOnly): DateOnly[] {
  if (weekOf(week) !== week) return []
  const last = placement.endedOn ?? placement.endsOn
  return Array.from({ length: 7 }, (_, place) => addDays(week, place)).filter(
    (day) => day >= placement.startsOn && day <= last && day <= today,
  )
}

/** The weeks of a placement that have begun, the latest first, by their Mondays. */
export function weeksOf(placement: Days, today: DateOnly): DateOnly[] {
  const end = placement.endedOn ?? placement.endsOn
  const last = end < today ? end : today
  const weeks: DateOnly[] = []
  for (let week = weekOf(placement.startsOn); week <= last; week = addDays(week, 7)) {
    weeks.push(week)
  }
  return weeks.toReversed()
}

/** Whether it is time to remind of a week that is not written: a day late, and eight. */
export function isLateReminderDue(dueOn: DateOnly, reminders: number, today: DateOnly): boolean {
  const after = lateDays[reminders]
  return after !== undefined && addDays(dueOn, after) <= today
}

/** What an agreement says is learnt, one goal a line: without bullets and numbers, no longer than a line of a form. */
export function goalsIn(outcomes: string): string[] {
  const lines = outcomes
    .split(/\n+/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-–•*·]|\d{1,2}[.)、．])\s*/u, '')
        .trim()
        .slice(0, 300),
    )
    .filter((line) => line !== '')
  return [...new Set(lines)].slice(0, 20)
}

/**
 * The minutes that certificate and credit count: once a journal goes to the host, those that the host confirmed; where there
 * is none, those that were logged.
 */
export function countedMinutes(placement: {
  minutes: number
  confirmedMinutes: number | null
}): number {
  return placement.confirmedMinutes ?? placement.minutes
}
