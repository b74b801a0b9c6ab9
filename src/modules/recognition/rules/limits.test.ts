import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { createTranslator } from '#kernel/messages'
import { Fraction, languages } from '#kernel/values'
import { m } from '../messages/index.ts'
import { evaluate } from './evaluate.ts'
import { auInput, equivalence, f, line, rules } from './input.fixture.ts'
import type { KindRule, LearningKind } from './learning.ts'
import { partLimits, yearOfTerm } from './limits.ts'
import { publishedRuleSets } from './published-rules.ts'
import type { HomeTermRule, RecognisedPart } from './stay-types.ts'
import type { EvaluationInput, TranscriptLine } from './types.ts'

const none: KindRule = {
  kinds: ['online'],
  accept: true,
  perTerm: null,
  perYear: null,
  perHost: null,
  total: null,
  share: null,
  evidence: [],
}
const ofKind = (more: Partial<KindRule>) => rules({ kindRules: [{ ...none, ...more }] })

function verdicts(input: EvaluationInput): string[] {
  return evaluate(input).lines.map((each) => each.verdict)
}

function keys(input: EvaluationInput, id: string): string[] {
  const found = evaluate(input).lines.find((each) => each.lineId === id)!
  return found.reasons.map(({ key }) => key)
}

const online = (id: string, more: Partial<TranscriptLine> = {}) =>
  line(id, { kind: 'online', ...more })

const part = (credit: string, more: Partial<RecognisedPart> = {}): RecognisedPart => ({
  credit: f(credit),
  kind: 'online',
  term: '2024/2025-1',
  hostInstitution: 'peking-university',
  ...more,
})

const before = (...parts: RecognisedPart[]) => ({
  credit: Fraction.sum(parts.map(({ credit }) => credit)),
  homeCourses: [],
  parts,
})

describe('a kind of learning', () => {
  test('that the rules do not accept is refused, and others are not', () => {
    const input = auInput({
      ruleSet: ofKind({ accept: false }),
      lines: [online('1'), line('2')],
    })
    assert.deepEqual(verdicts(input), ['refused', 'recognised'])
    assert.ok(keys(input, '1').includes('reason.kind.refused'))
  })

  test('waits for a person until each evidence that the rules ask for was seen', () => {
    const ruleSet = ofKind({ evidence: ['syllabus', 'hours'] })
    const lines = [
      online('1', { evidence: ['syllabus'] }),
      online('2', { evidence: ['hours', 'syllabus'] }),
      line('3'),
    ]
    const input = auInput({ ruleSet, lines })
    assert.deepEqual(verdicts(input), ['needs-decision', 'recognised', 'recognised'])
    const open = evaluate(input).lines[0]!.reasons.filter(({ outcome }) => outcome === 'open')
    assert.deepEqual(
      open.map(({ args }) => args['evidence']),
      ['hours'],
    )
  })

  test('brings at most so much in a term, and what is left out says how much room it lacks', () => {
    const input = auInput({
      ruleSet: ofKind({ perTerm: f('4') }),
      lines: [online('1'), online('2'), line('3')],
    })
    assert.deepEqual(verdicts(input), ['recognised', 'refused', 'recognised'])
    const why = evaluate(input).lines[1]!.reasons.find(({ key }) => key === 'reason.kind.term')!
    assert.deepEqual(why.args, {
      limit: '4',
      already: '0',
      credit: '2',
      kind: 'online',
      period: '2025-1',
    })
    const apart = auInput({
      ruleSet: ofKind({ perTerm: f('4') }),
      lines: [online('1'), online('2', { term: '2025-2' })],
    })
    assert.deepEqual(verdicts(apart), ['recognised', 'recognised'])
    const nowhere = auInput({
      ruleSet: ofKind({ perTerm: f('4') }),
      lines: [online('1', { term: null })],
    })
    assert.deepEqual(verdicts(nowhere), ['needs-decision'])
  })

  test('counts what was recognised of it before: in all, of a share, in a year, from one host', () => {
    const cases: [Partial<KindRule>, RecognisedPart, string][] = [
      [{ total: f('6') }, part('4'), 'reason.kind.total'],
      [{ share: f('1/20') }, part('4'), 'reason.kind.total'],
      [{ perYear: f('6') }, part('4', { term: '2025/2026-1' }), 'reason.kind.year'],
      [{ perHost: f('6') }, part('4'), 'reason.kind.host'],
    ]
    for (const [limit, earlier, key] of cases) {
      const lines = [online('1', { term: '2025/2026-2' })]
      const free = auInput({ ruleSet: ofKind(limit), lines })
      assert.deepEqual(verdicts(free), ['recognised'], key)
      const used = auInput({ ruleSet: ofKind(limit), lines, alreadyRecognised: before(earlier) })
      assert.deepEqual(verdicts(used), ['refused'], key)
      assert.ok(keys(used, '1').includes(key))
      const other = before({ ...earlier, kind: 'course' })
      assert.deepEqual(verdicts({ ...used, alreadyRecognised: other }), ['recognised'], key)
    }
    const elsewhere = before(part('4', { hostInstitution: 'elsewhere' }))
    const fromHost = auInput({
      ruleSet: ofKind({ perHost: f('6') }),
      lines: [online('1')],
      alreadyRecognised: elsewhere,
    })
    assert.deepEqual(verdicts(fromHost), ['recognised'])
  })

  test('is chosen for the most credit: a large course rather than two small ones that just fit', () => {
    const input = auInput({
      ruleSet: ofKind({ perTerm: f('6') }),
      equivalences: [
        equivalence('1', { homeCourses: [{ code: 'CA1', title: {}, credit: f('3') }] }),
        equivalence('2', { homeCourses: [{ code: 'CA2', title: {}, credit: f('2') }] }),
        equivalence('3', { homeCourses: [{ code: 'CA3', title: {}, credit: f('3') }] }),
      ],
      lines: [online('1'), online('2'), online('3')],
    })
    assert.deepEqual(verdicts(input), ['recognised', 'refused', 'recognised'])
  })
})

