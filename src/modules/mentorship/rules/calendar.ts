/** A meeting as a calendar takes it. */
export interface CalendarMeeting {
  id: string
  startsAt: Date
  minutes: number
  topic: string
  place: string
  /** The page of the meeting. */
  url: string
  sequence: number
  isCancelled: boolean
}

/** Meetings as an iCalendar object (RFC 5545): instants in UTC, lines folded at 75 octets and ended by CRLF. */
export function calendarOf(
  name: string,
  node: string,
  meetings: readonly CalendarMeeting[],
  now: Date,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Weft//Mentoring//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...meetings.flatMap((each) => [
      'BEGIN:VEVENT',
      `UID:${each.id}@${node}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(each.startsAt)}`,
      `DTEND:${stamp(new Date(each.startsAt.getTime() + each.minutes * 60_000))}`,
      `SEQUENCE:${each.sequence}`,
      `STATUS:${each.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      `SUMMARY:${escaped(each.topic)}`,
      ...(each.place === '' ? [] : [`LOCATION:${escaped(each.place)}`]),
      `URL:${each.url}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function stamp(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
}

/** Backslash, comma and semicolon are escaped, and a new line is `\n` (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', String.raw`\;`)
    .replaceAll(',', String.raw`\,`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
}

/** No line is longer than 75 octets, and none is cut within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}
