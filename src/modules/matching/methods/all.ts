import { runRound } from '../certificate.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import type { Round } from '../rules/round.ts'
import { coupledMentors } from './coupled-mentors.ts'
import { couples } from './couples.ts'
import { openPlain } from './lottery.ts'
import type { Certified, Method, Opened } from './method.ts'
import { oneMentor } from './one-mentor.ts'
import { fair, rankMaximal } from './one-sided.ts'
import { repairFor, repairs } from './repairs.ts'
import { reserves } from './reserves.ts'
import { sharedQuotas } from './shared-quotas.ts'
import { tiesKept } from './ties-kept.ts'

/** Every method beside applicant-proposing deferred acceptance, which stands in `certificate.ts`. */
export const methods: readonly Method[] = [
  tiesKept,
  reserves,
  sharedQuotas,
  rankMaximal,
  fair,
  oneMentor,
  coupledMentors,
  couples,
]

/** Opens the certificate of any of these methods; null where the value is none. */
export function openRun(value: unknown): Opened | null {
  for (const each of [...methods, ...repairs]) {
    const opened = each.open(value)
    if (opened) return opened
  }
  return null
}

/** Opens the certificate of any run, also of a plain round; null where the value is none. */
export function openCertificate(value: unknown): Opened | null {
  return openRun(value) ?? openPlain(value)
}

/** Runs sound inputs of a stored round by its method and gives the certificate. */
export async function runBy(method: RoundMethod, inputs: Certified['inputs']): Promise<object> {
  const repairing = repairFor(inputs)
  if (repairing) return repairing.run(inputs)
  if (method === 'lottery') return runRound(inputs as unknown as Round)
  return methods.find(({ name }) => name === method)!.runBest(inputs)
}
