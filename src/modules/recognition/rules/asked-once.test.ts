import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { preference } from './context.ts'
import { find } from './evaluate.ts'
import { auInput, equivalence, line } from './input.fixture.ts'
import type { Equivalence } from './types.ts'

const host = fc.constantFrom('A', 'B', 'C')
const home = fc.constantFrom('H1', 'H2', 'H3')

/** Judgements of few courses, so that many ask the same question; each with an id of its own. */
const judgements = fc
  .array(
    fc.record({
      hosts: fc.uniqueArray(host, { minLength: 1, maxLength: 2 }),
      homes: fc.uniqueArray(home, { minLength: 1, maxLength: 2 }),
      judgedOn: fc.constantFrom('2025-01-01', '2025-05-01', '2025-09-01'),
      isForProgramme: fc.boolean(),
      share: fc.integer({ min: 60, max: 100 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((made) =>
    made.map(({ hosts, homes, judgedOn, isForProgramme, share }, place) =>
      equivalence(String(place).padStart(2, '0'), {
        hostCourses: hosts.map((code) => [code]),
        homeCourses: homes.map((code) => ({
          code,
          title: { en: code },
          credit: Fraction.of(3),
        })),
        judgedOn,
        degreeProgramme: isForProgramme ? auInput().degreeProgramme.id : null,
        contentShare: Fraction.of(share, 100),
      }),
    ),
  )

/** The plain way: of all that ask whether these courses stand for those, the preferred one alone. */
function preferredOnly(given: readonly Equivalence[]): Equivalence[] {
  const asked = new Set<string>()
  return given.toSorted(preference).filter((each) => {
    const question = JSON.stringify([
      each.hostCourses.map(([code]) => code).sort(),
      each.homeCourses.map(({ code }) => code).sort(),
    ])
    const isNew = !asked.has(question)
    asked.add(question)
    return isNew
  })
}

test('of judgements that ask the same question the preferred one counts, as if there were no other', () => {
  fc.assert(
    fc.property(judgements, fc.array(host, { minLength: 1, maxLength: 5 }), (given, codes) => {
      const lines = codes.map((code, place) => line(`l${place}`, { code }))
      const whole = find(auInput({ lines, equivalences: given }))
      const plain = find(auInput({ lines, equivalences: preferredOnly(given) }))
      assert.deepEqual(whole, plain)
    }),
    { seed: 20261126, numRuns: 2_000 },
  )
})
