import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { CreditScheme, GradeCorrespondence, GradeScale } from '../rules/types.ts'
import { fromStored } from '../stored.ts'

/** A scheme or scale with the names of the institution whose own it is; null where it is shared. */
export interface Owned<Definition> {
  [fact: string]: unknown
  id: string
  organisation_id: string | null
  ownerNames: LocalText | null
  definition: Definition
}
export type SchemeRow = Owned<CreditScheme>
export type ScaleRow = Owned<GradeScale>

/** The credit scheme and grade scale of an institution for some intakes. */
export interface SchemeUse {
  organisation_id: string
  organisationNames: LocalText
  schemeId: string
  schemeName: LocalText
  scaleId: string
  scaleName: LocalText
  intakeFrom: number
  intakeTo: number | null
}

/** Both tables have these columns. */
function owned(work: Work, table: 'credit_schemes' | 'grade_scales') {
  return work.read
    .selectFrom(`${table} as s` as 'grade_scales as s')
    .leftJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['s.id', 's.organisation_id', 's.definition', 'o.names as ownerNames'])
}

type OwnedRow = Awaited<ReturnType<ReturnType<typeof owned>['executeTakeFirstOrThrow']>>

function read<Definition>(row: OwnedRow): Owned<Definition> {
  const { id, organisation_id, ownerNames } = row
  return { id, organisation_id, ownerNames, definition: fromStored<Definition>(row.definition) }
}

/** All credit schemes, shared and institutions' own; one query. */
export async function listSchemes(work: Work): Promise<SchemeRow[]> {
  const rows = await owned(work, 'credit_schemes').orderBy('s.id').execute()
  return rows.map((row) => read<CreditScheme>(row))
}

/** All grade scales, shared and institutions' own; one query. */
export async function listScales(work: Work): Promise<ScaleRow[]> {
  const rows = await owned(work, 'grade_scales').orderBy('s.id').execute()
  return rows.map((row) => read<GradeScale>(row))
}

/** A credit scheme; null where there is none. */
export async function schemeById(work: Work, id: string): Promise<SchemeRow | null> {
  const row = await owned(work, 'credit_schemes').where('s.id', '=', id).executeTakeFirst()
  return row ? read<CreditScheme>(row) : null
}

/** A grade scale; null where there is none. */
export async function scaleById(work: Work, id: string): Promise<ScaleRow | null> {
  const row = await owned(work, 'grade_scales').where('s.id', '=', id).executeTakeFirst()
  return row ? read<GradeScale>(row) : null
}

function uses(work: Work) {
  return work.read
    .selectFrom('institution_schemes as u')
    .innerJoin('organisations as o', 'o.id', 'u.organisation_id')
    .innerJoin('credit_schemes as scheme', 'scheme.id', 'u.credit_scheme_id')
    .innerJoin('grade_scales as scale', 'scale.id', 'u.grade_scale_id')
    .select([
      'u.organisation_id',
      'o.names as organisationNames',
      'u.credit_scheme_id as schemeId',
      'u.grade_scale_id as scaleId',
      'u.intake_from as intakeFrom',
      'u.intake_to as intakeTo',
      sql<LocalText>`scheme.definition -> 'name'`.as('schemeName'),
      sql<LocalText>`scale.definition -> 'name'`.as('scaleName'),
    ])
    .orderBy('u.organisation_id')
    .orderBy('u.intake_from', 'desc')
}

/** What the actor's institutions use, by intake, the latest first; one query. */
export async function usesOfOwn(work: Work): Promise<SchemeUse[]> {
  return uses(work).where(work.scope('recognition.scale.list', 'u')).execute()
}

/** Which institutions use a scheme or a scale, and for which intakes. */
export async function usesOf(
  work: Work,
  column: 'u.credit_scheme_id' | 'u.grade_scale_id',
  id: string,
): Promise<SchemeUse[]> {
  return uses(work).where(column, '=', id).execute()
}

/** A correspondence with the names of its scales, and the facts that the rule table asks for. */
export interface CorrespondenceRow extends GradeCorrespondence {
  [fact: string]: unknown
  id: string
  organisation_id: string
  organisationNames: LocalText
  hostScaleName: LocalText
  homeScaleName: LocalText
  /** The intakes to which the host's scale applies: two scales of a school may differ in nothing else. */
  intakeFrom: number | null
  intakeTo: number | null
}

function correspondences(work: Work) {
  return work.read
    .selectFrom('grade_correspondences as c')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .innerJoin('grade_scales as host', 'host.id', 'c.host_scale_id')
    .innerJoin('grade_scales as home', 'home.id', 'c.home_scale_id')
    .select([
      'c.id',
      'c.home_organisation_id as organisation_id',
      'o.names as organisationNames',
      'c.host_scale_id as hostScaleId',
      'c.home_scale_id as homeScaleId',
      'c.host_grade as host',
      'c.home_grade as home',
      'c.source',
      'host.intake_from as intakeFrom',
      'host.intake_to as intakeTo',
      sql<LocalText>`host.definition -> 'name'`.as('hostScaleName'),
      sql<LocalText>`home.definition -> 'name'`.as('homeScaleName'),
    ])
}

/** The correspondences of some home institutions; one query. */
export async function listCorrespondences(
  work: Work,
  organisationIds: readonly string[],
): Promise<CorrespondenceRow[]> {
  if (organisationIds.length === 0) return []
  return correspondences(work)
    .where('c.home_organisation_id', 'in', [...organisationIds])
    .orderBy('c.home_organisation_id')
    .orderBy('c.host_scale_id')
    .orderBy('c.home_scale_id')
    .orderBy('c.home_grade')
    .execute()
}

/** One correspondence; null where there is none. */
export async function correspondenceById(
  work: Work,
  id: string,
): Promise<CorrespondenceRow | null> {
  if (!isUuid(id)) return null
  return (await correspondences(work).where('c.id', '=', id).executeTakeFirst()) ?? null
}

/**
 * Keeps other changes to an institution's schemes and correspondences waiting until this work commits, so that
 * two at once make no gap, no overlap and no contradiction.
 */
export async function lockSchemesOf(work: Work, organisationId: string): Promise<void> {
  await work.read
    .selectFrom('organisations as o')
    .select('o.id')
    .where('o.id', '=', organisationId)
    .modifyEnd(sql`for no key update of o`)
    .execute()
}
