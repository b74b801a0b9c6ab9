import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, Fraction } from '#kernel/values'
import { checkProgramme, standing } from './completion.ts'
import { checkMembership, overlap, runsOn, sharedDays } from './periods.ts'
import { changeSectors, sectorsOn, type SectorRole } from './sectors.ts'
import { checkTerm, matchTerms } from './terms.ts'
import { sectors } from '../schema.ts'

const seed = { seed: 20261122 }
const days = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays('2024-01-01', offset))
const periods = fc
  .tuple(days, fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }))
  .map(([startsOn, length]) => ({
    startsOn,
    endsOn: length === null ? null : addDays(startsOn, length),
  }))

const steps = [
  { kind: 'nomination', required: true, names: { en: 'Nomination' } },
  { kind: 'stay', required: true, names: { en: 'Stay' } },
  { kind: 'report', required: false, names: { en: 'Report' } },
]

test('a participant completes with all required steps, fewer where the programme says so, and the credit that it asks', () => {
  const of = (reached: string[], completion = {}, credit: Fraction | null = null) =>
    standing({ steps, completion }, { reached: new Set(reached), credit })
  assert.equal(of(['nomination']).complete, false)
  assert.equal(of(['nomination', 'stay']).complete, true)
  assert.equal(of(['report', 'unknown']).complete, false)
  assert.deepEqual(of(['stay', 'report']).missing, ['nomination'])
  assert.equal(of(['stay', 'report']).next, 'nomination')
  assert.equal(of(['stay'], { requiredSteps: 1 }).complete, true)
  const nine = { credit: '9', creditScheme: 'th' }
  assert.equal(of(['nomination', 'stay'], nine).complete, false)
  assert.equal(
    of(['nomination', 'stay'], nine, Fraction.parse('17/2')).creditMissing?.toString(),
    '1/2',
  )
  assert.equal(of(['nomination', 'stay'], nine, Fraction.of(9)).complete, true)
  assert.equal(
    standing({ steps: [], completion: {} }, { reached: new Set(), credit: null }).complete,
    false,
  )
})

test('a programme cannot repeat a step or ask for more than is required', () => {
  assert.equal(checkProgramme(steps, { requiredSteps: 2 }), null)
  assert.equal(checkProgramme(steps, { requiredSteps: 3 }), 'asks-too-many-steps')
  assert.equal(checkProgramme([...steps, steps[0]!], {}), 'repeated-step')
})

test('periods share a day exactly when a day runs in both', () => {
  fc.assert(
    fc.property(periods, periods, (a, b) => {
      const first = a.startsOn > b.startsOn ? a.startsOn : b.startsOn
      assert.equal(overlap(a, b), runsOn(a, first) && runsOn(b, first))
      assert.equal(overlap(a, b), overlap(b, a))
    }),
    seed,
  )
})

test('a membership never overlaps another and never ends before it starts', () => {
  const past = { startsOn: '2024-01-01', endsOn: '2024-12-31' }
  assert.equal(checkMembership({ startsOn: '2025-01-01', endsOn: null }, [past]), null)
  assert.equal(checkMembership({ startsOn: '2024-12-31', endsOn: null }, [past]), 'overlaps')
  assert.equal(checkMembership({ startsOn: '2023-01-01', endsOn: null }, [past]), 'overlaps')
  assert.equal(
    checkMembership({ startsOn: '2026-02-01', endsOn: '2026-01-31' }, []),
    'ends-before-start',
  )
})

test('changing sectors leaves exactly the wanted ones, from that day on', () => {
  const roles = fc.array(fc.record({ period: periods, sector: fc.constantFrom(...sectors) }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(roles, fc.subarray([...sectors]), days, (given, wanted, day) => {
      const before: SectorRole[] = given.map(({ period, sector }, index) => ({
        id: String(index),
        sector,
        engagement: 'alliance',
        ...period,
      }))
      const change = changeSectors(before, wanted, day)
      const after = before
        .filter((role) => !change.remove.includes(role.id))
        .map((role) =>
          change.end.includes(role.id) ? { ...role, endsOn: addDays(day, -1) } : role,
        )
        .concat(
          change.begin.map((sector) => ({
            id: `new ${sector}`,
            sector,
            engagement: 'alliance',
            startsOn: day,
            endsOn: null,
          })),
        )
      assert.deepEqual(
        sectorsOn(after, day),
        sectors.filter((each) => wanted.includes(each)),
      )
      for (const role of after) assert.ok(role.endsOn === null || role.endsOn >= role.startsOn)
    }),
    seed,
  )
})

const autumn = {
  academicYear: '2026/2027',
  termNumber: 1,
  termsInYear: 2,
  startsOn: '2026-09-01',
  endsOn: '2027-01-04',
}

test('a term lies in its year, is shorter than a year and shares no day with another', () => {
  assert.equal(checkTerm(autumn, []), null)
  assert.equal(checkTerm(autumn, [autumn]), null)
  assert.equal(checkTerm({ ...autumn, academicYear: '2026/2029' }, []), 'not-an-academic-year')
  assert.equal(checkTerm({ ...autumn, termNumber: 3 }, []), 'number-beyond-year')
  assert.equal(checkTerm({ ...autumn, endsOn: '2026-08-31' }, []), 'ends-before-start')
  assert.equal(checkTerm({ ...autumn, endsOn: '2027-09-02' }, []), 'too-long')
  assert.equal(checkTerm({ ...autumn, academicYear: '2024/2025' }, []), 'outside-year')
  const spring = { ...autumn, termNumber: 2, startsOn: '2027-01-04', endsOn: '2027-05-31' }
  assert.equal(checkTerm(spring, [autumn]), 'overlaps-another')
  assert.equal(checkTerm({ ...spring, startsOn: '2027-01-05' }, [autumn]), null)
})

test('terms of different years answer to each other by their dates, the longest time first', () => {
  const first = { ...autumn, startsOn: '2026-06-01', endsOn: '2026-10-31' }
  const second = { ...autumn, termNumber: 2, startsOn: '2027-01-01', endsOn: '2027-05-31' }
  const matches = matchTerms([second, first], autumn)
  assert.deepEqual(
    matches.map(({ term, days: shared }) => [term.termNumber, shared]),
    [
      [1, 61],
      [2, 4],
    ],
  )
  assert.equal(sharedDays(first, second), 0)
})
