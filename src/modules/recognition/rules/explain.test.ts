import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { evaluate } from './evaluate.ts'
import { explain, type WhatIf } from './explain.ts'
import { auInput, equivalence, f, line, rules } from './input.fixture.ts'
import type { EvaluationInput } from './types.ts'

/** Credit by the ratio 1:1 and a strict shortfall, so that figures are plain. */
const plain = rules({
  creditRule: { method: 'ratio', homePerHost: f('1'), source: null },
  shortfall: { accept: Fraction.zero, beyond: 'refuse' },
})

function whatIfs(more: Partial<EvaluationInput>, id = '1') {
  const input = auInput({ ruleSet: plain, ...more })
  const evaluation = evaluate(input)
  const { lines, sets } = explain(input, evaluation)
  return [...(lines.get(id) ?? []), ...(sets.get(id) ?? [])].map(told)
}

function told({ changes, gain }: WhatIf) {
  return [
    changes.map(({ key, args }) => `${key} ${Object.values(args).join(' ')}`),
    gain.toString(),
  ]
}

const one = { equivalences: [equivalence('1')] }
const course = (code: string, credit: string) => ({ code, title: { en: code }, credit: f(credit) })

describe('what would have changed a result', () => {
  test('a better grade, and how good', () => {
    const lines = [line('1', { grade: '65' })]
    assert.deepEqual(whatIfs({ ...one, lines }), [[['change.grade ART 1 70'], '3']])
    const fail = [line('1', { grade: '40' })]
    assert.deepEqual(whatIfs({ ...one, lines: fail }), [[['change.grade ART 1 70'], '3']])
    const failed = [line('1', { status: 'failed', grade: 'F' })]
    assert.deepEqual(whatIfs({ ...one, lines: failed }), [[['change.passed ART 1 70'], '3']])
    const without = rules({ ...plain, minimumGrade: null })
    assert.deepEqual(whatIfs({ ...one, ruleSet: without, lines: fail }), [
      [['change.grade ART 1 60'], '3'],
    ])
  })

  test('more of the content, judged or found', () => {
    const below = [equivalence('1', { contentShare: f('0.7') })]
    assert.deepEqual(whatIfs({ equivalences: below }), [[['change.content CA1 0.75'], '3']])
    const unknown = [equivalence('1', { contentShare: null })]
    assert.deepEqual(whatIfs({ equivalences: unknown }), [[['change.content CA1 0.75'], '3']])
  })

  test('one more class hour a week, where hours make the credit', () => {
    const ruleSet = rules({ shortfall: { accept: Fraction.zero, beyond: 'refuse' } })
    // 48 class hours of 45 minutes are 2.4 Thai credits; 64 are 3.2.
    const lines = [line('1', { hours: { lecture: f('48') } })]
    assert.deepEqual(whatIfs({ ...one, ruleSet, lines }), [[['change.hours ART 1 1 16'], '3']])
    const minimum = rules({
      ...plain,
      minimumClassHours: { hoursPerCredit: f('15'), minutesPerClassHour: 45 },
    })
    const few = [line('1', { hours: { lecture: f('20') } })]
    assert.deepEqual(whatIfs({ ...one, ruleSet: minimum, lines: few }), [
      [['change.hours ART 1 2 32'], '3'],
    ])
  })

  test('more credit, where a ratio makes it', () => {
    const lines = [line('1', { credit: f('2') })]
    assert.deepEqual(whatIfs({ ...one, lines }), [[['change.credit ART 1 3'], '3']])
  })

  test('an earlier decision, another term, room under the limit, a course not yet recognised', () => {
    const ruleSet = rules({ ...plain, maximumAgeYears: 5 })
    const [late] = whatIfs({ ...one, ruleSet, decidedOn: '2031-01-16' })
    assert.match(String(late![0]), /change\.decided-by/)
    const termCap = rules({ ...plain, termCap: f('3') })
    const two = {
      equivalences: [equivalence('1'), equivalence('2')],
      lines: [line('1'), line('2')],
    }
    assert.deepEqual(whatIfs({ ...two, ruleSet: termCap }, '2'), [[['change.term ART 2'], '3']])
    const totalCap = rules({ ...plain, totalCap: f('4') })
    assert.deepEqual(whatIfs({ ...two, ruleSet: totalCap }, '2'), [[['change.room 2'], '3']])
    const alreadyRecognised = { credit: f('3'), homeCourses: ['CA1'] }
    assert.deepEqual(whatIfs({ ...one, alreadyRecognised }), [[['change.not-already CA1'], '3']])
  })

  test('an equivalence that still stood', () => {
    const ended = [equivalence('1', { validTo: '2025-12-31' })]
    assert.deepEqual(whatIfs({ equivalences: ended }), [[['change.validity ART 1'], '3']])
  })

  test('nothing is said that would not have been enough', () => {
    const lines = [line('1', { grade: '65' })]
    const equivalences = [equivalence('1', { contentShare: f('0.5') })]
    assert.deepEqual(whatIfs({ equivalences, lines }), [
      [['change.content CA1 0.75', 'change.grade ART 1 70'], '3'],
    ])
    const unreadable = [line('1', { credit: null, grade: '65' })]
    assert.deepEqual(whatIfs({ ...one, lines: unreadable }), [])
    assert.deepEqual(whatIfs({ equivalences: [] }), [])
  })

  test('of several that are needed together the fewest are named', () => {
    const ruleSet = rules({ ...plain, maximumAgeYears: 5 })
    const lines = [line('1', { grade: '65', credit: f('2') })]
    assert.deepEqual(whatIfs({ ...one, ruleSet, lines }), [
      [['change.grade ART 1 70', 'change.credit ART 1 3'], '3'],
    ])
  })
})

