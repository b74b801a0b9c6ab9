import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { organisationNames } from '#modules/alliance'
import { type QuotaAround, quotasAround } from '#modules/agreements'
import { seatStates } from '../rules/states.ts'

/** A quota of the year with what is held of it, and who waits. */
export interface SeatsOfYear {
  key: string
  title: string
  agreementId: string
  conditionKey: string
  direction: 'out' | 'in' | 'both'
  /** The other side; of shared places all of them. */
  partners: { id: string; names: LocalText }[]
  /** Those of them who take students of the reader's institutions. */
  receiving: { id: string; names: LocalText }[]
  shared: boolean
  seats: number
  held: number
  waiting: number
}

/** The places of the reader's institutions in a year: three queries, however many. */
export async function seatsOfYear(
  work: Work,
  { own, year }: { own: readonly string[]; year: string },
): Promise<SeatsOfYear[]> {
  const quotas = await quotasAround(work, { organisationIds: own, year, kind: 'study' })
  const uses = await usesOf(work, quotas, year)
  const ids = quotas.flatMap(({ pairs }) => pairs.flatMap((pair) => [pair.sending, pair.receiving]))
  const names = await organisationNames(work, ids)
  return quotas.map((quota) => {
    const { agreementId, title, condition, seats, pairs } = quota
    const used = uses.filter(
      (use) =>
        use.agreementId === agreementId &&
        use.key === condition.key &&
        (condition.shared ||
          pairs.some(
            ({ sending, receiving }) => use.sending === sending && use.receiving === receiving,
          )),
    )
    const named = (ids: ReadonlySet<string>) =>
      [...ids].map((id) => ({ id, names: names.get(id) ?? {} }))
    const receiving = new Set(
      pairs.filter(({ sending }) => own.includes(sending)).map((pair) => pair.receiving),
    )
    const partners = new Set(
      pairs
        .flatMap(({ sending, receiving }) => [sending, receiving])
        .filter((id) => !own.includes(id)),
    )
    return {
      key: `${agreementId} ${condition.key} ${pairs[0]!.sending} ${pairs[0]!.receiving}`,
      title,
      agreementId,
      conditionKey: condition.key,
      direction: directionOf(quota, own),
      partners: named(partners),
      receiving: named(receiving),
      shared: condition.shared,
      seats,
      held: sum(used.map(({ held }) => held)),
      waiting: sum(used.map(({ waiting }) => waiting)),
    }
  })
}

function directionOf({ pairs }: QuotaAround, own: readonly string[]): SeatsOfYear['direction'] {
  const out = pairs.some(({ sending }) => own.includes(sending))
  const isIn = pairs.some(({ receiving }) => own.includes(receiving))
  return out && isIn ? 'both' : out ? 'out' : 'in'
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

async function usesOf(work: Work, quotas: readonly QuotaAround[], year: string) {
  if (quotas.length === 0) return []
  return work.read
    .selectFrom('mobilities')
    .select(['agreement_id as agreementId', 'condition_key as key'])
    .select(['sending_organisation_id as sending', 'receiving_organisation_id as receiving'])
    .select(
      sql<number>`(count(*) filter (where state in (${sql.join([...seatStates])})))::int`.as(
        'held',
      ),
    )
    .select(sql<number>`(count(*) filter (where state = 'waiting'))::int`.as('waiting'))
    .where('agreement_id', 'in', [...new Set(quotas.map(({ agreementId }) => agreementId))])
    .where('sending_year', '=', year)
    .groupBy(['agreement_id', 'condition_key', 'sending_organisation_id'])
    .groupBy('receiving_organisation_id')
    .execute()
}
