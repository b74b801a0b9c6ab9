import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDate } from './dates.ts'
import { languages } from './languages.ts'
import { typedDate } from './typed-date.ts'

test('a day is typed as the language writes it, and what is no day stays as it was typed', () => {
  assert.equal(typedDate('2026-08-31', 'th'), '31/8/2569')
  assert.equal(typedDate('2026-08-31', 'fr'), '2026-08-31')
  assert.equal(typedDate('30 กุมภาพันธ์', 'th'), '30 กุมภาพันธ์')
  assert.equal(typedDate('2026-02-30', 'th'), '2026-02-30')
})

test('what a box shows is read back as the same day, in every language', () => {
  const day = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  const property = fc.property(day, fc.constantFrom(...languages), (date, language) =>
    assert.equal(parseDate(typedDate(date, language)), date),
  )
  fc.assert(property, { seed: 20261126, numRuns: 500 })
})
