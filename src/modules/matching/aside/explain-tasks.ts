import { type Message } from '#kernel/messages'
import { openCertificate, runBy } from '../methods/all.ts'
import type { Certified, Opened } from '../methods/method.ts'
import { drawLots } from '../rules/lottery.ts'
import { roundMethods } from '../rules/round-methods.ts'
import { type RunView, viewOf } from '../rules/run-view.ts'
import { placementsOf, placeResults } from '../rules/summary.ts'
import { certificateOf } from './round-tasks.ts'

/** One choice of an applicant with what became of it; the sentences only where they were worked out. */
export interface ExplainedChoice {
  place: string
  number: number
  choice: number
  /** The applicant has something that stands higher. */
  isBelow: boolean
  /** Of a couple: the place that the other would have beside it. */
  beside: string | null
  lines: Message[]
}

/** An applicant's own view of a run: nothing of anybody else's list is in it. */
export interface ExplainedApplicant {
  code: string
  /** Where the lottery drew the applicant. */
  lot: number
  applicants: number
  placed: ExplainedChoice | null
  choices: ExplainedChoice[]
}

/** Up to so many applicants every choice is explained at once; in larger rounds one at a time, as it is asked for. */
const explainedAtOnce = 1_000
/** Where each answer is the whole round matched once more. */
const triedAtOnce = 200
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
  const opened = certificateOf(input.bytes)
  if (!opened) return null
  const { inputs, result } = opened.run
  const round = viewOf(inputs)
  const at = round.applicants.findIndex(({ id }) => id === input.code)
  if (at < 0) return null
  const placeAt = new Map(round.places.map(({ id }, index) => [id, index]))
  const isTried = opened.method === 'rank-maximal' || opened.method === 'fair'
  const all = round.applicants.length <= (isTried ? triedAtOnce : explainedAtOnce)
  const { choices: own, partner } = round.applicants[at]!
  const has = result[at] ?? null
  const got = (placementsOf(round, result)[at]?.choice ?? 0) - 1
  let told = 0
  const choices = own.flatMap((group, index) =>
    group.map((place): ExplainedChoice => {
      const number = placeAt.get(place)!
      told += 1
      const wanted = number === input.asked || (all && told <= mostAtOnce)
      const beside = partner?.choices[index] ?? null
      const lines = wanted ? explained(opened, input, place, beside) : []
      return { place, number, choice: index + 1, isBelow: got >= 0 && index > got, beside, lines }
    }),
  )
  const placed = choices.find(({ place, choice }) => place === has && choice === got + 1) ?? null
  return {
    code: input.code,
    lot: lotIn(inputs, round, input.code),
    applicants: round.applicants.length,
    placed,
    choices,
  }
}

/** Of couples: what holds for all choices alike, and who the other is, whom a page does not name by the code. */
const saidOnce = new Set(['couples.together', 'couples.uncertified'])

/** The answer in sentences, with the name that the reader knows in the place of the code. */
function explained(
  opened: Opened,
  { code, name }: { code: string; name: string },
  place: string,
  beside: string | null,
): Message[] {
  const lines = opened.explain(code, beside === null ? place : `${place} / ${beside}`)
  return lines
    .filter(({ key }) => !saidOnce.has(key))
    .map((line) => {
      const named = Object.entries(line.args).map(([key, value]) => [
        key,
        value === code ? name : value,
      ])
      return { ...line, args: Object.fromEntries(named) }
    })
}

function lotIn(inputs: object, { applicants }: RunView, code: string): number {
  if (!('seed' in inputs) || typeof inputs.seed !== 'string') return 0
  const names = applicants.map(({ id }) => id)
  return drawLots(inputs.seed, names).indexOf(code) + 1
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
  /** Whom one more seat would bring, tried by matching the round again; null where it was not tried. */
  oneMore: string[] | null
}

const mostRanked = 500

/** Explains a run to a place, from the certificate alone; for `asideTask`. */
export async function explainPlace(input: {
  bytes: Uint8Array
  number: number
}): Promise<ExplainedPlace | null> {
  const opened = certificateOf(input.bytes)
  if (!opened) return null
  const round = viewOf(opened.run.inputs)
  const place = round.places[input.number]
  if (!place) return null
  const { result } = opened.run
  const placed = placementsOf(round, result)
  const found = placeResults(round, placed)[input.number]!
  const applicantAt = new Map(round.applicants.map(({ id }, at) => [id, at]))
  const asksFor = (choices: RunView['applicants'][number]['choices'], id: string) =>
    choices.findIndex((group) => group.includes(id))
  const groups: readonly (readonly string[])[] = place.ranking ?? [
    round.applicants.flatMap(({ id, choices }) => (asksFor(choices, place.id) >= 0 ? [id] : [])),
  ]
  const ranked = groups.flatMap((group, at) =>
    group.map((code): ExplainedPlace['ranked'][number] => {
      const index = applicantAt.get(code)!
      const { choices } = round.applicants[index]!
      const own = asksFor(choices, place.id)
      const has = result[index] ?? null
      const got = (placed[index]?.choice ?? choices.length + 1) - 1
      const state =
        own < 0
          ? 'not-asking'
          : has === place.id
            ? 'admitted'
            : got <= own
              ? 'elsewhere'
              : 'outranked'
      return { code, group: at + 1, state }
    }),
  )
  const { filled, asked, cutoff, byLot } = found
  const shown = ranked.slice(0, mostRanked)
  const more = ranked.length - shown.length
  const figures = { place: place.id, seats: place.seats, filled, asked, cutoff, byLot }
  const isFull = filled >= place.seats
  const oneMore = isFull ? await withOneMore(opened, round, input.number) : null
  return { ...figures, ranked: shown, more, oneMore }
}

/** Who would come if the place, and its host where it has one, took one more. */
async function withOneMore(
  { method, run }: Opened,
  { applicants, places }: RunView,
  number: number,
): Promise<string[] | null> {
  const known = roundMethods.find((each) => each === method)
  if (!known || applicants.length > explainedAtOnce) return null
  const after = openCertificate(await runBy(known, roomier(run.inputs, number)))
  if (!after) return null
  const { id } = places[number]!
  return applicants.flatMap((each, at) =>
    after.run.result[at] === id && run.result[at] !== id ? [each.id] : [],
  )
}

interface Seated {
  id: string
  seats: number
  host?: string
}

function roomier(inputs: Certified['inputs'], number: number): Certified['inputs'] {
  const { places, projects, hosts } = inputs as {
    places?: Seated[]
    projects?: Seated[]
    hosts?: Seated[]
  }
  const more = (each: Seated) => ({ ...each, seats: each.seats + 1 })
  if (!projects || !hosts) {
    return {
      ...inputs,
      places: places!.map((each, at) => (at === number ? more(each) : each)),
    } as Certified['inputs']
  }
  const { host } = projects[number]!
  return {
    ...inputs,
    projects: projects.map((each, at) => (at === number ? more(each) : each)),
    hosts: hosts.map((each) => (each.id === host ? more(each) : each)),
  } as Certified['inputs']
}
