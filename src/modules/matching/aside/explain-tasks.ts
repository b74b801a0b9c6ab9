import { type Message } from '#kernel/messages'
import { explain, lotOf, type Explanation } from '../explain.ts'
import { explanationLines } from '../explanation-lines.ts'
import { placementsOf, placeResults } from '../rules/summary.ts'
import { certificateOf } from './round-tasks.ts'

/** One choice of an applicant with what became of it; the sentences only where they were worked out. */
export interface ExplainedChoice {
  place: string
  number: number
  choice: number
  why: Explanation['why'] | null
  lines: Message[]
}

/** An applicant's own view of a run: nothing of anybody else's list is in it. */
export interface ExplainedApplicant {
  code: string
  lot: number
  applicants: number
  placed: ExplainedChoice | null
  choices: ExplainedChoice[]
}

/** Up to so many applicants every choice is explained at once; in larger rounds one at a time, as it is asked for. */
const explainedAtOnce = 2_000
const mostAtOnce = 12

/**
 * Explains a run to one applicant, from the certificate alone; for `asideTask`. `asked` is the number of the place
 * whose sentences are wanted; `name` stands for the code in them. Null where the code is unknown.
 */
export async function explainApplicant(input: {
  bytes: Uint8Array
  code: string
  name: string
  asked: number | null
}): Promise<ExplainedApplicant | null> {
  const certificate = certificateOf(input.bytes)
  if (!certificate) return null
  const { inputs, result } = certificate
  const at = inputs.applicants.findIndex(({ id }) => id === input.code)
  if (at < 0) return null
  const placeAt = new Map(inputs.places.map(({ id }, index) => [id, index]))
  const lot = lotOf(certificate, input.code)
  const all = inputs.applicants.length <= explainedAtOnce
  const choices = inputs.applicants[at]!.choices.map((place, index): ExplainedChoice => {
    const number = placeAt.get(place)!
    const wanted = number === input.asked || (all && index < mostAtOnce)
    const explanation = wanted ? explain(certificate, input.code, place) : null
    return {
      place,
      number,
      choice: index + 1,
      why: explanation?.why ?? null,
      lines: explanation
        ? explanationLines(explanation, { applicant: input.name, place }, lot)
        : [],
    }
  })
  const placed = choices.find(({ place }) => place === result[at]) ?? null
  return { code: input.code, lot, applicants: inputs.applicants.length, placed, choices }
}

/** A host's own view of a run: its seats, its cut-off, and whom of its ranking it got. */
export interface ExplainedPlace {
  place: string
  seats: number
  filled: number
  asked: number
  cutoff: number | null
  byLot: boolean
  /** Whom it ranks, in its order, with the group; `admitted`, `elsewhere` (got a choice that they prefer) or `not-asking`. */
  ranked: {
    code: string
    group: number
    state: 'admitted' | 'elsewhere' | 'not-asking' | 'outranked'
  }[]
  more: number
}

const mostRanked = 500

/** Explains a run to a place, from the certificate alone; for `asideTask`. */
export async function explainPlace(input: {
  bytes: Uint8Array
  number: number
}): Promise<ExplainedPlace | null> {
  const certificate = certificateOf(input.bytes)
  const place = certificate?.inputs.places[input.number]
  if (!certificate || !place) return null
  const { inputs, result } = certificate
  const found = placeResults(inputs, placementsOf(inputs, result))[input.number]!
  const applicantAt = new Map(inputs.applicants.map(({ id }, at) => [id, at]))
  const groups: readonly (readonly string[])[] = place.ranking ?? [
    inputs.applicants.flatMap(({ id, choices }) => (choices.includes(place.id) ? [id] : [])),
  ]
  const ranked = groups.flatMap((group, at) =>
    group.map((code): ExplainedPlace['ranked'][number] => {
      const index = applicantAt.get(code)!
      const { choices } = inputs.applicants[index]!
      const own = choices.indexOf(place.id)
      const has = result[index] ?? null
      const got = has === null ? choices.length : choices.indexOf(has)
      const state =
        own < 0
          ? 'not-asking'
          : has === place.id
            ? 'admitted'
            : got < own
              ? 'elsewhere'
              : 'outranked'
      return { code, group: at + 1, state }
    }),
  )
  const { filled, asked, cutoff, byLot } = found
  const shown = ranked.slice(0, mostRanked)
  const more = ranked.length - shown.length
  return { place: place.id, seats: place.seats, filled, asked, cutoff, byLot, ranked: shown, more }
}
