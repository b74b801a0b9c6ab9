import type { Work } from '#kernel/database'
import { type Country, type DateOnly, isUuid, type LocalText } from '#kernel/values'
import type { ClauseKind } from '../transfer-schema.ts'

/** A document between two organisations; its columns are the facts that the rules look at. */
export interface ClauseRow {
  [fact: string]: unknown
  id: string
  exporter_organisation_id: string
  exporter: LocalText
  exporter_country: Country
  exporter_time_zone: string
  recipient_organisation_id: string
  recipient: LocalText
  recipient_country: Country
  kind: ClauseKind
  signed_on: DateOnly
  valid_until: DateOnly | null
  reference: string
  file_id: string | null
  file_name: string | null
  ended_at: Date | null
}

/** The documents that the actor keeps: those that stand first, by the day on which they end. */
export async function clausesFor(
  work: Work,
  range: { limit: number; offset: number },
): Promise<{ rows: ClauseRow[]; total: number }> {
  const rows = await clauseRows(work)
    .where(work.scope('privacy.clause.keep', 'transfer_clauses'))
    .orderBy('transfer_clauses.ended_at', (order) => order.desc().nullsFirst())
    .orderBy('transfer_clauses.valid_until', (order) => order.asc().nullsLast())
    .orderBy('transfer_clauses.id')
    .limit(range.limit)
    .offset(range.offset)
    .execute()
  const { total } = await work.read
    .selectFrom('transfer_clauses')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(work.scope('privacy.clause.keep', 'transfer_clauses'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** One document, or null. */
export async function clauseById(work: Work, id: string): Promise<ClauseRow | null> {
  if (!isUuid(id)) return null
  return (await clauseRows(work).where('transfer_clauses.id', '=', id).executeTakeFirst()) ?? null
}

/** Documents that end by a day and of whose end nobody has been told. */
export async function clausesEnding(work: Work, by: DateOnly): Promise<ClauseRow[]> {
  return clauseRows(work)
    .where('transfer_clauses.valid_until', '<=', by)
    .where('transfer_clauses.ended_at', 'is', null)
    .where('transfer_clauses.reminded_at', 'is', null)
    .orderBy('transfer_clauses.id')
    .execute()
}

/** With whom some documents are; one query. */
export async function recipientsOfClauses(
  work: Work,
  ids: readonly string[],
): Promise<{ id: string; names: LocalText }[]> {
  if (ids.length === 0) return []
  return work.read
    .selectFrom('transfer_clauses as c')
    .innerJoin('organisations as o', 'o.id', 'c.recipient_organisation_id')
    .select(['c.id', 'o.names'])
    .where('c.id', 'in', [...ids])
    .execute()
}

function clauseRows(work: Work) {
  return work.read
    .selectFrom('transfer_clauses')
    .innerJoin('organisations as x', 'x.id', 'transfer_clauses.exporter_organisation_id')
    .innerJoin('organisations as y', 'y.id', 'transfer_clauses.recipient_organisation_id')
    .leftJoin('files as f', 'f.id', 'transfer_clauses.file_id')
    .select(['transfer_clauses.id', 'transfer_clauses.exporter_organisation_id'])
    .select(['x.names as exporter', 'x.country as exporter_country'])
    .select(['x.time_zone as exporter_time_zone', 'transfer_clauses.recipient_organisation_id'])
    .select(['y.names as recipient', 'y.country as recipient_country'])
    .select(['transfer_clauses.kind', 'transfer_clauses.signed_on'])
    .select(['transfer_clauses.valid_until', 'transfer_clauses.reference'])
    .select(['transfer_clauses.file_id', 'f.name as file_name', 'transfer_clauses.ended_at'])
}
