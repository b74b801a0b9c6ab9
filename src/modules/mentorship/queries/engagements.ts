import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText } from '#kernel/values'
import type { MentorKind } from '../schema.ts'

/** An engagement in which students are mentored; its columns are the facts that the rules look at. */
export interface EngagementRow {
  [fact: string]: unknown
  id: string
  subject_kind: string
  subject_id: string
  organisation_id: string
  organisation: LocalText
  time_zone: string
  titles: LocalText
  needs: MentorKind[]
  starts_on: DateOnly | null
  ends_on: DateOnly | null
  href: string | null
  closed_at: Date | null
  wishes_until: DateOnly | null
  /** Every how many weeks the three are asked how it goes; null asks nobody. */
  check_in_weeks: number | null
}

/** What another module calls an engagement: its kind and its id there. */
export interface EngagementKey {
  kind: string
  id: string
}

/** One engagement by its own id, or null. */
export async function engagementById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<EngagementRow | null> {
  if (!isUuid(id)) return null
  const row = await engagementRows(work)
    .where('g.id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of g`))
    .executeTakeFirst()
  return row ?? null
}

/** One engagement by what its module calls it, or null. */
export async function engagementOf(
  work: Work,
  { kind, id }: EngagementKey,
): Promise<EngagementRow | null> {
  if (!isUuid(id)) return null
  const row = await engagementRows(work)
    .where('g.subject_kind', '=', kind)
    .where('g.subject_id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The engagements in which the actor's students are, or that the actor's organisations opened, the newest first. */
export async function engagementsHere(
  work: Work,
  organisationIds: readonly string[],
): Promise<EngagementRow[]> {
  if (organisationIds.length === 0) return []
  return engagementRows(work)
    .where((eb) =>
      eb.or([
        eb('g.organisation_id', 'in', [...organisationIds]),
        eb.exists(
          eb
            .selectFrom('mentees as s')
            .select('s.id')
            .whereRef('s.engagement_id', '=', 'g.id')
            .where('s.organisation_id', 'in', [...organisationIds]),
        ),
      ]),
    )
    .orderBy('g.created_at', 'desc')
    .orderBy('g.id')
    .limit(200)
    .execute()
}

function engagementRows(work: Work) {
  return work.read
    .selectFrom('mentored_engagements as g')
    .innerJoin('organisations as o', 'o.id', 'g.organisation_id')
    .select(['g.id', 'g.subject_kind', 'g.subject_id', 'g.organisation_id', 'g.titles', 'g.needs'])
    .select([
      'g.starts_on',
      'g.ends_on',
      'g.href',
      'g.closed_at',
      'g.wishes_until',
      'g.check_in_weeks',
    ])
    .select(['o.names as organisation', 'o.time_zone'])
}
