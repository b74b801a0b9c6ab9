import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { countryName, displayName, type Language, localised, passportName } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { BoardRow } from '../queries/board.ts'

/** The board as a sheet, one row a placement. */
export function boardSheet(
  rows: readonly BoardRow[],
  { t, language }: { t: Translate; language: Language },
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const cells: readonly [string, SheetColumn['kind'], (row: BoardRow) => CellValue][] = [
    [t(m('field.student')), 'text', ({ name }) => displayName(name, language)],
    [t(m('doc.passport-name')), 'text', ({ name }) => passportName(name)],
    [t(m('board.number')), 'text', ({ studentNumber }) => studentNumber ?? ''],
    [t(m('field.home')), 'text', ({ home }) => localised(home, language).text],
    [t(m('field.position')), 'text', ({ titles }) => localised(titles, language).text],
    [t(m('field.host')), 'text', ({ host }) => host],
    [t(m('field.country')), 'text', ({ country }) => countryName(country, language)],
    [t(m('field.field')), 'text', ({ field }) => field],
    [t(m('field.mode')), 'text', ({ mode }) => t(m(`mode.${mode}`))],
    [t(m('new.startsOn')), 'date', ({ startsOn }) => startsOn],
    [t(m('new.endsOn')), 'date', ({ endsOn }) => endsOn],
    [t(m('field.logged')), 'number', ({ minutes }) => Math.floor(minutes / 60)],
    [t(m('board.step')), 'text', ({ step }) => t(m(`step.${step}`))],
    [t(m('board.lacks')), 'text', ({ gaps }) => gaps.map((gap) => t(m(`gap.${gap}`))).join('; ')],
  ]
  return {
    columns: cells.map(([header, kind]) => ({ header, kind })),
    rows: rows.map((row) => cells.map(([, , cell]) => cell(row))),
  }
}
