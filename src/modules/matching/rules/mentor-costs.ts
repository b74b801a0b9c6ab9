/** What is known of a student and a mentor before they are joined. */
export interface PairFacts {
  /** Which wish of the student's the mentor is, from 1; null where not wished for. */
  wish: number | null
  /** Whether the student wished for anybody. */
  hasWishes: boolean
  /** The same from the mentor's side. */
  named: number | null
  hasNamed: boolean
  /** Both name fields, and none of them is common. */
  isOtherField: boolean
}

/** What each step down in a list of wishes costs, the student's and the mentor's. */
const wishStep = 10
const namedStep = 5
/** Beyond so many steps a wish counts like none. */
const mostSteps = 10
const otherField = 60

/**
 * What it costs to join a student and a mentor where the lists give no cost: 10 for each step down the student's wishes
 * (100 for a mentor who was not wished for), 5 for each step down the mentor's (50 for a student who was not named), 60
 * where both name fields and share none. Who names nobody costs nothing more with anybody. Whole numbers, at most 210.
 */
export function pairCost(facts: PairFacts): number {
  const steps = (place: number | null, isSaid: boolean) =>
    isSaid ? Math.min(mostSteps, place === null ? mostSteps : place - 1) : 0
  return (
    wishStep * steps(facts.wish, facts.hasWishes) +
    namedStep * steps(facts.named, facts.hasNamed) +
    (facts.isOtherField ? otherField : 0)
  )
}
