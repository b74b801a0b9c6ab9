import { type Certificate, runRound, verifyCertificate } from '../certificate.ts'
import { type Round, roundFaults } from '../rules/round.ts'

/** A plain round as another module has it run: the certificate, and whether the checker has proved it. */
export interface PlainRun {
  certificate: Certificate
  proved: boolean
}

/** Runs a plain round and proves the result, or gives back null where the inputs are faulty; for `asideTask`. */
export async function runPlain(round: Round): Promise<PlainRun | null> {
  if (roundFaults(round).length > 0) return null
  const certificate = runRound(round)
  return { certificate, proved: verifyCertificate(certificate).proved }
}
