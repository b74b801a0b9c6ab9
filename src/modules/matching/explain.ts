import { type Certificate, runRound } from './certificate.ts'
import { entriesOf, fewestSeats, withSeats } from './methods/more-seats.ts'
import { drawLots } from './rules/lottery.ts'

/** Why an applicant has a place, or has not; nothing in it tells what anybody else asked for. */
export type Explanation =
  | { why: 'unknown' }
  /** The place does not stand in the applicant's list. */
  | { why: 'not-asked' }
  /** The applicant has it, as the choice of this number. */
  | { why: 'placed'; choice: number }
  /** The applicant has a place that stands higher in the own list. */
  | { why: 'has-better'; choice: number; asked: number }
  /** The place ranks applicants, and not this one. */
  | { why: 'not-ranked' }
  /** All seats went to applicants whom the place ranks higher. `seatsMore` would have been enough, if any were. */
  | { why: 'outranked'; seats: number; rank: number; last: number; seatsMore: number | null }
  /** Ranked like the last one admitted; the lottery put the applicant behind. */
  | { why: 'lottery'; seats: number; tied: number; seatsMore: number | null }

/**
 * Answers "why this place?" and "why not that one?" from a certificate, for one applicant and one place. What
 * would have changed the answer is verified by running the round again with more seats.
 */
export function explain(
  certificate: Certificate,
  applicantId: string,
  placeId: string,
): Explanation {
  const { inputs, result } = certificate
  const applicant = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const place = inputs.places.find(({ id }) => id === placeId)
  if (applicant < 0 || !place) return { why: 'unknown' }
  const { choices } = inputs.applicants[applicant]!
  const asked = choices.indexOf(placeId)
  if (asked < 0) return { why: 'not-asked' }
  const has = result[applicant]!
  if (has === placeId) return { why: 'placed', choice: asked + 1 }
  const choice = has === null ? -1 : choices.indexOf(has)
  if (choice >= 0 && choice < asked) {
    return { why: 'has-better', choice: choice + 1, asked: asked + 1 }
  }
  if (place.ranking && !place.ranking.some((group) => group.includes(applicantId))) {
    return { why: 'not-ranked' }
  }
  return notAdmitted(certificate, applicantId, place)
}

function notAdmitted(
  certificate: Certificate,
  applicantId: string,
  place: Certificate['inputs']['places'][number],
): Explanation {
  const { inputs, result } = certificate
  const admitted = inputs.applicants.flatMap(({ id }, at) => (result[at] === place.id ? [id] : []))
  const rankOf = (id: string) => place.ranking?.findIndex((group) => group.includes(id)) ?? 0
  const rank = rankOf(applicantId)
  const last = Math.max(...admitted.map(rankOf))
  const seatsMore = seatsThatWouldDo(certificate, applicantId, place.id)
  if (rank !== last) {
    return { why: 'outranked', seats: place.seats, rank: rank + 1, last: last + 1, seatsMore }
  }
  const tied = place.ranking?.[rank]?.length ?? inputs.applicants.length
  return { why: 'lottery', seats: place.seats, tied, seatsMore }
}

function seatsThatWouldDo(
  { inputs }: Certificate,
  applicantId: string,
  placeId: string,
): number | null {
  const applicant = inputs.applicants.findIndex(({ id }) => id === applicantId)
  const at = inputs.places.findIndex(({ id }) => id === placeId)
  return fewestSeats(entriesOf(inputs.applicants), (more) => {
    const places = withSeats(inputs.places, at, more)
    return runRound({ ...inputs, places }).result[applicant] === placeId
  })
}

/** Where the lottery drew somebody, from 1: published with the seed, the same for every place. */
export function lotOf({ inputs }: Certificate, applicantId: string): number {
  const names = inputs.applicants.map(({ id }) => id)
  return drawLots(inputs.seed, names).indexOf(applicantId) + 1
}
