import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holidaysWithin } from './holidays.ts'

test('holidays of a country are told in order, days of one in a row as one', () => {
  const { rows } = holidaysWithin('TH', { from: '2026-04-01', until: '2026-05-05' })
  const songkran = rows.find(({ name }) => /Songkran/.test(name.en ?? ''))
  assert.deepEqual([songkran?.from, songkran?.until], ['2026-04-13', '2026-04-15'])
  assert.deepEqual(
    rows.map(({ from }) => from),
    rows.map(({ from }) => from).toSorted(),
  )
})

test('a window is counted with both of its days, and one without holidays has none', () => {
  const labour = holidaysWithin('FR', { from: '2026-05-01', until: '2026-05-01' })
  assert.equal(labour.rows.length, 1)
  assert.deepEqual(holidaysWithin('FR', { from: '2026-06-02', until: '2026-06-05' }).rows, [])
})

test('years whose holidays nobody has published yet are said to be so', () => {
  assert.equal(holidaysWithin('CN', { from: '2026-01-01', until: '2026-12-31' }).published, true)
  assert.equal(holidaysWithin('CN', { from: '2045-01-01', until: '2045-12-31' }).published, false)
})
