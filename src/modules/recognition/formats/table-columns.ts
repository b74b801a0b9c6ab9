import type { TableIssue } from './table-texts.ts'

/** A proposal which column holds what; a person confirms or changes it. Columns count from 0. */
export interface ColumnMapping<Field extends string> {
  /** Row with the column names, from 0; null where none was recognised. */
  headerRow: number | null
  columns: Partial<Record<Field, number>>
}

export interface ColumnProposal<Field extends string> extends ColumnMapping<Field> {
  /** The column names as written, for the page where they are assigned. */
  headers: string[]
  /** Columns with a name that was not understood. */
  unassigned: number[]
}

/** Rows in which column names are looked for: above them stand titles and names of schools. */
const rowsSearched = 30

/**
 * Finds the row of column names and what each column holds, by names in five languages. A row
 * counts as column names when at least two are understood; the first such row with the most wins.
 */
export function proposeColumns<Field extends string>(
  rows: readonly (readonly string[])[],
  names: ReadonlyMap<string, Field>,
): ColumnProposal<Field> {
  let best: ColumnProposal<Field> = { headerRow: null, columns: {}, headers: [], unassigned: [] }
  let bestCount = 1
  for (const [place, row] of rows.slice(0, rowsSearched).entries()) {
    const columns: Partial<Record<Field, number>> = {}
    const unassigned: number[] = []
    for (const [column, cell] of row.entries()) {
      const field = fieldOf(cell, names)
      if (field !== null && columns[field] === undefined) columns[field] = column
      else if (cell.trim() !== '') unassigned.push(column)
    }
    const count = Object.keys(columns).length
    if (count <= bestCount) continue
    bestCount = count
    best = { headerRow: place, columns, headers: [...row], unassigned }
  }
  return best
}

/** Builds the look-up of column names; the first field that claims a name keeps it. */
export function columnNames<Field extends string>(
  names: Record<Field, readonly string[]>,
): Map<string, Field> {
  const index = new Map<string, Field>()
  for (const [field, list] of Object.entries(names) as [Field, readonly string[]][]) {
    for (const name of list) {
      const key = headerKey(name)
      if (!index.has(key)) index.set(key, field)
    }
  }
  return index
}

/** The remark on a row that has more cells than there are column names; null where it has not, or there are none. */
export function shiftedRow(
  row: readonly string[],
  number: number,
  names: readonly string[] | undefined,
): TableIssue | null {
  const last = row.findLastIndex((cell) => cell.trim() !== '')
  const named = names?.findLastIndex((cell) => cell.trim() !== '') ?? last
  if (last <= named) return null
  const args = { count: last + 1, names: named + 1 }
  return { severity: 'warning', row: number, field: null, key: 'table.more-cells', args }
}

/** The field that a column name means; a cell in two languages ('รหัสวิชา / Code') is understood by either half. */
export function fieldOf<Field extends string>(
  cell: string,
  names: ReadonlyMap<string, Field>,
): Field | null {
  if (cell.length > 80) return null
  for (const part of [cell, ...cell.split(/[/|\n()（）]/)]) {
    const found = names.get(headerKey(part))
    if (found !== undefined) return found
  }
  return null
}

function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._:*#-]+/g, '')
}
