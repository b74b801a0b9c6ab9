import { type Expression, sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { formerIds } from '#kernel/identity'
import { type Country, type DateOnly, isUuid, type LocalText } from '#kernel/values'
import type { FieldGroup, Purpose, TransferMethod } from '../consent-schema.ts'
import { countsTowardsLimits, type StandingClause } from '../rules/basis.ts'
import { type BasisKind, basisKinds } from '../transfer-schema.ts'

/** A line of the ledger, with both organisations. */
export interface TransferRow {
  id: string
  exporter_organisation_id: string
  exporter: LocalText
  recipient_organisation_id: string
  recipient: LocalText
  country_from: Country
  country_to: Country
  purpose: Purpose
  method: TransferMethod
  basis: BasisKind
  article: string
  contract: string | null
  reference: string | null
  field_groups: FieldGroup[]
  is_sensitive: boolean
  person_count: number
  destination: string
  at: Date
  year: number
}

/** What narrows the ledger; everything is optional. */
export interface TransferFilter {
  year: number | null
  exporter: string | null
  recipient: string | null
  basis: string | null
}

/** The lines that the actor may see, the latest first, and how many there are. */
export async function transfersFor(
  work: Work,
  filter: TransferFilter,
  range: { limit: number; offset: number },
): Promise<{ rows: TransferRow[]; total: number }> {
  const narrowed = narrowing(filter)
  const rows = await transferRows(work)
    .where(work.scope('privacy.transfer.list', 'transfers'))
    .where(narrowed)
    .orderBy('transfers.at', 'desc')
    .orderBy('transfers.id')
    .limit(range.limit)
    .offset(range.offset)
    .execute()
  const { total } = await work.read
    .selectFrom('transfers')
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .where(work.scope('privacy.transfer.list', 'transfers'))
    .where(narrowed)
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** The organisations by which the ledger can be narrowed, as far as the actor sees it. */
export async function transferChoices(
  work: Work,
): Promise<Record<'exporter' | 'recipient', { id: string; names: LocalText }[]>> {
  const of = (column: 'exporter_organisation_id' | 'recipient_organisation_id') =>
    work.read
      .selectFrom('transfers')
      .innerJoin('organisations as o', 'o.id', `transfers.${column}`)
      .select(['o.id', 'o.names'])
      .distinctOn('o.id')
      .where(work.scope('privacy.transfer.list', 'transfers'))
      .orderBy('o.id')
      .execute()
  return {
    exporter: await of('exporter_organisation_id'),
    recipient: await of('recipient_organisation_id'),
  }
}

/** Every transfer that a person's data was in, the latest first; under former numbers too. */
export async function transfersOf(work: Work, personId: string): Promise<TransferRow[]> {
  const ids = [personId, ...(await formerIds(work, personId))]
  return transferRows(work)
    .where(
      sql<SqlBool>`exists (select from transfer_persons p
        where p.transfer_id = transfers.id and p.person_id = any(${ids}::uuid[]))`,
    )
    .orderBy('transfers.at', 'desc')
    .orderBy('transfers.id')
    .execute()
}

/** How many persons an exporter's transfers abroad of a year count, of all kinds of data and of sensitive ones. */
export interface YearCount {
  exporter_organisation_id: string
  persons: number
  sensitive: number
}

const counted = basisKinds.filter(countsTowardsLimits)

/** The counts of the exporters that the actor may see, each person once. */
export async function yearCounts(
  work: Work,
  year: number,
): Promise<(YearCount & { exporter: LocalText; country: Country })[]> {
  const rows = await work.read
    .selectFrom('transfers')
    .innerJoin('transfer_persons as p', 'p.transfer_id', 'transfers.id')
    .innerJoin('organisations as x', 'x.id', 'transfers.exporter_organisation_id')
    .select(['transfers.exporter_organisation_id', 'x.names as exporter', 'x.country'])
    .select([personCount, sensitiveCount])
    .where(work.scope('privacy.transfer.list', 'transfers'))
    .where('transfers.year', '=', year)
    .where('transfers.basis', 'in', counted)
    .whereRef('transfers.country_from', '<>', 'transfers.country_to')
    .groupBy(['transfers.exporter_organisation_id', 'x.names', 'x.country'])
    .orderBy(sql`2`, 'desc')
    .orderBy('transfers.exporter_organisation_id')
    .execute()
  return rows.map((row) => ({
    ...row,
    persons: Number(row.persons),
    sensitive: Number(row.sensitive),
  }))
}

/** The counts of one exporter's year as they would be with further persons. */
export async function countWith(
  work: Work,
  exporterId: string,
  year: number,
  more: { personIds: readonly string[]; isSensitive: boolean },
): Promise<{ persons: number; sensitive: number }> {
  const ids = [...more.personIds]
  const { rows } = await sql<{ persons: bigint; sensitive: bigint }>`
    select count(distinct person_id) as persons,
      count(distinct person_id) filter (where is_sensitive) as sensitive
    from (
      select p.person_id, t.is_sensitive from transfers t
      join transfer_persons p on p.transfer_id = t.id
      where t.exporter_organisation_id = ${exporterId} and t.year = ${year}
        and t.basis = any(${[...counted]}::text[]) and t.country_from <> t.country_to
      union all
      select unnest(${ids}::uuid[]), ${more.isSensitive}::boolean
    ) as every`.execute(work.read)
  return { persons: Number(rows[0]!.persons), sensitive: Number(rows[0]!.sensitive) }
}

/** The documents between two organisations that stand on a day, the latest signed first. */
export async function standingClauses(
  work: Work,
  pair: { exporterOrganisationId: string; recipientOrganisationId: string },
  on: DateOnly,
): Promise<StandingClause[]> {
  return work.read
    .selectFrom('transfer_clauses')
    .select(['id', 'kind'])
    .where('exporter_organisation_id', '=', pair.exporterOrganisationId)
    .where('recipient_organisation_id', '=', pair.recipientOrganisationId)
    .where('ended_at', 'is', null)
    .where('signed_on', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', on)]))
    .orderBy('signed_on', 'desc')
    .execute()
}

const personCount = sql<bigint>`count(distinct p.person_id)`.as('persons')
const sensitiveCount =
  sql<bigint>`count(distinct p.person_id) filter (where transfers.is_sensitive)`.as('sensitive')

function narrowing(filter: TransferFilter): Expression<SqlBool> {
  const parts = [
    filter.year === null ? null : sql<SqlBool>`transfers.year = ${filter.year}`,
    filter.exporter !== null && isUuid(filter.exporter)
      ? sql<SqlBool>`transfers.exporter_organisation_id = ${filter.exporter}`
      : null,
    filter.recipient !== null && isUuid(filter.recipient)
      ? sql<SqlBool>`transfers.recipient_organisation_id = ${filter.recipient}`
      : null,
    filter.basis === null ? null : sql<SqlBool>`transfers.basis = ${filter.basis}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

function transferRows(work: Work) {
  return work.read
    .selectFrom('transfers')
    .innerJoin('organisations as x', 'x.id', 'transfers.exporter_organisation_id')
    .innerJoin('organisations as y', 'y.id', 'transfers.recipient_organisation_id')
    .leftJoin('transfer_clauses as c', 'c.id', 'transfers.clause_id')
    .select(['transfers.id', 'transfers.exporter_organisation_id', 'x.names as exporter'])
    .select(['transfers.recipient_organisation_id', 'y.names as recipient'])
    .select(['transfers.country_from', 'transfers.country_to', 'transfers.purpose'])
    .select(['transfers.method', 'transfers.basis', 'transfers.article', 'transfers.contract'])
    .select(['c.reference', 'transfers.field_groups', 'transfers.is_sensitive'])
    .select(['transfers.person_count', 'transfers.destination', 'transfers.at', 'transfers.year'])
}
