import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Fraction } from '#kernel/values'
import { evaluate } from './evaluate.ts'
import { auInput, equivalence, f, line, rules } from './input.fixture.ts'
import type { Equivalence, EvaluationInput } from './types.ts'

const course = (code: string, credit: string) => ({ code, title: { en: code }, credit: f(credit) })
const set = (id: string, hosts: string[][], homes: [string, string][], more = {}): Equivalence =>
  equivalence(id, {
    hostCourses: hosts,
    homeCourses: homes.map(([code, credit]) => course(code, credit)),
    ...more,
  })

/** Credit by the ratio 1:1, so that figures are plain. */
const plain = rules({
  creditRule: { method: 'ratio', homePerHost: f('1'), source: null },
  shortfall: { accept: Fraction.zero, beyond: 'refuse' },
})

function found(more: Partial<EvaluationInput>) {
  const result = evaluate(auInput({ ruleSet: plain, ...more }))
  return {
    ...result,
    verdicts: result.lines.map((each) => each.verdict),
    total: result.totals.recognised.toString(),
    keys: (place: number) => result.lines[place]!.reasons.map((each) => each.key),
    setKeys: (place: number) => result.sets[place]!.reasons.map((each) => each.key),
  }
}

const ab = set('ab', [['A'], ['B']], [['X', '5']])
const a = line('1', { code: 'A', credit: f('2') })
const b = line('2', { code: 'B', credit: f('3') })
const c = line('3', { code: 'C', credit: f('3') })

