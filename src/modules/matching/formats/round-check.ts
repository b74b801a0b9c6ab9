import { isRefused, type Refusal } from '#kernel/database'
import { allRows, readTableHere } from '#kernel/files'
import { normaliseDigits } from '#kernel/values'
import { type Round, type RoundFault, roundFaults } from '../rules/round.ts'
import type { ListFeatures } from '../rules/round-methods.ts'
import type { Couple } from '../rules/couples.ts'
import { type Side, sides } from '../rules/sides.ts'
import {
  couplesOf,
  isUsableForCouples,
  proposeCoupleReading,
  readCoupleRows,
} from './couple-lists.ts'
import { isUsable, type ListReading, proposeReading } from './round-columns.ts'
import {
  type ListedApplicant,
  type ListedPlace,
  type ListFault,
  rankByScores,
  readApplicantRows,
  readPlaceRows,
} from './round-lists.ts'

/** A file that holds a list, and how it is read; without a reading one is proposed. */
export interface ListSource {
  bytes: Uint8Array
  name: string
  reading: ListReading | null
  /** Of a workbook: the sheet; the first visible one unless said. */
  sheet: string | null
}

/** A list as it was found: what its columns are, and its first rows. */
export interface ListFound {
  reading: ListReading
  sheets: readonly string[] | null
  header: readonly string[]
  headerRow: number
  rows: number
  sample: readonly (readonly string[])[]
}

/** Both lists read together. */
export interface ListsRead {
  found: Partial<Record<Side, ListFound>>
  applicants: ListedApplicant[]
  places: ListedPlace[]
  /** Who wants their places together; nobody where no such list was given. */
  couples: Couple[]
  faults: ListFault[]
}

/** Rows and columns that a list may have. */
const listLimits = { maxRows: 250_000, maxColumns: 1_000, maxCellLength: 2_000 }

const sampleRows = 5

/** Columns that a reading kept from before they were known does not name. */
const unsaid = { category: null, reserves: null, host: null, hostSeats: null }

/**
 * Reads the lists that there are, and says everything that is wrong: in the rows by themselves and, where several are
 * there, between them. A file that is no table is refused.
 */
export async function readLists(
  sources: Partial<Record<Side, ListSource>>,
): Promise<ListsRead | (Refusal & { side?: Side })> {
  const read: ListsRead = { found: {}, applicants: [], places: [], couples: [], faults: [] }
  for (const side of sides) {
    const source = sources[side]
    if (!source) continue
    const table = await tableOf(source, {
      propose: (header) =>
        side === 'pairs' ? proposeCoupleReading(header) : proposeReading(side, header),
      isUsable: (reading, columns) => isUsableList(side, reading, columns),
    })
    if (isRefused(table)) return { ...table, side }
    const { rows, found } = table
    const { reading } = found
    read.found[side] = found
    if (side === 'applicants') read.applicants = readApplicantRows(rows, reading, read.faults)
    else if (side === 'places') read.places = readPlaceRows(rows, reading, read.faults)
    else read.couples = couplesIn(read, readCoupleRows(rows, reading, read.faults))
  }
  addRoundFaults(read)
  return read
}

/** The couples of rows, beside the lists that were read before. */
function couplesIn(
  { found, applicants, places, faults }: ListsRead,
  listed: ReturnType<typeof readCoupleRows>,
): Couple[] {
  const others = {
    applicants: found.applicants ? applicants : null,
    places: found.places ? places : null,
  }
  if (listed.length === 0 && found.pairs!.rows === 0) {
    faults.push({ side: 'pairs', row: found.pairs!.headerRow, fault: 'nobody', of: '', name: '' })
  }
  return couplesOf(listed, others, faults)
}

/** Whether a reading can be used on a list of a round of places. */
export function isUsableList(side: Side, reading: ListReading, columns: number): boolean {
  if (side === 'pairs') return isUsableForCouples(reading, columns)
  return isUsable(side, reading, columns)
}

/** How the columns of a list are proposed, and when what somebody said of them can be used. */
interface Columns {
  propose(header: readonly string[]): ListReading
  isUsable(reading: ListReading, columns: number): boolean
}

/** Reads the table of a list and says what its columns are; a file that is no table is refused. */
export async function tableOf(
  source: ListSource,
  columns: Columns,
): Promise<{ rows: { row: number; cells: readonly string[] }[]; found: ListFound } | Refusal> {
  const { sheet } = source
  const table = await readTableHere(source.bytes, {
    ...listLimits,
    name: source.name,
    ...(sheet ? { sheet } : {}),
  })
  if (isRefused(table)) return table
  const rows = await allRows(table)
  if (isRefused(rows)) return rows
  const width = Math.max(table.header.length, ...rows.slice(0, 100).map((row) => row.cells.length))
  const header = Array.from({ length: width }, (_, column) => table.header[column] ?? '')
  const given = source.reading && { ...unsaid, ...source.reading, sheet }
  const proposed = { ...columns.propose(header), sheet }
  const reading = given && columns.isUsable(given, width) ? given : proposed
  const found: ListFound = {
    reading,
    sheets: table.sheets,
    header: header.map((cell) => cell.slice(0, 80)),
    headerRow: table.headerRow,
    rows: rows.length,
    sample: rows.slice(0, sampleRows).map(({ cells }) => cells.map((cell) => cell.slice(0, 80))),
  }
  return { rows, found }
}

