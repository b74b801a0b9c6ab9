import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeCalendar } from './icalendar.ts'

const event = {
  id: '01980000-0041-7000-8000-000000000001',
  from: '2027-02-15',
  until: '2027-06-20',
  title: 'Stay; Peking University, Beijing',
  description: '',
  url: 'https://weft.example/en/mobility/1',
  changedAt: new Date('2026-11-26T09:00:00Z'),
}

test('an event takes whole days, and ends on the day after its last', () => {
  const lines = writeCalendar('Exchanges', [event]).split('\r\n')
  assert.ok(lines.includes('DTSTART;VALUE=DATE:20270215'))
  assert.ok(lines.includes('DTEND;VALUE=DATE:20270621'))
  assert.ok(lines.includes('SUMMARY:Stay\\; Peking University\\, Beijing'))
  assert.ok(lines.includes('DTSTAMP:20261126T090000Z'))
})

test('no line is longer than 75 octets, no character is cut, and unfolding gives the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      const title = typed.replaceAll(/\p{Cc}/gu, '')
      const text = writeCalendar('ปฏิทิน', [{ ...event, title }])
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
