import { Fraction, normaliseDigits } from '#kernel/values'
import type { ReservedPlace } from '../rules/reserved-market.ts'
import type { RoundApplicant, RoundFault, RoundPlace } from '../rules/round.ts'
import type { Side } from '../rules/sides.ts'
import type { ListReading } from './round-columns.ts'

/** What is wrong with a list: of which list, in which row of the spreadsheet, with whom, about which other name. */
export interface ListFault {
  side: Side
  row: number
  fault:
    | RoundFault['fault']
    | 'no-name'
    | 'name-long'
    | 'rank'
    | 'rank-twice'
    | 'score'
    | 'seats-differ'
    | 'nobody'
    | 'reserve'
    | 'reserve-twice'
    | 'reserves-over'
    | 'host-seats'
    | 'no-heading'
    | 'student-twice'
    | 'mentor-twice'
    | 'unknown-mentor'
    | 'unknown-student'
    | 'named-twice'
    | 'mentor-seats'
    | 'mentor-kind'
    | 'language'
    | 'no-language'
    | 'languages-missing'
    | 'pair-empty'
    | 'pair-cost'
    | 'pair-student'
    | 'pair-mentor'
    | 'pair-twice'
    | 'couple-empty'
    | 'couple-self'
    | 'couple-unknown'
    | 'couple-own-list'
    | 'couple-twice'
    | 'couple-none'
    | 'couple-choice'
    | 'couple-choice-twice'
  of: string
  name: string
}

/** What stands beside a name and takes no part in the matching. */
export interface Attributes {
  country: string
  sector: string
}

export interface ListedApplicant extends RoundApplicant, Attributes {
  row: number
  /** The row of each choice. */
  rows: readonly number[]
  score: Fraction | null
  /** The choices in groups of equals, the best first. */
  groups: readonly (readonly string[])[]
  /** For whom seats may be kept: the list's own group, else the country; '' where neither is said. */
  category: string
}

export interface ListedPlace extends RoundPlace, Attributes {
  reserves: ReservedPlace['reserves']
  /** Whose the place is, '' where it is not said, and how many people the host takes in all. */
  host: string
  hostSeats: number | null
  row: number
  /** The rows of the ranking's names, in their order. */
  rows: readonly number[]
}

interface Row {
  row: number
  cells: readonly string[]
}

const longestName = 200

/** One pair of a long list. */
interface Pair {
  other: string
  row: number
  rank: number | null
  score: Fraction | null
}

interface Gathered extends Attributes {
  id: string
  row: number
  seats: string
  score: string
  category: string
  reserves: string
  host: string
  hostSeats: string
  pairs: Pair[]
  /** Of a wide list: the others in the order of the columns, as they are written. */
  others: string[]
}

/** Reads applicants with their choices, the best first. What cannot be read is added to `faults`. */
export function readApplicantRows(
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): ListedApplicant[] {
  return gather('applicants', rows, reading, faults).map((each) => {
    const { id, row, country, sector } = each
    const score = each.score === '' ? null : numberOf(each.score)
    if (each.score !== '' && score === null) {
      faults.push({ side: 'applicants', row, fault: 'score', of: id, name: each.score })
    }
    const shared = { id, row, country, sector, score, category: each.category || country }
    if (reading.layout === 'wide') {
      const groups = wideRanking(each.others) ?? []
      return { ...shared, groups, choices: groups.flat(), rows: each.others.map(() => row) }
    }
    const pairs = each.pairs.toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    for (const [at, pair] of pairs.entries()) {
      if (at > 0 && pair.rank !== null && pair.rank === pairs[at - 1]!.rank) {
        const name = String(pair.rank)
        faults.push({ side: 'applicants', row: pair.row, fault: 'rank-twice', of: id, name })
      }
    }
    return {
      ...shared,
      choices: pairs.map((pair) => pair.other),
      groups: pairs.map((pair) => [pair.other]),
      rows: pairs.map((pair) => pair.row),
    }
  })
}

