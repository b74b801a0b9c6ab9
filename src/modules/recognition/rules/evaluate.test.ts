import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { evaluate } from './evaluate.ts'
import { au, auInput, equivalence, f, line, rules } from './input.fixture.ts'
import { chooseRuleSet } from './policy.ts'
import type { EvaluationInput, RecognitionRuleSet } from './types.ts'

const seed = 20261122
function only(more: Partial<EvaluationInput> = {}) {
  const result = evaluate(auInput(more)).lines[0]!
  return { ...result, keys: result.reasons.map((each) => each.key) }
}

test('a course from Peking University is recognised, with a reason for each rule', () => {
  const result = only()
  assert.equal(result.verdict, 'recognised')
  assert.equal(result.homeCourses[0]!.code, 'CA1')
  assert.equal(result.homeCredit!.toString(), '3')
  assert.equal(result.recordedGrade, 'TR')
  assert.deepEqual(result.keys, [
    'reason.equivalence.found',
    'reason.content.met',
    'reason.grade.met-by',
    'reason.grade.recorded',
    'reason.credit.converted',
    'reason.credit.methods-disagree',
    'reason.credit.equal',
    'reason.cap.within',
  ])
})

test('each rule refuses by its own figure', () => {
  const below = equivalence('1', { contentShare: f('0.74') })
  assert.ok(only({ equivalences: [below] }).keys.includes('reason.content.below'))
  assert.ok(only({ lines: [line('1', { grade: '69' })] }).keys.includes('reason.grade.below-by'))
  assert.ok(only({ lines: [line('1', { grade: '59' })] }).keys.includes('reason.grade.not-passed'))
  assert.ok(only({ lines: [line('1', { status: 'failed' })] }).keys.includes('reason.line.failed'))
  const old = only({ ruleSet: rules({ maximumAgeYears: 5 }), decidedOn: '2031-01-16' })
  assert.equal(old.verdict, 'refused')
  assert.ok(old.keys.includes('reason.age.lapsed'))
  assert.equal(
    only({ ruleSet: rules({ maximumAgeYears: 5 }), decidedOn: '2031-01-15' }).verdict,
    'recognised',
  )
})

test('all that stands against a line is said, not only the first', () => {
  const { keys, verdict } = only({
    equivalences: [equivalence('1', { contentShare: f('1/2') })],
    lines: [line('1', { grade: '61' })],
  })
  assert.equal(verdict, 'refused')
  assert.ok(keys.includes('reason.content.below') && keys.includes('reason.grade.below-by'))
})

test('what is not known waits for a person', () => {
  const cases: Partial<EvaluationInput>[] = [
    { equivalences: [] },
    { equivalences: [equivalence('1', { validTo: '2025-12-31' })] },
    { equivalences: [equivalence('1', { validFrom: '2026-02-01' })] },
    { equivalences: [equivalence('1', { contentShare: null })] },
    { correspondences: [] },
    { hostScaleId: 'unheard-of' },
    { lines: [line('1', { grade: null })] },
    { lines: [line('1', { grade: '优秀' })] },
    { lines: [line('1', { credit: null })] },
    { lines: [line('1', { credit: f('-3') })] },
    { lines: [line('1', { creditSchemeId: 'points' })] },
    { lines: [line('1', { status: 'in-progress' })] },
    { lines: [line('1', { hours: { lecture: f('32') } })] },
    { ruleSet: rules({ termCap: f('9') }), lines: [line('1', { term: null })] },
    { ruleSet: rules({ maximumAgeYears: 5 }), lines: [line('1', { completedOn: null })] },
  ]
  for (const each of cases) assert.equal(only(each).verdict, 'needs-decision', JSON.stringify(each))
})

test('a surplus is recorded at the home number, a shortfall by the tolerance of the rule', () => {
  const more = line('1', { hours: { lecture: f('100') } })
  assert.equal(only({ lines: [more] }).homeCredit!.toString(), '3')
  const asConverted = rules({ surplus: 'record-converted' })
  assert.equal(only({ lines: [more], ruleSet: asConverted }).homeCredit!.toString(), '5')
  const less = { lines: [line('1', { hours: { lecture: f('48') } })] }
  const accept = (text: string, beyond: 'refuse' | 'record-converted') =>
    rules({ shortfall: { accept: f(text), beyond } })
  assert.equal(only({ ...less, ruleSet: accept('1', 'refuse') }).verdict, 'recognised')
  assert.equal(only({ ...less, ruleSet: accept('1/2', 'refuse') }).verdict, 'refused')
  const recorded = only({ ...less, ruleSet: accept('0', 'record-converted') })
  assert.equal(recorded.homeCredit!.toString(), '12/5')
})

