import type { Message } from '#kernel/messages'
import { type ImportTable, foldHeading } from '#modules/alliance'
import { m } from '../messages/index.ts'
import { conditionKinds } from '../rules/conditions.ts'
import type { SeatUse } from '../rules/balance.ts'
import { finderOf, type NamedInstitution, wordOf, wordsFor } from './agreement-rows.ts'
import { readWhole, readYear } from './condition-cells.ts'

/** The columns of a list of used places. */
const columns = ['title', 'code', 'kind', 'sending', 'receiving', 'year', 'used'] as const
export type SeatColumn = (typeof columns)[number]

/** Their headings in all five languages. */
export const seatColumns = Object.fromEntries(
  columns.map((column) => [column, wordsFor(`column.${column}`)]),
) as unknown as Readonly<Record<SeatColumn, readonly string[]>>

/** One row of the list, with the agreement that it was found to be of. */
export type SeatRow = SeatUse & { agreementId: string; row: number }

/** What is wrong with a row. */
export interface SeatRowProblem {
  row: number
  column: SeatColumn
  message: Message
}

/** An agreement that a row may be of. */
interface KnownAgreement {
  agreementId: string
  title: string
  code: string
  partnerIds: readonly string[]
}

/** Used places as the rows of a list say them; the agreement is found by number, or by name, or by its partners alone. */
export function seatsInRows(
  rows: ImportTable<SeatColumn>['rows'],
  institutions: readonly NamedInstitution[],
  agreements: readonly KnownAgreement[],
): { rows: SeatRow[]; problems: SeatRowProblem[] } {
  const find = finderOf(institutions)
  const read: SeatRow[] = []
  const problems: SeatRowProblem[] = []
  for (const { row, values } of rows) {
    const wrong = (column: SeatColumn, message: Message) => {
      problems.push({ row, column, message })
      return null
    }
    const partner = (column: 'sending' | 'receiving') =>
      find(values[column] ?? '') ??
      wrong(column, m('import.unknown-institution', { name: values[column] ?? '–' }))
    const sending = partner('sending')
    const receiving = partner('receiving')
    const kind =
      wordOf(conditionKinds, 'kind', values.kind) ?? wrong('kind', m('import.unknown-kind'))
    const year = readYear(values.year ?? '') || wrong('year', m('cell.firstYear'))
    const used = readWhole(values.used ?? '') ?? wrong('used', m('cell.seats'))
    if (!sending || !receiving || !kind || !year || used === null) continue
    const found = agreementOf(agreements, values, [sending, receiving])
    if (found === null) wrong('code', m('seats.no-agreement'))
    else read.push({ row, agreementId: found, kind, sending, receiving, year, used })
  }
  return { rows: read, problems }
}

function agreementOf(
  agreements: readonly KnownAgreement[],
  values: Partial<Record<SeatColumn, string>>,
  partners: readonly string[],
): string | null {
  const between = agreements.filter(({ partnerIds }) =>
    partners.every((id) => partnerIds.includes(id)),
  )
  const named = between.filter(
    ({ code, title }) =>
      (values.code ? same(code, values.code) : true) &&
      (values.title ? same(title, values.title) : true),
  )
  return named.length === 1 ? named[0]!.agreementId : null
}

function same(one: string, other: string): boolean {
  return foldHeading(one) === foldHeading(other)
}
