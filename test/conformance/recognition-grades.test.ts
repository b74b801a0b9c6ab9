import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { isRefused } from '#kernel/database'
import { readTable } from '#kernel/files'
import { Fraction } from '#kernel/values'
import { proposeCounts } from '../../src/modules/recognition/formats/grade-counts-proposal.ts'
import {
  type CountReading,
  gradeCounter,
} from '../../src/modules/recognition/formats/grade-counts.ts'
import {
  bavarianGrade,
  germanSteps,
  roundBavarian,
} from '../../src/modules/recognition/rules/bavarian-formula.ts'
import { convertGrade } from '../../src/modules/recognition/rules/convert-grade.ts'
import { pekingGradePoint } from '../../src/modules/recognition/rules/grade-points.ts'
import { convertCredit } from '../../src/modules/recognition/rules/credit.ts'
import { publishedCreditSchemes } from '../../src/modules/recognition/rules/credit-schemes.ts'
import { publishedGradeScales } from '../../src/modules/recognition/rules/grade-scales.ts'
import type {
  GradingTableRow,
  OverlapRule,
} from '../../src/modules/recognition/rules/grade-types.ts'
import { readGrade } from '../../src/modules/recognition/rules/grades.ts'
import { placeSpan, spanOf, spansOf } from '../../src/modules/recognition/rules/grading-table.ts'
import { frenchGermanTable } from '../../src/modules/recognition/rules/published-tables.ts'
import type { AgreedTable, GradeScale } from '../../src/modules/recognition/rules/types.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const there = existsSync(join(data, 'mobility-vectors.json'))
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'

function vectors() {
  assert.ok(there, 'CI needs ../shared/data')
  return JSON.parse(readFileSync(join(data, 'mobility-vectors.json'), 'utf8'))
}

const exact = (value: number | string) => Fraction.parse(String(value))!
const scale = (id: string) => publishedGradeScales.find((each) => each.id === id)!
const percent = (share: Fraction, digits: number) =>
  share.multiply(Fraction.of(100)).toDecimal(digits)

function rowsOf(rows: [string, number][]): GradingTableRow[] {
  return rows.map(([label, weight]) => ({ label, weight: exact(weight) }))
}

