import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { RegistryLayout } from '../../rules/office/registry-layout.ts'
import '../../schema-office.ts'

/** A version of a registry's layout, with the facts that the rule table asks for. */
export interface LayoutRow {
  [fact: string]: unknown
  id: string
  version: number
  organisation_id: string
  organisationNames: LocalText
  name: string
  layout: RegistryLayout
  publishedAt: Date
  publishedBy: PersonName | null
  withdrawnAt: Date | null
}

function layoutRows(work: Work) {
  return work.read
    .selectFrom('posting_layouts')
    .innerJoin('organisations as o', 'o.id', 'posting_layouts.organisation_id')
    .leftJoin('persons as p', 'p.id', 'posting_layouts.published_by')
    .selectAll('posting_layouts')
    .select(['o.names as organisation_names', 'p.name as publisher'])
}

type Row = Awaited<ReturnType<ReturnType<typeof layoutRows>['execute']>>[number]

function asLayout(row: Row): LayoutRow {
  return {
    id: row.id,
    version: row.version,
    organisation_id: row.organisation_id,
    organisationNames: row.organisation_names,
    name: row.name,
    layout: row.definition as RegistryLayout,
    publishedAt: row.published_at,
    publishedBy: row.publisher,
    withdrawnAt: row.withdrawn_at,
  }
}

/** The latest version of every layout that the actor may use, by institution and name. */
export async function listLayouts(work: Work): Promise<LayoutRow[]> {
  const rows = await layoutRows(work)
    .distinctOn('posting_layouts.id')
    .where(work.scope('recognition.posting-layout.edit', 'posting_layouts'))
    .orderBy('posting_layouts.id')
    .orderBy('posting_layouts.version', 'desc')
    .execute()
  return rows.map(asLayout).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** One version of a layout, the latest unless said; null where there is none. */
export async function layoutById(
  work: Work,
  id: string,
  version?: number,
): Promise<LayoutRow | null> {
  if (!isUuid(id)) return null
  const row = await layoutRows(work)
    .where('posting_layouts.id', '=', id)
    .$if(version !== undefined, (query) => query.where('posting_layouts.version', '=', version!))
    .orderBy('posting_layouts.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? asLayout(row) : null
}

/** All versions of a layout, the newest first. */
export async function versionsOfLayout(work: Work, id: string): Promise<LayoutRow[]> {
  const rows = await layoutRows(work)
    .where('posting_layouts.id', '=', id)
    .orderBy('posting_layouts.version', 'desc')
    .execute()
  return rows.map(asLayout)
}

/** The layouts that an institution offers for new batches, by name. */
export async function layoutsFor(
  work: Work,
  organisationId: string,
): Promise<{ id: string; name: string }[]> {
  const rows = await work.read
    .selectFrom('posting_layouts')
    .distinctOn('id')
    .select(['id', 'name', 'withdrawn_at'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
  return rows
    .filter((row) => row.withdrawn_at === null)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