test('too few class hours are refused and unknown ones are asked for', () => {
  const ruleSet = rules({
    minimumClassHours: { hoursPerCredit: f('15'), minutesPerClassHour: 60 },
  })
  assert.equal(only({ ruleSet }).verdict, 'recognised')
  const few = only({ ruleSet, lines: [line('1', { hours: { lecture: f('59') } })] })
  assert.ok(few.keys.includes('reason.hours.below'))
  const none = only({ ruleSet, lines: [line('1', { hours: null })] })
  assert.ok(none.keys.includes('reason.hours.unknown'))
})

test('half of the programme is the most, and the best choice of lines is kept', () => {
  const credits = ['4', '3', '3']
  const result = evaluate(
    auInput({
      degreeProgramme: { id: 'ba-arts', totalCredit: f('12') },
      equivalences: credits.map((credit, place) =>
        equivalence(String(place), {
          homeCourses: [{ code: `CA${place}`, title: {}, credit: f(credit) }],
        }),
      ),
      lines: credits.map((_, place) => line(String(place), { hours: { lecture: f('80') } })),
    }),
  )
  assert.equal(result.totals.recognised.toString(), '6')
  assert.deepEqual(
    result.lines.map((each) => each.verdict),
    ['refused', 'recognised', 'recognised'],
  )
  const dropped = result.lines[0]!.reasons.at(-1)!
  assert.equal(dropped.key, 'reason.cap.programme')
  assert.deepEqual(dropped.args, {
    limit: '6',
    already: '0',
    credit: '4',
    share: '0.5',
    programme: '12',
  })
})

test('a home course counts once, across lines and transcripts', () => {
  const twice = [equivalence('1'), equivalence('2', { homeCourses: equivalence('1').homeCourses })]
  const result = evaluate(auInput({ equivalences: twice, lines: [line('1'), line('2')] }))
  assert.deepEqual(
    result.lines.map((each) => each.verdict),
    ['recognised', 'refused'],
  )
  assert.equal(result.lines[1]!.reasons.at(-1)!.key, 'reason.course.other-line')
  const before = { credit: f('3'), homeCourses: ['ca 1'] }
  assert.ok(only({ alreadyRecognised: before }).keys.includes('reason.course.already'))
})

test('a cap for each term holds in each term', () => {
  const ruleSet = rules({ termCap: f('3') })
  const lines = [line('1'), line('2'), line('3', { term: '2025-2', completedOn: '2026-06-01' })]
  const result = evaluate(auInput({ ruleSet, lines }))
  assert.deepEqual(
    result.lines.map((each) => each.verdict),
    ['recognised', 'refused', 'recognised'],
  )
  assert.equal(result.lines[1]!.reasons.at(-1)!.key, 'reason.cap.term')
})

test('an equivalence for the degree programme goes first, and the other is mentioned', () => {
  const own = equivalence('9', { hostCourses: [['ART1']], degreeProgramme: 'ba-arts' })
  const result = only({ equivalences: [equivalence('1'), own] })
  assert.equal(result.homeCourses[0]!.code, 'CA9')
  assert.ok(result.keys.includes('reason.equivalence.several'))
  const foreign = equivalence('8', { hostCourses: [['ART1']], degreeProgramme: 'ba-law' })
  assert.equal(only({ equivalences: [equivalence('1'), foreign] }).homeCourses[0]!.code, 'CA1')
})

test('the narrowest rules in force are chosen, and their absence is said', () => {
  const question = {
    decidedOn: '2026-03-01',
    homeInstitution: 'assumption-university',
    hostInstitution: 'peking-university',
    degreeProgramme: 'ba-arts',
    intakeYear: 2025,
  }
  const sets = [
    au,
    rules({ id: 'pair', hostInstitution: 'peking-university' }),
    rules({ id: 'pair-2', version: 2, hostInstitution: 'peking-university' }),
    rules({ id: 'other-intake', hostInstitution: 'peking-university', intakeTo: 2020 }),
    rules({ id: 'over', hostInstitution: 'peking-university', validTo: '2025-12-31' }),
  ]
  const found = chooseRuleSet(sets, question)
  assert.ok(found.ok)
  assert.equal(found.ruleSet.id, 'pair-2')
  assert.ok(!chooseRuleSet(sets, { ...question, homeInstitution: 'elsewhere' }).ok)
})