describe('the collected vectors', { skip }, () => {
  const tables = there ? vectors().gradingTables : {}
  const guideA = there ? rowsOf(tables.ectsGuide2009_A.rows) : []
  const guideB = there ? rowsOf(tables.ectsGuide2009_B.rows) : []
  const antwerp: GradingTableRow[] = there
    ? tables.apAntwerp.rows
        .map(([label, count]: [string, number]) => ({ label, weight: exact(count) }))
        .toReversed()
    : []

  function overlapCases(
    cases: {
      from: string
      range: [number, number]
      overlaps?: Record<string, number>
      max: string
      min: string
      midpoint: string
    }[],
    host: readonly GradingTableRow[],
    home: readonly GradingTableRow[],
  ) {
    for (const each of cases) {
      const span = spanOf(spansOf(host), each.from)!
      assert.deepEqual(
        [span.from, span.to].map((end) => percent(end, 3)),
        each.range.map((end) => exact(end).toDecimal(3)),
      )
      const by = (rule: OverlapRule) => placeSpan(span, spansOf(home), rule)!
      assert.equal(by('maximum').home, each.max, each.from)
      assert.equal(by('minimum').home, each.min, each.from)
      assert.equal(by('average').home, each.midpoint, each.from)
      if (!each.overlaps) continue
      assert.deepEqual(
        Object.fromEntries(by('average').overlaps.map((at) => [at.label, percent(at.share, 3)])),
        Object.fromEntries(
          Object.entries(each.overlaps).map(([label, share]) => [label, exact(share).toDecimal(3)]),
        ),
      )
    }
  }

  test('AP Antwerp: every count, percentage and cumulative percentage', () => {
    const spans = spansOf(antwerp)
    for (const [label, , share, cumulative] of tables.apAntwerp.rows) {
      const { from, to } = spanOf(spans, label)!
      assert.equal(percent(to.subtract(from), 2), exact(share).toDecimal(2), label)
      assert.equal(percent(to, 2), exact(cumulative).toDecimal(2), label)
    }
    const total = Fraction.sum(antwerp.map((row) => row.weight))
    assert.equal(total.toDecimal(), String(tables.apAntwerp.total))
  })

  test('the overlap of the guide’s tables in both directions, and of Antwerp’s', () => {
    overlapCases(vectors().overlap_A_to_B.cases, guideA, guideB)
    overlapCases(vectors().overlap_B_to_A.cases, guideB, guideA)
    for (const [grade, home] of Object.entries(vectors().overlap_AP_to_A.midpoint)) {
      const span = spanOf(spansOf(antwerp), grade)!
      assert.equal(placeSpan(span, spansOf(guideA), 'average')!.home, home, grade)
    }
  })

  test('the Bavarian formula and both roundings', () => {
    for (const { max, min, grade, x } of vectors().bavarian) {
      const ends = { best: exact(max), pass: exact(min) }
      assert.ok(bavarianGrade(exact(grade), ends)!.equals(exact(x)))
    }
    const cologne: Record<string, number> = vectors().bavarianRounding.cologne.cases
    for (const [result, step] of Object.entries(cologne)) {
      const rounded = roundBavarian(exact(result), 'nearest', germanSteps)
      assert.ok(rounded.equals(exact(step)), result)
    }
  })

  test('the official Franco-German table', () => {
    const official: Record<string, number> = vectors().frDe_official.fr_to_de
    for (const [mark, average] of Object.entries(official)) {
      const context = { hostScale: scale('fr-20'), homeScale: scale('de') }
      const answer = convertGrade(mark, frenchGermanTable, context)
      assert.ok(answer.ok && exact(answer.conversion.homeGrade).equals(exact(average)), mark)
    }
  })

  test('grade points of Peking, Renmin, Assumption, Siam, Soongsil and the Korean scales', () => {
    const { pku_gpa, ruc, assumptionUniversity, siamUniversity, soongsil, korea } = vectors()
    for (const [mark, point] of Object.entries(pku_gpa.published as Record<string, number>)) {
      assert.equal(pekingGradePoint(exact(mark))!.toDecimal(2), exact(point).toDecimal(2), mark)
    }
    const points = (id: string, grade: string) => {
      const read = readGrade(scale(id), grade)
      return read.kind === 'grade' ? read.points?.toDecimal(2) : read.kind
    }
    for (const [from, to, , point] of ruc.bands) {
      for (const mark of [from, to]) {
        assert.equal(points('ruc', String(mark)), exact(point).toDecimal(2), String(mark))
      }
    }
    const lists: [string, [string, number][]][] = [
      ['au', assumptionUniversity.rows],
      ['siam', siamUniversity.rows],
      ['soongsil', soongsil.rows],
      ['kr-4.3', korea.rows.map(([label, point]: [string, number]) => [label, point])],
      [
        'kr-4.5',
        korea.rows.flatMap(([label, , point]: [string, number, number | null]) =>
          point === null ? [] : [[label, point]],
        ),
      ],
    ]
    for (const [id, list] of lists) {
      for (const [label, point] of list) {
        assert.equal(points(id, label), exact(point).toDecimal(2), `${id} ${label}`)
      }
    }
    for (const mark of assumptionUniversity.marksWithoutPoints.flatMap((each: string) =>
      each.split('/'),
    )) {
      assert.equal(readGrade(scale('au'), mark).kind, 'remark', mark)
    }
  })
})

