import { type SqlBool, sql } from 'kysely'
import type { Work } from '#kernel/database'
import { dateInZone, isUuid, type LocalText } from '#kernel/values'
import { type Audience, audienceOf } from '../rules/access.ts'
import type { CommunityLabel, Heritage } from '../rules/community.ts'
import type { AccessKind, Maker, ObjectKind, ObjectState } from '../schema.ts'

/** An object with its holder; its columns and `audience` are the facts that the rules look at. */
export interface ObjectRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  organisation: LocalText
  time_zone: string
  kind: ObjectKind
  inventory_number: string | null
  titles: LocalText
  descriptions: LocalText
  makers: Maker[]
  made_from: number | null
  made_until: number | null
  made_about: boolean
  periods: LocalText
  places: LocalText
  materials: LocalText
  dimensions: string | null
  provenances: LocalText
  credit_lines: LocalText
  rights_uri: string | null
  rights_holder: string | null
  state: ObjectState
  access: AccessKind
  season_from: string | null
  season_until: string | null
  heritage: Heritage
  community_labels: CommunityLabel[]
  version: number
  /** Who may see it at the moment of the work. */
  audience: Audience
}

/** One object, or null; `lock` keeps others from changing it until the commit. Who may see it, the caller asks. */
export async function objectById(work: Work, id: string, lock?: 'lock'): Promise<ObjectRow | null> {
  if (!isUuid(id)) return null
  const row = await objectRows(work)
    .where('exhibition_objects.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of exhibition_objects`))
    .executeTakeFirst()
  return row ? withAudience(work, row) : null
}

/** The object that the address of a route names. */
export function loadObject(work: Work, params: Record<string, string>): Promise<ObjectRow | null> {
  return objectById(work, params['id'] ?? '')
}

/** Objects by their ids: one query, none for an empty list. Who may see which, the caller asks. */
export async function objectsById(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, ObjectRow>> {
  if (ids.length === 0) return new Map()
  const rows = await objectRows(work)
    .where('exhibition_objects.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, withAudience(work, row)]))
}

/** A page of the objects that everybody may see today, the latest released first, and how many there are. */
export async function openObjects(
  work: Work,
  { page, size }: { page: number; size: number },
): Promise<{ objects: ObjectRow[]; total: number }> {
  const rows = await objectRows(work)
    .select(sql<bigint>`count(*) over ()`.as('total'))
    .where('exhibition_objects.state', '=', 'available')
    .where('exhibition_objects.access', '=', 'open')
    .where(isInSeasonNow(work))
    .orderBy('exhibition_objects.released_at', 'desc')
    .orderBy('exhibition_objects.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return {
    objects: rows.map(({ total: _total, ...row }) => withAudience(work, row)),
    total: Number(rows[0]?.total ?? 0),
  }
}

/** Why an object is withdrawn, as its holder said. */
export async function withdrawalOf(work: Work, objectId: string): Promise<string | null> {
  const row = await work.read
    .selectFrom('exhibition_withdrawals')
    .select('reason')
    .where('object_id', '=', objectId)
    .where('returned_at', 'is', null)
    .executeTakeFirst()
  return row?.reason ?? null
}

/** The rule of seasons as SQL, on the day that it is at the holder. */
function isInSeasonNow(work: Work) {
  return sql<SqlBool>`(season_from is null or case
    when season_from <= season_until
    then to_char(${work.now}::timestamptz at time zone o.time_zone, 'MM-DD') between season_from and season_until
    else to_char(${work.now}::timestamptz at time zone o.time_zone, 'MM-DD') >= season_from
      or to_char(${work.now}::timestamptz at time zone o.time_zone, 'MM-DD') <= season_until end)`
}

function withAudience(work: Work, row: Omit<ObjectRow, 'audience'>): ObjectRow {
  const today = dateInZone(work.now, row.time_zone as string)
  return { ...row, audience: audienceOf(row as ObjectRow, today) } as ObjectRow
}

function objectRows(work: Work) {
  return work.read
    .selectFrom('exhibition_objects')
    .innerJoin('organisations as o', 'o.id', 'exhibition_objects.organisation_id')
    .select([
      'exhibition_objects.id',
      'exhibition_objects.organisation_id',
      'exhibition_objects.kind',
      'exhibition_objects.inventory_number',
      'exhibition_objects.titles',
      'exhibition_objects.descriptions',
      'exhibition_objects.makers',
      'exhibition_objects.made_from',
      'exhibition_objects.made_until',
      'exhibition_objects.made_about',
      'exhibition_objects.periods',
      'exhibition_objects.places',
      'exhibition_objects.materials',
      'exhibition_objects.dimensions',
      'exhibition_objects.provenances',
      'exhibition_objects.credit_lines',
      'exhibition_objects.rights_uri',
      'exhibition_objects.rights_holder',
      'exhibition_objects.state',
      'exhibition_objects.access',
      'exhibition_objects.season_from',
      'exhibition_objects.season_until',
      'exhibition_objects.heritage',
      'exhibition_objects.community_labels',
      'exhibition_objects.version',
      'o.names as organisation',
      'o.time_zone',
    ])
}