const credit = fc.integer({ min: 0, max: 16 }).map((halves) => Fraction.of(halves, 2))
const share = fc.integer({ min: 0, max: 20 }).map((n) => Fraction.of(n, 20))
const cases = fc
  .array(
    fc.record({
      credit,
      homeCredit: fc.integer({ min: 1, max: 6 }),
      hours: fc.integer({ min: 0, max: 120 }),
      grade: fc.constantFrom('95', '85', '72', '70', '65', '59', '合格', 'W', '?', ''),
      share: fc.option(share),
      course: fc.nat(8),
      term: fc.constantFrom('2025-1', '2025-2'),
    }),
    { maxLength: 12 },
  )
  .map((rows) =>
    auInput({
      degreeProgramme: { id: 'ba-arts', totalCredit: f('24') },
      equivalences: rows.map((row, place) =>
        equivalence(String(place), {
          contentShare: row.share,
          homeCourses: [
            { code: `CA${row.course}`, title: {}, credit: Fraction.of(row.homeCredit) },
          ],
        }),
      ),
      lines: rows.map((row, place) =>
        line(String(place), {
          credit: row.credit,
          hours: { lecture: Fraction.of(row.hours) },
          grade: row.grade,
          term: row.term,
        }),
      ),
    }),
  )

test('the recognised total never exceeds a cap', () => {
  fc.assert(
    fc.property(cases, credit, credit, (given, termCap, already) => {
      const alreadyRecognised = { credit: already, homeCourses: [] }
      const result = evaluate({ ...given, alreadyRecognised, ruleSet: rules({ termCap }) })
      const room = Fraction.max(f('12').subtract(already), Fraction.zero)
      assert.ok(result.totals.recognised.compare(room) <= 0)
      for (const term of ['2025-1', '2025-2']) {
        const sum = Fraction.sum(
          result.lines
            .filter((each, place) => {
              return each.verdict === 'recognised' && given.lines[place]!.term === term
            })
            .map((each) => each.homeCredit!),
        )
        assert.ok(sum.compare(termCap) <= 0)
      }
    }),
    { seed },
  )
})

test('the order of lines and equivalences changes nothing, and a repetition nothing either', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const first = evaluate(given)
      const turned = evaluate({
        ...given,
        lines: given.lines.toReversed(),
        equivalences: given.equivalences.toReversed(),
      })
      assert.equal(turned.inputHash, first.inputHash)
      assert.deepEqual(JSON.stringify(turned.lines.toReversed()), JSON.stringify(first.lines))
      assert.deepEqual(JSON.stringify(evaluate(given)), JSON.stringify(first))
    }),
    { seed },
  )
})

test('a stricter rule never recognises more', () => {
  const stricter: Partial<RecognitionRuleSet>[] = [
    { minimumContentShare: f('9/10') },
    { minimumGrade: { homeScaleId: 'au', label: 'B' } },
    { maximumProgrammeShare: f('1/4') },
    { totalCap: f('5') },
    { maximumAgeYears: 0 },
    { minimumClassHours: { hoursPerCredit: f('15'), minutesPerClassHour: 60 } },
    { shortfall: { accept: Fraction.zero, beyond: 'refuse' } },
  ]
  const base = rules({ shortfall: { accept: f('1'), beyond: 'refuse' } })
  fc.assert(
    fc.property(cases, fc.constantFrom(...stricter), (given, change) => {
      const loose = evaluate({ ...given, ruleSet: base }).totals.recognised
      const strict = evaluate({ ...given, ruleSet: { ...base, ...change } }).totals.recognised
      assert.ok(strict.compare(loose) <= 0, `${strict} > ${loose}`)
    }),
    { seed, numRuns: 300 },
  )
})

test('10,000 lines that all pass are recognised up to the cap and no further', () => {
  const ids = Array.from({ length: 10_000 }, (_, place) => String(place))
  const large = auInput({
    degreeProgramme: { id: 'ba-arts', totalCredit: f('120') },
    equivalences: ids.map((id) => equivalence(id)),
    lines: ids.map((id) => line(id)),
  })
  const result = evaluate(large)
  assert.equal(result.totals.recognised.toString(), '60')
})
