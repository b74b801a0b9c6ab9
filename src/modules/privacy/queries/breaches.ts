import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { PrivacyBreachDutiesTable, PrivacyBreachesTable } from '../breach-schema.ts'

/** Somebody to be told, in a breach's page. */
export type DutyRow = Omit<PrivacyBreachDutiesTable, 'reference'> & { reference: string }

/** A breach with its organisation; its columns are the facts that the rules look at. */
export interface BreachRow extends Omit<PrivacyBreachesTable, 'outcome'> {
  [fact: string]: unknown
  outcome: string
  organisation: LocalText
  time_zone: string
  entered_name: PersonName | null
}

/** A breach with those who are to be told of it. */
export interface BreachWithDuties {
  breach: BreachRow
  duties: DutyRow[]
}

function breachRows(work: Work) {
  return work.read
    .selectFrom('privacy_breaches')
    .innerJoin('organisations as o', 'o.id', 'privacy_breaches.organisation_id')
    .leftJoin('persons as p', 'p.id', 'privacy_breaches.entered_by')
    .selectAll('privacy_breaches')
    .select(['o.names as organisation', 'o.time_zone', 'p.name as entered_name'])
}

/** One breach, or null; `lock` keeps two from closing it at once. */
export async function breachById(work: Work, id: string, lock?: 'lock'): Promise<BreachRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('privacy_breaches')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  return (await breachRows(work).where('privacy_breaches.id', '=', id).executeTakeFirst()) ?? null
}

/** The breaches of the reader's organisations, open ones first, then the latest; two queries, however many. */
export async function breachesFor(
  work: Work,
  range: { limit: number; offset: number },
): Promise<{ rows: BreachWithDuties[]; total: number }> {
  const rows = await breachRows(work)
    .select((eb) => eb.fn.countAll<bigint>().over().as('total'))
    .where(work.scope('privacy.breach.keep', 'privacy_breaches'))
    .orderBy('privacy_breaches.closed_at', (order) => order.desc().nullsFirst())
    .orderBy('privacy_breaches.known_at', 'desc')
    .orderBy('privacy_breaches.id')
    .limit(range.limit)
    .offset(range.offset)
    .execute()
  const duties = await dutiesOfBreaches(
    work,
    rows.map(({ id }) => id),
  )
  return {
    rows: rows.map(({ total: _total, ...breach }) => ({
      breach,
      duties: duties.filter(({ breach_id: id }) => id === breach.id),
    })),
    total: Number(rows[0]?.total ?? 0n),
  }
}

/** Whom laws ask to be told of some breaches, the soonest first. */
export function dutiesOfBreaches(work: Work, ids: readonly string[]): Promise<DutyRow[]> {
  return work.read
    .selectFrom('privacy_breach_duties')
    .selectAll()
    .where('breach_id', 'in', ids.length === 0 ? [null as never] : [...ids])
    .orderBy('due_at')
    .orderBy('law')
    .orderBy('addressee')
    .execute()
}

/** What some breaches are called, by their ids; one query. */
export function breachTitles(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return work.read
    .selectFrom('privacy_breaches')
    .select(['id', 'title'])
    .where('id', 'in', ids.length === 0 ? [null as never] : [...ids])
    .execute()
}
