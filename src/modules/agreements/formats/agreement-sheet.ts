import type { SheetColumn, CellValue } from '#kernel/files'
import type { Translate } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { ListedAgreement } from '../queries/copies.ts'
import { type Condition, eachPartner } from '../rules/conditions.ts'
import { nameOf } from '../pages/words.ts'
import { writeFields, writeLanguages, writeLevels } from './condition-cells.ts'

/** The columns of a list of agreements, in the order in which they are written; a list with them is read back. */
export const sheetColumns = [
  'title',
  'code',
  'agreementKind',
  'partners',
  'kind',
  'sending',
  'receiving',
  'seats',
  'quota',
  'firstYear',
  'lastYear',
  'amount',
  'languages',
  'fields',
  'levels',
  'blended',
  'terms',
  'state',
] as const
/** One of the columns of a list of agreements. */
export type SheetColumnName = (typeof sheetColumns)[number]

/** A list of agreements as a sheet: one row for each condition, and one for each agreement without any. */
export function agreementSheet(
  agreements: readonly ListedAgreement[],
  names: ReadonlyMap<string, string>,
  { t, language }: { t: Translate; language: Language },
): { columns: SheetColumn[]; rows: CellValue[][] } {
  const partner = (id: string) =>
    id === eachPartner ? t(m('partner.each')) : (names.get(id) ?? id)
  const columns = sheetColumns.map((column) => ({
    header: t(m(`column.${column}`)),
    kind: column === 'seats' ? ('number' as const) : ('text' as const),
  }))
  const rows = agreements.flatMap((agreement) => {
    const about: Partial<Record<SheetColumnName, CellValue>> = {
      title: agreement.title,
      code: agreement.code,
      agreementKind: t(m(`agreement-kind.${agreement.kind}`)),
      partners: [agreement.organisation, ...agreement.partners.map((each) => each.names)]
        .map((each) => nameOf(each, language))
        .join('; '),
      state: t(m(`state.${agreement.state}`)),
    }
    const conditions = agreement.text?.conditions ?? []
    const said = conditions.map((condition) => ({ ...about, ...cellsOf(condition) }))
    return (said.length === 0 ? [about] : said).map((cells) =>
      sheetColumns.map((column) => (cells as Record<string, CellValue>)[column] ?? ''),
    )
  })
  return { columns, rows }

  function cellsOf(condition: Condition): Partial<Record<SheetColumnName, CellValue>> {
    return {
      kind: t(m(`kind.${condition.kind}`)),
      sending: partner(condition.sending),
      receiving: partner(condition.receiving),
      seats: condition.seats,
      quota: t(m(condition.shared ? 'quota.pool' : 'quota.pair')),
      firstYear: condition.firstYear,
      lastYear: condition.lastYear,
      amount: condition.amount ?? '',
      languages: writeLanguages(condition.languages),
      fields: writeFields(condition.fields),
      levels: writeLevels(condition.levels),
      blended: t(m(condition.blended ? 'blended.yes' : 'blended.no')),
      terms: condition.terms,
    }
  }
}