/**
 * Reads places with their seats and rankings. In a wide list `= name` ties with the one before; in a long one equal
 * ranks or scores tie. A place without a ranking leaves the order to the applicants' scores, else to the lottery.
 */
export function readPlaceRows(
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): ListedPlace[] {
  return gather('places', rows, reading, faults).map((each) => {
    const { id, row, country, sector } = each
    const seats = /^\d{1,9}$/.test(each.seats) ? Number(each.seats) : Number.NaN
    const { reserves, host, hostSeats } = sharesOf(each, seats, faults)
    const shared = { id, row, seats, country, sector, reserves, host, hostSeats }
    if (Number.isNaN(seats)) {
      faults.push({ side: 'places', row, fault: 'seats', of: id, name: each.seats })
    }
    if (reading.layout === 'wide') {
      const ranking = wideRanking(each.others)
      return { ...shared, ranking, rows: (ranking ?? []).flat().map(() => row) }
    }
    const groups = longRanking(each.pairs)
    return {
      ...shared,
      ranking: groups && groups.map((group) => group.map((pair) => pair.other)),
      rows: (groups ?? []).flat().map((pair) => pair.row),
    }
  })
}

/** Seats kept for groups, as `TH 2; KR 3`: a name and a number, whatever stands between the pairs. */
export function reservesOf(cell: string): ReservedPlace['reserves'] {
  return cell
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, category = part, own = ''] = /^(.*[^\s:：])[\s:：]+(\d{1,7})$/.exec(part) ?? []
      return { category, seats: own === '' ? Number.NaN : Number(own) }
    })
}

/** What a place keeps for groups, whose it is, and how many its host takes; with what is wrong in these cells. */
function sharesOf(
  { id, row, reserves: cell, host, hostSeats }: Gathered,
  seats: number,
  faults: ListFault[],
): Pick<ListedPlace, 'reserves' | 'host' | 'hostSeats'> {
  const fault = (key: ListFault['fault'], name: string) =>
    faults.push({ side: 'places', row, fault: key, of: id, name })
  const reserves = reservesOf(cell)
  const seen = new Set<string>()
  for (const { category, seats: own } of reserves) {
    if (!(own >= 1)) fault('reserve', category)
    if (seen.has(category)) fault('reserve-twice', category)
    seen.add(category)
  }
  const kept = reserves.reduce((sum, { seats: own }) => sum + own, 0)
  if (kept > seats) fault('reserves-over', String(kept))
  const isCount = /^[1-9]\d{0,6}$/.test(hostSeats)
  if (hostSeats !== '' && !isCount) fault('host-seats', hostSeats)
  return { reserves, host, hostSeats: isCount ? Number(hostSeats) : null }
}

function gather(
  side: Side,
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): Gathered[] {
  const byName = new Map<string, Gathered>()
  const all: Gathered[] = []
  const at = (cells: readonly string[], column: number | null) =>
    column === null ? '' : (cells[column] ?? '').replace(/\s+/g, ' ').trim()
  for (const { row, cells } of rows) {
    const id = at(cells, reading.name)
    const fault = (key: ListFault['fault'], name: string) =>
      faults.push({ side, row, fault: key, of: id.slice(0, longestName), name })
    if (id === '') {
      fault('no-name', '')
      continue
    }
    if (id.length > longestName) {
      fault('name-long', '')
      continue
    }
    const whole = (column: number | null) =>
      normaliseDigits(at(cells, column)).replace(/^(\d+)[.,]0+$/, '$1')
    const seats = whole(reading.seats)
    let found = reading.layout === 'long' ? byName.get(id) : undefined
    if (found && seats !== '' && seats !== found.seats) fault('seats-differ', seats)
    if (!found) {
      found = {
        id,
        row,
        country: at(cells, reading.country).slice(0, longestName),
        sector: at(cells, reading.sector).slice(0, longestName),
        seats,
        score: reading.layout === 'wide' ? at(cells, reading.score) : '',
        category: at(cells, reading.category).slice(0, longestName),
        reserves: normaliseDigits(at(cells, reading.reserves)).slice(0, 2_000),
        host: at(cells, reading.host).slice(0, longestName),
        hostSeats: whole(reading.hostSeats),
        pairs: [],
        others: [],
      }
      byName.set(id, found)
      all.push(found)
    }
    if (reading.layout === 'long') addPair(side, found, { row, cells }, reading, faults)
    else if (reading.first !== null) {
      const last = reading.last ?? cells.length - 1
      for (let column = reading.first; column <= last; column += 1) {
        const other = at(cells, column)
        if (other !== '') found.others.push(other)
      }
    }
  }
  return all
}

