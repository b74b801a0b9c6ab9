import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { AgreementText, Condition } from '../rules/conditions.ts'
import { answersQuestion, isEndedBefore, type QuotaQuestion } from '../rules/quotas.ts'

/** The seats that one condition of an agreement in force gives to a pair of partners in a year. */
export interface Quota {
  agreementId: string
  /** The asking partner's own number of the agreement; empty where it has none. */
  code: string
  title: string
  condition: Condition
  /** The most people in the year; of all pairs together where the condition is shared. */
  seats: number
  /** How many of them are used: by this pair, or by all pairs where they are shared. */
  used: number
}

/**
 * The quotas of a pair of partners in an academic year, with what is used of them. Each partner's own copy counts for it:
 * the sending one's, or the receiving one's where the sending one has none in force. Asked by whoever places people;
 * whether the reader may know them is the asker's to say.
 */
export async function quotasOf(work: Work, question: QuotaQuestion): Promise<Quota[]> {
  const { sending, receiving, year } = question
  const rows = await agreedCopies(work, [sending, receiving])
  const uses = await usesOf(
    work,
    rows.map(({ agreementId }) => agreementId),
    year,
  )
  const quotas: Quota[] = []
  for (const agreementId of new Set(rows.map((row) => row.agreementId))) {
    const copies = rows.filter((row) => row.agreementId === agreementId)
    const own = copyOf(copies, question)
    if (!own || isEndedBefore(year, own.lastYear)) continue
    for (const condition of own.text.conditions) {
      if (!answersQuestion(condition, own.partnerIds, question)) continue
      const used = uses
        .filter((use) => use.agreementId === agreementId && use.kind === condition.kind)
        .filter(
          (use) => condition.shared || (use.sending === sending && use.receiving === receiving),
        )
        .reduce((sum, use) => sum + use.used, 0)
      const { code, title } = own
      quotas.push({ agreementId, code, title, condition, seats: condition.seats, used })
    }
  }
  return quotas
}

/** Whose copy says what places a pair has: the sending partner's, or the receiving one's where it has none in force. */
export function copyOf(
  copies: readonly AgreedCopy[],
  { sending, receiving }: Pick<QuotaQuestion, 'sending' | 'receiving'>,
): AgreedCopy | undefined {
  return (
    copies.find(({ organisationId }) => organisationId === sending) ??
    copies.find(({ organisationId }) => organisationId === receiving)
  )
}

/** What an institution's copy of an agreement in force says. */
export interface AgreedCopy {
  agreementId: string
  organisationId: string
  code: string
  title: string
  lastYear: string | null
  text: AgreementText
  partnerIds: string[]
}

/** The agreed copies of the given partners; one query. */
export function agreedCopies(
  work: Work,
  organisationIds: readonly string[],
): Promise<AgreedCopy[]> {
  return allAgreedCopies(work)
    .where('c.organisation_id', 'in', [...organisationIds])
    .execute()
}

/** The agreed copies of all partners of the agreements that the given ones have agreed to; one query. */
export function agreedCopiesAround(
  work: Work,
  organisationIds: readonly string[],
): Promise<AgreedCopy[]> {
  return allAgreedCopies(work)
    .where('a.id', 'in', (eb) =>
      eb
        .selectFrom('agreement_copies as x')
        .select('x.agreement_id')
        .where('x.organisation_id', 'in', [...organisationIds])
        .where('x.agreed_version_id', 'is not', null),
    )
    .execute()
}

function allAgreedCopies(work: Work) {
  return work.read
    .selectFrom('agreement_copies as c')
    .innerJoin('agreements as a', 'a.id', 'c.agreement_id')
    .innerJoin('agreement_versions as v', 'v.id', 'c.agreed_version_id')
    .select(['a.id as agreementId', 'c.organisation_id as organisationId', 'c.code', 'a.title'])
    .select(['a.last_year as lastYear', 'v.text', partnerIdsOf().as('partnerIds')])
    .where('a.state', 'in', ['in-force', 'changing', 'terminated'])
    .orderBy('a.concluded_at')
    .orderBy('a.id')
    .orderBy('c.position')
}

/** The partners of a copy's agreement, in their order. */
function partnerIdsOf() {
  return sql<string[]>`array(select x.organisation_id::text from agreement_copies x
    where x.agreement_id = c.agreement_id order by x.position)`
}

/** What is on record as used in a year of some agreements; one query. */
export async function usesOf(
  work: Work,
  agreementIds: readonly string[],
  year: string | null,
): Promise<
  {
    agreementId: string
    kind: Condition['kind']
    sending: string
    receiving: string
    year: string
    used: number
  }[]
> {
  if (agreementIds.length === 0) return []
  return work.read
    .selectFrom('agreement_uses')
    .select(['agreement_id as agreementId', 'kind', 'academic_year as year', 'used'])
    .select(['sending_organisation_id as sending', 'receiving_organisation_id as receiving'])
    .where('agreement_id', 'in', [...new Set(agreementIds)])
    .$if(year !== null, (query) => query.where('academic_year', '=', year!))
    .execute()
}
