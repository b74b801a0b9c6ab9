import { Fraction } from '#kernel/values'

/** A line that passed every other rule, with the home credit that it would bring. */
export interface CapCandidate {
  id: string
  /** The home course: at most one line of it is chosen. */
  group: string
  term: string
  credit: Fraction
}

export interface Caps {
  total: Fraction | null
  term: Fraction | null
}

/** Lines × units that the exact search may look at: 64 MB of bits, well under a second. */
const largestSearch = 500_000_000
const mostUnits = 60_000

/**
 * Chooses the candidates that bring the most credit under a cap for each term and one for the
 * total, exactly: subset sums over the common denominator. Candidates come in order of preference.
 * Ties: among choices with equal credit the terms that come first get the most, and in a term
 * the lines that come first are taken. Null where the denominators are too uneven to search.
 */
export function chooseUnderCaps(
  candidates: readonly CapCandidate[],
  caps: Caps,
): Set<string> | null {
  const eligible = caps.term ? oncePerCourse(candidates) : candidates
  const terms = groupByTerm(eligible, caps)
  const easy = bestOfEach(terms)
  if (fits(easy, caps)) return new Set(easy.flat().map((each) => each.id))
  if (caps.term && termsAreFree(easy, caps.term, caps.total)) return eachTerm(terms, caps.term)
  const scale = commonDenominator(candidates, caps)
  const units = scale === null ? null : capUnits(candidates, caps, scale)
  if (scale === null || units === null) return null

  const reaches = terms.map((groups) => termReach(groups, scale, units))
  const after = laterReach(
    reaches.map((each) => each[0]!),
    units.total,
  )
  let remaining = highestBit(after[0]!)
  const chosen = new Set<string>()
  for (const [place, groups] of terms.entries()) {
    const share = largestShare(reaches[place]![0]!, after[place + 1]!, remaining)
    remaining -= share
    takeLines(groups, reaches[place]!, scale, share, chosen)
  }
  return chosen
}

type Group = CapCandidate[]

/** Whether the total holds even if every term brings all that it may. */
function termsAreFree(terms: CapCandidate[][], cap: Fraction, total: Fraction | null): boolean {
  if (total === null) return true
  const most = terms.map((lines) =>
    Fraction.min(cap, Fraction.sum(lines.map((each) => each.credit))),
  )
  return Fraction.sum(most).compare(total) <= 0
}

function eachTerm(terms: Group[][], cap: Fraction): Set<string> | null {
  const chosen = new Set<string>()
  for (const groups of terms) {
    const part = chooseUnderCaps(groups.flat(), { total: cap, term: null })
    if (part === null) return null
    for (const id of part) chosen.add(id)
  }
  return chosen
}

/** Under a cap for each term a repeated course is settled first: most credit, then the earlier line. */
function oncePerCourse(candidates: readonly CapCandidate[]): CapCandidate[] {
  const best = new Map<string, CapCandidate>()
  for (const each of candidates) {
    const known = best.get(each.group)
    if (!known || each.credit.compare(known.credit) > 0) best.set(each.group, each)
  }
  return candidates.filter((each) => best.get(each.group) === each)
}

function groupByTerm(candidates: readonly CapCandidate[], caps: Caps): Group[][] {
  const terms = new Map<string, Map<string, Group>>()
  for (const each of candidates) {
    const term = caps.term ? each.term : ''
    const groups = terms.get(term) ?? new Map<string, Group>()
    terms.set(term, groups)
    groups.set(each.group, [...(groups.get(each.group) ?? []), each])
  }
  return [...terms.values()].map((groups) => [...groups.values()])
}

function bestOfEach(terms: Group[][]): CapCandidate[][] {
  return terms.map((groups) =>
    groups.map((group) =>
      group.reduce((best, each) => (each.credit.compare(best.credit) > 0 ? each : best)),
    ),
  )
}

function fits(terms: CapCandidate[][], caps: Caps): boolean {
  const sums = terms.map((lines) => Fraction.sum(lines.map((each) => each.credit)))
  if (caps.term && sums.some((sum) => sum.compare(caps.term!) > 0)) return false
  return caps.total === null || Fraction.sum(sums).compare(caps.total) <= 0
}

function commonDenominator(candidates: readonly CapCandidate[], caps: Caps): bigint | null {
  let common = 1n
  for (const each of candidates) {
    const divisor = each.credit.denominator
    common = (common / greatestCommonDivisor(common, divisor)) * divisor
    if (common > 1_000_000n) return null
  }
  return caps.total || caps.term ? common : null
}

function capUnits(
  candidates: readonly CapCandidate[],
  caps: Caps,
  scale: bigint,
): { total: number; term: number } | null {
  const all = inUnits(Fraction.sum(candidates.map((each) => each.credit)), scale)
  const total = caps.total ? min(all, inUnits(caps.total, scale)) : all
  const term = caps.term ? min(total, inUnits(caps.term, scale)) : total
  if (total > BigInt(mostUnits) || total * BigInt(candidates.length) > BigInt(largestSearch)) {
    return null
  }
  return { total: Number(max(total, 0n)), term: Number(max(term, 0n)) }
}

/** For each place in a term, the sums (as bits) that the lines from there on can make. */
function termReach(groups: Group[], scale: bigint, units: { term: number }): bigint[] {
  const mask = (1n << BigInt(units.term + 1)) - 1n
  const reach: bigint[] = Array.from({ length: groups.length + 1 }, () => 1n)
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const later = reach[place + 1]!
    let here = later
    for (const each of groups[place]!) {
      const weight = inUnits(each.credit, scale)
      if (weight <= BigInt(units.term)) here |= (later << weight) & mask
    }
    reach[place] = here
  }
  return reach
}

/** For each term, the totals that it and the later terms can make. */
function laterReach(terms: bigint[], total: number): bigint[] {
  const mask = (1n << BigInt(total + 1)) - 1n
  const after: bigint[] = Array.from({ length: terms.length + 1 }, () => 1n)
  for (let place = terms.length - 1; place >= 0; place -= 1) {
    const later = after[place + 1]!
    if (later === 1n) {
      after[place] = terms[place]! & mask
      continue
    }
    let here = 0n
    for (const share of bits(terms[place]!)) here |= (later << BigInt(share)) & mask
    after[place] = here
  }
  return after
}

function largestShare(term: bigint, later: bigint, remaining: number): number {
  let best = 0
  for (const share of bits(term)) {
    if (share <= remaining && hasBit(later, remaining - share)) best = share
  }
  return best
}

function takeLines(
  groups: Group[],
  reach: bigint[],
  scale: bigint,
  share: number,
  chosen: Set<string>,
): void {
  let left = share
  for (const [place, group] of groups.entries()) {
    const later = reach[place + 1]!
    for (const each of group) {
      const weight = inUnits(each.credit, scale)
      if (weight > BigInt(left) || !hasBit(later, left - Number(weight))) continue
      left -= Number(weight)
      chosen.add(each.id)
      break
    }
  }
}

function bits(value: bigint): number[] {
  const text = value.toString(2)
  const found: number[] = []
  for (let place = 0; place < text.length; place += 1) {
    if (text[text.length - 1 - place] === '1') found.push(place)
  }
  return found
}

function hasBit(value: bigint, place: number): boolean {
  return ((value >> BigInt(place)) & 1n) === 1n
}

function highestBit(value: bigint): number {
  return value.toString(2).length - 1
}

/** Whole units of 1/scale, cut down: a cap between two units holds at the lower one. */
function inUnits(value: Fraction, scale: bigint): bigint {
  return (value.numerator * scale) / value.denominator
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
