import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly } from '#kernel/values'

/** The alliance in numbers, on a day. */
export interface AllianceNumbers {
  members: number
  /** Programme years that run on the day, and who takes part in them. */
  programmeYears: number
  participants: number
  /** Who has completed a programme year so far. */
  completed: number
  /** Initiatives that run. */
  initiatives: number
}

/** How much there is of the alliance on a day; one query, no name. */
export async function allianceNumbers(work: Work, day: DateOnly): Promise<AllianceNumbers> {
  const { rows } = await sql<AllianceNumbers>`
    select
      (select count(*)::int from memberships
        where starts_on <= ${day}::date and coalesce(ends_on, ${day}::date) >= ${day}::date) as members,
      (select count(*)::int from programme_years
        where starts_on <= ${day}::date and ends_on >= ${day}::date) as "programmeYears",
      (select count(distinct m.person_id)::int from cohort_members m
        join programme_years y on y.id = m.programme_year_id
        where y.starts_on <= ${day}::date and y.ends_on >= ${day}::date and m.state <> 'left') as participants,
      (select count(*)::int from cohort_members where state = 'completed') as completed,
      (select count(*)::int from initiatives where state = 'running') as initiatives`.execute(
    work.read,
  )
  return rows[0]!
}
