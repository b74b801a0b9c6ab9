import { isRefused, refuse, type Refusal } from '#kernel/database'
import { readTable, type Table, TableProblem } from '#kernel/files'
import { m } from '../messages/index.ts'
import type { RoundApplicant, RoundPlace } from '../rules/round.ts'
import type { TiedApplicant } from '../rules/tied-market.ts'

/** Rows of people or places, with the number of the row that each name stands in. */
export interface Named<Item> {
  items: Item[]
  rows: Map<string, number>
}

const limits = { maxRows: 1_000_000, maxColumns: 1_000 }

/** Reads applicants: the first column is the name, each further one a place, in the order of preference. */
export async function readApplicants(path: string): Promise<Named<RoundApplicant> | Refusal> {
  return readNamed(path, (id, cells) => ({ id, choices: cells.filter((cell) => cell !== '') }))
}

/** Reads applicants who may rank places as equal: `= name` ties with the one before. */
export async function readTiedApplicants(path: string): Promise<Named<TiedApplicant> | Refusal> {
  return readNamed(path, (id, cells) => ({
    id,
    choices: rankingOf(cells.filter((cell) => cell !== '')) ?? [],
  }))
}

/**
 * Reads places: the first column is the name, the second the number of seats, each further one an
 * applicant in the order of the ranking. `= name` ties with the one before; a row without applicants
 * leaves the order to the lottery.
 */
export async function readPlaces(path: string): Promise<Named<RoundPlace> | Refusal> {
  return readNamed(path, (id, [seats = '', ...cells]) => ({
    id,
    seats: /^\d{1,7}$/.test(seats) ? Number(seats) : Number.NaN,
    ranking: rankingOf(cells.filter((cell) => cell !== '')),
  }))
}

/** Groups of equals, the best first; null where there is nobody. */
export function rankingOf(cells: readonly string[]): string[][] | null {
  const groups: string[][] = []
  for (const cell of cells) {
    const tied = cell.startsWith('=')
    const name = tied ? cell.slice(1).trim() : cell
    const last = groups.at(-1)
    if (tied && last) last.push(name)
    else groups.push([name])
  }
  return groups.length > 0 ? groups : null
}

/** Reads a table whose first column names each row. */
export async function readNamed<Item extends { id: string }>(
  path: string,
  make: (id: string, cells: string[]) => Item,
): Promise<Named<Item> | Refusal> {
  const table = await readTable(path, limits)
  if (isRefused(table)) return table
  try {
    return await collect(table, make)
  } catch (error) {
    if (error instanceof TableProblem) return error.refusal
    throw error
  }
}

async function collect<Item extends { id: string }>(
  table: Table,
  make: (id: string, cells: string[]) => Item,
): Promise<Named<Item> | Refusal> {
  const items: Item[] = []
  const rows = new Map<string, number>()
  const [, ...header] = table.header
  const names = new Set(header.filter((cell) => cell !== '' && !/^\d+$/.test(cell)))
  for await (const { row, cells } of table.numbered) {
    const [id = '', ...rest] = cells
    if (id === '') return refuse(422, m('fault.no-name', { row }))
    // What stands in a row too is no name of a column: the first row would be lost without a word.
    const lost = rest.find(
      (cell, column) => names.has(cell) || (cell === header[column] && /^\d+$/.test(cell)),
    )
    if (lost !== undefined) {
      return refuse(422, m('fault.no-heading', { row: table.headerRow, name: lost }))
    }
    items.push(make(id, rest))
    if (!rows.has(id)) rows.set(id, row)
  }
  return { items, rows }
}
