import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import {
  byDay,
  hoursFault,
  type LoggedHours,
  minutesByWeek,
  minutesOf,
  type Stretch,
  stretchOn as stretchOrFault,
  weekOf,
} from './hours.ts'
import { placementState, stayOf } from './stay.ts'

const zone = 'Asia/Shanghai'
function stretchOn(...given: Parameters<typeof stretchOrFault>): Stretch {
  const stretch = stretchOrFault(...given)
  assert(!('fault' in stretch))
  return stretch
}
const placement = {
  startsOn: '2026-11-02',
  endsOn: '2027-01-29',
  timeZone: zone,
  limits: { visaWeek: 20, visaYear: null, agreementWeek: 16 },
}
const now = new Date('2026-12-31T12:00:00Z')
const logged = (day: string, from: string, until: string): LoggedHours => ({
  id: `${day} ${from}`,
  day,
  ...stretchOn(day, from, until, zone),
})

describe('days and weeks', () => {
  test('are those of the host’s clock, whatever the reader’s', () => {
    const early = stretchOn('2026-11-02', '07:00', '09:00', zone)
    assert.equal(early.startsAt.toISOString(), '2026-11-01T23:00:00.000Z')
    assert.deepEqual(byDay(early, zone), [{ day: '2026-11-02', minutes: 120 }])
    assert.deepEqual(byDay(early, 'Europe/Paris'), [{ day: '2026-11-02', minutes: 120 }])
    assert.deepEqual(byDay(early, 'America/New_York'), [{ day: '2026-11-01', minutes: 120 }])
  })

  test('a night shift counts on both days, and over Sunday in both weeks', () => {
    const night = stretchOn('2026-11-08', '22:00', '02:30', zone)
    assert.deepEqual(byDay(night, zone), [
      { day: '2026-11-08', minutes: 120 },
      { day: '2026-11-09', minutes: 150 },
    ])
    assert.deepEqual(
      [...minutesByWeek([night], zone)],
      [
        ['2026-11-02', 120],
        ['2026-11-09', 150],
      ],
    )
  })

  test('the night in which the clocks change has an hour more or less', () => {
    const paris = 'Europe/Paris'
    assert.equal(minutesOf(stretchOn('2026-10-24', '22:00', '06:00', paris)), 9 * 60)
    assert.equal(minutesOf(stretchOn('2027-03-27', '22:00', '06:00', paris)), 7 * 60)
  })

  test('what is no time of a day is said of the one that is wrong', () => {
    assert.deepEqual(stretchOrFault('2026-11-02', '24:00', '09:00', zone), { fault: 'from' })
    assert.deepEqual(stretchOrFault('2026-11-02', '09:00', 'noon', zone), { fault: 'until' })
    assert.deepEqual(stretchOn('2026-11-02', '9.30', '10:00', zone).startsAt.getUTCHours(), 1)
  })

  test('a week begins on Monday', () => {
    assert.equal(weekOf('2026-11-02'), '2026-11-02')
    assert.equal(weekOf('2026-11-08'), '2026-11-02')
  })

  test('no minute is lost or counted twice', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 1440 }),
        fc.constantFrom('Asia/Bangkok', 'Europe/Paris', 'America/St_Johns'),
        (offset, minutes, timeZone) => {
          const startsAt = new Date(Date.UTC(2026, 0, 1) + offset * 86_400_000 + minutes * 60_000)
          const stretch = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) }
          const sum = byDay(stretch, timeZone).reduce((all, each) => all + each.minutes, 0)
          assert.equal(sum, minutes)
        },
      ),
      { seed: 11 },
    )
  })
})

describe('what stands against logging', () => {
  const fault = (given: LoggedHours, known: LoggedHours[] = []) =>
    hoursFault(given, known, placement, now)?.fault ?? null

  test('an overlap by a minute, but not what begins when the other ends', () => {
    const morning = logged('2026-11-03', '09:00', '12:00')
    assert.equal(fault(logged('2026-11-03', '11:59', '13:00'), [morning]), 'overlap')
    assert.equal(fault(logged('2026-11-03', '12:00', '13:00'), [morning]), null)
    const night = logged('2026-11-03', '22:00', '02:00')
    assert.equal(fault(logged('2026-11-04', '01:00', '03:00'), [night]), 'overlap')
  })

  test('days outside the placement, and what has not been worked yet', () => {
    assert.equal(fault(logged('2026-11-01', '09:00', '12:00')), 'outside')
    assert.equal(fault(logged('2027-01-30', '09:00', '12:00')), 'outside')
    assert.equal(fault(logged('2027-01-05', '09:00', '12:00')), 'future')
  })

  test('more in a week than the visa allows; the next week begins anew', () => {
    const week = ['02', '03'].map((day) => logged(`2026-11-${day}`, '08:00', '17:30'))
    assert.equal(fault(logged('2026-11-04', '09:00', '10:00'), week), null)
    assert.equal(fault(logged('2026-11-04', '09:00', '10:01'), week), 'visa-week')
    assert.equal(fault(logged('2026-11-09', '09:00', '18:00'), week), null)
  })

  test('more than was agreed is no fault', () => {
    const week = [logged('2026-11-02', '08:00', '16:00')]
    assert.equal(fault(logged('2026-11-03', '08:00', '18:00'), week), null)
  })

  test('a cap on the year counts every hour', () => {
    const limits = { visaWeek: null, visaYear: 10, agreementWeek: 40 }
    const known = [logged('2026-11-02', '08:00', '16:00')]
    const given = (until: string) => logged('2026-12-01', '08:00', until)
    const ask = (until: string) => hoursFault(given(until), known, { ...placement, limits }, now)
    assert.equal(ask('10:00'), null)
    assert.equal(ask('10:01')?.fault, 'visa-year')
  })
})

test('who works from home goes nowhere, before applying as in the hours', () => {
  const to = { country: 'CN' }
  assert.equal(stayOf({ ...to, mode: 'remote' }, 'TH', '2026-12-01').from, 'CN')
  assert.equal(stayOf({ ...to, mode: 'hybrid' }, 'TH', '2026-12-01').from, 'TH')
})

test('a placement runs on its first and its last day', () => {
  const on = (today: string) => placementState(placement, today)
  assert.deepEqual(['2026-11-01', '2026-11-02', '2027-01-29', '2027-01-30'].map(on), [
    'ahead',
    'running',
    'running',
    'ended',
  ])
  assert.equal(placementState({ ...placement, endedOn: '2026-12-11' }, '2026-12-11'), 'running')
  assert.equal(placementState({ ...placement, endedOn: '2026-12-11' }, '2026-12-12'), 'ended')
})