/** The vectors of grades that stand by themselves: a table of a service, old letters, an example of a specification. */
describe('the further collected vectors', { skip }, () => {
  const given = there ? vectors() : {}
  /** A scale of numbers without bands, as a table is made for it. */
  const numeric = (id: string, highest: string, passMark: string): GradeScale => ({
    kind: 'range',
    id,
    name: {},
    institution: null,
    intakeFrom: null,
    intakeTo: null,
    lowest: Fraction.zero,
    highest: exact(highest),
    passMark: exact(passMark),
    better: 'higher',
    bands: [],
    words: [],
    remarks: [],
    sources: [],
  })
  const table = (hostScaleId: string, homeScaleId: string, rows: AgreedTable['rows']) =>
    ({ method: 'table', hostScaleId, homeScaleId, rows, source: null }) as const

  test('the bands of Chinese marks for the USA, at both ends of each, and no grade between two', () => {
    const bands: [number, number, number][] = given.wes_china.bands
    const [host, home] = [numeric('cn-100', '100', '60'), numeric('us-4', '4', '1')]
    const rule = table(
      host.id,
      home.id,
      bands.map(([from, to, point]) => ({
        host: { from: exact(from), to: exact(to) },
        home: exact(point).toDecimal(1),
      })),
    )
    const converted = (mark: string) => {
      const answer = convertGrade(mark, rule, { hostScale: host, homeScale: home })
      return answer.ok ? answer.conversion.homeGrade : answer.reason.key
    }
    for (const [from, to, point] of bands) {
      for (const mark of [from, to]) {
        assert.equal(converted(String(mark)), exact(point).toDecimal(1), String(mark))
      }
    }
    for (const mark of ['59', '89.5']) assert.match(converted(mark), /^reason\./, mark)
  })

  test('the five letters of ECTS until 2009: 10, 25, 30, 25 and 10 per cent of those who passed', () => {
    const rows: [string, number][] = given.gradingTables.ectsLetters.rows
    const spans = spansOf(rowsOf(rows))
    assert.deepEqual(
      spans.map(({ label, to }) => [label, percent(to, 0)]),
      [
        ['A', '10'],
        ['B', '35'],
        ['C', '65'],
        ['D', '90'],
        ['E', '100'],
      ],
    )
    const letters = scale('ects-letters')
    for (const [label] of rows) {
      const read = readGrade(letters, label)
      assert.ok(read.kind === 'grade' && read.passed, label)
    }
    for (const label of ['FX', 'F']) {
      const read = readGrade(letters, label)
      assert.ok(read.kind === 'grade' && !read.passed, label)
    }
    const guideB = rowsOf(given.gradingTables.ectsGuide2009_B.rows)
    assert.equal(placeSpan(spanOf(spans, 'A')!, spansOf(guideB), 'maximum')!.home, guideB[0]!.label)
  })

  test('the distribution of EWP’s example, worst first and with those who failed, becomes a table of those who passed', async () => {
    const rows: [string, number][] = given.gradingTables.ewpTorExample_0612.rows
    assert.equal(Fraction.sum(rowsOf(rows).map(({ weight }) => weight)).toString(), '100')
    const text = ['Grade,Percentage', ...rows.map(([label, share]) => `${label},${share}`)].join(
      '\n',
    )
    const read = await readTable(new TextEncoder().encode(text), { name: 'ewp.csv' })
    assert.ok(!isRefused(read))
    const sample = text.split('\n').map((line) => line.split(','))
    const letters = scale('ects-letters')
    const counter = gradeCounter(letters, proposeCounts(sample, letters, null))
    for await (const { row, cells } of read.numbered) counter.add(cells, row)
    const result = counter.result()
    assert.deepEqual(
      result.rows.map(({ label, weight }) => [label, weight.toDecimal(1)]),
      rows
        .slice(1)
        .toReversed()
        .map(([label, share]) => [label, exact(share).toDecimal(1)]),
    )
    assert.ok(exact(result.leftOut.failed).equals(exact(rows[0]![1])))
    const ends = spansOf(result.rows).map(({ to }) => to)
    assert.ok(ends[0]!.equals(exact('2.0').divide(exact('99.2'))))
    assert.equal(ends.at(-1)!.toString(), '1')
  })

  test('the mean of a Korean university in per cent, as its table gives it and nothing beside it', () => {
    const { gpa45, percent: share } = given.korea.extra
    const [host, home] = [numeric('kr-4.5-mean', '4.5', '1'), numeric('percent', '100', '60')]
    const mean = exact(gpa45)
    const row = { host: { from: mean, to: mean }, home: exact(share).toDecimal(1) }
    const rule = table(host.id, home.id, [row])
    const answer = convertGrade(String(gpa45), rule, { hostScale: host, homeScale: home })
    assert.ok(answer.ok && answer.conversion.homeGrade === '86.4')
    assert.ok(!convertGrade('3.25', rule, { hostScale: host, homeScale: home }).ok)
  })

  test('grade points of Zhejiang by its formula', () => {
    assert.match(given.zju_gpa.formula, /x>=85: 4; 60<=x<85: 4-\(85-x\)\/10/)
    const points = (mark: string) => {
      const read = readGrade(scale('zju'), mark)
      return read.kind === 'grade' ? read.points?.toDecimal(2) : read.kind
    }
    const marks = [100, 85, 84.5, 84, 70, 60, 59, 0].map(String)
    assert.deepEqual(marks.map(points), ['4', '4', '3.95', '3.9', '2.5', '1.5', '0', '0'])
    assert.equal(points('101'), 'unreadable')
  })

  test('credit of UCTS, of a share of the year in China, and of a summer course at Peking', () => {
    const credits: { case: string; expr?: string; value?: number }[] = given.credit
    const schemes = new Map(publishedCreditSchemes.map((each) => [each.id, each]))
    const converted = (...args: Parameters<typeof convertCredit>) => {
      const result = convertCredit(...args)
      assert.ok(result.ok, JSON.stringify(result))
      return result.conversion.credit
    }
    const figures = (text: string) => {
      const found = credits.find((each) => each.case.startsWith(text))
      assert.ok(found, text)
      return [...found.case.matchAll(/\d+(\.\d+)?/g)].map(([figure]) => exact(figure))
    }
    // 1 course = 32 h = 2 credits, of 16 class hours each.
    const [, hours, credit] = figures('PKU summer school')
    const cn = schemes.get('cn-16')!
    const summer = { credit: credit!, hours: { lecture: hours! }, host: cn, home: cn }
    assert.ok(converted(summer, { method: 'hours' }, null).equals(credit!))
    const china = figures('Guangzhou University')
    const year = converted(
      { credit: china[6]!, hours: null, host: cn, home: schemes.get('ects')! },
      { method: 'year-share' },
      { step: Fraction.one, mode: 'half-up' },
    )
    assert.equal(year.toString(), String(china[8]!))
  })
})

