import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { yearAndTerm } from './calendar.ts'
import { compareCalendars } from './calendars.ts'
import { journeySteps, stepsOf } from './journey.ts'
import {
  componentFault,
  type LearningText,
  saysTheSame,
  sendingFault,
  totalOf,
  withComponent,
  withoutComponent,
} from './learning-agreement.ts'
import { chooseSeat } from './seats.ts'
import { ewpStatus, mobilityStates, nextOf, type Progress, seatStates, sideOf } from './states.ts'

const seed = 20261126

const progress: Progress = {
  state: 'pending',
  nominatedOn: '2026-11-26',
  startsOn: '2027-02-15',
  endsOn: '2027-06-20',
  departedOn: null,
  isAgreed: false,
  hasTranscript: false,
  transcriptOn: null,
  sendingCountry: 'TH',
  receivingCountry: 'CN',
}

describe('what is next', () => {
  const cases: [string, Partial<Progress>, { step: string; dueOn: string } | null][] = [
    ['a nomination waits for the host’s answer', {}, { step: 'answer', dueOn: '2026-12-24' }],
    [
      'then for the learning agreement',
      { state: 'approved' },
      { step: 'agreement', dueOn: '2027-01-16' },
    ],
    [
      'then for the arrival',
      { state: 'approved', isAgreed: true },
      { step: 'arrival', dueOn: '2027-02-25' },
    ],
    ['then for the departure', { state: 'live' }, { step: 'departure', dueOn: '2027-06-30' }],
    ['nothing on the waiting list', { state: 'waiting' }, null],
    ['nothing after a refusal', { state: 'rejected' }, null],
    ['nothing once it was cancelled', { state: 'cancelled' }, null],
    ['nothing once credit is recognised', { state: 'recognised' }, null],
  ]
  for (const [name, change, expected] of cases) {
    test(name, () => assert.deepEqual(nextOf({ ...progress, ...change }), expected))
  }

  test('the transcript is due in the host’s working days, and recognition in the home’s', () => {
    const returned = { ...progress, state: 'returned', departedOn: '2027-06-20' } as const
    const china = nextOf(returned)!
    const thailand = nextOf({ ...returned, receivingCountry: 'TH' })!
    assert.equal(china.step, 'transcript')
    assert.notEqual(china.dueOn, thailand.dueOn, 'holidays of July differ')
    const home = nextOf({ ...returned, hasTranscript: true, transcriptOn: '2027-07-01' })!
    assert.equal(home.step, 'recognition')
    assert.equal(sideOf(home.step), 'sending')
    assert.equal(sideOf(china.step), 'receiving')
  })
})

test('EWP knows every state but the waiting list, and a seat is held until it came to nothing', () => {
  const told = mobilityStates.map(ewpStatus)
  assert.deepEqual(told, [
    null,
    'pending',
    'approved',
    'approved',
    'approved',
    'approved',
    'rejected',
    'cancelled',
  ])
  for (const state of mobilityStates) {
    const holds = (seatStates as readonly string[]).includes(state)
    assert.equal(holds, ['pending', 'approved'].includes(ewpStatus(state) ?? ''))
  }
})

