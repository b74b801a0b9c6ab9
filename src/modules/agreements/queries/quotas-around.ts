import type { Work } from '#kernel/database'
import type { AcademicYearId } from '#kernel/values'
import { type Condition, type ConditionKind, pairsOf } from '../rules/conditions.ts'
import { isInForce } from '../rules/quotas.ts'
import { agreedCopies } from './quotas.ts'

/** The places that a condition in force gives in a year, for one pair of partners or shared by several. */
export interface QuotaAround {
  agreementId: string
  title: string
  condition: Condition
  seats: number
  /** The pairs that may use them: one, unless the places are shared. */
  pairs: { sending: string; receiving: string }[]
}

/**
 * All places of a year of which some institutions are a side, out or in, by their own copies in force; one query. Whether
 * the reader may know them is the asker's to say.
 */
export async function quotasAround(
  work: Work,
  {
    organisationIds,
    year,
    kind,
  }: {
    organisationIds: readonly string[]
    year: AcademicYearId
    kind: ConditionKind
  },
): Promise<QuotaAround[]> {
  if (organisationIds.length === 0) return []
  const quotas = new Map<string, QuotaAround>()
  for (const copy of await agreedCopies(work, organisationIds)) {
    if (copy.lastYear !== null && year > copy.lastYear) continue
    for (const condition of copy.text.conditions) {
      if (condition.kind !== kind || !isInForce(condition, year)) continue
      const pairs = pairsOf(condition, copy.partnerIds).filter(
        ({ sending, receiving }) =>
          organisationIds.includes(sending) || organisationIds.includes(receiving),
      )
      const { agreementId, title } = copy
      const shown = condition.shared ? [pairs] : pairs.map((pair) => [pair])
      for (const each of shown) {
        if (each.length === 0) continue
        const key = JSON.stringify([agreementId, condition.key, each])
        quotas.set(key, { agreementId, title, condition, seats: condition.seats, pairs: each })
      }
    }
  }
  return [...quotas.values()]
}