/** The letters of the University of Illinois, as the headings of the file have them. */
const illinois: GradeScale = {
  ...scale('kr-4.3'),
  id: 'us-letters',
  kind: 'steps',
  grades: ['A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-', 'D+', 'D', 'D-', 'F'].map(
    (label) => ({ label, points: null, pass: label !== 'F' }),
  ),
  words: [],
  remarks: ['W'],
}

describe('the grades of the University of Illinois, 79,426 rows by section', { skip }, () => {
  const text = there
    ? gunzipSync(readFileSync(join(data, 'uiuc-grade-distribution.csv.gz'))).toString('utf8')
    : ''

  async function count(change: Partial<CountReading>) {
    const table = await readTable(new TextEncoder().encode(text), { name: 'uiuc.csv' })
    assert.ok(!isRefused(table))
    const sample = text.split('\n', 60).map((line) => line.split(','))
    const reading = { ...proposeCounts(sample, illinois, null), ...change }
    const counter = gradeCounter(illinois, reading)
    for await (const { row, cells } of table.numbered) counter.add(cells, row)
    return { result: counter.result(), reading }
  }

  /** The same sums by plain means: numbers after the title, which may hold commas in quotes. */
  function summed(wanted: (term: string, subject: string) => boolean): number[] {
    const sums = Array.from({ length: 14 }, () => 0)
    for (const line of text.split('\n').slice(1)) {
      if (line.trim() === '') continue
      const [term = '', subject = ''] = line.split(',', 2)
      if (!wanted(term, subject)) continue
      const numbers = line.trimEnd().split(',').slice(-14)
      for (const [index, number] of numbers.entries()) sums[index]! += Number(number)
    }
    return sums
  }

  test('are read whole: columns, sums of every grade, what does not count, years', async (t) => {
    const { result, reading } = await count({})
    assert.equal(reading.shape, 'wide')
    assert.deepEqual(reading.columns, { course: 1, year: 0 })
    const sums = summed(() => true)
    assert.deepEqual(
      result.rows.map(({ label, weight }) => [label, weight.toDecimal()]),
      illinois.kind === 'steps'
        ? illinois.grades.slice(0, 12).map(({ label }, index) => [label, String(sums[index])])
        : [],
    )
    assert.equal(result.leftOut.failed, String(sums[12]))
    assert.equal(result.leftOut.remarks, String(sums[13]))
    assert.equal(result.rowsRead, 79_426)
    assert.equal(result.rowsWrong, 0)
    t.diagnostic(
      `${result.rows.length} grades, years ${result.years.map(({ year }) => year).join(' ')}`,
    )
  })

  test('give the table of one field and some years', async () => {
    const { result } = await count({ courses: ['ART', 'ARTD'], yearFrom: 2017, yearTo: 2019 })
    const sums = summed((term, subject) => subject.startsWith('ART') && /20(17|18|19)$/.test(term))
    assert.deepEqual(
      result.rows.map(({ weight }) => Number(weight.toDecimal())),
      sums.slice(0, 12).filter((sum) => sum > 0),
    )
    const spans = spansOf(result.rows)
    assert.equal(spans.at(-1)!.to.toString(), '1')
    const placed = placeSpan(spanOf(spans, 'B')!, spans, 'average')!
    assert.equal(placed.home, 'B', 'a table compared with itself changes nothing')
  })
})
