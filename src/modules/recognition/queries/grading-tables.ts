import { type ExpressionBuilder, sql } from 'kysely'
import type { Reader, Tables, Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { GradingTable } from '../rules/grade-types.ts'
import type { HeldGradingTable } from '../rules/grading-table.ts'
import type { GradeScale } from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** A version of a grading table with the names that a page shows, and the facts that the rule table asks for. */
export interface GradingTableRecord {
  [fact: string]: unknown
  id: string
  version: number
  organisation_id: string
  enteredBy: LocalText
  countedNames: LocalText
  counted_organisation_id: string
  scale: GradeScale
  validFrom: DateOnly
  publishedAt: Date
  publishedBy: PersonName | null
  withdrawnAt: Date | null
  table: GradingTable
}

function withNames(work: Work) {
  return work.read
    .selectFrom('grading_tables as g')
    .innerJoin('organisations as o', 'o.id', 'g.organisation_id')
    .innerJoin('organisations as counted', 'counted.id', 'g.counted_organisation_id')
    .innerJoin('grade_scales as s', 's.id', 'g.grade_scale_id')
    .leftJoin('persons as p', 'p.id', 'g.published_by')
    .select([
      'g.id',
      'g.version',
      'g.organisation_id',
      'g.counted_organisation_id',
      'g.valid_from',
      'g.published_at',
      'g.withdrawn_at',
      'g.definition',
      'o.names as enteredBy',
      'counted.names as countedNames',
      's.definition as scale',
      'p.name as publishedBy',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

function read(row: Row): GradingTableRecord {
  return {
    id: row.id,
    version: row.version,
    organisation_id: row.organisation_id,
    enteredBy: row.enteredBy,
    countedNames: row.countedNames,
    counted_organisation_id: row.counted_organisation_id,
    scale: fromStored<GradeScale>(row.scale),
    validFrom: row.valid_from,
    publishedAt: row.published_at,
    publishedBy: row.publishedBy,
    withdrawnAt: row.withdrawn_at,
    table: fromStored<GradingTable>(row.definition),
  }
}

/** The latest version of every grading table; grading tables are made to be shown to partners. One query. */
export async function listGradingTables(work: Work): Promise<GradingTableRecord[]> {
  const rows = await withNames(work)
    .where(
      sql<boolean>`g.version = (select max(latest.version) from grading_tables as latest where latest.id = g.id)`,
    )
    .orderBy('g.counted_organisation_id')
    .orderBy('g.year_to', 'desc')
    .orderBy('g.id')
    .execute()
  return rows.map(read)
}

/** All versions of one table, the latest first; empty where there is none. */
export async function gradingTableVersions(work: Work, id: string): Promise<GradingTableRecord[]> {
  if (!isUuid(id)) return []
  const rows = await withNames(work).where('g.id', '=', id).orderBy('g.version', 'desc').execute()
  return rows.map(read)
}

/** All versions of some tables, for what was converted with them. */
export async function gradingTablesByIds(
  work: Work,
  ids: readonly string[],
): Promise<GradingTableRecord[]> {
  if (ids.length === 0) return []
  const rows = await withNames(work)
    .where('g.id', 'in', [...ids])
    .execute()
  return rows.map(read)
}

/**
 * The versions in force on a day that may serve a home institution's conversions: what an institution says of
 * its own grades, and what the home institution itself has entered of another's.
 */
export function gradingTablesInForce(
  read: Reader,
  facts: { home_organisation_id: string; host_organisation_id: string },
  day: DateOnly,
) {
  const { home_organisation_id: home, host_organisation_id: host } = facts
  return read
    .selectFrom('grading_tables as g')
    .select(['g.definition', 'g.organisation_id'])
    .where('g.counted_organisation_id', 'in', [home, host])
    .where((eb) =>
      eb.or([
        eb('g.organisation_id', '=', eb.ref('g.counted_organisation_id')),
        eb('g.organisation_id', '=', home),
      ]),
    )
    .where('g.valid_from', '<=', day)
    .where('g.withdrawn_at', 'is', null)
    .where((eb) => eb('g.version', '=', latestInForce(eb, day)))
}

/** A table in force as the rules choose among them. */
export function readHeld(row: { definition: unknown; organisation_id: string }): HeldGradingTable {
  return { table: fromStored<GradingTable>(row.definition), enteredBy: row.organisation_id }
}

function latestInForce(
  eb: ExpressionBuilder<{ g: Tables['grading_tables'] } & Tables, 'g'>,
  day: DateOnly,
) {
  return eb
    .selectFrom('grading_tables as later')
    .select((of) => of.fn.max('later.version').as('version'))
    .whereRef('later.id', '=', 'g.id')
    .where('later.valid_from', '<=', day)
}

/** A draft with names and its scale. */
export type GradingDraftRecord = NonNullable<Awaited<ReturnType<typeof gradingDraftById>>>

/** One draft of a grading table; null where there is none. */
export async function gradingDraftById(work: Work, id: string) {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('grading_table_drafts as d')
    .innerJoin('organisations as counted', 'counted.id', 'd.counted_organisation_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .innerJoin('grade_scales as s', 's.id', 'd.grade_scale_id')
    .innerJoin('files as f', 'f.id', 'd.file_id')
    .selectAll('d')
    .select([
      'counted.names as countedNames',
      'o.names as enteredBy',
      's.definition as scaleDefinition',
    ])
    .select(['f.sha256'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const { scaleDefinition, ...rest } = row
  return { ...rest, scale: fromStored<GradeScale>(scaleDefinition) }
}

/** The drafts of some institutions, the latest first; one query. */
export async function listGradingDrafts(work: Work, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return work.read
    .selectFrom('grading_table_drafts as d')
    .innerJoin('organisations as counted', 'counted.id', 'd.counted_organisation_id')
    .select(['d.id', 'd.file_name', 'd.created_at', 'counted.names as countedNames'])
    .where('d.organisation_id', 'in', [...organisationIds])
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id')
    .execute()
}
