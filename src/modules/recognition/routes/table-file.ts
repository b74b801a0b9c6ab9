import { type CellValue, fileKinds, type SheetColumn, writeCsv, writeXlsx } from '#kernel/files'
import type { Answer, Call } from '#kernel/http'

/** A list as a sheet. */
export interface SheetOfList {
  columns: readonly SheetColumn[]
  rows: readonly (readonly CellValue[])[]
}

/** The most rows of one file; a longer list is narrowed first. */
export const mostExported = 20_000

/** A list as a workbook, or as CSV where the address asks for that. */
export async function tableFile(
  call: Pick<Call, 'query'>,
  name: string,
  { columns, rows }: SheetOfList,
): Promise<Answer> {
  if (call.query.get('format') === 'csv') {
    const body = await writeCsv(columns, rows)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  const body = await writeXlsx({ sheets: [{ name: name.slice(0, 31), columns, rows }] })
  return { kind: 'file', body, type: fileKinds.xlsx.mediaType, name: `${name}.xlsx` }
}
