import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import {
  proposeCatalogueColumns,
  readCatalogueTable,
  rowsOfObjects,
} from '../../src/modules/recognition/formats/catalogue-table.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const there = existsSync(data)
const skip = there || process.env.CI === 'true' ? false : 'no ../shared beside the checkout'

function objectsOf(name: string): Record<string, unknown>[] {
  assert.ok(there, 'CI needs ../shared/data')
  return readFileSync(join(data, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

test(
  'the catalogue of Chulalongkorn University goes in whole, in Thai and English',
  { skip },
  (t) => {
    const objects = objectsOf('chula-2-2562-courses.jsonl')
    const rows = rowsOfObjects(objects)
    const mapping = proposeCatalogueColumns(rows)
    assert.equal(mapping.headerRow, 0)
    assert.deepEqual(Object.keys(mapping.columns).toSorted(), [
      'code',
      'contactHours',
      'credit',
      'creditSplit',
      'faculty',
      'title.en',
      'title.th',
      'unit',
    ])
    const table = readCatalogueTable(rows, mapping, { titleLanguage: 'en', repeats: 'courses' })
    const withoutCredit = table.issues.filter((each) => each.key === 'table.missing-credit')
    const contact = table.courses.filter((each) => each.contactHours.length > 0)
    t.diagnostic(
      `${table.courses.length} courses, ${contact.length} with contact hours, ${withoutCredit.length} without credit`,
    )
    assert.equal(table.courses.length, 6833)
    assert.equal(table.courses.length, objects.length)
    assert.equal(withoutCredit.length, objects.filter((each) => each.credit === null).length)
    assert.equal(contact.length, objects.filter((each) => each.cHrs2 !== '').length)
    assert.deepEqual(
      new Set(table.issues.map((each) => each.key)),
      new Set(['table.missing-credit']),
    )
    const first = table.courses[0]!
    assert.equal(first.code, '0123101')
    assert.equal(first.titles.th, 'การเขียนย่อหน้า')
    assert.equal(first.titles.en, 'PARAGRAPH WRITING')
    assert.deepEqual(
      first.contactHours.map((each) => [each.label, each.kind, each.amount.toString()]),
      [
        ['LECT', 'lecture', '1'],
        ['PRAC', 'practice', '4'],
      ],
    )
  },
)

test('the classes of Shanghai Jiao Tong University become courses', { skip }, (t) => {
  const objects = objectsOf('sjtu-2018-2020-classes.jsonl')
  const rows = rowsOfObjects(objects)
  const mapping = proposeCatalogueColumns(rows)
  const table = readCatalogueTable(rows, mapping, { titleLanguage: 'en', repeats: 'classes' })
  const codes = new Set(objects.map((each) => each.code))
  t.diagnostic(
    `${objects.length} classes, ${table.courses.length} courses, ${table.merged} merged, ${table.issues.length} remarks`,
  )
  assert.equal(table.courses.length, codes.size)
  assert.equal(table.courses.length + table.merged + table.issues.length, objects.length)
  assert.ok(table.issues.every((each) => each.key === 'table.conflicting-repeat'))
  const analysis = table.courses.find((each) => each.code === 'MA367')!
  assert.equal(analysis.titles['zh-Hans'], '泛函分析')
  assert.equal(analysis.credit!.toString(), '4')
  assert.equal(analysis.unit, '巴黎高科卓越工程师学院')
})
