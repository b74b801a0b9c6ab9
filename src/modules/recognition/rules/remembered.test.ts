import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { publishedCreditSchemes } from './credit-schemes.ts'
import { evaluate, find } from './evaluate.ts'
import { auInput, equivalence, f, line, rules } from './input.fixture.ts'
import { canonicalJson } from './input-hash.ts'
import { mostRemembered, once } from './remembered.ts'

const seed = 20261125

/** Lines of all sorts, so that what was found for one could be told of another by mistake. */
const lines = fc.array(
  fc
    .record({
      credit: fc.constantFrom(null, '0', '1', '3', '3/2', '-1'),
      hours: fc.constantFrom(null, '16', '48', '60'),
      grade: fc.constantFrom(null, '', '59', '69.5', '70', '90', '合格', 'W', '七十', '70 '),
      status: fc.constantFrom('passed', 'failed', 'in-progress', null),
      completedOn: fc.constantFrom(null, '2019-01-15', '2026-01-15'),
      scheme: fc.constantFrom(null, 'ects', 'cn-16', 'unknown'),
      kind: fc.constantFrom(undefined, 'online', 'placement'),
    })
    .map(({ credit, hours, scheme, kind, ...more }) => ({
      ...more,
      credit: credit === null ? null : f(credit),
      hours: hours === null ? null : { lecture: f(hours) },
      creditSchemeId: scheme,
      ...(kind ? { kind } : {}),
    })),
  { minLength: 1, maxLength: 6 },
)
const strict = rules({
  maximumAgeYears: 5,
  termCap: f('9'),
  minimumClassHours: { hoursPerCredit: f('15'), minutesPerClassHour: 45 },
})
const decided = fc.constantFrom('2026-03-01', '2030-03-01')

test('what was found for one transcript is told of the next only where it is the same', () => {
  fc.assert(
    fc.property(lines, decided, fc.boolean(), (drawn, decidedOn, isOther) => {
      const schemes = isOther
        ? publishedCreditSchemes.map((each) => ({ ...each, minutesPerClassHour: 50 }))
        : publishedCreditSchemes
      const input = auInput({
        decidedOn,
        schemes,
        ruleSet: strict,
        lines: drawn.map((more, place) => line(String(place), more)),
        equivalences: drawn.map((_, place) => equivalence(String(place))),
      })
      // The same rules as another object: nothing is remembered of them.
      const anew = find({ ...input, ruleSet: { ...strict } })
      assert.deepEqual(find(input), anew)
      assert.deepEqual(find(input), anew)
    }),
    { seed, numRuns: 500 },
  )
})

test('what nobody has told is found again, and no file fills the memory', () => {
  const kept = new Map<string, number>()
  for (let place = 0; place < 2 * mostRemembered; place += 1) once(kept, String(place), () => place)
  once(kept, 'x'.repeat(1_000), () => -1)
  assert.equal(kept.size, mostRemembered)
  assert.equal(
    once(kept, '7', () => -1),
    7,
  )
  assert.equal(
    once(kept, 'other', () => -1),
    -1,
  )
})

/** Canonical JSON in the plainest way. */
function plainly(value: unknown): string {
  if (value instanceof Fraction) return JSON.stringify(value.toString())
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${plainly(each)}`)
  return `{${members.join(',')}}`
}

test('canonical JSON does not depend on which objects came before', () => {
  const leaf = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => Fraction.of(n, d)),
  )
  const names = fc.constantFrom('a', 'b', 'aa', 'B', '', '"', 'é', '你', '1', '10', '2')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, leaf, tie('list'), tie('object')),
    list: fc.array(tie('value'), { maxLength: 4 }),
    object: fc.dictionary(names, tie('value'), { maxKeys: 5 }),
  }))
  fc.assert(
    fc.property(value, (each) => assert.equal(canonicalJson(each), plainly(each))),
    { seed, numRuns: 2_000 },
  )
})

test('the hash of the inputs is of their contents, not of the objects', () => {
  const input = auInput()
  const copy = structuredCloneOf(input)
  assert.equal(evaluate(copy).inputHash, evaluate(input).inputHash)
  const stricter = { ...input, ruleSet: rules({ totalCap: f('3') }) }
  assert.notEqual(evaluate(stricter).inputHash, evaluate(input).inputHash)
})

/** A deep copy with other objects all the way down; fractions are values. */
function structuredCloneOf<Value>(value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof Fraction) return value
  if (Array.isArray(value)) return value.map(structuredCloneOf) as Value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, structuredCloneOf(each)]),
  ) as Value
}
