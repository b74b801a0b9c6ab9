import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languagesOf } from './language-cell.ts'

test('languages are read by code or by name, in five languages and their own', () => {
  const table: [string, string[], string[]][] = [
    ['en th', ['en', 'th'], []],
    ['English, Thai', ['en', 'th'], []],
    ['英语、泰语', ['en', 'th'], []],
    ['中文；法文', ['zh', 'fr'], []],
    ['ภาษาไทย/อังกฤษ', ['th', 'en'], []],
    ['한국어, 영어', ['ko', 'en'], []],
    ['anglais ; thaï', ['en', 'th'], []],
    ['zh-Hans', ['zh'], []],
    ['Deutsch, English, EN', ['de', 'en'], []],
    ['Klingonese, th', ['th'], ['Klingonese']],
    ['', [], []],
  ]
  for (const [cell, codes, unknown] of table) {
    assert.deepEqual(languagesOf(cell), { codes, unknown }, cell)
  }
})
