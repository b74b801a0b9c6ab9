// Written apart from the repair, and knows nothing of it: each move is looked at by definition, over names.

/** Somebody with a wish, as whoever chooses sees it: the lower the rank the better. */
export interface Wish {
  applicant: string
  place: string
  rank: number
}

/** A round as the check of a repair sees it: lists of those whom the places take at all, the best first. */
export interface ChosenRound {
  wishes: ReadonlyMap<string, readonly Wish[]>
  /** Whose choice a place is. */
  chooserOf(place: string): string
  /** Whom it takes of all these: of somebody with several wishes at most one, the highest that fits. */
  taken(chooser: string, people: readonly Wish[]): Wish[]
}

/** Who went where; null is nowhere. */
export interface NamedMove {
  applicant: string
  place: string | null
}

/**
 * Whether moves lead from one result to another and each was forced. After an applicant left: the one who goes is the
 * best-ranked of those whom the chooser takes from all who would rather be there and all whom it has. After a place left: whoever has lost a seat takes the highest wish where they are taken.
 */
export function choicesAreForced(
  round: ChosenRound,
  side: 'applicant' | 'place',
  moves: readonly NamedMove[],
  before: ReadonlyMap<string, string | null>,
  after: ReadonlyMap<string, string | null>,
): boolean {
  const now = new Map(before)
  for (const { applicant, place } of moves) {
    const wishes = round.wishes.get(applicant)
    const wish = wishes?.find((each) => each.place === place)
    if (!wishes || (place !== null && !wish)) return false
    const isForced =
      side === 'applicant'
        ? wish !== undefined && isNext(round, now, wish)
        : now.get(applicant) === null && isHighestTaken(round, now, wishes, wish ?? null)
    if (!isForced) return false
    now.set(applicant, place)
    if (side === 'place' && wish) letGo(round, now, round.chooserOf(wish.place))
  }
  return [...now].every(([applicant, place]) => after.get(applicant) === place)
}

/** Whom a chooser has now. */
function heldAt(
  round: ChosenRound,
  now: ReadonlyMap<string, string | null>,
  chooser: string,
): Wish[] {
  return [...now].flatMap(([applicant, place]) => {
    if (place === null || round.chooserOf(place) !== chooser) return []
    return round.wishes.get(applicant)?.find((wish) => wish.place === place) ?? []
  })
}

/** The wishes that stand above what somebody has. */
function above(now: ReadonlyMap<string, string | null>, wishes: readonly Wish[]): readonly Wish[] {
  const own = wishes.findIndex(({ applicant, place }) => now.get(applicant) === place)
  return own === -1 ? wishes : wishes.slice(0, own)
}

function isNext(round: ChosenRound, now: ReadonlyMap<string, string | null>, wish: Wish): boolean {
  const chooser = round.chooserOf(wish.place)
  const held = heldAt(round, now, chooser)
  const better = [...round.wishes.values()].flatMap((wishes) =>
    above(now, wishes).filter((one) => round.chooserOf(one.place) === chooser),
  )
  const coming = round.taken(chooser, [...held, ...better]).filter((one) => !held.includes(one))
  return coming.includes(wish) && coming.every(({ rank }) => rank >= wish.rank)
}

function isHighestTaken(
  round: ChosenRound,
  now: ReadonlyMap<string, string | null>,
  wishes: readonly Wish[],
  wish: Wish | null,
): boolean {
  const taken = wishes.find((one) => {
    const chooser = round.chooserOf(one.place)
    return round.taken(chooser, [...heldAt(round, now, chooser), one]).includes(one)
  })
  return (taken ?? null) === wish
}

/** Whoever is no longer taken has nothing. */
function letGo(round: ChosenRound, now: Map<string, string | null>, chooser: string): void {
  const people = heldAt(round, now, chooser)
  const taken = round.taken(chooser, people)
  for (const one of people) if (!taken.includes(one)) now.set(one.applicant, null)
}
