import { applicantWords, keyOf, type ListReading, words } from './round-columns.ts'
import type { ListedApplicant, ListedPlace, ListFault } from './round-lists.ts'
import type { Couple } from '../rules/couples.ts'
import { longestList } from '../rules/round.ts'

/** A couple as a list has it: two names, and cells that each name two places. */
interface ListedCouple {
  row: number
  first: string
  second: string
  cells: readonly string[]
}

interface Row {
  row: number
  cells: readonly string[]
}

const longestName = 200

const names = {
  first: new Set(
    words(
      `${applicantWords}|first|first person|one|第一人|甲|คนที่หนึ่ง|คนแรก|첫째|첫 번째 사람|première personne|premier candidat`,
    ),
  ),
  second: new Set(
    words(`second|second person|second applicant|partner|together with|with|第二人|乙|伴侣|搭档|同伴|คนที่สอง|คู่|สมัครคู่กับ|둘째|두 번째 사람|짝|
      동반자|seconde personne|deuxième personne|second candidat|partenaire|avec`),
  ),
}

/** Proposes what each column of a list of couples holds: two names, then pairs of places. */
export function proposeCoupleReading(header: readonly string[]): ListReading {
  const keys = header.map(keyOf)
  const found = keys.findIndex((key) => names.first.has(key))
  const name = Math.max(0, found)
  const second = keys.findIndex((key, column) => column !== name && names.second.has(key))
  // Without a name of its own the next column that names people is it, else the one beside the first.
  const other = second >= 0 ? second : name === 0 ? 1 : 0
  const free = header.flatMap((_cell, column) =>
    column === name || column === other ? [] : [column],
  )
  return {
    sheet: null,
    layout: 'wide',
    name,
    seats: null,
    country: null,
    sector: null,
    score: null,
    other,
    rank: null,
    category: null,
    reserves: null,
    host: null,
    hostSeats: null,
    first: free[0] ?? null,
    last: free.at(-1) ?? null,
  }
}

/** Whether a reading can be used on a list of couples of so many columns. */
export function isUsableForCouples(reading: ListReading, columns: number): boolean {
  const { name, other, first, last } = reading
  const isWithin = [name, other, first, last].every(
    (column) => column === null || (column >= 0 && column < columns),
  )
  return isWithin && other !== null && other !== name && (first ?? 0) <= (last ?? first ?? 0)
}

/** Reads couples; what of a row cannot be read is added to `faults`. */
export function readCoupleRows(
  rows: readonly Row[],
  { name, other, first, last }: ListReading,
  faults: ListFault[],
): ListedCouple[] {
  const at = (cells: readonly string[], column: number | null) =>
    column === null ? '' : (cells[column] ?? '').replace(/\s+/g, ' ').trim()
  return rows.flatMap(({ row, cells }): ListedCouple[] => {
    const [one, two] = [at(cells, name), at(cells, other)]
    const fault = (key: ListFault['fault']) =>
      faults.push({ side: 'pairs', row, fault: key, of: one.slice(0, longestName), name: '' })
    if (one === '' || two === '') {
      fault('couple-empty')
      return []
    }
    if (one.length > longestName || two.length > longestName) {
      fault('name-long')
      return []
    }
    const from = first ?? cells.length
    const wished = cells
      .slice(from, (last ?? first ?? -1) + 1)
      .map((cell) => cell.replace(/\s+/g, ' ').trim())
      .filter((cell) => cell !== '')
    return [{ row, first: one, second: two, cells: wished }]
  })
}

/**
 * Makes couples of their rows, with everything that is wrong in them and between them and the other lists, as far
 * as those are there.
 */
export function couplesOf(
  listed: readonly ListedCouple[],
  others: { applicants: readonly ListedApplicant[] | null; places: readonly ListedPlace[] | null },
  faults: ListFault[],
): Couple[] {
  const people = others.applicants && new Map(others.applicants.map((each) => [each.id, each]))
  const places = others.places && new Set(others.places.map(({ id }) => id))
  const seen = new Set<string>()
  return listed.map(({ row, first, second, cells }): Couple => {
    const fault = (key: ListFault['fault'], name: string, of = first) =>
      faults.push({ side: 'pairs', row, fault: key, of, name })
    if (first === second) fault('couple-self', first)
    for (const id of new Set([first, second])) {
      const person = people?.get(id)
      if (people && !person) fault('couple-unknown', id)
      if (person && person.choices.length > 0) fault('couple-own-list', id)
      if (seen.has(id)) fault('couple-twice', id)
      seen.add(id)
    }
    if (cells.length === 0) fault('couple-none', second)
    if (cells.length > longestList) fault('list-long', String(cells.length))
    const named = new Set<string>()
    const choices = cells.slice(0, longestList).flatMap((cell): [string, string][] => {
      const pair = pairIn(cell, places)
      if (!pair) {
        fault('couple-choice', cell.slice(0, 120))
        return []
      }
      const key = JSON.stringify(pair)
      if (named.has(key)) fault('couple-choice-twice', cell.slice(0, 120))
      named.add(key)
      return [pair]
    })
    return { first, second, choices }
  })
}

/** The two places of a cell, as `lab / museum`: parted at the stroke that leaves a place on both sides. */
function pairIn(cell: string, places: ReadonlySet<string> | null): [string, string] | null {
  for (const { index, 0: stroke } of cell.matchAll(/[/／]/g)) {
    const pair: [string, string] = [
      cell.slice(0, index).trim(),
      cell.slice(index + stroke.length).trim(),
    ]
    const isPair = places ? pair.every((place) => places.has(place)) : pair.every(Boolean)
    if (isPair) return pair
  }
  return null
}
