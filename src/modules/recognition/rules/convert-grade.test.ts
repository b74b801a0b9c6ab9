import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Fraction } from '#kernel/values'
import { frenchGermanTable } from './published-tables.ts'
import { apAntwerp, guideB, tableOf } from '../testing/grading-tables.fixture.ts'
import { germanSteps } from './bavarian-formula.ts'
import { convertGrade } from './convert-grade.ts'
import { publishedGradeScales } from './grade-scales.ts'
import { checkMinimumGrade } from './minimum-grade.ts'
import type { GradeRule, GradeScale } from './types.ts'

const f = (text: string) => Fraction.parse(text)!
const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const belgian: GradeScale = { ...scale('fr-20'), id: 'be-20' }
const four: GradeScale = {
  ...scale('ects-letters'),
  id: 'four',
  kind: 'steps',
  grades: ['1', '2', '3', '4'].map((label) => ({ label, points: null, pass: true })),
}
const tables = {
  host: tableOf('ap', 'be-20', apAntwerp),
  home: tableOf('home', 'four', guideB, { unit: 'percent' }),
}
const byTables: GradeRule = { method: 'grading-table', overlap: 'average', digits: 4 }
const passau: GradeRule = {
  method: 'bavarian',
  homeScaleId: 'de',
  rounding: 'cut',
  steps: germanSteps,
  ends: [],
}

function convert(grade: string, rule: GradeRule, hostScale: GradeScale, homeScale: GradeScale) {
  return convertGrade(grade, rule, { hostScale, homeScale, gradingTables: tables })
}

function entered(...args: Parameters<typeof convert>): string {
  const answer = convert(...args)
  return answer.ok ? answer.conversion.homeGrade : answer.reason.key
}

test('grading tables give the grade, its shares and every step', () => {
  const answer = convert('16', byTables, belgian, four)
  assert.ok(answer.ok)
  const { conversion } = answer
  assert.equal(conversion.homeGrade, '1')
  assert.deepEqual(
    conversion.overlaps!.map(({ label, share }) => `${label} ${share.toDecimal(4)}`),
    ['1 0.0896', '2 0.0078'],
  )
  assert.deepEqual(
    conversion.steps!.map(({ key }) => key.replace('reason.grade-step.', '')),
    ['group', 'group', 'span', 'overlap', 'overlap', 'middle', 'choice'],
  )
  assert.equal(conversion.inputs['hostTable'], 'ap')
  assert.equal(conversion.inputs['to'], f('37637/181110').toString())
})

test('a table of few grades is used and says so', () => {
  const few = guideB.map((row) => ({ ...row, weight: row.weight.divide(Fraction.of(2)) }))
  const pair = { host: tables.host, home: tableOf('home', 'four', few) }
  const context = { hostScale: belgian, homeScale: four, gradingTables: pair }
  const answer = convertGrade('16', byTables, context)
  assert.ok(answer.ok)
  const small = answer.conversion.steps!.find(({ key }) => key.endsWith('small-group'))!
  assert.deepEqual(small.args, { side: 'home', count: '50' })
})

test('only passing grades have a place in the tables', () => {
  assert.equal(entered('9', byTables, belgian, four), 'reason.grade.fail-unconverted')
  assert.equal(entered('VAL', byTables, belgian, four), 'reason.grade.word-unconverted')
  assert.equal(entered('21', byTables, belgian, four), 'reason.grade.unreadable')
  const none = { hostScale: belgian, homeScale: four, gradingTables: { ...tables, host: null } }
  const answer = convertGrade('16', byTables, none)
  assert.ok(!answer.ok)
  assert.equal(answer.reason.args.side, 'host')
})

test('a mark is looked up in a table of letters by its band', () => {
  const letters = ['A', 'A-', 'B+', 'B'].map((label) => ({ label, weight: Fraction.of(25) }))
  const pair = { host: tableOf('ruc', 'ruc', letters), home: tables.home }
  const context = { hostScale: scale('ruc'), homeScale: four, gradingTables: pair }
  const answer = convertGrade('84', byTables, context)
  assert.ok(answer.ok)
  assert.equal(answer.conversion.homeGrade, '3')
})