describe('courses that count together', () => {
  test('two stand for one, with one verdict and each its share', () => {
    const result = found({ equivalences: [ab], lines: [a, c, b] })
    assert.deepEqual(result.verdicts, ['recognised', 'needs-decision', 'recognised'])
    assert.equal(result.total, '5')
    assert.equal(result.sets.length, 1)
    assert.deepEqual(result.sets[0]!.lineIds, ['1', '2'])
    assert.deepEqual(
      result.lines.map((each) => [each.setId, each.homeCredit?.toString() ?? null]),
      [
        ['1', '2'],
        [null, null],
        ['1', '3'],
      ],
    )
    assert.deepEqual(result.setKeys(0), [
      'reason.set.found',
      'reason.content.met',
      'reason.grade.recorded',
      'reason.credit.converted',
      'reason.credit.methods-disagree',
      'reason.credit.methods-disagree',
      'reason.credit.equal',
      'reason.cap.within',
    ])
    assert.deepEqual(result.keys(0), ['reason.set.together', 'reason.grade.met-by'])
  })

  test('one stands for two, and both home courses are recorded', () => {
    const one = set(
      '1',
      [['C']],
      [
        ['X', '1'],
        ['Y', '2'],
      ],
    )
    const result = found({ equivalences: [one], lines: [c] })
    assert.equal(result.total, '3')
    assert.deepEqual(
      result.lines[0]!.homeCourses.map((each) => [each.code, each.recorded.toString()]),
      [
        ['X', '1'],
        ['Y', '2'],
      ],
    )
    assert.equal(result.sets.length, 0)
  })

  test('either of two alternatives meets a requirement, each line once', () => {
    const either = set('e', [['A'], ['B', 'C']], [['X', '5']])
    assert.equal(found({ equivalences: [either], lines: [a, b] }).total, '5')
    assert.equal(found({ equivalences: [either], lines: [a, c] }).total, '5')
    const both = found({ equivalences: [either], lines: [a, b, c] })
    assert.deepEqual(both.verdicts, ['recognised', 'recognised', 'refused'])
    assert.deepEqual(both.keys(2).slice(0, 1), ['reason.set.partner-used'])
    const same = set(
      's',
      [
        ['B', 'C'],
        ['B', 'C'],
      ],
      [['X', '6']],
    )
    assert.equal(found({ equivalences: [same], lines: [b, c] }).total, '6')
    assert.equal(found({ equivalences: [same], lines: [b] }).total, '0')
  })

  test('a missing course leaves the others to a person and is named', () => {
    const result = found({ equivalences: [ab], lines: [a] })
    assert.deepEqual(result.verdicts, ['needs-decision'])
    const [reason] = result.lines[0]!.reasons
    assert.equal(reason!.key, 'reason.set.incomplete')
    assert.equal(reason!.args['missing'], 'B')
    const failed = found({ equivalences: [ab], lines: [a, { ...b, status: 'failed' }] })
    assert.deepEqual(failed.verdicts, ['needs-decision', 'refused'])
  })

  test('a grade below the minimum on one line refuses all, and each line says why', () => {
    const result = found({ equivalences: [ab], lines: [a, { ...b, grade: '65' }] })
    assert.deepEqual(result.verdicts, ['refused', 'refused'])
    assert.equal(result.keys(0).at(-1), 'reason.set.partner-against')
    assert.ok(result.keys(1).includes('reason.grade.below-by'))
  })

  test('the mean by credit counts where the rules say so, but a fail stays a fail', () => {
    const ruleSet = { ...plain, setGrade: 'credit-weighted' as const }
    const lines = [
      { ...a, grade: '62' },
      { ...b, grade: '76' },
    ]
    // (2 × 62 + 3 × 76) / 5 = 70.4, and the minimum C is 70 at the host.
    const result = found({ ruleSet, equivalences: [ab], lines })
    assert.equal(result.total, '5')
    const mean = result.sets[0]!.reasons.find((each) => each.key === 'reason.set.grade-met')
    assert.equal(mean!.args['grade'], '70.4')
    const lower = [lines[0]!, { ...b, grade: '75' }]
    assert.equal(found({ ruleSet, equivalences: [ab], lines: lower }).total, '0')
    const fails = [
      { ...a, grade: '59' },
      { ...b, grade: '100' },
    ]
    assert.equal(found({ ruleSet, equivalences: [ab], lines: fails }).total, '0')
    const word = [lines[0]!, { ...b, grade: '合格' }]
    const open = found({ ruleSet, equivalences: [ab], lines: word })
    assert.deepEqual(open.verdicts, ['needs-decision', 'needs-decision'])
    assert.ok(open.setKeys(0).includes('reason.set.grade-open'))
    // A line alone is asked for its own grade.
    const alone = set('1', [['A']], [['X', '2']])
    assert.equal(found({ ruleSet, equivalences: [alone], lines: [lines[0]!] }).total, '0')
  })

  test('credit is converted and rounded for all together', () => {
    const ruleSet = {
      ...plain,
      creditRule: { method: 'ratio' as const, homePerHost: f('5/8'), source: null },
      rounding: { step: f('1/2'), mode: 'down' as const },
    }
    // 1.25 and 1.875 would be 1 and 1.5 alone; together they are 3.125 and make 3.
    const three = set('t', [['A'], ['B']], [['X', '3']])
    assert.equal(found({ ruleSet, equivalences: [three], lines: [a, b] }).total, '3')
  })

  test('surplus and shortfall are those of the whole', () => {
    const six = set(
      's',
      [['A'], ['B']],
      [
        ['X', '2'],
        ['Y', '4'],
      ],
    )
    const accept = (text: string, beyond: 'refuse' | 'record-converted') => ({
      ...plain,
      shortfall: { accept: f(text), beyond },
    })
    const lines = [a, b]
    assert.equal(found({ equivalences: [six], lines }).total, '0')
    assert.equal(found({ ruleSet: accept('1', 'refuse'), equivalences: [six], lines }).total, '6')
    const recorded = found({ ruleSet: accept('0', 'record-converted'), equivalences: [six], lines })
    assert.deepEqual(
      recorded.sets[0]!.homeCourses.map((each) => each.recorded.toString()),
      ['5/3', '10/3'],
    )
    const four = set('f', [['A'], ['B']], [['X', '4']])
    assert.equal(found({ equivalences: [four], lines }).total, '4')
    const converted = { ...plain, surplus: 'record-converted' as const }
    assert.equal(found({ ruleSet: converted, equivalences: [four], lines }).total, '5')
  })

  test('hours are counted together, and the oldest course decides about age', () => {
    const hours = rules({
      ...plain,
      minimumClassHours: { hoursPerCredit: f('15'), minutesPerClassHour: 45 },
    })
    const lines = [
      { ...a, hours: { lecture: f('15') } },
      { ...b, hours: { lecture: f('60') } },
    ]
    assert.equal(found({ ruleSet: hours, equivalences: [ab], lines }).total, '5')
    const fewer = [lines[0]!, { ...b, hours: { lecture: f('59') } }]
    const result = found({ ruleSet: hours, equivalences: [ab], lines: fewer })
    assert.ok(result.setKeys(0).includes('reason.set.hours-below'))
    const ruleSet = { ...plain, maximumAgeYears: 2 }
    const old = [{ ...a, completedOn: '2023-01-15' }, b]
    const lapsed = found({ ruleSet, equivalences: [ab], lines: old })
    assert.deepEqual(lapsed.verdicts, ['refused', 'refused'])
  })

  test('a set counts in the terms of its lines, by their converted credit', () => {
    const ruleSet = { ...plain, termCap: f('3') }
    const lines = [
      { ...a, term: '1' },
      { ...b, term: '2' },
    ]
    assert.equal(found({ ruleSet, equivalences: [ab], lines }).total, '5')
    const same = [a, b]
    const over = found({ ruleSet, equivalences: [ab], lines: same })
    assert.deepEqual(over.verdicts, ['refused', 'refused'])
    assert.equal(over.setKeys(0).at(-1), 'reason.cap.term')
  })

  test('an equivalence counts if it stood when the last of the courses was completed', () => {
    const until = { ...ab, validTo: '2026-01-14' }
    assert.deepEqual(found({ equivalences: [until], lines: [a, b] }).verdicts, [
      'needs-decision',
      'needs-decision',
    ])
    const earlier = [a, b].map((each) => ({ ...each, completedOn: '2026-01-14' }))
    assert.equal(found({ equivalences: [until], lines: earlier }).total, '5')
  })

  test('a home course that is recognised already refuses the whole set', () => {
    const alreadyRecognised = { credit: f('3'), homeCourses: ['x'] }
    const result = found({ alreadyRecognised, equivalences: [ab], lines: [a, b] })
    assert.deepEqual(result.verdicts, ['refused', 'refused'])
    assert.ok(result.setKeys(0).includes('reason.course.already'))
  })
})

