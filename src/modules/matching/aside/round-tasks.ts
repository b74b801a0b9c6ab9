import { createHash } from 'node:crypto'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import { canonicalJson } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import {
  featuresOf,
  type ListFound,
  type ListSource,
  readLists,
  roundOf,
} from '../formats/round-check.ts'
import { readMentorLists, mentorFeatures } from '../formats/mentor-check.ts'
import { mentorInputsFor, withMentorCodes } from '../formats/mentor-inputs.ts'
import { inputsFor, withCodes } from '../formats/round-inputs.ts'
import type { ListFault } from '../formats/round-lists.ts'
import { m } from '../messages/index.ts'
import { methods, openCertificate, runBy } from '../methods/all.ts'
import type { Certified, Opened } from '../methods/method.ts'
import {
  isMentorMethod,
  type ListFeatures,
  type MentorMethod,
  type RoundMethod,
  roundMethods,
} from '../rules/round-methods.ts'
import { viewOf } from '../rules/run-view.ts'
import { placementsOf, placeResults, type RunSummary, summaryOf } from '../rules/summary.ts'
import type { RoundKind, RunStage, Side } from '../rules/sides.ts'
import { findShortage, shortageSaid } from '../shortage.ts'
import { applicantCode } from './codes.ts'
import type { PlacementRow, PlaceRow, RunNames } from './result-rows.ts'
import { isMentorInputs, mentorRows } from './mentor-rows.ts'
import { mentorShortage } from './mentor-shortage.ts'

/** Faults that are kept and shown; the count still tells of all. */
const mostFaults = 500

/** What was found in the lists of a round. */
export interface Findings {
  lists: Partial<Record<Side, ListFound>>
  applicants: number
  places: number
  seats: number
  faults: ListFault[]
  faultCount: number
  /** Decides which methods can take the lists; not there in findings of before it was told. */
  features?: ListFeatures
  /** Why not everybody can be given something, and what would help; nothing where everybody can. */
  shortage?: Message[]
}

/** Larger rounds say what is missing when they have run. */
const mostForShortage = 2_000

/** Reads the lists that there are and says what is wrong; for `asideTask`. */
export async function findFaults(input: {
  kind: RoundKind
  sources: Partial<Record<Side, ListSource>>
}): Promise<Findings | (Refusal & { side?: Side })> {
  if (input.kind === 'mentors') return findMentorFaults(input.sources)
  const read = await readLists(input.sources)
  if (isRefused(read)) return read
  const isWhole = read.found.applicants !== undefined && read.found.places !== undefined
  // What a couple lacks is no matter of seats alone.
  const isPlain = read.couples.length === 0 && read.applicants.length <= mostForShortage
  const isAsked = isWhole && read.faults.length === 0 && isPlain
  const missing = isAsked ? findShortage(roundOf(read, 'shortage')) : null
  const isShort = missing !== null && (missing.nowhere.length > 0 || missing.bottlenecks.length > 0)
  return {
    lists: read.found,
    applicants: read.applicants.length,
    places: read.places.length,
    seats: seatsOf(read.places),
    faults: read.faults.slice(0, mostFaults),
    faultCount: read.faults.length,
    features: featuresOf(read),
    shortage: isShort ? shortageSaid(missing) : [],
  }
}

async function findMentorFaults(
  sources: Partial<Record<Side, ListSource>>,
): Promise<Findings | (Refusal & { side?: Side })> {
  const read = await readMentorLists(sources)
  if (isRefused(read)) return read
  const isWhole = read.found.applicants !== undefined && read.found.places !== undefined
  return {
    lists: read.found,
    applicants: read.students.length,
    places: read.mentors.length,
    seats: seatsOf(read.mentors),
    faults: read.faults.slice(0, mostFaults),
    faultCount: read.faults.length,
    features: mentorFeatures(read),
    shortage: isWhole ? mentorShortage(read) : [],
  }
}

function seatsOf(places: readonly { seats: number }[]): number {
  return places.reduce((sum, { seats }) => sum + (Number.isNaN(seats) ? 0 : seats), 0)
}

/** A frozen run: its inputs in the bytes that are hashed, and the names to its codes. */
export interface Frozen {
  inputs: Uint8Array
  names: Uint8Array
  sha256: string
}

