import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { evaluate } from './evaluate.ts'
import { auInput, f, line, rules } from './input.fixture.ts'
import { publishedRuleSets } from './published-rules.ts'
import { lastDay } from './stay.ts'
import type { Deadline, StayFacts } from './stay-types.ts'
import type { EvaluationInput } from './types.ts'

const published = (id: string) => publishedRuleSets.find((each) => each.id === id)!
const nothing: StayFacts = { from: null, to: null, suspended: null, lastTerm: null, homeTerms: [] }

/** The terms of Peking University around an exchange in autumn 2025. */
const homeTerms = [
  { startsOn: '2025-09-08', endsOn: '2026-01-11' },
  { startsOn: '2026-02-23', endsOn: '2026-06-28' },
  { startsOn: '2026-09-07', endsOn: '2027-01-10' },
]

function keyOf(input: EvaluationInput, prefix: string): string[] {
  return evaluate(input).lines[0]!.reasons.flatMap(({ key }) =>
    key.startsWith(prefix) ? [key] : [],
  )
}

describe('deadlines', () => {
  const day = (deadline: Deadline, more: Partial<EvaluationInput> = {}) =>
    lastDay(deadline, auInput({ homeTerms, stay: { ...nothing, to: '2026-01-18' }, ...more }))

  test('Peking University: the end of week 8 of the term after the stay', () => {
    const { deadline } = published('pku-exchange')
    assert.equal(day(deadline!), '2026-04-19')
    assert.equal(day(deadline!, { homeTerms: [] }), null)
  })

  test('Renmin University: within six weeks of the second term after the return', () => {
    assert.equal(day(published('ruc-exchange').deadline!), '2026-10-18')
  })

  test('working days after the stay or after the transcript, by the calendar of the home country', () => {
    const deadline = { rule: 'working-days', days: 5, after: 'issue', late: 'refuse' } as const
    const songkran = { homeCountry: 'TH', issuedOn: '2026-04-10' } as const
    assert.equal(day(deadline, songkran), '2026-04-22', 'Songkran is not worked')
    assert.equal(day({ ...deadline, after: 'stay' }, { homeCountry: 'TH' }), '2026-01-23')
    assert.equal(day(deadline, { homeCountry: 'TH' }), null)
  })

  test('a date of the year is the first one after the stay', () => {
    const deadline = { rule: 'date', month: 2, day: 15, late: 'refuse' } as const
    assert.equal(day(deadline), '2026-02-15')
    assert.equal(day(deadline, { stay: { ...nothing, to: '2026-02-15' } }), '2027-02-15')
  })

  test('without a stated end the stay ends with its last course, and without any the line waits', () => {
    const deadline = { rule: 'date', month: 2, day: 15, late: 'refuse' } as const
    assert.equal(day(deadline, { stay: nothing }), '2026-02-15')
    const unknown = auInput({
      ruleSet: rules({ deadline }),
      filedOn: '2026-03-01',
      lines: [line('1', { completedOn: null })],
    })
    assert.deepEqual(keyOf(unknown, 'reason.deadline'), ['reason.deadline.unknown'])
  })

  test('the last day itself is in time; later the rules refuse or leave it to the evaluator', () => {
    const { deadline } = published('pku-exchange')
    const filed = (filedOn: string, late: Deadline['late']) =>
      auInput({
        ruleSet: rules({ deadline: { ...deadline!, late } }),
        homeTerms,
        filedOn,
        stay: { ...nothing, to: '2026-01-18' },
      })
    assert.deepEqual(keyOf(filed('2026-04-19', 'refuse'), 'reason.deadline'), [
      'reason.deadline.met',
    ])
    assert.deepEqual(keyOf(filed('2026-04-20', 'refuse'), 'reason.deadline'), [
      'reason.deadline.missed',
    ])
    assert.equal(evaluate(filed('2026-04-20', 'refuse')).lines[0]!.verdict, 'refused')
    assert.equal(
      evaluate(filed('2026-04-20', 'needs-decision')).lines[0]!.verdict,
      'needs-decision',
    )
  })
})

describe('suspended studies', () => {
  const stayed = (stay: Partial<StayFacts>) =>
    auInput({ ruleSet: rules({ suspension: { overMonths: 3 } }), stay: { ...nothing, ...stay } })

  test('are asked for beyond three months only', () => {
    const short = { from: '2025-09-01', to: '2025-12-01' }
    assert.deepEqual(keyOf(stayed(short), 'reason.stay'), [])
    const long = { from: '2025-09-01', to: '2025-12-02' }
    assert.deepEqual(keyOf(stayed(long), 'reason.stay'), ['reason.stay.suspension-unknown'])
    assert.deepEqual(keyOf(stayed({ ...long, suspended: false }), 'reason.stay'), [
      'reason.stay.not-suspended',
    ])
    assert.deepEqual(keyOf(stayed({ ...long, suspended: true }), 'reason.stay'), [
      'reason.stay.suspended',
    ])
    assert.deepEqual(keyOf(stayed({}), 'reason.stay'), ['reason.stay.unknown'])
  })
})

describe('what a recognition means for the degree', () => {
  test('honours of Assumption University: 72 credits must remain to be taken there', () => {
    const remark = (already: string) =>
      evaluate(auInput({ alreadyRecognised: { credit: f(already), homeCourses: [] } })).remarks!
    assert.deepEqual(
      remark('45').map(({ key, args }) => [key, args['left']]),
      [['reason.honours.open', '72']],
    )
    assert.deepEqual(
      remark('46').map(({ key }) => key),
      ['reason.honours.lost'],
    )
    const none = evaluate(auInput({ ruleSet: published('pku-exchange') }))
    assert.equal(none.remarks, undefined)
  })

  test('the last term at home refuses a stay in it, and says so while nobody knows', () => {
    const residence = { leastCredit: null, leastShare: null, leastYears: 1, lastTerm: true }
    const input = auInput({ ruleSet: rules({ residence }) })
    assert.equal(evaluate(input).lines[0]!.verdict, 'recognised')
    assert.deepEqual(
      evaluate(input).remarks!.map(({ key }) => key),
      ['reason.residence.years', 'reason.residence.last-term-unknown', 'reason.honours.open'],
    )
    const last = { ...input, stay: { ...nothing, lastTerm: true } }
    assert.equal(evaluate(last).lines[0]!.verdict, 'refused')
  })
})

test('the published rules of Peking University, on a transcript with all that they ask for', () => {
  const evidence = ['syllabus', 'hours'] as const
  const input = auInput({
    ruleSet: { ...published('pku-exchange'), homeInstitution: 'assumption-university' },
    homeTerms,
    filedOn: '2026-03-02',
    stay: { ...nothing, from: '2025-08-25', to: '2026-01-18', suspended: true },
    lines: [line('1', { evidence }), line('2')],
  })
  const [complete, lacking] = evaluate(input).lines
  assert.equal(complete!.verdict, 'recognised')
  assert.equal(lacking!.verdict, 'needs-decision')
  assert.equal(lacking!.reasons.filter(({ key }) => key === 'reason.kind.evidence').length, 2)
})
