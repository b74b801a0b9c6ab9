/** How a committee voted on what it decided. */
export interface Votes {
  for: number
  against: number
  abstained: number
}

/**
 * Why votes cannot be as they were typed, or null: no number (NaN), more than there were people in the room, none for what was decided, or
 * more against it than for it. At equal votes the chair's counts, so they may stand. What is put off needs no vote.
 */
export function voteFault(
  votes: Votes,
  inRoom: number,
  isPutOff: boolean,
): 'unreadable' | 'too-many' | 'none' | 'lost' | null {
  if ([votes.for, votes.against, votes.abstained].some(Number.isNaN)) return 'unreadable'
  if (votes.for + votes.against + votes.abstained > inRoom) return 'too-many'
  if (isPutOff) return null
  if (votes.for < 1) return 'none'
  return votes.against > votes.for ? 'lost' : null
}

/** The numbers of applications in a text that was pasted, in its order, each once: from a column, a line or a sentence. */
export function numbersIn(text: string): number[] {
  const found = text.match(/\d{1,9}/g) ?? []
  return [...new Set(found.map(Number))]
}

/** Puts those that are named first, in the order of their names; the others keep theirs behind them. */
export function inOrderOf<T extends { number: number }>(
  items: readonly T[],
  numbers: readonly number[],
): T[] {
  const places = new Map(numbers.map((number, place) => [number, place]))
  const placeOf = (item: T) => places.get(item.number) ?? numbers.length
  return items.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** The ranks that were typed, as 1–30 or 12; null where it is neither. Both ends count. */
export function ranksIn(text: string): { from: number; to: number } | null {
  const typed = /^\s*(\d{1,6})(?:\s*[-–—~〜～]\s*(\d{1,6}))?\s*$/.exec(text)
  if (!typed) return null
  const from = Number(typed[1])
  const to = Number(typed[2] ?? typed[1])
  return from >= 1 && to >= from ? { from, to } : null
}
