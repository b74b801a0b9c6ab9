import { encodeText, type SheetColumn, type TextEncoding, writeXlsx } from '#kernel/files'
import { kindOf, type LayoutColumn, type RegistryLayout } from '../rules/office/registry-layout.ts'

/** A registry's file as it is written, or the characters that its encoding has none for. */
export type WrittenFile = { bytes: Uint8Array; name: string } | { lacking: string[] }

/**
 * Writes rows as an institution's registry takes them. In a workbook a number is a number and a date a date where the
 * layout wants no form of its own; in separated values everything stands as it was written. The same rows give the same
 * bytes.
 */
export async function registryFile(
  layout: RegistryLayout,
  rows: readonly (readonly string[])[],
  name: string,
): Promise<WrittenFile> {
  if (layout.file === 'csv') {
    const [encoding, mark] = encodingOf(layout)
    const encoded = encodeText(separated(layout, rows), encoding, { mark })
    return 'lacking' in encoded ? encoded : { ...encoded, name: `${name}.csv` }
  }
  const columns = layout.columns.map(sheetColumn)
  const bytes = await writeXlsx({
    sheets: [{ name: layout.sheet, columns, rows, withoutHeader: !layout.headings }],
  })
  return { bytes, name: `${name}.xlsx` }
}

/** The characters of some rows, each once, that the layout's encoding has none for; a workbook has all. */
export function unencodableIn(
  layout: RegistryLayout,
  rows: readonly (readonly string[])[],
): string[] {
  if (layout.file === 'xlsx') return []
  const encoded = encodeText(separated(layout, rows), encodingOf(layout)[0])
  return 'lacking' in encoded ? encoded.lacking : []
}

/** What a registry's file says when it is looked at: its separated text, or the same of a workbook's cells. */
export function separated(layout: RegistryLayout, rows: readonly (readonly string[])[]): string {
  const end = layout.lineEnd === 'crlf' ? '\r\n' : '\n'
  const between = layout.delimiter === 'tab' ? '\t' : layout.delimiter
  const all = layout.headings ? [layout.columns.map((column) => column.heading), ...rows] : rows
  return all
    .map((cells) => cells.map((cell, place) => field(cell, layout, place)).join(between) + end)
    .join('')
}

function encodingOf({ encoding }: RegistryLayout): [TextEncoding, boolean] {
  return encoding === 'utf-8-mark' ? ['utf-8', true] : [encoding, false]
}

function sheetColumn(column: LayoutColumn): SheetColumn {
  const kind = column.source === 'constant' ? 'text' : kindOf(column.source)
  const isOwnForm = kind === 'number' ? column.format.includes(',') : column.format !== ''
  return { header: column.heading, kind: isOwnForm ? 'text' : kind }
}

function field(given: string, layout: RegistryLayout, place: number): string {
  const column = layout.columns[place]
  // oxlint-disable-next-line no-control-regex -- a line of a registry's file holds no control character.
  const cell = given.replace(/[\u0000-\u001F\u007F]+/g, ' ')
  const isNumber = column !== undefined && kindOf(column.source) === 'number'
  const guarded =
    layout.guarded && !isNumber && /^\s*[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell
  const between = layout.delimiter === 'tab' ? '\t' : layout.delimiter
  const isQuoted =
    layout.quotes === 'always' || guarded.includes(between) || /["\r\n]|^\s|\s$/.test(guarded)
  return isQuoted ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
