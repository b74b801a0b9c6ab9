import type { CellValue, SheetColumn } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { dateInZone, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { ListedDocument } from '../queries/documents.ts'

/** The list of documents as a table for other programs. */
export function documentTable(
  rows: readonly ListedDocument[],
  t: Translate,
  language: Language,
): { columns: SheetColumn[]; cells: CellValue[][] } {
  const column = (header: string, kind: SheetColumn['kind'] = 'text') => ({ header, kind })
  return {
    columns: [
      { ...column(t(m('documents.document'))), width: 48 },
      { ...column(t(m('documents.keeper'))), width: 32 },
      column(t(m('documents.state'))),
      column(t(m('export.version')), 'number'),
      column(t(m('export.signed')), 'number'),
      column(t(m('export.signers')), 'number'),
      column(t(m('documents.due')), 'date'),
      column(t(m('new.expires')), 'date'),
      column(t(m('export.sent')), 'date'),
      { ...column('SHA-256'), width: 68 },
    ],
    cells: rows.map((row) => [
      localised(row.titles, language).text,
      localised(row.organisation, language).text,
      t(m(`state.${row.state}`)),
      row.version,
      row.done,
      row.steps,
      row.due_on,
      row.expires_on,
      row.sent_at && dateInZone(row.sent_at, row.time_zone),
      row.sha256,
    ]),
  }
}
