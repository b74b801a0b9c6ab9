import type { TwoSided } from './two-sided.ts'

/** Marks an entry of an applicant's list whose place does not list the applicant. */
export const notListed = -1

/** Applicants' lists that are worked on at once, in bytes: they stay in the processor's second cache. */
const blockBytes = 256 * 1024

/** Longer lists are put in order once instead of being looked through for each entry. */
const longList = 48

/**
 * For each entry of the applicants' lists, how the place ranks the applicant (0 is the best), or
 * `notListed`. The places' entries are first sorted into blocks of applicants, so that looking up the
 * lists of a block stays in the cache. Linear in the entries; long lists cost a sort each.
 */
export function ranksAtPlaces(market: TwoSided): Int32Array {
  const ranks = new Int32Array(market.applicantList.length).fill(notListed)
  const blocks = sortIntoBlocks(market)
  for (let block = 0; block < blocks.count; block += 1) ranksInBlock(market, blocks, block, ranks)
  return ranks
}

function ranksInBlock(market: TwoSided, blocks: Blocks, block: number, ranks: Int32Array): void {
  const { applicantStart, applicantList, placeStart } = market
  const { entries, within } = blocks
  const ordered = new Map<number, OrderedList>()
  const first = block << blocks.shift
  const end = blocks.start[block + 1]!
  let place = 0
  let placeEnd = placeStart[1]!
  for (let at = blocks.start[block]!; at < end; at += 1) {
    const entry = entries[at]!
    while (placeEnd <= entry) {
      place += 1
      placeEnd = placeStart[place + 1]!
    }
    const applicant = first + within[at]!
    const to = applicantStart[applicant + 1]!
    let own = applicantStart[applicant]!
    if (to - own > longList) own = entryInLongList(market, ordered, applicant, place)
    else while (own < to && applicantList[own] !== place) own += 1
    if (own < to) ranks[own] = entry - placeStart[place]!
  }
}

/** The places' entries by blocks of `1 << shift` applicants; within a block in the places' order. */
interface Blocks {
  count: number
  shift: number
  start: Int32Array
  entries: Int32Array
  /** The applicant of each entry, counted from the first of the block. */
  within: Uint16Array
}

function sortIntoBlocks({ applicants, applicantList, placeList }: TwoSided): Blocks {
  const bytesEach = (4 * applicantList.length) / Math.max(1, applicants)
  const inBlock = Math.min(65_536, Math.max(1, blockBytes / Math.max(4, bytesEach)))
  const shift = Math.floor(Math.log2(inBlock))
  const count = (Math.max(0, applicants - 1) >> shift) + 1
  const start = new Int32Array(count + 1)
  const total = placeList.length
  for (let entry = 0; entry < total; entry += 1) start[(placeList[entry]! >> shift) + 1]! += 1
  for (let block = 0; block < count; block += 1) start[block + 1]! += start[block]!
  const next = start.slice()
  const entries = new Int32Array(total)
  const within = new Uint16Array(total)
  const mask = (1 << shift) - 1
  for (let entry = 0; entry < total; entry += 1) {
    const applicant = placeList[entry]!
    const block = applicant >> shift
    const at = next[block]!
    next[block] = at + 1
    entries[at] = entry
    within[at] = applicant & mask
  }
  return { count, shift, start, entries, within }
}

/** The entries of a long list in the order of their places, and how far they have been passed. */
interface OrderedList {
  entries: Int32Array
  at: number
}

/**
 * The entry of a place in a long list, or the end of the list. Places are asked for in ascending
 * order, so each ordered list is passed once.
 */
function entryInLongList(
  { applicantStart, applicantList }: TwoSided,
  ordered: Map<number, OrderedList>,
  applicant: number,
  place: number,
): number {
  let list = ordered.get(applicant)
  if (!list) {
    const from = applicantStart[applicant]!
    const length = applicantStart[applicant + 1]! - from
    const entries = Int32Array.from({ length }, (_, position) => from + position)
    entries.sort((a, b) => applicantList[a]! - applicantList[b]!)
    list = { entries, at: 0 }
    ordered.set(applicant, list)
  }
  while (list.at < list.entries.length && applicantList[list.entries[list.at]!]! < place) {
    list.at += 1
  }
  const entry = list.entries[list.at]
  if (entry === undefined || applicantList[entry] !== place) return applicantStart[applicant + 1]!
  return entry
}
