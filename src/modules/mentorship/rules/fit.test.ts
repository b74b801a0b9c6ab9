import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareFits, fitOf, roomOf } from './fit.ts'

const mentor = { fields: ['0214', '06'], languages: ['th', 'en'], capacity: 2, load: 1 }

test('a field counts by the digits of ISCED-F that both say, and never by more', () => {
  const digits = (field: string | null) => fitOf({ field, languages: [] }, mentor).digits
  assert.equal(digits('0214'), 4)
  assert.equal(digits('0211'), 3)
  assert.equal(digits('0220'), 2)
  assert.equal(digits('0613'), 2, 'a broad field says two digits')
  assert.equal(digits('1011'), 0)
  assert.equal(digits(null), 0)
})

test('who has room comes before who has none, whatever else speaks for them', () => {
  const full = fitOf({ field: '0214', languages: ['th'] }, { ...mentor, load: 2 })
  const free = fitOf({ field: '0731', languages: [] }, mentor)
  assert.ok(compareFits(free, full) < 0)
  const speaks = fitOf({ field: '0731', languages: ['en'] }, mentor)
  const near = fitOf({ field: '0214', languages: ['ko'] }, mentor)
  assert.ok(compareFits(speaks, near) < 0, 'a language before the field')
})

test('the order is one: it does not depend on which mentor is asked about first', () => {
  const code = fc.constantFrom('02', '021', '0211', '0214', '061', '1011')
  const side = fc.record({
    fields: fc.array(code, { maxLength: 3 }),
    languages: fc.subarray(['en', 'th', 'zh', 'ko']),
    capacity: fc.integer({ min: 0, max: 5 }),
    load: fc.integer({ min: 0, max: 6 }),
  })
  fc.assert(
    fc.property(side, side, fc.option(fc.constantFrom('0211', '0613')), (a, b, field) => {
      const student = { field, languages: ['en', 'th'] }
      const [one, other] = [fitOf(student, a), fitOf(student, b)]
      assert.equal(Math.sign(compareFits(one, other)), -Math.sign(compareFits(other, one)) + 0)
      assert.equal(one.room, roomOf(a))
      assert.ok(one.languages.every((tag) => student.languages.includes(tag)))
    }),
    { seed: 20261126 },
  )
})
