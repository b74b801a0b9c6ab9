import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '#kernel/chronicle'
import { isBestStable } from './checks/best-stable.ts'
import { checkStability, ranksAreTrue } from './checks/stability.ts'
import { deferredAcceptance } from './rules/deferred-acceptance.ts'
import { ranksAtPlaces } from './rules/ranks.ts'
import { marketOf, type Round, roundFaults } from './rules/round.ts'

const name = z.string().min(1).max(200)
const inputs = z.object({
  seed: z.string().min(1).max(200),
  applicants: z.array(z.object({ id: name, choices: z.array(name) })),
  places: z.array(
    z.object({
      id: name,
      seats: z.number().int(),
      ranking: z.array(z.array(name)).nullable(),
    }),
  ),
})

/** A frozen run: its inputs, its result and the hash that ties the two, so that anybody can prove it again. */
export const certificateSchema = z.object({
  kind: z.literal('weft.matching.run'),
  version: z.literal(1),
  algorithm: z.literal('applicant-proposing deferred acceptance'),
  inputs,
  /** SHA-256 over the canonical JSON (RFC 8785) of `inputs`. */
  inputsSha256: z.string(),
  /** For each applicant, in the order of the inputs, the place or null. */
  result: z.array(name.nullable()),
})

export type Certificate = z.infer<typeof certificateSchema>

/** Runs a sound round and freezes it. */
export function runRound(round: Round): Certificate {
  const market = marketOf(round)
  const positions = deferredAcceptance(market, ranksAtPlaces(market))
  const result = round.applicants.map(({ choices }, applicant) => {
    const position = positions[applicant]!
    return position < 0 ? null : choices[position]!
  })
  const frozen = inputs.parse(round)
  return {
    kind: 'weft.matching.run',
    version: 1,
    algorithm: 'applicant-proposing deferred acceptance',
    inputs: frozen,
    inputsSha256: hashOf(frozen),
    result,
  }
}

/** Why a certificate proves nothing, or how often both sides of a pair would rather have each other. */
export type Verification =
  | { proved: true; applicants: number; matched: number }
  | { proved: false; why: 'inputs' | 'hash' | 'result' | 'not-best' }
  | { proved: false; why: 'unstable'; blockingPairs: number }

/**
 * Proves a certificate from its own inputs: the hash, the seats, that only who asked and was ranked was
 * placed, that no applicant and place would rather have each other, and that no other such result gives anybody a
 * choice that they prefer. Uses nothing of the solver.
 */
export function verifyCertificate(certificate: Certificate): Verification {
  const { inputs: round, result } = certificate
  if (roundFaults(round).length > 0) return { proved: false, why: 'inputs' }
  if (hashOf(round) !== certificate.inputsSha256) return { proved: false, why: 'hash' }
  if (result.length !== round.applicants.length) return { proved: false, why: 'result' }
  const positions = Int32Array.from(round.applicants, ({ choices }, applicant) => {
    const place = result[applicant]!
    return place === null ? -1 : choices.indexOf(place)
  })
  const isChosen = result.every((place, applicant) => place === null || positions[applicant]! >= 0)
  const market = marketOf(round)
  const ranks = ranksAtPlaces(market)
  if (!isChosen || !ranksAreTrue(market, ranks)) return { proved: false, why: 'result' }
  const found = checkStability(market, ranks, positions, 0)
  if (found.overfull > 0 || found.unacceptable > 0) return { proved: false, why: 'result' }
  const { blockingPairs } = found
  if (blockingPairs > 0) return { proved: false, why: 'unstable', blockingPairs }
  if (!isBestStable(market, ranks, positions)) return { proved: false, why: 'not-best' }
  const matched = result.filter((place) => place !== null).length
  return { proved: true, applicants: result.length, matched }
}

/** SHA-256 over the canonical JSON (RFC 8785) of the inputs of a run. */
export function hashOf(inputs: unknown): string {
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex')
}
