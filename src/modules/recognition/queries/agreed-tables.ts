import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { AgreedTable, GradeScale } from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** What is stored of an agreed table: its name and the rule that a rule set takes over. */
export interface AgreedTableDefinition {
  name: LocalText
  rule: AgreedTable
}

/** A version of an agreed table with the names that a page shows, and the facts that the rule table asks for. */
export interface AgreedTableRecord extends AgreedTableDefinition {
  [fact: string]: unknown
  id: string
  version: number
  organisation_id: string
  organisationNames: LocalText
  hostScale: GradeScale
  homeScale: GradeScale
  publishedAt: Date
  publishedBy: PersonName | null
  withdrawnAt: Date | null
}

function withNames(work: Work) {
  return work.read
    .selectFrom('agreed_grade_tables as a')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .innerJoin('grade_scales as host', 'host.id', 'a.host_scale_id')
    .innerJoin('grade_scales as home', 'home.id', 'a.home_scale_id')
    .leftJoin('persons as p', 'p.id', 'a.published_by')
    .select([
      'a.id',
      'a.version',
      'a.organisation_id',
      'a.definition',
      'a.published_at',
      'a.withdrawn_at',
      'o.names as organisationNames',
      'host.definition as hostScale',
      'home.definition as homeScale',
      'p.name as publishedBy',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>

function read(row: Row): AgreedTableRecord {
  return {
    ...fromStored<AgreedTableDefinition>(row.definition),
    id: row.id,
    version: row.version,
    organisation_id: row.organisation_id,
    organisationNames: row.organisationNames,
    hostScale: fromStored<GradeScale>(row.hostScale),
    homeScale: fromStored<GradeScale>(row.homeScale),
    publishedAt: row.published_at,
    publishedBy: row.publishedBy,
    withdrawnAt: row.withdrawn_at,
  }
}

/** The latest version of every agreed table of some institutions, or of all; one query. */
export async function listAgreedTables(
  work: Work,
  organisationIds?: readonly string[],
): Promise<AgreedTableRecord[]> {
  if (organisationIds?.length === 0) return []
  let query = withNames(work).where(
    sql<boolean>`a.version = (select max(latest.version) from agreed_grade_tables as latest where latest.id = a.id)`,
  )
  if (organisationIds) query = query.where('a.organisation_id', 'in', [...organisationIds])
  const rows = await query.orderBy('a.organisation_id').orderBy('a.id').execute()
  return rows.map(read)
}

/** All versions of one agreed table, the latest first; empty where there is none. */
export async function agreedTableVersions(work: Work, id: string): Promise<AgreedTableRecord[]> {
  if (!isUuid(id)) return []
  const rows = await withNames(work).where('a.id', '=', id).orderBy('a.version', 'desc').execute()
  return rows.map(read)
}