describe('what is taken at home in the same term', () => {
  const pku = publishedRuleSets.find(({ id }) => id === 'pku-exchange')!
  const ruleSet = rules({ homeTerms: pku.homeTerms! })
  const stay = (credit: string) => ({
    from: null,
    to: null,
    suspended: null,
    lastTerm: null,
    homeTerms: [{ term: '2025-1', credit: f(credit) }],
  })

  test('must be known beside online courses, and concerns no others', () => {
    const input = auInput({ ruleSet, lines: [online('1'), line('2')] })
    assert.deepEqual(verdicts(input), ['needs-decision', 'recognised'])
    assert.ok(keys(input, '1').includes('reason.home-term.unknown'))
  })

  test('is at most 4 credits, and 25 together with what is recognised', () => {
    const at = (credit: string, lines = [online('1')]) =>
      auInput({ ruleSet, lines, stay: stay(credit) })
    assert.deepEqual(verdicts(at('4')), ['recognised'])
    assert.deepEqual(verdicts(at('4.5')), ['refused'])
    assert.ok(keys(at('4.5'), '1').includes('reason.home-term.over'))
    const wide = { kinds: ['online'] as LearningKind[], mostAtHome: null, mostTogether: f('25') }
    const input = auInput({
      ruleSet: rules({ homeTerms: [wide] }),
      lines: [online('1'), online('2')],
      stay: stay('20'),
    })
    assert.deepEqual(verdicts(input), ['recognised', 'refused'])
    assert.ok(keys(input, '2').includes('reason.home-term.together'))
  })

  test('is asked of a person beside blended courses, of which the rule is silent, and only where it would matter', () => {
    const blended = line('1', { kind: 'blended' })
    const at = (credit: string, lines = [blended]) =>
      auInput({ ruleSet, lines, stay: stay(credit) })
    assert.deepEqual(verdicts(auInput({ ruleSet, lines: [blended] })), ['needs-decision'])
    const unknown = keys(auInput({ ruleSet, lines: [blended] }), '1')
    assert.ok(unknown.includes('reason.home-term.asked-unknown'))
    assert.deepEqual(verdicts(at('4')), ['recognised'])
    assert.deepEqual(verdicts(at('4.5')), ['needs-decision'])
    assert.ok(keys(at('4.5'), '1').includes('reason.home-term.asked'))
    // With 3 credits from abroad: 22 at home leave the sum at 25, a little more does not.
    const rule = { kinds: ['online'], asked: ['blended'], mostAtHome: null, mostTogether: f('25') }
    const together = (credit: string) =>
      auInput({
        ruleSet: rules({ homeTerms: [rule as HomeTermRule] }),
        lines: [blended],
        stay: stay(credit),
      })
    assert.deepEqual(verdicts(together('22')), ['recognised'])
    assert.deepEqual(verdicts(together('22.5')), ['needs-decision'])
    const own = rules({ homeTerms: [{ ...rule, asked: [] } as HomeTermRule] })
    assert.deepEqual(
      verdicts(auInput({ ruleSet: own, lines: [blended], stay: stay('24') })),
      ['recognised'],
      'an institution may say that it does not mean them',
    )
  })
})

