import { type DateOnly, parseDate } from '#kernel/values'
import type { ImportTable } from '#modules/alliance'
import { m } from '../messages/index.ts'
import {
  type NominationColumn,
  nominationColumnNames,
  nominationColumns,
  type NominationRow,
  nominationsInRows,
  wordsFor,
} from './nomination-rows.ts'

/** A column of a list of past exchanges: those of nominations, and the day on which credit was recognised. */
export type PastColumn = NominationColumn | 'recognisedOn'

/** The columns of a list of past exchanges, in the order of its template. */
export const pastColumnNames = [
  ...nominationColumnNames.filter((column) => column !== 'remark'),
  'recognisedOn',
  'remark',
] as const satisfies readonly PastColumn[]

/** The headings that such a list may have, in all five languages. */
export const pastColumns: Readonly<Record<PastColumn, readonly string[]>> = {
  ...nominationColumns,
  recognisedOn: wordsFor('column.recognisedOn'),
}

/** A past exchange as a row tells it. */
export interface PastRow extends NominationRow {
  recognisedOn: DateOnly | null
}

/** What is wrong with a row, at which column. */
export interface PastProblem {
  row: number
  column: PastColumn | null
  message: ReturnType<typeof m>
}

/** The rows of a list as past exchanges, and what is wrong with others: what is not over by today is not past. */
export function pastStaysInRows(
  rows: ImportTable<PastColumn>['rows'],
  institutions: Parameters<typeof nominationsInRows>[1],
  today: DateOnly,
): { stays: PastRow[]; problems: PastProblem[] } {
  const read = nominationsInRows(rows, institutions)
  const problems: PastProblem[] = [...read.problems]
  const recognised = new Map(rows.map(({ row, values }) => [row, values.recognisedOn ?? '']))
  const stays = read.nominations.flatMap((stay): PastRow[] => {
    const typed = recognised.get(stay.row) ?? ''
    const recognisedOn = typed === '' ? null : parseDate(typed)
    const fault = faultOf(stay, { typed, recognisedOn, today })
    if (fault) problems.push({ row: stay.row, ...fault })
    return fault ? [] : [{ ...stay, recognisedOn }]
  })
  return { stays, problems }
}

function faultOf(
  { endsOn, startsOn }: NominationRow,
  { typed, recognisedOn, today }: { typed: string; recognisedOn: DateOnly | null; today: DateOnly },
): Omit<PastProblem, 'row'> | null {
  if (endsOn >= today) return { column: 'endsOn', message: m('past.not-over') }
  if (typed === '') return null
  if (recognisedOn === null) return { column: 'recognisedOn', message: m('bulk.no-date') }
  if (recognisedOn < startsOn || recognisedOn > today) {
    return { column: 'recognisedOn', message: m('past.recognised-when') }
  }
  return null
}
