import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import {
  isDateFormat,
  layoutFaults,
  numberFormat,
  type RegistryLayout,
  writtenDate,
  writtenNumber,
} from './registry-layout.ts'

const column = (source: RegistryLayout['columns'][number]['source'], rest = {}) => ({
  heading: source,
  source,
  format: '',
  replacements: {},
  ...rest,
})

const layout: RegistryLayout = {
  file: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  lineEnd: 'crlf',
  quotes: 'needed',
  headings: true,
  guarded: true,
  sheet: 'Credits',
  columns: [column('student-number'), column('home-code'), column('home-credit')],
  answer: {
    reference: '',
    studentNumber: '',
    course: '',
    status: '',
    credit: '',
    grade: '',
    message: '',
    accepted: [],
  },
}

describe('numbers of a registry', () => {
  const table: [value: string, format: string, written: string | null][] = [
    ['3', '', '3'],
    ['3/2', '', '1.5'],
    ['3', '0.00', '3.00'],
    ['3/2', '0,0', '1,5'],
    ['3/2', '0', null],
    ['1/3', '0.00####', null],
    ['1/8', '0.0##', '0.125'],
    ['1/2', '0.0##', '0.5'],
    ['1/16', '0.0##', null],
    ['0', '0.00', '0.00'],
    ['120', '0', '120'],
  ]
  for (const [value, format, written] of table)
    test(`${value} as '${format}' is ${written}`, () =>
      assert.equal(writtenNumber(Fraction.parse(value)!, numberFormat(format)!), written))

  test('have no other form', () => {
    for (const text of ['00', '0.', '#.0', '0.0.0', '0 0', '0.0#0', 'x', '0.0000000'])
      assert.equal(numberFormat(text), null, text)
  })

  test('say the value and nothing else', () => {
    const format = fc.record({
      least: fc.integer({ min: 0, max: 3 }),
      more: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 1, max: 64 }),
        format,
        (n, d, { least, more }) => {
          const value = Fraction.of(n, d)
          const written = writtenNumber(value, { least, most: least + more, sign: '.' })
          if (written === null) return
          assert.ok(Fraction.parse(written)!.equals(value))
          assert.ok((written.split('.')[1] ?? '').length >= least)
        },
      ),
      { seed: 11, numRuns: 500 },
    )
  })
})

describe('dates of a registry', () => {
  const table: [format: string, written: string][] = [
    ['', '2026-03-05'],
    ['YYYY-MM-DD', '2026-03-05'],
    ['DD/MM/YYYY', '05/03/2026'],
    ['D/M/BBBB', '5/3/2569'],
    ['YYYYMMDD', '20260305'],
    ['DD.MM.YY', '05.03.26'],
    ['YYYY年M月D日', '2026年3月5日'],
  ]
  for (const [format, written] of table) {
    test(`2026-03-05 as '${format}' is ${written}`, () => {
      assert.ok(isDateFormat(format))
      assert.equal(writtenDate('2026-03-05', format), written)
    })
  }
  test('have year, month and day, each once', () => {
    for (const text of ['DD/MM', 'YYYY-MM', 'YYYY BBBB MM DD', 'DD DD MM YYYY', 'MMM', 'hello'])
      assert.equal(isDateFormat(text), false, text)
  })
})

describe('a layout', () => {
  const faultsOf = (change: Partial<RegistryLayout>) =>
    layoutFaults({ ...layout, ...change }).map(
      ({ column: at, field, fault }) => `${at} ${field} ${fault}`,
    )

  test('that is whole has no fault', () => assert.deepEqual(faultsOf({}), []))

  test('names every fault where it is', () => {
    assert.deepEqual(faultsOf({ columns: [] }), ['null columns none'])
    assert.deepEqual(faultsOf({ columns: [column('home-credit')] }), ['null columns row-not-found'])
    assert.deepEqual(faultsOf({ columns: [column('reference')] }), [])
    assert.deepEqual(
      faultsOf({
        columns: [
          column('reference', { heading: '' }),
          column('home-credit', { heading: 'X', format: 'two places' }),
          column('decided-on', { heading: 'X', format: 'day' }),
          column('home-code', { format: '0' }),
          column('constant', { heading: 'C', format: 'anything' }),
        ],
      }),
      [
        '0 heading heading-missing',
        '1 format number-format',
        '2 heading heading-twice',
        '2 format date-format',
        '3 format text-format',
      ],
    )
    assert.deepEqual(faultsOf({ file: 'xlsx', sheet: 'a/b' }), ['null sheet sheet-name'])
    assert.deepEqual(
      faultsOf({
        headings: false,
        columns: [column('reference', { heading: '' }), column('row', { heading: '' })],
      }),
      [],
    )
  })
})