test('a plan without a term names it in words, in every language', () => {
  const ruleSet = rules({
    homeTerms: publishedRuleSets.find(({ id }) => id === 'pku-exchange')!.homeTerms!,
    kindRules: [{ ...none, perTerm: f('2'), perYear: f('2') }],
  })
  const input = auInput({ ruleSet, lines: [online('1', { term: 'planned' })] })
  const reasons = evaluate(input).lines[0]!.reasons.filter(
    ({ args }) => args['term'] ?? args['period'],
  )
  assert.ok(reasons.length > 0)
  const translator = createTranslator([m.catalogue])
  for (const language of languages) {
    for (const { key, args } of reasons) {
      assert.doesNotMatch(translator.for(language)(m(key, args)), /planned\b/, `${language} ${key}`)
    }
  }
})

describe('residence', () => {
  test('leaves only so much of the degree programme to be recognised', () => {
    const residence = { leastCredit: f('118'), leastShare: null, leastYears: null, lastTerm: false }
    const input = auInput({
      ruleSet: rules({ residence, maximumProgrammeShare: null }),
      lines: [line('1'), line('2')],
    })
    assert.deepEqual(verdicts(input), ['refused', 'refused'])
    assert.ok(keys(input, '1').includes('reason.cap.residence'))
    assert.equal(evaluate(input).totals.allowance!.toDecimal(), '2')
    const share = { ...residence, leastCredit: null, leastShare: f('0.95') }
    const one = auInput({ ruleSet: rules({ residence: share }), lines: [line('1'), line('2')] })
    assert.deepEqual(verdicts(one), ['recognised', 'recognised'])
  })
})

test('the academic year of a term is read from its key, whatever its form', () => {
  assert.equal(yearOfTerm('2025/2026-2'), '2025/2026')
  assert.equal(yearOfTerm('2025/2026-2/2'), '2025/2026')
  assert.equal(yearOfTerm('autumn'), 'autumn')
})

test('the Korean credit bank: 24 credits of classes in a term and 42 in a year, examinations beside them', () => {
  const bank = publishedRuleSets.find(({ id }) => id === 'kr-credit-bank')!
  const limits = partLimits({
    ruleSet: bank,
    alreadyRecognised: before(
      part('20', { kind: 'accredited', term: '2026/2026-1' }),
      part('18', { kind: 'examination', term: '2026/2026-1' }),
    ),
    degreeProgramme: { id: 'ba', totalCredit: f('140') },
    hostInstitution: 'peking-university',
    lines: [online('1', { kind: 'accredited', term: '2026/2026-2' })],
  })
  const left = Object.fromEntries(limits.map((each) => [each.key, each.left.toDecimal()]))
  assert.deepEqual(left, {
    'kind 0 term 2026/2026-2': '24',
    'kind 0 year 2026/2026': '22',
    'kind 1 host': '85',
  })
})

test('whatever the lines and limits, no limit is exceeded, and nothing that would still fit is left out', () => {
  const arbitraryLines = fc.array(
    fc.record({
      kind: fc.constantFrom<LearningKind>('course', 'online', 'summer'),
      term: fc.constantFrom('2025/2026-1', '2025/2026-2'),
      credit: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  const arbitraryLimit = fc.option(fc.integer({ min: 0, max: 12 }).map((n) => Fraction.of(n)))
  fc.assert(
    fc.property(arbitraryLines, arbitraryLimit, arbitraryLimit, (given, perTerm, total) => {
      const ids = given.map((_, place) => String(place + 1))
      const lines = given.map(({ kind, term }, place) =>
        line(ids[place]!, { kind, term, credit: f('5'), hours: { lecture: f('100') } }),
      )
      const equivalences = given.map(({ credit }, place) =>
        equivalence(ids[place]!, {
          homeCourses: [{ code: `CA${place}`, title: {}, credit: Fraction.of(credit) }],
        }),
      )
      const kindRules = [{ ...none, kinds: ['online', 'summer'] as const, perTerm, total }]
      const input = auInput({ ruleSet: rules({ kindRules }), lines, equivalences })
      const found = evaluate(input)
      const taken = found.lines.flatMap((each, place) =>
        each.verdict === 'recognised' ? [{ line: lines[place]!, credit: each.homeCredit! }] : [],
      )
      for (const limit of partLimits(input)) {
        const used = Fraction.sum(
          taken.filter((each) => limit.holds(each.line)).map((each) => each.credit),
        )
        assert.ok(used.compare(limit.left) <= 0, limit.key)
      }
      for (const [place, each] of found.lines.entries()) {
        if (each.verdict === 'recognised') continue
        const broken = partLimits(input).some((limit) => {
          if (!limit.holds(lines[place]!)) return false
          const used = taken.filter((one) => limit.holds(one.line)).map((one) => one.credit)
          return Fraction.sum([...used, each.homeCredit!]).compare(limit.left) > 0
        })
        assert.ok(broken, 'a line that fits every limit is not left out')
      }
    }),
    { seed: 20261125, numRuns: 120 },
  )
})