function addPair(
  side: Side,
  found: Gathered,
  { row, cells }: Row,
  reading: ListReading,
  faults: ListFault[],
): void {
  const at = (column: number | null) => (column === null ? '' : (cells[column] ?? '').trim())
  const other = at(reading.other)
  // A place may stand in a row of its own without anybody whom it ranks.
  if (other === '') return
  const pair: Pair = { other, row, rank: null, score: null }
  const written = at(reading.rank ?? reading.score)
  const value = numberOf(written)
  const isRank = reading.rank !== null
  if (isRank && value && value.compare(Fraction.of(1_000_000)) <= 0) pair.rank = wholeOf(value)
  if (!isRank) pair.score = value
  if (pair.rank === null && pair.score === null) {
    faults.push({ side, row, fault: isRank ? 'rank' : 'score', of: found.id, name: written })
  }
  found.pairs.push(pair)
}

function wideRanking(others: readonly string[]): string[][] | null {
  const groups: string[][] = []
  for (const cell of others) {
    const tied = cell.startsWith('=')
    const name = tied ? cell.slice(1).trim() : cell
    const last = groups.at(-1)
    if (tied && last) last.push(name)
    else groups.push([name])
  }
  return groups.length > 0 ? groups : null
}

/** Groups of equal rank, the lowest first, or of equal score, the highest first. */
function longRanking(pairs: readonly Pair[]): Pair[][] | null {
  const compare = (a: Pair, b: Pair) =>
    a.rank !== null && b.rank !== null
      ? a.rank - b.rank
      : a.score && b.score
        ? b.score.compare(a.score)
        : 0
  return grouped(pairs.toSorted(compare), compare)
}

function grouped<T>(ordered: readonly T[], compare: (a: T, b: T) => number): T[][] | null {
  const groups: T[][] = []
  for (const each of ordered) {
    const last = groups.at(-1)
    if (last && compare(last[0]!, each) === 0) last.push(each)
    else groups.push([each])
  }
  return groups.length > 0 ? groups : null
}

/** Gives places without a ranking of their own that of the applicants' scores, where there are any. */
export function rankByScores(
  applicants: readonly ListedApplicant[],
  places: readonly ListedPlace[],
): ListedPlace[] {
  if (!applicants.some(({ score }) => score !== null)) return [...places]
  const asking = new Map<string, ListedApplicant[]>()
  for (const applicant of applicants) {
    for (const choice of new Set(applicant.choices)) {
      const list = asking.get(choice)
      if (list) list.push(applicant)
      else asking.set(choice, [applicant])
    }
  }
  const compare = (a: ListedApplicant, b: ListedApplicant) =>
    a.score && b.score ? b.score.compare(a.score) : Number(!a.score) - Number(!b.score)
  return places.map((place) => {
    if (place.ranking) return place
    const groups = grouped((asking.get(place.id) ?? []).toSorted(compare), compare)
    return { ...place, ranking: groups && groups.map((group) => group.map(({ id }) => id)) }
  })
}

/** A number as offices write it: 3, 3.25 or 3,25. */
function numberOf(text: string): Fraction | null {
  const clean = normaliseDigits(text).replaceAll('−', '-').trim()
  return /^-?\d{1,12}(?:[.,]\d{1,9})?$/.test(clean) ? Fraction.parse(clean.replace(',', '.')) : null
}

function wholeOf(value: Fraction): number | null {
  const text = value.toString()
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null
}