describe('courses that count together', () => {
  const set = equivalence('s', {
    hostCourses: [['A'], ['B']],
    homeCourses: [course('X', '5')],
  })
  const alone = equivalence('a', { hostCourses: [['A']], homeCourses: [course('Y', '2')] })
  const a = line('1', { code: 'A', credit: f('2') })
  const b = line('2', { code: 'B', credit: f('3') })

  test('a grade of one of them, for all', () => {
    const lines = [a, { ...b, grade: '61' }]
    assert.deepEqual(whatIfs({ equivalences: [set], lines }), [[['change.grade B 70'], '5']])
  })

  test('a course that is missing', () => {
    assert.deepEqual(whatIfs({ equivalences: [set], lines: [a] }), [[['change.missing B'], '5']])
  })

  test('what the line beside a recognised one lost, and what it would add', () => {
    const lines = [a, { ...b, grade: '61' }]
    const given = { equivalences: [set, alone], lines }
    assert.deepEqual(whatIfs(given, '2'), [[['change.grade B 70'], '3']])
  })

  test('the other choice, and how much less it would have been', () => {
    const given = { equivalences: [set, alone], lines: [a, b] }
    assert.deepEqual(whatIfs(given), [[['choice.less Y 2 3'], '-3']])
    const same = equivalence('t', { hostCourses: [['A']], homeCourses: [course('Z', '2')] })
    assert.deepEqual(whatIfs({ equivalences: [alone, same], lines: [a] }), [
      [['choice.same Z'], '0'],
    ])
    const twice = equivalence('u', { hostCourses: [['B']], homeCourses: [course('Y', '2')] })
    assert.deepEqual(whatIfs({ equivalences: [alone, twice], lines: [a, b] }, '2'), [
      [['choice.same Y'], '0'],
    ])
  })

  test('a package that lacks credit', () => {
    const block = equivalence('p', {
      hostCourses: [],
      homeCourses: [course('BLOCK', '8')],
      package: { further: 'any', accept: f('2') },
    })
    assert.deepEqual(whatIfs({ equivalences: [block], lines: [a, b] }), [
      [['change.further 1'], '8'],
    ])
  })
})

const seed = 20261122

test('a grade that is said to be enough is enough, and a whole one below it is not', () => {
  const cases = fc.array(
    fc.record({
      grade: fc.integer({ min: 0, max: 100 }),
      home: fc.nat(4),
      credit: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(cases, (rows) => {
      const input = auInput({
        ruleSet: plain,
        equivalences: rows.map((row, place) =>
          equivalence(String(place), {
            homeCourses: [course(`CA${row.home}`, String(row.credit))],
          }),
        ),
        lines: rows.map((row, place) =>
          line(String(place), { grade: String(row.grade), credit: Fraction.of(row.credit) }),
        ),
      })
      const before = evaluate(input)
      for (const [id, said] of explain(input, before).lines) {
        for (const { changes, gain } of said) {
          const [change] = changes
          if (changes.length !== 1 || change!.key !== 'change.grade') continue
          const withGrade = (grade: string) =>
            evaluate({
              ...input,
              lines: input.lines.map((each) => (each.id === id ? { ...each, grade } : each)),
            })
          const after = withGrade(String(change!.args['grade']))
          assert.equal(after.lines.find((each) => each.lineId === id)!.verdict, 'recognised')
          assert.ok(after.totals.recognised.subtract(before.totals.recognised).equals(gain))
          const lower = withGrade(String(Number(change!.args['grade']) - 1))
          assert.notEqual(lower.lines.find((each) => each.lineId === id)!.verdict, 'recognised')
        }
      }
    }),
    { seed, numRuns: 100 },
  )
})

test('the same inputs give the same explanations, and their number is limited', () => {
  const lines = Array.from({ length: 60 }, (_, place) => line(String(place), { grade: '50' }))
  const equivalences = lines.map((each) => equivalence(each.id))
  const input = auInput({ ruleSet: plain, lines, equivalences })
  const evaluation = evaluate(input)
  const first = explain(input, evaluation, 600)
  assert.deepEqual(
    JSON.stringify([...first.lines]),
    JSON.stringify([...explain(input, evaluation, 600).lines]),
  )
  assert.equal([...first.lines.values()].filter((said) => said.length > 0).length, 10)
})
