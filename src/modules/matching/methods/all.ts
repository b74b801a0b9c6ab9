import { coupledMentors } from './coupled-mentors.ts'
import { couples } from './couples.ts'
import type { Method, Opened } from './method.ts'
import { fair, rankMaximal } from './one-sided.ts'
import { repair } from './repair.ts'
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
  coupledMentors,
  couples,
]

/** Opens the certificate of any of these methods; null where the value is none. */
export function openRun(value: unknown): Opened | null {
  for (const each of [...methods, repair]) {
    const opened = each.open(value)
    if (opened) return opened
  }
  return null
}
