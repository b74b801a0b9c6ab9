// Written apart from the solver, and knows nothing of it: what is proved here is proved by the lists alone.
import type { TwoSided } from '../rules/two-sided.ts'

/**
 * Whether a stable matching under strict ranks is the best stable one for every applicant. It is not exactly where
 * places could pass their seats round: each gives up somebody for whom it ranks first among those who would rather
 * have it, and all who move rather have what they get (a stable improvement cycle; Erdil and Ergin 2008, theorem 1).
 * Of each place the one who would move in is single, so that a walk from place to place finds any such round. One pass
 * over the lists.
 */
export function isBestStable(market: TwoSided, ranks: Int32Array, positions: Int32Array): boolean {
  const { applicants, places, applicantStart, applicantList } = market
  const first = new Int32Array(places).fill(0x7fffffff)
  const mover = new Int32Array(places).fill(-1)
  for (let applicant = 0; applicant < applicants; applicant += 1) {
    const from = applicantStart[applicant]!
    const position = positions[applicant]!
    // Who has no place in one stable matching has none in any: a seat for which they come first is given to nobody.
    const until = position === -1 ? applicantStart[applicant + 1]! : from + position
    for (let entry = from; entry < until; entry += 1) {
      const rank = ranks[entry]!
      const place = applicantList[entry]!
      if (rank < 0 || rank >= first[place]!) continue
      first[place] = rank
      mover[place] = position === -1 ? -1 : applicant
    }
  }
  const leaves = (place: number) => {
    const applicant = mover[place]!
    return applicant === -1
      ? -1
      : applicantList[applicantStart[applicant]! + positions[applicant]!]!
  }
  const walk = new Int32Array(places)
  for (let place = 0; place < places; place += 1) {
    let at = place
    while (at !== -1 && walk[at] === 0) {
      walk[at] = place + 1
      at = leaves(at)
    }
    if (at !== -1 && walk[at] === place + 1) return false
  }
  return true
}
