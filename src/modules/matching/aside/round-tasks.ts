import { createHash } from 'node:crypto'
import { isRefused, type Refusal } from '#kernel/database'
import { canonicalJson } from '#kernel/chronicle'
import {
  type Certificate,
  certificateSchema,
  runRound,
  type Verification,
  verifyCertificate,
} from '../certificate.ts'
import { type ListFound, type ListSource, readLists, roundOf } from '../formats/round-check.ts'
import type { ListFault } from '../formats/round-lists.ts'
import { placementsOf, placeResults, type RunSummary, summaryOf } from '../rules/summary.ts'
import type { RunStage, Side } from '../rules/sides.ts'
import { applicantCode } from './codes.ts'

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
}

/** Reads the lists that there are and says what is wrong; for `asideTask`. */
export async function findFaults(
  sources: Partial<Record<Side, ListSource>>,
): Promise<Findings | (Refusal & { side?: Side })> {
  const read = await readLists(sources)
  if (isRefused(read)) return read
  return {
    lists: read.found,
    applicants: read.applicants.length,
    places: read.places.length,
    seats: read.places.reduce((sum, { seats }) => sum + (Number.isNaN(seats) ? 0 : seats), 0),
    faults: read.faults.slice(0, mostFaults),
    faultCount: read.faults.length,
  }
}

/** What stands beside the codes of a frozen run, in the order of its inputs. */
export interface RunNames {
  applicants: { name: string; country: string }[]
  places: { country: string; sector: string }[]
}

/** A frozen run: its inputs in the bytes that are hashed, and the names to its codes. */
export interface Frozen {
  inputs: Uint8Array
  names: Uint8Array
  sha256: string
}

/** Freezes both lists under a seed, with codes in the place of the applicants' names; for `asideTask`. */
export async function freezeLists(input: {
  sources: Record<Side, ListSource>
  seed: string
  codeKey: string
}): Promise<Frozen | { faults: number } | Refusal> {
  const read = await readLists(input.sources)
  if (isRefused(read)) return read
  if (read.faults.length > 0) return { faults: read.faults.length }
  const round = roundOf(read, input.seed)
  const codes = new Map(round.applicants.map(({ id }) => [id, applicantCode(input.codeKey, id)]))
  if (new Set(codes.values()).size !== codes.size) throw new Error('Two applicants have one code.')
  const coded = {
    seed: round.seed,
    applicants: round.applicants.map(({ id, choices }) => ({ id: codes.get(id)!, choices })),
    places: round.places.map((place) => ({
      ...place,
      ranking: place.ranking && place.ranking.map((group) => group.map((id) => codes.get(id)!)),
    })),
  }
  const names: RunNames = {
    applicants: read.applicants.map(({ id, country }) => ({ name: id, country })),
    places: read.places.map(({ country, sector }) => ({ country, sector })),
  }
  const inputs = new TextEncoder().encode(canonicalJson(coded))
  return {
    inputs,
    names: new TextEncoder().encode(JSON.stringify(names)),
    sha256: createHash('sha256').update(inputs).digest('hex'),
  }
}

/** An applicant's row of a result. */
export interface PlacementRow {
  number: number
  code: string
  name: string | null
  country: string
  place_number: number | null
  choice: number | null
  choices: number
}

/** A place's row of a result. */
export interface PlaceRow {
  number: number
  name: string
  country: string
  sector: string
  seats: number
  filled: number
  asked: number
  first_choices: number
  cutoff: number | null
  by_lot: boolean
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
}): AsyncGenerator<RunPiece> {
  yield { kind: 'stage', stage: 'reading', share: 5 }
  const round = JSON.parse(new TextDecoder().decode(input.inputs)) as Certificate['inputs']
  const names = input.names && (JSON.parse(new TextDecoder().decode(input.names)) as RunNames)
  yield { kind: 'stage', stage: 'solving', share: 15 }
  const made = runRound(round)
  yield { kind: 'stage', stage: 'checking', share: 45 }
  // The checker gets what an outsider gets: the written certificate, read again.
  const written = `${JSON.stringify(made)}\n`
  const certificate = certificateSchema.parse(JSON.parse(written))
  const proof = verifyCertificate(certificate)
  if (!proof.proved) {
    yield { kind: 'unproved', why: proof.why }
    return
  }
  const placements = placementsOf(round, certificate.result)
  const results = placeResults(round, placements)
  const places = round.places.map(({ id, seats }, number): PlaceRow => {
    const { filled, asked, firstChoices, cutoff, byLot } = results[number]!
    const { country = '', sector = '' } = names?.places[number] ?? {}
    const shared = { number, name: id, country, sector, seats, filled, asked }
    return { ...shared, first_choices: firstChoices, cutoff, by_lot: byLot }
  })
  const countries = (names?.applicants ?? []).map(({ country }) => country)
  yield { kind: 'stage', stage: 'storing', share: 60 }
  for (let from = 0; from < places.length; from += rowsAtOnce) {
    yield { kind: 'places', rows: places.slice(from, from + rowsAtOnce), share: 60 }
  }
  for (let from = 0; from < placements.length; from += rowsAtOnce) {
    const rows = placements.slice(from, from + rowsAtOnce).map((placement, at): PlacementRow => {
      const number = from + at
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
    const share = 60 + Math.floor((40 * (from + rows.length)) / placements.length)
    yield { kind: 'placements', rows, share: Math.min(99, share) }
  }
  yield {
    kind: 'proved',
    certificate: new TextEncoder().encode(written),
    summary: summaryOf(placements, countries, places),
  }
}

/** A certificate that was checked: what it proves and what it says, without a name. */
export type Checked =
  | { shape: false }
  | {
      shape: true
      verification: Verification
      seed: string
      sha256: string
      summary: RunSummary | null
    }

/** Checks a certificate that anybody sent; for `asideTask`, because it is somebody else's. */
export async function checkCertificate({ bytes }: { bytes: Uint8Array }): Promise<Checked> {
  const certificate = certificateOf(bytes)
  if (!certificate) return { shape: false }
  const verification = verifyCertificate(certificate)
  const { inputs, inputsSha256, result } = certificate
  const placements = verification.proved ? placementsOf(inputs, result) : null
  const results = placements && placeResults(inputs, placements)
  return {
    shape: true,
    verification,
    seed: inputs.seed,
    sha256: inputsSha256,
    summary:
      placements &&
      summaryOf(
        placements,
        [],
        inputs.places.map(({ seats }, at) => ({
          seats,
          filled: results![at]!.filled,
          country: '',
          sector: '',
        })),
      ),
  }
}

/** The certificate in bytes that anybody sent; null where there is none. */
export function certificateOf(bytes: Uint8Array): Certificate | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const read = certificateSchema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    // Not UTF-8, no JSON, or nested deeper than it can be read.
    return null
  }
}