/** Freezes the lists under a seed, with codes in the place of people's names; for `asideTask`. */
export async function freezeLists(input: {
  kind: RoundKind
  sources: Partial<Record<Side, ListSource>>
  method: RoundMethod
  seed: string
  codeKey: string
}): Promise<Frozen | { faults: number } | Refusal> {
  const { kind, method } = input
  if (isMentorMethod(method)) {
    return kind === 'mentors' ? freezeMentors(input, method) : refuse(422, m('method.other-kind'))
  }
  if (kind === 'mentors') return refuse(422, m('method.other-kind'))
  const read = await readLists(input.sources)
  if (isRefused(read)) return read
  if (read.faults.length > 0) return { faults: read.faults.length }
  const given = inputsFor(method, read, input.seed)
  if (isRefused(given)) return given
  const [fault] = methods.find(({ name }) => name === method)?.faults(given) ?? []
  if (fault) return refuse(422, fault)
  const code = codesOf(input.codeKey, given.applicants)
  return frozen(withCodes(given, code), {
    applicants: read.applicants.map(({ id, country }) => ({ name: id, country })),
    places: read.places.map(({ country, sector }) => ({ country, sector })),
  })
}

async function freezeMentors(
  { sources, codeKey }: { sources: Partial<Record<Side, ListSource>>; codeKey: string },
  method: MentorMethod,
): Promise<Frozen | { faults: number } | Refusal> {
  const read = await readMentorLists(sources)
  if (isRefused(read)) return read
  if (read.faults.length > 0) return { faults: read.faults.length }
  const given = mentorInputsFor(method, read)
  if (isRefused(given)) return given
  const [fault] = methods.find(({ name }) => name === method)!.faults(given)
  if (fault) return refuse(422, fault)
  // Somebody may stand in both lists.
  const mentorCode = codesOf(`${codeKey} mentor`, given.mentors)
  const coded = withMentorCodes(given, codesOf(codeKey, given.applicants), mentorCode)
  return frozen(coded, {
    applicants: read.students.map(({ id, country }) => ({ name: id, country })),
    places: read.mentors.map(({ id, country, fields }) => {
      return { name: id, country, sector: fields.join(', ') }
    }),
  })
}

function codesOf(key: string, people: readonly { id: string }[]): (name: string) => string {
  const codes = new Map(people.map(({ id }) => [id, applicantCode(key, id)]))
  if (new Set(codes.values()).size !== codes.size) throw new Error('Two people have one code.')
  return (name) => codes.get(name)!
}

function frozen(coded: object, names: RunNames): Frozen {
  const inputs = new TextEncoder().encode(canonicalJson(coded))
  return {
    inputs,
    names: new TextEncoder().encode(JSON.stringify(names)),
    sha256: createHash('sha256').update(inputs).digest('hex'),
  }
}

/** What a run gives, piece by piece: how far it is, then its rows, then its certificate; or why it is not proved. */
export type RunPiece =
  | { kind: 'stage'; stage: RunStage; share: number }
  | { kind: 'unproved'; why: string }
  | { kind: 'proved'; certificate: Uint8Array; summary: RunSummary }
  | { kind: 'places'; rows: PlaceRow[]; share: number }
  | { kind: 'placements'; rows: PlacementRow[]; share: number }

const rowsAtOnce = 1_000

