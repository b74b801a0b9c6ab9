import { addDays, type DateOnly } from './dates.ts'

/** When something in a calendar is: whole days, of which `until` is the last, or from an instant for some minutes. */
export type CalendarTime = { from: DateOnly; until: DateOnly } | { startsAt: Date; minutes: number }

/** One thing in a calendar. */
export interface CalendarEvent {
  id: string
  when: CalendarTime
  title: string
  description?: string
  place?: string
  /** The page behind it. */
  url: string
  /** When it was changed last. */
  changedAt: Date
  /** Counts the changes that a calendar has to follow (RFC 5545, 3.8.7.4). */
  sequence?: number
  /** It is told as cancelled: a calendar that took it would keep what is only missing. */
  isCancelled?: boolean
}

/** The longest line of RFC 5545, in octets without its break. */
const longestLine = 75

/**
 * Events as an iCalendar document (RFC 5545). Whole days are moved by no time zone, and end on the day after the last one
 * (3.6.1); instants are in UTC. Texts are escaped (3.3.11), and lines are folded between characters, never within one (3.1).
 * `node` makes the identifiers unique in the world.
 */
export function writeCalendar(
  { name, node }: { name: string; node: string },
  events: readonly CalendarEvent[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weft//Weft//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => eventLines(event, node)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, node: string): string[] {
  const { description = '', place = '', sequence = 0, isCancelled = false } = event
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${node}`,
    `DTSTAMP:${instantOf(event.changedAt)}`,
    ...timeLines(event.when),
    `SEQUENCE:${sequence}`,
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `URL:${event.url}`,
    'END:VEVENT',
  ]
}

/** Whole days leave a calendar free, and a meeting fills it. */
function timeLines(when: CalendarTime): string[] {
  if ('from' in when) {
    return [
      `DTSTART;VALUE=DATE:${dayOf(when.from)}`,
      `DTEND;VALUE=DATE:${dayOf(addDays(when.until, 1))}`,
      'TRANSP:TRANSPARENT',
    ]
  }
  const end = new Date(when.startsAt.getTime() + when.minutes * 60_000)
  return [`DTSTART:${instantOf(when.startsAt)}`, `DTEND:${instantOf(end)}`]
}

function dayOf(day: DateOnly): string {
  return day.replaceAll('-', '')
}

function instantOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, '')
}

const encoder = new TextEncoder()

function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let length = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    // A line that goes on begins with a space, which counts.
    if (length + octets > longestLine) {
      parts.push(part)
      part = ' '
      length = 1
    }
    part += character
    length += octets
  }
  return [...parts, part].join('\r\n')
}
