import { addDays, type DateOnly } from '#kernel/values'

/** One thing in a calendar that takes whole days; `until` is its last one. */
export interface CalendarEvent {
  id: string
  from: DateOnly
  until: DateOnly
  title: string
  description: string
  /** The page behind it. */
  url: string
  /** When it was changed last. */
  changedAt: Date
}

/** The longest line of RFC 5545, in octets without its break. */
const longestLine = 75

/**
 * Events as an iCalendar document (RFC 5545): whole days, so that no time zone moves them; `DTEND` is the day after the last
 * one (3.6.1), texts are escaped (3.3.11), and lines are folded between characters and never within one (3.1).
 */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weft//Mobility//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@weft`,
      `DTSTAMP:${instantOf(event.changedAt)}`,
      `DTSTART;VALUE=DATE:${dayOf(event.from)}`,
      `DTEND;VALUE=DATE:${dayOf(addDays(event.until, 1))}`,
      `SUMMARY:${escaped(event.title)}`,
      ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
      `URL:${event.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
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
    .replaceAll(/\r?\n/g, '\\n')
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
