import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTranslator } from '#kernel/messages'
import { languages } from '#kernel/values'
import { appointmentColumns, cohortColumns, enrolmentColumns } from './import-columns.ts'
import { foldHeading } from './import-table.ts'
import { m } from './messages/index.ts'

const lists = { enrolmentColumns, appointmentColumns, cohortColumns }
const translator = createTranslator([m.catalogue])

test('a list whose headings are those that its page names is understood, in each language', () => {
  for (const [name, columns] of Object.entries(lists)) {
    const known = Object.entries<readonly string[]>(columns)
    for (const language of languages) {
      for (const [column] of known) {
        const said = foldHeading(
          translator.for(language)(m(`import-column.${column as keyof typeof enrolmentColumns}`)),
        )
        const read = known.filter(([, names]) => names.some((each) => foldHeading(each) === said))
        assert.deepEqual(
          read.map(([each]) => each),
          [column],
          `${name}, ${language}`,
        )
      }
    }
  }
})

test('the first and last day of a workbook of people are understood when it comes back', () => {
  for (const language of languages) {
    const t = translator.for(language)
    const named = (columns: readonly string[]) => new Set(columns.map(foldHeading))
    for (const columns of [enrolmentColumns, appointmentColumns]) {
      assert.ok(named(columns.startsOn).has(foldHeading(t(m('field.first-day')))), language)
    }
    assert.ok(named(appointmentColumns.endsOn).has(foldHeading(t(m('field.last-day')))), language)
  }
})
