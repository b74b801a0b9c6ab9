// Written apart from the solver, and knows nothing of it.
import type { Round } from '../rules/round.ts'
import type { Bottleneck } from '../rules/shortage.ts'

/** Who is acceptable where, by definition: who asks for a place that ranks them, or that ranks nobody. */
function accepts(round: Round, who: number): string[] {
  const { id, choices } = round.applicants[who]!
  return choices.filter((choice) => {
    const place = round.places.find((each) => each.id === choice)!
    return place.ranking === null || place.ranking.some((group) => group.includes(id))
  })
}

/**
 * Whether the bottlenecks prove that `least` seats are missing: each counts other people, all of whom ask for nothing
 * outside its places, and what these lack adds up. So no fewer seats can do, wherever they are added.
 */
export function bottlenecksProve(
  round: Round,
  bottlenecks: readonly Bottleneck[],
  least: number,
): boolean {
  const people = bottlenecks.flatMap(({ applicants }) => applicants)
  const places = bottlenecks.flatMap((each) => each.places)
  if (new Set(people).size < people.length || new Set(places).size < places.length) return false
  let lacking = 0
  for (const one of bottlenecks) {
    const own = new Set(one.places.map((place) => round.places[place]!.id))
    const seats = one.places.reduce((all, place) => all + round.places[place]!.seats, 0)
    if (seats !== one.seats) return false
    if (one.applicants.some((who) => accepts(round, who).some((id) => !own.has(id)))) return false
    lacking += one.applicants.length - seats
  }
  return lacking >= least
}
