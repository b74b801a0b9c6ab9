import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeCalendar } from './icalendar.ts'

const event = {
  id: '01980000-0041-7000-8000-000000000001',
  when: { from: '2027-02-15', until: '2027-06-20' },
  title: 'Stay; Peking University, Beijing',
  url: 'https://weft.example/en/mobility/1',
  changedAt: new Date('2026-11-26T09:00:00Z'),
}

test('an event takes whole days, and ends on the day after its last', () => {
  const lines = writeCalendar({ name: 'Exchanges', node: 'weft.example' }, [event]).split('\r\n')
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20270215'))
  assert.ok(lines.includes('DTEND;VALUE=DATE:20270621'))
  assert.ok(lines.includes('SUMMARY:Stay\\; Peking University\\, Beijing'))
  assert.ok(lines.includes('DTSTAMP:20261126T090000Z'))
})

test('a meeting is told in UTC, cancelled with its count of changes, and no text of it breaks out of its line', () => {
  const topic = 'ตรวจชุดวัสดุรอบแรก; ครั้งที่หนึ่ง, กับที่ปรึกษาทั้งสองท่าน\nBEGIN:VEVENT\r\nEND:VEVENT\rX'
  const text = writeCalendar({ name: 'Mentors', node: 'weft.example' }, [
    {
      ...event,
      when: { startsAt: new Date('2026-12-03T07:00:00Z'), minutes: 45 },
      title: topic,
      place: 'Room 2, ground floor',
      sequence: 2,
      isCancelled: true,
    },
  ])
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  assert.ok(lines.includes('DTSTART:20261203T070000Z'))
  assert.ok(lines.includes('DTEND:20261203T074500Z'))
  assert.ok(lines.includes('STATUS:CANCELLED'))
  assert.ok(lines.includes('SEQUENCE:2'))
  assert.ok(lines.includes('LOCATION:Room 2\\, ground floor'))
  assert.ok(lines.includes(`UID:${event.id}@weft.example`))
  assert.match(
    text.replaceAll('\r\n ', ''),
    /แรก\\; ครั้งที่หนึ่ง\\, กับที่ปรึกษาทั้งสองท่าน\\nBEGIN:VEVENT\\nEND:VEVENT\\nX/,
  )
  assert.equal(lines.filter((line) => line === 'BEGIN:VEVENT').length, 1)
})

test('no line is longer than 75 octets, no character is cut, and unfolding gives the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const title = typed.replaceAll(/\p{Cc}/gu, '')
      const text = writeCalendar({ name: 'ปฏิทิน', node: 'weft.example' }, [{ ...event, title }])
      for (const line of text.split('\r\n')) {
        assert.ok(new TextEncoder().encode(line).length <= 75, line)
      }
      const unfolded = text.replaceAll('\r\n ', '')
      const summary = /SUMMARY:(.*)\r\n/.exec(unfolded)![1]!
      assert.equal(summary.replaceAll(/\\([\\;,])/g, '$1'), title)
    }),
    { seed: 20261126, numRuns: 200 },
  )
})
