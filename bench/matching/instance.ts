// The binary layouts of matching instances: 32-bit integers, little-endian; the first says which one it is.
import { readFileSync, writeFileSync } from 'node:fs'
import type { AssignmentProblem } from '#modules/matching'
import type { TwoSided } from '../../src/modules/matching/rules/two-sided.ts'

const twoSided = 0x48525331
const mentors = 0x4d435331

/** What staying without a mentor costs in these instances. */
export const outsideCost = 5000

/** magic, applicants, places, entries; list starts, lists, seats, ranking starts, rankings. */
export function readTwoSided(path: string): { market: TwoSided; bytes: number } {
  const { numbers, bytes } = read(path, twoSided)
  const [, applicants = 0, places = 0, entries = 0] = numbers
  const take = taker(numbers)
  return {
    bytes,
    market: {
      applicants,
      places,
      applicantStart: take(applicants + 1),
      applicantList: take(entries),
      capacity: take(places),
      placeStart: take(places + 1),
      placeList: take(entries),
    },
  }
}

/** magic, students, mentors, arcs; arc starts, mentors, costs, seats. */
export function readMentors(path: string): { problem: AssignmentProblem; bytes: number } {
  const { numbers, bytes } = read(path, mentors)
  const [, rows = 0, columns = 0, arcs = 0] = numbers
  const take = taker(numbers)
  return {
    bytes,
    problem: {
      rows,
      columns,
      start: take(rows + 1),
      column: take(arcs),
      cost: take(arcs),
      capacity: take(columns),
      outsideCost,
    },
  }
}

function read(path: string, magic: number): { numbers: Int32Array; bytes: number } {
  const file = readFileSync(path)
  const numbers = new Int32Array(file.buffer, file.byteOffset, Math.floor(file.byteLength / 4))
  if (numbers[0] !== magic) throw new Error(`${path} is no instance of this kind`)
  return { numbers, bytes: file.byteLength }
}

function taker(numbers: Int32Array): (count: number) => Int32Array {
  let at = 4
  return (count) => {
    const part = numbers.subarray(at, at + count)
    if (part.length !== count) throw new Error('the instance ends too early')
    at += count
    return part
  }
}

/** A generator of equal numbers everywhere (mulberry32), between 0 and 1. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Lists of ten out of a tenth as many places with 5 to 15 seats, popular places in more lists. */
export function writeTwoSided(path: string, applicants: number, seed: number): void {
  const next = random(seed)
  const length = 10
  const places = Math.max(20, Math.round(applicants / 10))
  const lists = new Int32Array(applicants * length)
  const byPlace: { who: number; merit: number }[][] = Array.from({ length: places }, () => [])
  for (let who = 0; who < applicants; who += 1) {
    const chosen = new Set<number>()
    const merit = next()
    while (chosen.size < length) chosen.add(Math.floor(places * next() ** 1.7))
    for (const [at, place] of [...chosen].entries()) {
      lists[who * length + at] = place
      byPlace[place]!.push({ who, merit: 0.6 * merit + 0.4 * next() })
    }
  }
  const starts = Int32Array.from({ length: applicants + 1 }, (_, who) => who * length)
  const placeStarts = new Int32Array(places + 1)
  for (const [place, list] of byPlace.entries()) {
    placeStarts[place + 1] = placeStarts[place]! + list.length
  }
  const rankings = Int32Array.from(
    byPlace.flatMap((list) => list.sort((a, b) => b.merit - a.merit).map(({ who }) => who)),
  )
  const seats = Int32Array.from({ length: places }, () => 5 + Math.floor(11 * next()))
  const head = Int32Array.of(twoSided, applicants, places, lists.length)
  write(path, [head, starts, lists, seats, placeStarts, rankings])
}

/** Thirty arcs a student; a fifth as many mentors with room to spare, or a sixth and the popular ones short of seats. */
export function writeMentors(path: string, rows: number, seed: number, isTight: boolean): void {
  const next = random(seed)
  const each = 30
  const columns = Math.max(each + 1, Math.round(rows / (isTight ? 6 : 5)))
  const column = new Int32Array(rows * each)
  const cost = new Int32Array(rows * each)
  const capacity = Int32Array.from({ length: columns }, () => 3 + Math.floor(7 * next()))
  for (let row = 0; row < rows; row += 1) {
    const chosen = new Set<number>()
    while (chosen.size < each) chosen.add(Math.floor(columns * next() * (isTight ? next() : 1)))
    for (const [at, to] of [...chosen].entries()) {
      const popular = isTight ? (200 * to) / columns : 0
      column[row * each + at] = to
      cost[row * each + at] = Math.round(225 * Math.floor(3 * next()) + 350 * next() + popular)
    }
  }
  const start = Int32Array.from({ length: rows + 1 }, (_, row) => row * each)
  write(path, [Int32Array.of(mentors, rows, columns, column.length), start, column, cost, capacity])
}

function write(path: string, parts: readonly Int32Array[]): void {
  writeFileSync(path, Buffer.concat(parts.map((part) => Buffer.from(part.buffer))))
}
