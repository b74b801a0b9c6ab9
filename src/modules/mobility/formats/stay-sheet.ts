import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { displayName, type Language, localised, type LocalText, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { ewpStatus } from '../rules/states.ts'

/** A list of stays as a sheet, one row each; the names in the reader's language and as in the passport. */
export function staySheet(
  stays: readonly StayRow[],
  { t, language }: { t: Translate; language: Language },
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const name = (names: LocalText) => localised(names, language).text
  const cells: readonly [string, SheetColumn['kind'], (stay: StayRow) => CellValue][] = [
    [t(m('stay.student')), 'text', (stay) => displayName(stay.name, language)],
    [t(m('stay.passport-name')), 'text', (stay) => passportName(stay.name)],
    [t(m('stay.number')), 'text', (stay) => stay.studentNumber],
    [t(m('stay.email')), 'text', (stay) => stay.email ?? ''],
    [t(m('stay.programme')), 'text', (stay) => name(stay.programme)],
    [t(m('stay.sending')), 'text', (stay) => name(stay.sending)],
    [t(m('stay.receiving')), 'text', (stay) => name(stay.receiving)],
    [t(m('filter.kind')), 'text', (stay) => t(m(`kind.${stay.kind}`))],
    [t(m('stay.year')), 'text', (stay) => stay.sending_year],
    [t(m('column.startsOn')), 'date', (stay) => stay.starts_on],
    [t(m('column.endsOn')), 'date', (stay) => stay.ends_on],
    [t(m('stay.field')), 'text', (stay) => stay.field],
    [t(m('filter.state')), 'text', (stay) => t(m(`state.${stay.state}`))],
    ['EWP', 'text', (stay) => ewpStatus(stay.state) ?? ''],
    [
      t(m('stay.next')),
      'text',
      (stay) => (stay.next_step === null ? '' : t(m(`step.${stay.next_step}`))),
    ],
    [t(m('stay.due')), 'date', (stay) => stay.next_due_on ?? ''],
  ]
  return {
    columns: cells.map(([header, kind]) => ({ header, kind })),
    rows: stays.map((stay) => cells.map(([, , cell]) => cell(stay))),
  }
}
