import { type Expression, sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { type Message, restoreMessage } from '#kernel/messages'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { CatalogueReading, CatalogueSample } from '../formats/catalogue-reading.ts'
import type { CatalogueState } from '../schema.ts'

/** An import as the list shows it. */
export interface ListedCatalogue {
  id: string
  organisation_id: string
  organisationNames: LocalText
  fileName: string
  file_name: string
  file_id: string | null
  format: string
  state: CatalogueState
  rows_read: number
  rows_taken: number
  rows_wrong: number
  rows_expected: number | null
  failure: Message | null
  importedBy: PersonName | null
  createdAt: Date
  finishedAt: Date | null
  publishedAt: Date | null
}

/** One import whole, with the facts that the rule table asks for. */
export interface CatalogueRow extends ListedCatalogue {
  [fact: string]: unknown
  encoding: string | null
  mapping: CatalogueReading
  sample: CatalogueSample
}

function withNames(work: Work) {
  return work.read
    .selectFrom('catalogues')
    .innerJoin('organisations as o', 'o.id', 'catalogues.organisation_id')
    .leftJoin('persons as p', 'p.id', 'catalogues.imported_by')
    .select([
      'catalogues.id',
      'catalogues.organisation_id',
      'o.names as organisationNames',
      'catalogues.file_name as fileName',
      'catalogues.file_name',
      'catalogues.file_id',
      'catalogues.format',
      'catalogues.state',
      'catalogues.rows_read',
      'catalogues.rows_taken',
      'catalogues.rows_wrong',
      'catalogues.rows_expected',
      'catalogues.failure',
      'p.name as importedBy',
      'catalogues.created_at as createdAt',
      'catalogues.finished_at as finishedAt',
      'catalogues.published_at as publishedAt',
    ])
}

/** The imports that the actor may work on, the latest first; one query. */
export async function listCatalogues(
  work: Work,
  filter: { organisationId?: string; page: number; pageSize: number },
): Promise<{ catalogues: ListedCatalogue[]; total: number }> {
  let query = withNames(work)
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where(work.scope('recognition.catalogue.import', 'catalogues'))
    .where('catalogues.state', '<>', 'discarded')
  if (filter.organisationId) {
    query = query.where('catalogues.organisation_id', '=', filter.organisationId)
  }
  const rows = await query
    .orderBy('catalogues.created_at', 'desc')
    .orderBy('catalogues.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  return {
    total: Number(rows[0]?.total ?? 0),
    catalogues: rows.map(({ total: _total, ...row }) => ({
      ...row,
      failure: row.failure === null ? null : restoreMessage(row.failure),
    })),
  }
}

/** One import whole, or null; whether the actor may see it is the caller's question. */
export async function catalogueById(work: Work, id: string): Promise<CatalogueRow | null> {
  if (!isUuid(id)) return null
  const row = await withNames(work)
    .select(['catalogues.mapping', 'catalogues.sample', 'catalogues.encoding'])
    .where('catalogues.id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  return {
    ...row,
    mapping: row.mapping as CatalogueReading,
    sample: { rows: [], numbers: [], sheets: null, ...(row.sample as Partial<CatalogueSample>) },
    failure: row.failure === null ? null : restoreMessage(row.failure),
  }
}

/** An import's row, locked until the commit. */
export async function catalogueForUpdate(work: Work, id: string) {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('catalogues')
    .select(['id', 'organisation_id', 'state', 'mapping', 'file_id', 'file_name'])
    .where('id', '=', id)
    .modifyEnd(sql`for update`)
    .executeTakeFirst()
  return row ?? null
}

/** Locks all finished imports of an institution in one order, so that two publications go one after the other. */
export async function lockCataloguesOf(work: Work, organisationId: string): Promise<void> {
  await work.read
    .selectFrom('catalogues')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['ready', 'published', 'replaced'])
    .orderBy('id')
    .modifyEnd(sql`for update`)
    .execute()
}

/** What was wrong in a row of the file. */
export interface CatalogueProblem {
  rowNumber: number
  severity: 'error' | 'warning'
  field: string | null
  message: Message
  rowText: string
}

/** The remarks on an import in the order of its file; errors alone, or everything. */
export async function problemsOf(
  work: Work,
  catalogueId: string,
  filter: { errorsOnly?: boolean; page: number; pageSize: number },
): Promise<{ problems: CatalogueProblem[]; total: number }> {
  const only = (column: string): Expression<SqlBool> =>
    filter.errorsOnly ? sql<SqlBool>`${sql.ref(column)} = 'error'` : sql<SqlBool>`true`
  const rows = await work.read
    .selectFrom('catalogue_problems')
    .selectAll()
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where('catalogue_id', '=', catalogueId)
    .where(only('catalogue_problems.severity'))
    .orderBy('row_number')
    .orderBy('position')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  return {
    total: Number(rows[0]?.total ?? 0),
    problems: rows.map((row) => ({
      rowNumber: row.row_number,
      severity: row.severity,
      field: row.field,
      message: restoreMessage(row.message),
      rowText: row.row_text,
    })),
  }
}

/** The institutions for which the actor may do the action, for the choice on a form; one query. */
export async function organisationsFor(
  work: Work,
  may: (organisationId: string) => boolean,
): Promise<{ id: string; names: LocalText; country: string }[]> {
  const rows = await work.read
    .selectFrom('organisations')
    .select(['id', 'names', 'country'])
    .orderBy('id')
    .execute()
  return rows.filter((row) => may(row.id))
}
