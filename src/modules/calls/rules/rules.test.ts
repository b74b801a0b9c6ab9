import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { instantAt, Fraction } from '#kernel/values'
import { runRound, verifyCertificate } from '#modules/matching'
import { judgeEligibility } from './eligibility.ts'
import {
  type CallDefinition,
  emptyDefinition,
  lengthOf,
  missingQuestions,
  type Question,
  readAnswer,
  stepsOf,
} from './questions.ts'
import { seatRound } from './seats.ts'
import { graceMinutes, mayStillFill, stageOf, timeInZone } from './timeline.ts'

const question = (kind: Question['kind'], rest: Partial<Question> = {}): Question => ({
  id: 'q1',
  kind,
  label: { en: 'A question' },
  hint: {},
  required: true,
  most: null,
  options: [],
  ...rest,
})
const places = ['d1', 'd2', 'd3'].map((id) => ({
  id,
  organisationId: null,
  name: { en: id },
  seats: 1,
}))
const read = (asked: Question, ...typed: string[]) => {
  const found = readAnswer(asked, places, typed)
  return 'fault' in found ? found.fault.key : found.answer
}

describe('an answer', () => {
  test('is read as its question wants it, or says what is wrong', () => {
    const options = [
      { id: 'o1', label: { en: 'One' } },
      { id: 'o2', label: { en: 'Two' } },
    ]
    assert.equal(read(question('number'), ' ๓.๔๒ '), '3.42')
    assert.equal(read(question('number'), '3,42'), '3.42')
    assert.equal(read(question('number'), '1e3'), 'answer.fault.number')
    assert.equal(read(question('number'), '0x10'), 'answer.fault.number')
    assert.equal(read(question('date'), '22/11/2569'), '2026-11-22')
    assert.equal(read(question('date'), '31/2/2569'), 'answer.fault.date')
    assert.equal(read(question('yes-no'), 'maybe'), 'answer.fault.choice')
    assert.equal(read(question('choice', { options }), 'o2'), 'o2')
    assert.equal(read(question('choice', { options }), 'o3'), 'answer.fault.choice')
    assert.deepEqual(read(question('choices', { options }), 'o1', 'o2', 'o1'), ['o1', 'o2'])
    assert.equal(read(question('choices', { options, most: 1 }), 'o1', 'o2'), 'answer.fault.many')
    assert.equal(read(question('text'), '   '), null, 'nothing typed is no answer')
    assert.equal(read(question('text', { most: 3 }), 'abcd'), 'answer.fault.long')
  })

  test('of ranked destinations keeps their order, and names none twice', () => {
    assert.deepEqual(read(question('destinations'), 'd3', '', 'd1'), ['d3', 'd1'])
    assert.equal(read(question('destinations'), 'd3', 'd3'), 'answer.fault.twice')
    assert.equal(read(question('destinations'), 'elsewhere'), 'answer.fault.choice')
    assert.equal(read(question('destinations', { most: 1 }), 'd1', 'd2'), 'answer.fault.many')
  })

  test('is as long as a reader counts', () => {
    assert.equal(lengthOf('ที่นี่'), 2)
    assert.equal(lengthOf('👩‍👩‍👧'), 1)
  })
})

describe('a form', () => {
  const definition: CallDefinition = {
    ...emptyDefinition,
    questions: [
      question('text', { id: 'q1', required: false }),
      question('step', { id: 'q2', label: { en: 'Second' } }),
      question('number', { id: 'q3' }),
      question('step', { id: 'q4', label: { en: 'Empty' } }),
    ],
  }

  test('falls into steps, and a step without questions is none', () => {
    assert.deepEqual(
      stepsOf(definition).map(({ title, questions }) => [title.en, questions.map(({ id }) => id)]),
      [
        [undefined, ['q1']],
        ['Second', ['q3']],
      ],
    )
  })

  test('lacks what must be answered', () => {
    assert.deepEqual(
      missingQuestions(definition, { q1: 'x' }).map(({ id }) => id),
      ['q3'],
    )
    assert.deepEqual(missingQuestions(definition, { q3: '0' }), [])
    assert.equal(missingQuestions(definition, { q3: [] }).length, 1)
  })
})

describe('eligibility', () => {
  const asking = { organisationId: 'here', today: '2026-11-22' }
  const enrolled = {
    enrolments: [
      { organisationId: 'here', level: 'bachelor', intakeYear: 2024, startsOn: '2024-11-23' },
      { organisationId: 'elsewhere', level: 'master', intakeYear: 2020, startsOn: '2020-01-01' },
    ],
  }
  const judged = (
    rule: Parameters<typeof judgeEligibility>[0][number],
    answers: Record<string, string> = {},
  ) => judgeEligibility([rule], enrolled, answers, asking)[0]?.holds

  test('looks at the record of the institution that calls, and at no other', () => {
    assert.equal(judged({ kind: 'enrolled-here' }), true)
    assert.equal(judged({ kind: 'level', levels: ['bachelor', 'doctorate'] }), true)
    assert.equal(judged({ kind: 'level', levels: ['master'] }), false)
    assert.equal(judged({ kind: 'years-studied', atLeast: 1 }), true)
    assert.equal(
      judged({ kind: 'years-studied', atLeast: 2 }),
      false,
      'two years are full tomorrow',
    )
  })

  test('of an answer is open until it is given, and compares exactly', () => {
    const rule = { kind: 'answer-at-least', questionId: 'q1', atLeast: '2.75' } as const
    assert.equal(judged(rule), null)
    assert.equal(judged(rule, { q1: '2.75' }), true)
    assert.equal(judged(rule, { q1: '2.7499999' }), false)
    const yes = { kind: 'answer-yes', questionId: 'q2' } as const
    assert.deepEqual(
      [judged(yes), judged(yes, { q2: 'no' }), judged(yes, { q2: 'yes' })],
      [null, false, true],
    )
  })
})

