import { type SqlBool, sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { isUuid, type Language, type LocalText } from '#kernel/values'
import type { PublishedContent } from '../rules/published.ts'
import type { PublishingGate } from '../rules/texts.ts'
import type { ExhibitionKind, ExhibitionState } from '../schema-exhibitions.ts'

/** An institution that owns an exhibition with others. */
export interface Owner {
  id: string
  names: LocalText
}

/**
 * An exhibition with its owners; its columns are the facts that the rules look at. `organisation_id` is the owner for which
 * the actor works on it, and the first owner for whoever works for none.
 */
export interface ExhibitionRow {
  [fact: string]: unknown
  id: string
  organisation_id: string
  owners: Owner[]
  kind: ExhibitionKind
  author_id: string | null
  mentor_id: string | null
  source_language: Language
  languages: Language[]
  gate: PublishingGate
  cover_object_id: string | null
  state: ExhibitionState
  version: number
  public_number: number | null
  titles: LocalText
  created_at: Date
  changed_at: Date
}

/** A published version with the exhibition that it is of. */
export interface PublicExhibition {
  [fact: string]: unknown
  id: string
  number: number
  content: PublishedContent
  published_at: Date
}

/** One exhibition, or null; `lock` keeps others from changing it until the commit. Who may see it, the caller asks. */
export async function exhibitionById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ExhibitionRow | null> {
  if (!isUuid(id)) return null
  const row = await exhibitionRows(work)
    .where('exhibitions.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of exhibitions`))
    .executeTakeFirst()
  return row ? forItsOwner(work, row as unknown as ExhibitionRow) : null
}

/** The exhibitions on which the actor's institutions work, and those that the actor signs or mentors; the latest changed first. */
export async function workedOn(work: Work): Promise<ExhibitionRow[]> {
  const self = personOf(work.actor)
  const rows = await exhibitionRows(work)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('exhibition_owners')
            .select(sql<number>`1`.as('one'))
            .whereRef('exhibition_owners.exhibition_id', '=', 'exhibitions.id')
            .where(work.scope('exhibitions.exhibition.list', 'exhibition_owners')),
        ),
        sql<SqlBool>`${self}::uuid in (exhibitions.author_id, exhibitions.mentor_id)`,
      ]),
    )
    .orderBy('exhibitions.changed_at', 'desc')
    .orderBy('exhibitions.id')
    .limit(200)
    .execute()
  return (rows as unknown as ExhibitionRow[]).map((row) => forItsOwner(work, row))
}

/** The exhibitions that are open to everybody, the latest published first; of their content all but what hangs in the rooms. */
export async function publicExhibitions(work: Work): Promise<PublicExhibition[]> {
  const content = sql<PublishedContent>`v.content || '{"rooms": []}'::jsonb`
  return publicRows(work)
    .clearSelect()
    .select(['e.id', 'v.number', 'v.published_at', content.as('content')])
    .orderBy('v.published_at', 'desc')
    .orderBy('e.id')
    .limit(60)
    .execute()
}

/** What visitors see of an exhibition; null where it is not public. */
export async function publicExhibition(work: Work, id: string): Promise<PublicExhibition | null> {
  if (!isUuid(id)) return null
  return (await publicRows(work).where('e.id', '=', id).executeTakeFirst()) ?? null
}

/** The public exhibition that the address of a route names. */
export function loadPublic(
  work: Work,
  params: Record<string, string>,
): Promise<PublicExhibition | null> {
  return publicExhibition(work, params['id'] ?? '')
}

/** The working copy that the address of a route names. */
export function loadExhibition(
  work: Work,
  params: Record<string, string>,
): Promise<ExhibitionRow | null> {
  return exhibitionById(work, params['id'] ?? '')
}

function publicRows(work: Work) {
  return work.read
    .selectFrom('exhibitions as e')
    .innerJoin('exhibition_versions as v', (join) =>
      join.onRef('v.exhibition_id', '=', 'e.id').onRef('v.number', '=', 'e.public_number'),
    )
    .select(['e.id', 'v.number', 'v.content', 'v.published_at'])
}

function exhibitionRows(work: Work) {
  const owners = sql<
    Owner[]
  >`(select jsonb_agg(jsonb_build_object('id', o.id, 'names', o.names) order by w.position)
    from exhibition_owners w join organisations o on o.id = w.organisation_id
    where w.exhibition_id = exhibitions.id)`
  const titles = sql<LocalText>`coalesce((select jsonb_object_agg(x.language, x.value) from exhibition_texts x
    where x.part_id = exhibitions.id and x.field = 'title' and x.value <> ''), '{}'::jsonb)`
  return work.read
    .selectFrom('exhibitions')
    .select([
      'exhibitions.id',
      'exhibitions.organisation_id',
      'exhibitions.kind',
      'exhibitions.author_id',
      'exhibitions.mentor_id',
      'exhibitions.source_language',
      'exhibitions.languages',
      'exhibitions.gate',
      'exhibitions.cover_object_id',
      'exhibitions.state',
      'exhibitions.version',
      'exhibitions.public_number',
      'exhibitions.created_at',
      'exhibitions.changed_at',
    ])
    .select([owners.as('owners'), titles.as('titles')])
}

/** The row as the owner for which the actor may work on it; a joint exhibition is several institutions' alike. */
function forItsOwner(work: Work, row: ExhibitionRow): ExhibitionRow {
  const own = row.owners.find(({ id }) =>
    work.may('exhibitions.exhibition.list', { ...row, organisation_id: id }),
  )
  return own ? { ...row, organisation_id: own.id } : row
}

/** The titles of exhibitions by their ids, in one query. */
export async function titlesOf(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, LocalText>> {
  if (ids.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('exhibition_texts')
    .select(['part_id', 'language', 'value'])
    .where('part_id', 'in', [...ids])
    .where('field', '=', 'title')
    .execute()
  const titles = new Map<string, LocalText>()
  for (const { part_id: id, language, value } of rows) {
    titles.set(id, { ...titles.get(id), [language]: value })
  }
  return titles
}
