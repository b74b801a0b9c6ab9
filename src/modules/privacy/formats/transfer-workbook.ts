import { writeXlsx } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import { countryName, dateInZone, type Language, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { TransferRow } from '../queries/transfers.ts'

type Reader = { t: Translate; language: Language; timeZone: string }

/** Lines of the ledger as a workbook: what an authority asks for, without anybody's name. */
export function transferWorkbook(
  rows: readonly TransferRow[],
  reader: Reader,
): Promise<Uint8Array> {
  const { t, language, timeZone } = reader
  const column = (
    key: Parameters<typeof m>[0],
    width = 24,
    kind: 'text' | 'number' | 'date' = 'text',
  ) => ({
    header: t(m(key)),
    kind,
    width,
  })
  const sheet = {
    name: t(m('transfer.title')),
    columns: [
      column('transfer.when', 12, 'date'),
      column('transfer.exporter', 32),
      column('transfer.recipient', 32),
      column('transfer.countries'),
      column('transfer.purpose', 36),
      column('transfer.data', 48),
      column('transfer.sensitive', 16),
      column('transfer.people', 10, 'number'),
      column('transfer.basis', 30),
      column('transfer.article', 30),
      column('transfer.document', 30),
      column('transfer.method', 36),
      column('transfer.destination', 30),
    ],
    rows: rows.map((row) => [
      dateInZone(row.at, timeZone),
      localised(row.exporter, language).text,
      localised(row.recipient, language).text,
      row.country_from === row.country_to
        ? countryName(row.country_from, language)
        : t(
            m('transfer.country-pair', {
              from: countryName(row.country_from, language),
              to: countryName(row.country_to, language),
            }),
          ),
      t(m(`purpose.${row.purpose}`)),
      row.field_groups.map((group) => t(m(`group.${group}`))).join('; '),
      t(m(row.is_sensitive ? 'transfer.sensitive-yes' : 'transfer.sensitive-no')),
      row.person_count,
      t(m(`basis.${row.basis}`)),
      row.article,
      row.reference ?? row.contract ?? '',
      t(m(`method.${row.method}`)),
      row.destination,
    ]),
  }
  return writeXlsx({ sheets: [sheet] })
}
