import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figure, percentile } from './bench.ts'
import { table } from './table.ts'

test('a table sets words to the left, figures to the right, and what is missing as a dash', () => {
  const rows = [
    { engine: 'PGlite', 'r/s': 1203.5 },
    { engine: 'PostgreSQL', 'r/s': 98, note: 'warm' },
  ]
  assert.equal(
    table(rows),
    [
      'engine          r/s  note',
      '──────────  ───────  ────',
      'PGlite      1,203.5  –',
      'PostgreSQL       98  warm',
    ].join('\n'),
  )
})

test('percentiles take the value that was measured, in any order', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index)
  assert.equal(percentile(values, 0.5), 50)
  assert.equal(percentile(values, 0.99), 99)
  assert.equal(percentile([7], 0.99), 7)
  assert.ok(Number.isNaN(percentile([], 0.5)))
  assert.equal(figure(1234.5), 1230)
})
