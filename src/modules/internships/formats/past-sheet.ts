import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { countryName, displayName, type Language, localised } from '#kernel/values'
import { sectorLabel } from '#modules/alliance'
import { m } from '../messages/index.ts'
import type { PastPlacementRow } from '../queries/past.ts'

/** Internships of past years as a sheet, with the headings by which a list of them is read. */
export function pastSheet(
  rows: readonly PastPlacementRow[],
  { t, language }: { t: Translate; language: Language },
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const cells: readonly [string, SheetColumn['kind'], (row: PastPlacementRow) => CellValue][] = [
    [t(m('field.student')), 'text', ({ personName }) => displayName(personName, language)],
    [t(m('past-column.school')), 'text', ({ school }) => localised(school, language).text],
    [t(m('past-column.host')), 'text', ({ host }) => host],
    [t(m('past-column.country')), 'text', ({ country }) => countryName(country, language)],
    [t(m('past-column.city')), 'text', ({ city }) => city ?? ''],
    [
      t(m('past-column.sector')),
      'text',
      ({ sector }) => (sector === null ? '' : t(sectorLabel(sector))),
    ],
    [t(m('past-column.title')), 'text', ({ title }) => title ?? ''],
    [t(m('past-column.startsOn')), 'date', ({ startsOn }) => startsOn],
    [t(m('past-column.endsOn')), 'date', ({ endsOn }) => endsOn],
    [t(m('past-column.hours')), 'number', ({ hours }) => hours ?? ''],
    [t(m('past-column.field')), 'text', ({ field }) => field ?? ''],
    [t(m('past-column.mode')), 'text', ({ mode }) => (mode === null ? '' : t(m(`mode.${mode}`)))],
    [t(m('past-column.tutor')), 'text', ({ tutor }) => tutor ?? ''],
    [t(m('past-column.mentor')), 'text', ({ mentor }) => mentor ?? ''],
    [t(m('past-column.result')), 'text', ({ result }) => result ?? ''],
    [t(m('past-column.credit')), 'text', ({ credit }) => credit ?? ''],
  ]
  return {
    columns: cells.map(([header, kind]) => ({ header, kind })),
    rows: rows.map((row) => cells.map(([, , cell]) => cell(row))),
  }
}
