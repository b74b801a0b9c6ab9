import { Fraction, normaliseDigits } from '#kernel/values'
import type { GradeScale, GradeTableRow } from '../rules/types.ts'
import { plainText } from './plain-text.ts'

/** A pasted line: what stands there, the row it was read as, or null where it could not be. */
export interface AgreedTableLine {
  text: string
  row: GradeTableRow | null
}

/**
 * Reads pasted lines of an agreed table: grade there; grade here. On a numeric scale the grade there may be a
 * mark or a range from–to, in one cell or in two. Cells are parted by tabs or semicolons.
 */
export function readAgreedRows(text: string, hostScale: GradeScale): AgreedTableLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const cells = line.split(line.includes('\t') ? '\t' : /[;；]/).map(plainText)
      while (cells.at(-1) === '') cells.pop()
      return { text: cells.join(' · '), row: readRow(cells, hostScale) }
    })
}

function readRow(cells: readonly string[], scale: GradeScale): GradeTableRow | null {
  const home = cells.at(-1) ?? ''
  if (cells.length < 2 || cells.length > 3 || home === '') return null
  if (scale.kind === 'steps') {
    return cells.length === 2 && cells[0] ? { host: { label: cells[0] }, home } : null
  }
  const [first = '', second = ''] = cells
  const ends = cells.length === 3 ? [first, second] : rangeOf(first)
  if (!ends) return first === '' ? null : { host: { label: first }, home }
  const [from, to] = ends.map(readMark)
  if (!from || !to) return null
  const ordered = from.compare(to) <= 0 ? { from, to } : { from: to, to: from }
  return { host: ordered, home }
}

/** '16–20' and '16 to 20' are ranges, '16' is the range of one mark; 'A' is a label. */
function rangeOf(text: string): [string, string] | null {
  if (readMark(text)) return [text, text]
  const found = /^(\S+?)\s*(?:[-–—−~～至]|to|bis|à)\s*(\S+)$/.exec(text)
  return found && readMark(found[1]!) ? [found[1]!, found[2]!] : null
}

function readMark(text: string): Fraction | null {
  return Fraction.parse(normaliseDigits(text).replace(',', '.'))
}

/** Rows as `readAgreedRows` reads them. */
export function agreedRowsText(rows: readonly GradeTableRow[]): string {
  return rows
    .map(({ host, home }) => {
      if ('label' in host) return `${host.label}; ${home}`
      const [from, to] = [host.from.toDecimal(4), host.to.toDecimal(4)]
      return `${from === to ? from : `${from}–${to}`}; ${home}`
    })
    .join('\n')
}