describe('where equivalences overlap', () => {
  const alone = [
    set('a', [['A']], [['X', '2']]),
    set('b', [['B']], [['Y', '2']]),
    set('ab', [['A'], ['B']], [['Z', '5']]),
  ]

  test('the choice that recognises the most is taken, and says what else there was', () => {
    const result = found({ equivalences: alone, lines: [a, b] })
    assert.equal(result.total, '5')
    assert.ok(result.setKeys(0).includes('reason.equivalence.several'))
    const few = [alone[0]!, alone[1]!, set('ab', [['A'], ['B']], [['Z', '3']])]
    const apart = found({ equivalences: few, lines: [a, b] })
    assert.equal(apart.total, '4')
    assert.equal(apart.sets.length, 0)
  })

  test('a narrower judgement of the same courses goes before a general one, even where it is worth less', () => {
    const general = set('g', [['A']], [['X', '2']])
    const own = set('o', [['A']], [['X', '2']], {
      degreeProgramme: 'ba-arts',
      contentShare: f('1/2'),
    })
    const result = found({ equivalences: [general, own], lines: [a] })
    assert.deepEqual(result.verdicts, ['refused'])
    assert.equal(result.lines[0]!.equivalenceId, 'eo')
  })

  test('a course that may still be recognised by a person is shown before one that lost to another', () => {
    const both = [
      set('1', [['A']], [['X', '2']]),
      set('2', [['B']], [['X', '2']]),
      set('3', [['B']], [['Y', '2']], { contentShare: null }),
    ]
    const result = found({ equivalences: both, lines: [a, b] })
    assert.deepEqual(result.verdicts, ['recognised', 'needs-decision'])
    assert.equal(result.lines[1]!.homeCourses[0]!.code, 'Y')
  })
})

describe('a package', () => {
  const block = (further: 'any' | string[], accept: string, hosts: string[][] = []) =>
    set('p', hosts, [['EXCHANGE', '10']], { package: { further, accept: f(accept) } })
  const lines = ['2', '3', '4'].map((credit, place) =>
    line(String(place + 1), { code: `P${place + 1}`, credit: f(credit) }),
  )

  test('is recognised as a whole for its block, up to its tolerance', () => {
    const short = found({ equivalences: [block('any', '1')], lines })
    assert.equal(short.total, '10')
    assert.deepEqual(short.sets[0]!.lineIds, ['1', '2', '3'])
    const more = found({ equivalences: [block('any', '1/2')], lines })
    assert.equal(more.total, '0')
    assert.deepEqual(more.verdicts, ['needs-decision', 'needs-decision', 'needs-decision'])
    assert.equal(more.setKeys(0).at(-1), 'reason.set.package-short')
  })

  test('takes only its own courses and those that were passed', () => {
    const own = found({ equivalences: [block(['P1', 'P3'], '4')], lines })
    assert.deepEqual(own.verdicts, ['recognised', 'needs-decision', 'recognised'])
    const failed = [lines[0]!, lines[1]!, { ...lines[2]!, grade: '50' }]
    const result = found({ equivalences: [block('any', '5')], lines: failed })
    assert.deepEqual(result.verdicts, ['recognised', 'recognised', 'refused'])
  })

  test('needs its required courses', () => {
    const needs = block('any', '1', [['P9']])
    assert.equal(found({ equivalences: [needs], lines }).total, '0')
    assert.equal(found({ equivalences: [block('any', '1', [['P3', 'P9']])], lines }).total, '10')
  })

  test('leaves a course to another equivalence where the rest is enough', () => {
    const better = set('b', [['P1']], [['X', '2']])
    const enough = found({ equivalences: [block('any', '3'), better], lines })
    assert.equal(enough.total, '12')
    assert.deepEqual(
      enough.lines.map((each) => each.homeCourses[0]?.code ?? each.setId),
      ['X', '2', '2'],
    )
    const needed = found({ equivalences: [block('any', '1'), better], lines })
    assert.equal(needed.total, '10')
  })

  test('is not taken where the courses bring as much without it', () => {
    const each = lines.map((one, place) =>
      set(String(place), [[one.code]], [[`X${place}`, one.credit!.toString()]]),
    )
    const alsoNine = set('p', [], [['EXCHANGE', '9']], {
      package: { further: 'any', accept: f('0') },
    })
    const result = found({ equivalences: [...each, alsoNine], lines })
    assert.equal(result.total, '9')
    assert.equal(result.sets.length, 0)
  })

  test('stays within the caps', () => {
    const capped = { ...plain, totalCap: f('9') }
    const result = found({ ruleSet: capped, equivalences: [block('any', '1')], lines })
    assert.equal(result.total, '0')
    assert.deepEqual(result.verdicts, ['refused', 'refused', 'refused'])
    assert.equal(result.setKeys(0).at(-1), 'reason.cap.total')
  })
})
