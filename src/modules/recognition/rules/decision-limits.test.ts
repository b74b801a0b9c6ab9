import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { brokenLimit as broken, type Recognised } from './decision-limits.ts'
import { publishedRuleSets } from './policy.ts'

const ruleSet = { ...publishedRuleSets[0]!, termCap: Fraction.of(6) }
const nothing = {
  alreadyRecognised: { credit: Fraction.zero, homeCourses: [] },
  ruleSet,
  degreeProgramme: { id: 'ba', totalCredit: Fraction.of(120) },
  hostInstitution: 'host',
  lines: [],
}
const line = (homeCourse: string, credit: number, term: string | null = '2025-1') => ({
  homeCourse,
  credit: Fraction.of(credit),
  term,
})

const brokenLimit = (
  lines: readonly ReturnType<typeof line>[],
  ...rest: Parameters<typeof broken> extends [Recognised, ...infer Rest] ? Rest : never
) => broken({ homeCourses: lines.map((each) => each.homeCourse), lines }, ...rest)

test('lines within every limit break none', () => {
  const lines = [line('CA2301', 3), line('CA2302', 3), line('CA2303', 3, '2025-2')]
  assert.equal(brokenLimit(lines, nothing, Fraction.of(9)), null)
  assert.equal(brokenLimit([], nothing, Fraction.zero), null)
})

test('a home course counts once, in this case and over all decisions', () => {
  assert.deepEqual(brokenLimit([line('CA2301', 3), line('ca 2301', 1)], nothing, null), {
    kind: 'course-twice',
    course: 'ca 2301',
  })
  const before = { credit: Fraction.of(3), homeCourses: ['CA2301'] }
  assert.equal(
    brokenLimit([line('CA2301', 3)], { ...nothing, alreadyRecognised: before }, null)?.kind,
    'course-twice',
  )
})

test('a term brings at most its cap, and lines without a term count as one', () => {
  const over = brokenLimit([line('A1', 4), line('A2', 3)], nothing, null)
  assert.equal(over?.kind, 'term')
  assert.equal(brokenLimit([line('A1', 4, null), line('A2', 3, null)], nothing, null)?.kind, 'term')
  const uncapped = { ...nothing, ruleSet: { ...ruleSet, termCap: null } }
  assert.equal(brokenLimit([line('A1', 4), line('A2', 3)], uncapped, null), null)
})

test('the whole stays within the allowance, to the fraction', () => {
  const lines = [line('A1', 3), line('A2', 3, '2025-2')]
  assert.equal(brokenLimit(lines, nothing, Fraction.of(6)), null)
  assert.equal(brokenLimit(lines, nothing, Fraction.of(599, 100))?.kind, 'total')
})

test('a limit on one kind of learning holds for what a person recognises too', () => {
  const online = {
    ...line('CA2301', 3),
    kind: 'online' as const,
  }
  const rule = {
    kinds: ['online' as const],
    accept: true,
    perTerm: Fraction.of(2),
    perYear: null,
    perHost: null,
    total: null,
    share: null,
    evidence: [],
  }
  const limited = { ...nothing, ruleSet: { ...ruleSet, kindRules: [rule] }, lines: [online] }
  const found = brokenLimit([online], limited, null)
  assert.ok(found?.kind === 'part')
  assert.equal(found.reason.key, 'reason.kind.term')
  assert.equal(found.reason.args['credit'], '1')
  assert.equal(
    brokenLimit([line('CA2301', 3)], limited, null),
    null,
    'courses in class are not limited',
  )
})