/** Runs frozen inputs, has the result proved by the checker and gives its rows; for `asideStream`. */
export async function* runFrozen(input: {
  inputs: Uint8Array
  names: Uint8Array | null
  method: RoundMethod
}): AsyncGenerator<RunPiece> {
  yield { kind: 'stage', stage: 'reading', share: 5 }
  const inputs = JSON.parse(new TextDecoder().decode(input.inputs)) as Certified['inputs']
  const names = input.names && (JSON.parse(new TextDecoder().decode(input.names)) as RunNames)
  yield { kind: 'stage', stage: 'solving', share: 15 }
  const made = await runBy(input.method, inputs)
  yield { kind: 'stage', stage: 'checking', share: 45 }
  // The checker gets what an outsider gets: the written certificate, read again.
  const written = `${JSON.stringify(made)}\n`
  const opened = openCertificate(JSON.parse(written))
  const proof = opened?.verify()
  if (!opened || !proof?.proved) {
    yield { kind: 'unproved', why: proof && !proof.proved ? proof.why : 'shape' }
    return
  }
  const { placements, places, summary } = isMentorInputs(inputs)
    ? mentorRows(opened.run, names)
    : placeRows(opened.run, names)
  yield { kind: 'stage', stage: 'storing', share: 60 }
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    yield { kind: 'places', rows: places.slice(from, from + rowsAtOnce), share: 60 }
  }
  for (let from = 0; from < placements.length; from += rowsAtOnce) {
    const rows = placements.slice(from, from + rowsAtOnce)
    const share = 60 + Math.floor((40 * (from + rows.length)) / placements.length)
    yield { kind: 'placements', rows, share: Math.min(99, share) }
  }
  yield {
    kind: 'proved',
    certificate: new TextEncoder().encode(written),
    summary: { ...summary, says: proof.says },
  }
}

/** The rows and figures of a result that gives places. */
function placeRows(
  { inputs, result }: Certified,
  names: RunNames | null,
): { placements: PlacementRow[]; places: PlaceRow[]; summary: RunSummary } {
  const round = viewOf(inputs)
  const placed = placementsOf(round, result)
  const results = placeResults(round, placed)
  const places = round.places.map(({ id, seats }, number): PlaceRow => {
    const { filled, asked, firstChoices, cutoff, byLot } = results[number]!
    const { country = '', sector = '' } = names?.places[number] ?? {}
    const shared = { number, name: id, country, sector, seats, filled, asked }
    return { ...shared, first_choices: firstChoices, cutoff, by_lot: byLot }
  })
  const countries = (names?.applicants ?? []).map(({ country }) => country)
  const placements = placed.map((placement, number): PlacementRow => {
    const { id, choices } = round.applicants[number]!
    return {
      number,
      code: id,
      name: names?.applicants[number]?.name ?? null,
      country: countries[number] ?? '',
      place_number: placement?.place ?? null,
      choice: placement?.choice ?? null,
      choices: choices.length,
    }
  })
  return { placements, places, summary: summaryOf(placed, countries, places) }
}

/** A certificate that was checked: what it proves and what it says, without a name. */
export type Checked =
  | { shape: false }
  | {
      shape: true
      proved: boolean
      /** What was proved in sentences, or why nothing was. */
      says: Message[]
      /** Null of repairs and couples. */
      method: RoundMethod | null
      /** Null where nothing was drawn. */
      seed: string | null
      sha256: string
      summary: RunSummary | null
    }

/** Checks a certificate that anybody sent; for `asideTask`, because it is somebody else's. */
export async function checkCertificate({ bytes }: { bytes: Uint8Array }): Promise<Checked> {
  const opened = certificateOf(bytes)
  if (!opened) return { shape: false }
  const { proved, says } = opened.verify()
  const { inputs, inputsSha256 } = opened.run
  return {
    shape: true,
    proved,
    says,
    method: roundMethods.find((each) => each === opened.method) ?? null,
    seed: 'seed' in inputs && typeof inputs.seed === 'string' ? inputs.seed : null,
    sha256: inputsSha256,
    summary: proved ? figuresOf(opened.run) : null,
  }
}

/** The figures of a result; null of couples, who have places out of lists of their own. */
function figuresOf(run: Certified): RunSummary | null {
  const { inputs, result } = run
  if (isMentorInputs(inputs)) return mentorRows(run, null).summary
  const round = viewOf(inputs)
  if (round.places.length === 0) return null
  const placements = placementsOf(round, result)
  if (placements.some((each) => each?.choice === 0)) return null
  const results = placeResults(round, placements)
  const places = round.places.map(({ seats }, at) => ({
    seats,
    filled: results[at]!.filled,
    country: '',
    sector: '',
  }))
  return summaryOf(placements, [], places)
}

/** The certificate in bytes that anybody sent; null where there is none. */
export function certificateOf(bytes: Uint8Array): Opened | null {
  try {
    return openCertificate(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    // Not UTF-8, no JSON, or nested deeper than it can be read.
    return null
  }
}
