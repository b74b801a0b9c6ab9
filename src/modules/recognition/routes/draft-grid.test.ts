import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Fraction } from '#kernel/values'
import { type DraftLine, emptyLine, mostLines } from '../formats/read-transcript.ts'
import { longest } from '../service/taken-lines.ts'
import { readGrid } from './draft-grid.ts'

const before: DraftLine[] = [
  {
    ...emptyLine(0),
    code: 'PKU101',
    title: { 'zh-Hans': '视觉叙事', en: 'Visual' },
    credit: Fraction.of(1, 3),
    hours: { lecture: Fraction.of(30), practice: Fraction.of(30) },
  },
]
const asShown = {
  count: '1',
  'line.0.take': '1',
  'line.0.code': 'PKU101',
  'line.0.title': 'Visual',
  'line.0.credit': before[0]!.credit!.toDecimal(6),
  'line.0.hours': '60',
}

test('what comes back as it was shown changes nothing, not even a third shown as decimals', () => {
  assert.deepEqual(readGrid(before, asShown, 'en').lines, before)
})

test('a kind of learning is chosen, taken back, and left alone by a form without it', () => {
  const online: DraftLine[] = [{ ...before[0]!, kind: 'online' }]
  const kindOf = (lines: readonly DraftLine[], change: Record<string, string>) =>
    readGrid(lines, { ...asShown, ...change }, 'en').lines[0]!.kind
  assert.equal(kindOf(before, { 'line.0.kind': 'summer' }), 'summer')
  assert.equal(kindOf(online, { 'line.0.kind': '' }), undefined)
  assert.equal(kindOf(online, {}), 'online')
  assert.equal(kindOf(online, { 'line.0.kind': 'by heart' }), undefined)
})

test('numbers are read as offices write them, and dates of the Buddhist era', () => {
  const { lines, refusal } = readGrid(
    before,
    { ...asShown, 'line.0.credit': '๑,๕', 'line.0.date': '2026-06-30' },
    'th',
  )
  assert.equal(refusal, null)
  assert.ok(lines[0]!.credit!.equals(Fraction.of(3, 2)))
  assert.equal(lines[0]!.completedOn, '2026-06-30')
})

test('every cell that cannot be read is named', () => {
  const wrong = {
    'line.0.code': 'x'.repeat(61),
    'line.0.credit': '-3',
    'line.0.hours': '9'.repeat(100_000),
    'line.0.date': '30 February 2026',
    issuedOn: 'yesterday',
  }
  const { refusal } = readGrid(before, { ...asShown, ...wrong }, 'en')
  assert.deepEqual(Object.keys(refusal?.fields ?? {}).toSorted(), Object.keys(wrong).toSorted())
})

test('a line that looks like a sum is left out until somebody who was asked takes it', () => {
  const total = { ...asShown, 'line.0.code': 'Total', 'line.0.title': '' }
  const first = readGrid(before, total, 'en')
  assert.deepEqual([first.lines[0]!.take, first.totals], [false, ['line.0.take']])
  const said = readGrid(before, { ...total, 'line.0.asked': '1' }, 'en')
  assert.deepEqual([said.lines[0]!.take, said.totals], [true, []])
})

test('a term typed in a year of the Buddhist era says as what it was read, once', () => {
  const typed = { ...asShown, 'line.0.term': '2568/1' }
  const first = readGrid(before, typed, 'th')
  const [read] = first.terms
  assert.deepEqual([read?.field, read?.value], ['line.0.term', '2568/1'])
  assert.equal(first.lines[0]!.term, read?.term)
  assert.match(read?.term ?? '', /^2025\/2026/)
  const again = readGrid(before, { ...typed, 'line.0.term': read?.term ?? '' }, 'th')
  assert.deepEqual([again.terms, again.lines[0]!.term], [[], read?.term])
})

test('a line that is taken away need not be readable', () => {
  const wrong = { ...asShown, count: '2', 'line.1.credit': 'three' }
  assert.deepEqual(Object.keys(readGrid(before, wrong, 'en').refusal?.fields ?? {}), [
    'line.1.credit',
  ])
  assert.equal(readGrid(before, wrong, 'en', 1).refusal, null)
  assert.notEqual(readGrid(before, wrong, 'en', 0).refusal, null)
})

test('nothing is issued on a day to come', () => {
  const typed = { ...asShown, issuedOn: '2026-11-28' }
  const faults = (today: string) => readGrid(before, typed, 'en', null, today).refusal?.fields ?? {}
  assert.equal(faults('2026-11-27')['issuedOn']?.key, 'refusal.issued-later')
  assert.deepEqual(faults('2026-11-28'), {})
})

test('no form breaks it, and no hidden character comes through', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('\u202E3', '１２', '3/0', '1e9', '٣', '<b>', '0'.repeat(400), '2569-01-01'),
  )
  const name = fc.constantFrom(
    'count',
    'issuedOn',
    ...['take', 'code', 'title', 'credit', 'hours', 'grade', 'term', 'date'].flatMap((field) => [
      `line.0.${field}`,
      `line.1.${field}`,
    ]),
  )
  const forms = fc.dictionary(name, cell)
  const property = fc.property(forms, fc.nat(99_999), (values, count) => {
    const { lines } = readGrid(before, { ...values, count: values['count'] ?? `${count}` }, 'th')
    assert.ok(lines.length <= mostLines + 1)
    for (const line of lines.slice(0, 2)) {
      assert.ok(line.code.length <= longest.code)
      assert.doesNotMatch(`${line.code}${line.grade}${line.term}`, /[\p{Cc}\u202E\u2066]/u)
      assert.ok(!line.credit?.isNegative() && !line.hours?.lecture?.isNegative())
    }
  })
  fc.assert(property, { seed: 20261122, numRuns: 300 })
})
