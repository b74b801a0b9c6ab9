import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText } from '#kernel/values'
import type { HostState, PositionMode, PositionState } from '../schema.ts'

/** A position with its host, as lists, pages and verbs look at it. */
export interface PositionRow {
  [fact: string]: unknown
  id: string
  hostId: string
  organisation_id: string
  office: LocalText
  host: string
  /** The institution of the alliance that the host is; null where it is none. */
  hostOrganisationId: string | null
  country: string
  city: string
  timeZone: string
  hostState: HostState
  vettedUntil: string | null
  titles: LocalText
  descriptions: LocalText
  places: number
  taken: number
  startsOn: string
  endsOn: string
  hoursPerWeek: number
  mode: PositionMode
  language: string
  languageLevel: string
  stipendMinor: bigint | null
  stipendCurrency: string | null
  field: string
  skills: string[]
  applyBy: string
  state: PositionState
  /** The round that gives its places, while it is not over. */
  roundId: string | null
}

/** What narrows the list of open positions. */
export interface PositionFilter {
  q: string
  country: string | null
  mode: PositionMode | null
  paid: boolean
}

function positions(work: Work) {
  return work.read
    .selectFrom('internship_positions')
    .innerJoin('internship_hosts as h', 'h.id', 'internship_positions.host_id')
    .innerJoin('organisations as o', 'o.id', 'internship_positions.organisation_id')
    .select([
      'internship_positions.id',
      'internship_positions.host_id as hostId',
      'internship_positions.organisation_id',
      'o.names as office',
      'h.name as host',
      'h.host_organisation_id as hostOrganisationId',
      'h.country',
      'h.city',
      'h.time_zone as timeZone',
      'h.state as hostState',
      'h.vetted_until as vettedUntil',
      'internship_positions.titles',
      'internship_positions.descriptions',
      'internship_positions.places',
      'internship_positions.starts_on as startsOn',
      'internship_positions.ends_on as endsOn',
      'internship_positions.hours_per_week as hoursPerWeek',
      'internship_positions.mode',
      'internship_positions.language',
      'internship_positions.language_level as languageLevel',
      'internship_positions.stipend_minor as stipendMinor',
      'internship_positions.stipend_currency as stipendCurrency',
      'internship_positions.field',
      'internship_positions.skills',
      'internship_positions.apply_by as applyBy',
      'internship_positions.state',
    ])
    .select(
      sql<number>`(select count(*)::int from internship_applications a
        where a.position_id = internship_positions.id and a.state in ('offered', 'accepted'))`.as(
        'taken',
      ),
    )
    .select(
      sql<string | null>`(select r.id from internship_round_positions x
        join internship_rounds r on r.id = x.round_id
        where x.position_id = internship_positions.id and r.closed_at is null limit 1)`.as(
        'roundId',
      ),
    )
}

/** The positions for which one can apply on the host's day, at hosts vetted on it; those whose day comes first before the others: one query. */
export function openPositions(work: Work, filter: PositionFilter): Promise<PositionRow[]> {
  const like = `%${filter.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const today = sql<string>`(${work.now}::timestamptz at time zone h.time_zone)::date`
  return positions(work)
    .where('internship_positions.state', '=', 'published')
    .where('h.state', '=', 'vetted')
    .where('h.vetted_until', '>=', today)
    .where('internship_positions.apply_by', '>=', today)
    .$if(filter.country !== null, (query) => query.where('h.country', '=', filter.country!))
    .$if(filter.mode !== null, (query) =>
      query.where('internship_positions.mode', '=', filter.mode!),
    )
    .$if(filter.paid, (query) => query.where('internship_positions.stipend_minor', 'is not', null))
    .$if(filter.q !== '', (query) =>
      query.where(sql<boolean>`(h.name ilike ${like} or h.city ilike ${like}
        or array_to_string(internship_positions.skills, ' ') ilike ${like} or exists (
          select 1 from jsonb_each_text(internship_positions.titles) as t where t.value ilike ${like}))`),
    )
    .orderBy('internship_positions.apply_by')
    .orderBy('internship_positions.id')
    .limit(200)
    .execute()
}

/** The positions of a round, by host: one query. */
export function positionsIn(work: Work, roundId: string): Promise<PositionRow[]> {
  return positions(work)
    .innerJoin('internship_round_positions as x', 'x.position_id', 'internship_positions.id')
    .where('x.round_id', '=', roundId)
    .orderBy('h.name')
    .orderBy('internship_positions.id')
    .execute()
}

/** The positions of the offices that the reader works for. */
export function officePositions(work: Work): Promise<PositionRow[]> {
  return positions(work)
    .where(work.scope('internships.position.edit', 'internship_positions'))
    .orderBy('internship_positions.starts_on', 'desc')
    .orderBy('internship_positions.id')
    .limit(500)
    .execute()
}

/** A position by its id; a draft only for whoever may edit it. */
export async function positionById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<PositionRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('internship_positions')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await positions(work).where('internship_positions.id', '=', id).executeTakeFirst()
  if (!row) return null
  const isShown = row.state !== 'draft' || work.may('internships.position.edit', row)
  return isShown ? row : null
}

/** Skills as hosts have worded them before, the most frequent first: suggested when a position is made. */
export async function knownSkills(work: Work): Promise<string[]> {
  const rows = await work.read
    .selectFrom('internship_positions')
    .select(sql<string>`unnest(skills)`.as('skill'))
    .select(({ fn }) => fn.countAll().as('count'))
    .where('state', '<>', 'draft')
    .groupBy('skill')
    .orderBy('count', 'desc')
    .orderBy('skill')
    .limit(40)
    .execute()
  return rows.map(({ skill }) => skill)
}
