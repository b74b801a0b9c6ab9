import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf } from './calendar.ts'
import { instantIn } from './times.ts'

test('a time is that of the clock on the wall, on days on which clocks change too', () => {
  const at = (day: string, time: string, zone: string) => instantIn(day, time, zone)?.toISOString()
  assert.equal(at('2026-12-03', '14:00', 'Asia/Bangkok'), '2026-12-03T07:00:00.000Z')
  assert.equal(at('2026-12-03', '14:00', 'Asia/Shanghai'), '2026-12-03T06:00:00.000Z')
  assert.equal(at('2026-03-29', '14:00', 'Europe/Paris'), '2026-03-29T12:00:00.000Z')
  assert.equal(at('2026-10-25', '14:00', 'Europe/Paris'), '2026-10-25T13:00:00.000Z')
  assert.equal(at('2026-03-29', '01:30', 'Europe/Paris'), '2026-03-29T00:30:00.000Z')
  assert.equal(at('2026-12-03', '25:00', 'Europe/Paris'), undefined)
  assert.equal(at('2026-12-03', '', 'Europe/Paris'), undefined)
})

test('a calendar file escapes, folds at 75 octets within no character, and says what was cancelled', () => {
  const text = calendarOf(
    'Mentors',
    'weft.example',
    [
      {
        id: 'm1',
        startsAt: new Date('2026-12-03T07:00:00Z'),
        minutes: 45,
        topic: `ตรวจชุดวัสดุรอบแรก; ครั้งที่หนึ่ง, กับที่ปรึกษาทั้งสองท่าน\nBEGIN:VEVENT`,
        place: '',
        url: 'https://weft.example/th/mentoring/students/1',
        sequence: 2,
        isCancelled: true,
      },
    ],
    new Date('2026-11-22T09:00:00Z'),
  )
  const lines = text.split('\r\n')
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75))
  const unfolded = text.replaceAll('\r\n ', '')
  assert.match(unfolded, /DTSTART:20261203T070000Z\r\nDTEND:20261203T074500Z/)
  assert.match(unfolded, /STATUS:CANCELLED/)
  assert.match(unfolded, /แรก\\; ครั้งที่หนึ่ง\\, กับที่ปรึกษาทั้งสองท่าน\\nBEGIN:VEVENT/)
  assert.equal(unfolded.split('\r\n').filter((line) => line === 'BEGIN:VEVENT').length, 1)
})