/** What of the lists decides which methods can take them. */
export function featuresOf({ applicants, places, couples }: ListsRead): ListFeatures {
  return {
    ranked:
      places.some(({ ranking }) => ranking !== null) ||
      applicants.some(({ score }) => score !== null),
    tied: applicants.some(({ groups }) => groups.some((group) => group.length > 1)),
    reserves: places.some(({ reserves }) => reserves.length > 0),
    hosts: places.some(({ host }) => host !== ''),
    couples: couples.length > 0,
  }
}

/** The round of both lists, with the order of scores where places rank nobody. */
export function roundOf(read: ListsRead, seed: string): Round {
  return {
    seed,
    applicants: read.applicants.map(({ id, choices }) => ({ id, choices })),
    places: rankByScores(read.applicants, read.places).map(({ id, seats, ranking }) => ({
      id,
      seats,
      ranking,
    })),
  }
}

const ofApplicants = new Set<RoundFault['fault']>([
  'applicant-twice',
  'unknown-place',
  'chosen-twice',
  'list-long',
])
const between = new Set<RoundFault['fault']>(['unknown-place', 'unknown-applicant'])

function addRoundFaults(read: ListsRead): void {
  const { found, applicants, places, faults } = read
  addHeadingFaults(read)
  for (const side of ['applicants', 'places'] as const) {
    if (found[side] && read[side].length === 0) {
      faults.push({ side, row: found[side].headerRow, fault: 'nobody', of: '', name: '' })
    }
  }
  const both = found.applicants !== undefined && found.places !== undefined
  // What cannot be read as a number of seats has been said already.
  const counted = places.map((place) =>
    Number.isNaN(place.seats) ? { ...place, seats: 1 } : place,
  )
  const rowOf = rowFinder(applicants, places)
  for (const { fault, of, name } of roundFaults({ seed: 'check', applicants, places: counted })) {
    if (!both && between.has(fault)) continue
    const side = ofApplicants.has(fault) ? 'applicants' : 'places'
    faults.push({ side, row: rowOf(side, fault, of, name), fault, of, name })
  }
  faults.sort((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : a.row - b.row))
}

/**
 * A row that stands where the names of the columns belong would be lost without a word. It is one where it wishes for
 * a place, ranks an applicant, names one of a couple, or gives a number of seats.
 */
function addHeadingFaults({ found, applicants, places, faults }: ListsRead): void {
  const people = new Set(applicants.map(({ id }) => id))
  const ids: Record<Side, ReadonlySet<string>> = {
    applicants: new Set(places.map(({ id }) => id)),
    places: people,
    pairs: people,
  }
  for (const side of sides) {
    const list = found[side]
    if (!list) continue
    const { name: own, first, last, other, seats } = list.reading
    const named = list.header.find(
      (cell, column) =>
        (column === other ||
          (side === 'pairs' && column === own) ||
          (first !== null && column >= first && column <= (last ?? first))) &&
        ids[side].has(cell.trim().replace(/^=\s*/, '')),
    )
    const counted = seats === null ? '' : normaliseDigits(list.header[seats]?.trim() ?? '')
    const name = named ?? (/^\d+$/.test(counted) ? counted : undefined)
    if (name !== undefined) {
      faults.push({ side, row: list.headerRow, fault: 'no-heading', of: '', name })
    }
  }
}

/** Finds the row of a fault; of what comes twice, the second. */
function rowFinder(applicants: readonly ListedApplicant[], places: readonly ListedPlace[]) {
  const rows = {
    applicants: rowsOf(applicants.map((each) => ({ ...each, others: each.choices }))),
    places: rowsOf(places.map((each) => ({ ...each, others: (each.ranking ?? []).flat() }))),
  }
  return (
    side: 'applicants' | 'places',
    fault: RoundFault['fault'],
    of: string,
    name: string,
  ): number => {
    const own = rows[side].get(of)
    if (!own) return 0
    if (fault === 'applicant-twice' || fault === 'place-twice') return own.twice ?? own.row
    own.named ??= namedRows(own)
    const named = own.named.get(name)
    return (fault.endsWith('-twice') ? named?.last : named?.first) ?? own.row
  }
}

interface RowsOfName {
  row: number
  twice: number | null
  others: (readonly string[])[]
  rows: (readonly number[])[]
  named: Map<string, { first: number; last: number }> | null
}

function rowsOf(
  items: readonly { id: string; row: number; others: readonly string[]; rows: readonly number[] }[],
): Map<string, RowsOfName> {
  const found = new Map<string, RowsOfName>()
  for (const { id, row, others, rows } of items) {
    const before = found.get(id)
    if (before) {
      before.twice ??= row
      before.others.push(others)
      before.rows.push(rows)
    } else found.set(id, { row, twice: null, others: [others], rows: [rows], named: null })
  }
  return found
}

/** The first and the last row in which each other name stands; made once, for whoever has faults. */
function namedRows(own: RowsOfName): NonNullable<RowsOfName['named']> {
  const named: NonNullable<RowsOfName['named']> = new Map()
  for (const [list, others] of own.others.entries()) {
    for (const [index, other] of others.entries()) {
      const row = own.rows[list]![index]!
      const before = named.get(other)
      if (before) before.last = row
      else named.set(other, { first: row, last: row })
    }
  }
  return named
}
