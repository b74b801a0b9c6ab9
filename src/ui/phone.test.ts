import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#kernel/values'
import { Field } from './field.tsx'
import { renderFragment } from './index.ts'
import { LanguageFields } from './language-fields.tsx'
import { Table } from './table.tsx'

const tableOf = (count: number) =>
  renderFragment(
    Table({
      language: 'en',
      caption: 'Rows',
      columns: [{ key: 'name', label: 'Name', cell: (row: string) => row }],
      rows: Array.from({ length: count }, (_, place) => `row ${place + 1}`),
      rowKey: (row) => row,
    }),
  )

test('a list of fifteen rows is shown whole; of a longer one a phone shows twelve and a link to the thirteenth', () => {
  assert.doesNotMatch(tableOf(15), /later|show-all/)
  const html = tableOf(40)
  assert.equal(html.match(/<tr[^>]*class="later"/g)?.length, 28)
  assert.match(html, /<tr data-row="row 13" id="from-name-row-13" class="later"/)
  assert.match(html, /href="#from-name-row-13"[^>]*>.*Show all 40/)
})

const namesWith = (wrong: Language | null) =>
  renderFragment(
    LanguageFields({
      language: 'th',
      legend: 'ชื่อ',
      isFilled: (language) => language === 'en',
      isWrong: (language) => language === wrong,
      field: (language) =>
        Field({
          kind: 'text',
          language: 'th',
          name: `names.${language}`,
          label: language,
          value: language === 'en' ? 'A school' : '',
          ...(language === wrong ? { error: 'too long' } : {}),
        }),
    }),
  )

test('of five languages the reader’s stands first and open, the others folded with a mark of what is filled', () => {
  const html = namesWith(null)
  const [own, folded] = html.split('<details')
  assert.match(own!, /name="names.th"/)
  assert.equal(folded!.match(/name="names\./g)?.length, 4)
  assert.equal(folded!.match(/language-filled/g)?.length, 1)
  assert.match(folded!, /value="A school"/)
  assert.doesNotMatch(html, /<details[^>]* open/)
})

test('an error in a folded language opens the fold; one in the reader’s own does not', () => {
  assert.match(namesWith('ko'), /<details[^>]* open/)
  assert.doesNotMatch(namesWith('th'), /<details[^>]* open/)
})

test('a Thai reader types a day in their own era and is told how, and that both eras may be typed for a year; nobody else is', () => {
  const date = (language: Language, hint?: string) =>
    renderFragment(Field({ kind: 'date', language, name: 'from', label: 'From', hint }))
  assert.match(
    date('th'),
    /<p class="hint" id="field-from-hint">วัน\/เดือน\/ปี พ\.ศ\. เช่น 31\/8\/2569/,
  )
  assert.match(date('th'), /<input[^>]* type="text"/)
  assert.match(date('th', 'วันแรก'), /วันแรก วัน\/เดือน\/ปี พ\.ศ\./)
  assert.match(date('en'), /<input[^>]* type="date"/)
  assert.doesNotMatch(date('en'), /hint/)
  const year = (language: Language) =>
    renderFragment(Field({ kind: 'year', language, name: 'intake', label: 'Intake' }))
  assert.match(year('th'), /2568 หรือ 2025/)
  assert.match(year('th'), /inputmode="numeric"/)
  assert.doesNotMatch(year('ko'), /hint/)
})