test('the formula is repeated step by step, with the ends that the rules name for a scale', () => {
  const answer = convert('15', passau, scale('fr-20'), scale('de'))
  assert.ok(answer.ok)
  assert.equal(answer.conversion.homeGrade, '2.3')
  assert.deepEqual(answer.conversion.inputs, {
    best: '20',
    grade: '15',
    pass: '10',
    result: '5/2',
    rounding: 'cut',
  })
  const ends = [{ hostScaleId: 'fr-20', best: f('18'), pass: f('10'), source: null }]
  assert.equal(entered('15', { ...passau, ends }, scale('fr-20'), scale('de')), '2.0')
  assert.equal(
    entered('19', { ...passau, ends }, scale('fr-20'), scale('de')),
    'reason.grade.beyond-ends',
  )
  assert.equal(entered('B+', passau, scale('au'), scale('de')), '1.7', 'letters by their points')
  assert.equal(entered('B', passau, scale('ects-letters'), scale('de')), 'reason.grade.no-ends')
})

test('the official Franco-German table is kept to the tenth, and has no row where the source ends', () => {
  const published = {
    '20.0': '1.0',
    '16.0': '1.0',
    '15.8': '1.1',
    '15.6': '1.2',
    '15.3': '1.3',
    '15.1': '1.4',
    '14.8': '1.5',
    '14.6': '1.6',
    '14.3': '1.7',
    '14.1': '1.8',
    '13.8': '1.9',
    '13.6': '2.0',
    '13.3': '2.1',
    '13.1': '2.2',
    '12.8': '2.3',
    '12.6': '2.4',
    '12.3': '2.5',
  }
  for (const [mark, average] of Object.entries(published)) {
    assert.equal(entered(mark, frenchGermanTable, scale('fr-20'), scale('de')), average, mark)
  }
  assert.equal(entered('15,9', frenchGermanTable, scale('fr-20'), scale('de')), '1.0')
  assert.equal(
    entered('15.85', frenchGermanTable, scale('fr-20'), scale('de')),
    'reason.grade.no-row',
  )
  assert.equal(entered('11', frenchGermanTable, scale('fr-20'), scale('de')), 'reason.grade.no-row')
})

test('of several methods the first that fits the scales applies, whatever the grade', () => {
  const rule: GradeRule = {
    method: 'first',
    rules: [frenchGermanTable, byTables, passau, { method: 'record', label: 'BE' }],
  }
  const german = { homeScale: scale('de'), gradingTables: { host: null, home: null } }
  const by = (grade: string, hostScale: GradeScale) => {
    const answer = convertGrade(grade, rule, { ...german, hostScale })
    return answer.ok ? answer.conversion.method : answer.reason.key
  }
  assert.equal(by('14', scale('fr-20')), 'table')
  assert.equal(by('11', scale('fr-20')), 'reason.grade.no-row', 'a missing row is not passed over')
  assert.equal(by('B', scale('au')), 'bavarian')
  assert.equal(by('B', scale('ects-letters')), 'record')
  const nothing: GradeRule = { method: 'first', rules: [frenchGermanTable] }
  const answer = convertGrade('B', nothing, { ...german, hostScale: scale('au') })
  assert.equal(answer.reason.key, 'reason.grade.no-method')
})

test('a minimum at home is checked by what the conversion gives', () => {
  const check = (grade: string) =>
    checkMinimumGrade(
      grade,
      { homeScaleId: 'four', label: '2' },
      {
        hostScale: belgian,
        homeScale: four,
        correspondences: [],
        gradeRule: byTables,
        gradingTables: tables,
      },
    ).outcome
  assert.equal(check('16'), 'met')
  assert.equal(check('12'), 'not-met')
})