describe('the timeline', () => {
  const opens_at = new Date('2026-11-01T02:00:00Z')
  const closes_at = new Date('2026-11-20T17:00:00Z')
  const call = { state: 'published', opens_at, closes_at } as const
  const after = (minutes: number) => new Date(closes_at.getTime() + minutes * 60_000)

  test('opens and closes a call by the clock alone', () => {
    assert.equal(stageOf(call, new Date('2026-10-31T00:00:00Z')), 'announced')
    assert.equal(stageOf(call, opens_at), 'open')
    assert.equal(stageOf(call, after(-1)), 'open')
    assert.equal(stageOf(call, closes_at), 'closed')
    assert.equal(stageOf({ ...call, state: 'draft' }, after(-1)), 'draft')
    assert.equal(stageOf({ ...call, state: 'told' }, after(-1)), 'told')
  })

  test('lets a form that was begun in time be sent a little later, and no other', () => {
    const begun = after(-5)
    assert.equal(mayStillFill(call, begun, after(-1)), 'yes')
    assert.equal(mayStillFill(call, begun, after(graceMinutes - 1)), 'grace')
    assert.equal(mayStillFill(call, begun, after(graceMinutes)), 'no')
    assert.equal(mayStillFill(call, after(1), after(2)), 'no')
    assert.equal(mayStillFill({ ...call, state: 'decided' }, begun, after(1)), 'no')
  })

  test('reads a time of day on the clock of a place, and writes it back', () => {
    const at = instantAt('2026-11-22', '23:59', 'Asia/Bangkok')
    assert.equal(at?.toISOString(), '2026-11-22T16:59:00.000Z')
    assert.equal(timeInZone(at!, 'Asia/Bangkok'), '23:59')
    assert.equal(instantAt('2026-11-22', '24:00', 'Asia/Bangkok'), null)
    assert.equal(instantAt('2026-11-22', 'noon', 'Asia/Bangkok'), null)
  })
})

describe('seats by quota', () => {
  const wisher = (id: string, merit: string | null, ...wishes: string[]) => ({
    id,
    wishes,
    merit: merit === null ? null : Fraction.parse(merit),
  })

  test('go in order of merit, each getting the first wish with a seat', () => {
    const seats = [
      { id: 'd1', seats: 1, taken: 0 },
      { id: 'd2', seats: 2, taken: 1 },
    ]
    const round = seatRound(
      'seed',
      [
        wisher('low', '2.9', 'd1', 'd2'),
        wisher('high', '3.9', 'd1'),
        wisher('none', null, 'd2'),
        wisher('middle', '3.1', 'd1', 'd2'),
      ],
      seats,
    )
    assert.deepEqual(runRound(round).result, [null, 'd1', null, 'd2'])
  })

  test('never exceed what is left, and leave nobody who would rather have a seat of somebody with less merit', () => {
    const arbitrary = fc.record({
      seed: fc.string({ minLength: 1, maxLength: 5 }),
      wishers: fc.array(
        fc.record({
          merit: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
          wishes: fc.shuffledSubarray(['d1', 'd2', 'd3']),
        }),
        { maxLength: 25 },
      ),
      seats: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
      taken: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)),
    })
    fc.assert(
      fc.property(arbitrary, ({ seed, wishers, seats, taken }) => {
        const people = wishers.map(({ merit, wishes }, place) =>
          wisher(`a${place}`, merit === null ? null : String(merit), ...wishes),
        )
        const places = seats.map((count, place) => ({
          id: `d${place + 1}`,
          seats: count,
          taken: taken[place]!,
        }))
        const certificate = runRound(seatRound(seed, people, places))
        if (certificate.inputs.places.length > 0) {
          assert.equal(verifyCertificate(certificate).proved, true)
        }
        const result = certificate.result
        for (const { id, seats: count, taken: given } of places) {
          const got = result.filter((each) => each === id).length
          assert.ok(got <= Math.max(0, count - given), id)
        }
        for (const [one, person] of people.entries()) {
          const mine = result[one] ?? null
          const better =
            mine === null ? person.wishes : person.wishes.slice(0, person.wishes.indexOf(mine))
          for (const [other, rival] of people.entries()) {
            const theirs = result[other]
            if (theirs === null || theirs === undefined || !better.includes(theirs)) continue
            const more = Number(person.merit?.toDecimal(0) ?? -1)
            assert.ok(more <= Number(rival.merit?.toDecimal(0) ?? -1), 'no justified envy')
          }
        }
      }),
      { seed: 20261126, numRuns: 300 },
    )
  })
})