describe('the seat that a nomination uses', () => {
  const offer = (conditionKey: string, seats: number, held: number) => ({
    agreementId: 'a',
    conditionKey,
    seats,
    held,
    shared: false,
  })
  test('is the first that is free, and the first of all where none is', () => {
    const offers = [offer('full', 2, 2), offer('free', 2, 1)]
    assert.deepEqual(chooseSeat(offers, null), { offer: offers[1], isFree: true })
    assert.equal(chooseSeat([offer('full', 1, 1)], null)!.isFree, false)
    assert.equal(chooseSeat([], null), null)
  })
  test('is the one that was asked for, free or not', () => {
    const offers = [offer('full', 2, 2), offer('free', 2, 1)]
    const asked = chooseSeat(offers, { agreementId: 'a', conditionKey: 'full' })
    assert.deepEqual(asked, { offer: offers[0], isFree: false })
    assert.equal(chooseSeat(offers, { agreementId: 'b', conditionKey: 'full' }), null)
  })
  test('is never said to be free beyond the quota', () => {
    const arbitrary = fc.array(
      fc.tuple(fc.nat(5), fc.nat(6)).map(([seats, held]) => offer(`${seats}/${held}`, seats, held)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(arbitrary, (offers) => {
        const chosen = chooseSeat(offers, null)
        assert.equal(
          chosen?.isFree ?? false,
          offers.some(({ seats, held }) => held < seats),
        )
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('the year and term of a stay', () => {
  const term = (
    academic_year: string,
    term_number: number,
    starts_on: string,
    ends_on: string,
  ) => ({
    academic_year,
    term_number,
    terms_in_year: 2,
    starts_on,
    ends_on,
  })
  const pku = [
    term('2026/2027', 1, '2026-09-01', '2027-01-04'),
    term('2026/2027', 2, '2027-02-15', '2027-06-20'),
  ]
  const seoul = [term('2027/2027', 1, '2027-03-02', '2027-06-18')]
  const stay = { startsOn: '2027-02-15', endsOn: '2027-06-20' }
  test('is the term that holds all of it', () => {
    assert.deepEqual(yearAndTerm(pku, stay), { year: '2026/2027', term: '2026/2027-2/2' })
  })
  test('is no term where it goes beyond one, and the year of most of its days', () => {
    assert.deepEqual(yearAndTerm(seoul, stay), { year: '2027/2027', term: null })
    const both = { startsOn: '2026-12-20', endsOn: '2027-06-20' }
    assert.deepEqual(yearAndTerm(pku, both), { year: '2026/2027', term: null })
  })
  test('is not that of a few days at the edge of what is known, but follows the school’s first month', () => {
    const before = { startsOn: '2026-03-01', endsOn: '2026-09-20' }
    assert.deepEqual(yearAndTerm(pku, before), { year: '2025/2026', term: null })
    const winter = { startsOn: '2029-01-10', endsOn: '2029-02-20' }
    assert.deepEqual(yearAndTerm(seoul, winter), { year: '2028/2028', term: null })
  })
  test('is guessed from August where no term is known, in the form that the school uses', () => {
    assert.equal(yearAndTerm([], stay).year, '2026/2027')
    const later = { startsOn: '2028-09-01', endsOn: '2028-12-20' }
    assert.equal(yearAndTerm(seoul, later).year, '2028/2028')
  })
})

test('of the steps of a stay exactly one is now, unless it is over or finished', () => {
  for (const state of mobilityStates) {
    const steps = stepsOf({ state, isAgreed: state !== 'waiting', hasTranscript: false })
    assert.deepEqual(
      steps.map(({ name }) => name),
      [...journeySteps],
    )
    const now = steps.filter((step) => step.state === 'current').length
    const isClosed = ['rejected', 'cancelled', 'recognised'].includes(state)
    assert.equal(now, isClosed ? 0 : 1, state)
  }
})

describe('changes of a learning agreement', () => {
  const course = (code: string, table: 'A' | 'B' | 'C' = 'A') => ({
    table,
    code,
    title: `Course ${code}`,
    credit: '3',
    reason: null,
  })
  const signed: LearningText = {
    components: [course('1'), course('2'), course('H', 'B')],
    removed: [],
    conditions: '',
  }

  test('want a reason of EWP for what was signed, and none for what was only written', () => {
    assert.equal(withoutComponent(signed, course('1'), signed, null), 'reason')
    assert.equal(withoutComponent(signed, course('1'), signed, 'extending-mobility'), 'reason')
    const left = withoutComponent(signed, course('1'), signed, 'not-available')
    assert.ok(left !== 'reason')
    assert.deepEqual(
      left.removed.map(({ code, reason }) => [code, reason]),
      [['1', 'not-available']],
    )
    const draft = withoutComponent(signed, course('1'), null, null)
    assert.ok(draft !== 'reason' && draft.removed.length === 0)
  })

  test('that are taken back leave no trace', () => {
    const left = withoutComponent(signed, course('1'), signed, 'not-available')
    assert.ok(left !== 'reason')
    const back = withComponent(left, { ...course('1'), reason: 'substituting-deleted' })
    assert.ok(saysTheSame(back, signed))
    assert.equal(sendingFault(back, signed), 'nothing-changed')
  })

  test('put nothing twice, and no credit that is none', () => {
    assert.equal(componentFault(signed, course('1'), false), 'twice')
    assert.equal(componentFault(signed, { ...course('9'), credit: '-1' }, false), 'credit')
    assert.equal(componentFault(signed, { ...course('9'), credit: 'x' }, false), 'credit')
    assert.equal(componentFault(signed, { ...course('9'), title: ' ' }, false), 'title')
    assert.equal(componentFault(signed, course('9'), true), 'reason')
    assert.equal(componentFault(signed, course('9', 'B'), true), null)
  })

  test('keep the exact sum of credit', () => {
    const third = { ...course('3'), credit: '1/3' }
    const text = {
      ...signed,
      components: [third, { ...third, code: '4' }, { ...third, code: '5' }],
    }
    assert.equal(totalOf(text, 'A').toString(), '1')
  })
})

describe('both calendars', () => {
  const term = (n: number, starts_on: string, ends_on: string) => ({
    academic_year: '2026/2027',
    term_number: n,
    terms_in_year: 2,
    starts_on,
    ends_on,
  })
  const au = [
    term(1, '2026-06-01', '2026-10-31'),
    term(2, '2027-01-01', '2027-05-31'),
    term(3, '2027-06-14', '2027-10-31'),
  ]
  const pku = [term(1, '2026-09-01', '2027-01-04'), term(2, '2027-02-15', '2027-06-20')]

  test('say how many days of home’s term are missed, and which of the host’s', () => {
    const found = compareCalendars(au, pku, { startsOn: '2027-02-15', endsOn: '2027-06-20' })
    assert.deepEqual(
      found.map(({ kind, days }) => [kind, days]),
      [
        ['overlap', 106],
        ['overlap', 7],
      ],
    )
    const late = compareCalendars([], pku, { startsOn: '2027-02-22', endsOn: '2027-06-10' })
    assert.deepEqual(
      late.map(({ kind, days }) => [kind, days]),
      [
        ['misses-host', 7],
        ['misses-host', 10],
      ],
    )
  })

  test('say nothing where the stay fits, and name long gaps', () => {
    const home = [term(1, '2026-06-01', '2026-10-31'), term(2, '2027-08-01', '2027-12-31')]
    const found = compareCalendars(home, pku, { startsOn: '2027-02-15', endsOn: '2027-06-20' })
    assert.deepEqual(found, [
      { kind: 'gap', days: 106, at: 'before' },
      { kind: 'gap', days: 41, at: 'after' },
    ])
    assert.deepEqual(
      compareCalendars([], pku, { startsOn: '2027-02-15', endsOn: '2027-06-20' }),
      [],
    )
  })
})
