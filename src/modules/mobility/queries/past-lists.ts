import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'

/** A list of past exchanges as it was brought in: all that came at one moment from one office. */
export interface PastListRow {
  importedAt: Date
  /** The same moment as a list is named by: RFC 3339 in UTC, with microseconds. */
  key: string
  by: PersonName | null
  stays: number
  /** Stays of the list that somebody has worked on since. */
  touched: number
}

/** What has become of a stay that was brought in, other than standing there. */
const isTouched = sql<boolean>`(mobilities.changed_at > mobilities.imported_at
  or exists (select 1 from learning_agreements d where d.mobility_id = mobilities.id)
  or exists (select 1 from mobility_events d where d.mobility_id = mobilities.id)
  or exists (select 1 from mobility_preparations d where d.mobility_id = mobilities.id)
  or exists (select 1 from incoming_mails d where d.about_kind = 'mobility' and d.about_id = mobilities.id))`

const keyOf = sql<string>`to_char(mobilities.imported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** The lists whose exchanges the reader may bring in, the latest first. One query. */
export function pastLists(work: Work, most: number): Promise<PastListRow[]> {
  return work.read
    .selectFrom('mobilities')
    .leftJoin('persons as b', 'b.id', 'mobilities.imported_by')
    .select(['mobilities.imported_at as importedAt', 'b.name as by'])
    .select(keyOf.as('key'))
    .select(sql<number>`count(*)::int`.as('stays'))
    .select(sql<number>`count(*) filter (where ${isTouched})::int`.as('touched'))
    .where('mobilities.imported_at', 'is not', null)
    .where(work.scope('mobility.nomination.make', 'mobilities'))
    .groupBy(['mobilities.imported_at', 'b.id'])
    .orderBy('mobilities.imported_at', 'desc')
    .limit(most)
    .execute() as Promise<PastListRow[]>
}

/** The stays of a list, locked so that nobody works on one meanwhile. */
export function staysOfList(work: Work, key: string) {
  return work.read
    .selectFrom('mobilities')
    .select(['mobilities.id', 'mobilities.person_id', 'mobilities.kind'])
    .select(['mobilities.sending_organisation_id', 'mobilities.receiving_organisation_id'])
    .select(isTouched.as('isTouched'))
    .where('mobilities.imported_at', '=', sql<Date>`${key}::timestamptz`)
    .where(work.scope('mobility.nomination.make', 'mobilities'))
    .orderBy('mobilities.id')
    .forUpdate()
    .execute()
}
