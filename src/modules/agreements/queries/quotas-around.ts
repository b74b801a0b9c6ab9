import type { Work } from '#kernel/database'
import type { AcademicYearId } from '#kernel/values'
import { type Condition, type ConditionKind, pairsOf } from '../rules/conditions.ts'
import { isEndedBefore, isInForce } from '../rules/quotas.ts'
import { type AgreedCopy, agreedCopiesAround, copyOf } from './quotas.ts'

/** The places that a condition in force gives in a year, for one pair of partners or shared by several. */
export interface QuotaAround {
  agreementId: string
  title: string
  condition: Condition
  seats: number
  /** The pairs that may use them: one, unless the places are shared. */
  pairs: { sending: string; receiving: string }[]
}

type Pair = QuotaAround['pairs'][number]

/**
 * All places of a year of which some institutions are a side, out or in, by the agreements that they are partners of; one
 * query. Each pair's places are read from the copy that `quotasOf` asks, and a pool from one copy, so that what all have
 * agreed counts once. Whether the reader may know them is the asker's to say.
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
  const rows = await agreedCopiesAround(work, organisationIds)
  const running = rows.filter(({ lastYear }) => !isEndedBefore(year, lastYear))
  const isAround = ({ sending, receiving }: Pair) =>
    organisationIds.includes(sending) || organisationIds.includes(receiving)
  const quotas: QuotaAround[] = []
  for (const copies of byAgreement(running)) {
    const ofPools = copies.find((copy) => organisationIds.includes(copy.organisationId))
    for (const copy of copies) {
      const { agreementId, title } = copy
      for (const condition of copy.text.conditions) {
        if (condition.kind !== kind || !isInForce(condition, year)) continue
        const pairs = pairsOf(condition, copy.partnerIds).filter(isAround)
        const { seats, shared } = condition
        const counted = shared
          ? [copy === ofPools ? pairs : []]
          : pairs.filter((pair) => copyOf(copies, pair) === copy).map((pair) => [pair])
        for (const each of counted) {
          if (each.length > 0) quotas.push({ agreementId, title, condition, seats, pairs: each })
        }
      }
    }
  }
  return quotas
}

function byAgreement(copies: readonly AgreedCopy[]): AgreedCopy[][] {
  return [...Map.groupBy(copies, ({ agreementId }) => agreementId).values()]
}
