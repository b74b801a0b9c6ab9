import { expressionBuilder, sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'
import type { StatisticsBy } from '../rules/statistics.ts'
import type { NextStep } from '../rules/states.ts'

/** So many stays that took place, of a year and a direction, in one group of one way of counting. */
export interface StatisticsRow {
  year: string
  direction: 'out' | 'in'
  by: StatisticsBy
  /** A country's code, a sector, a broad field of ISCED-F (two digits), a level of the EQF; empty where nothing is known. */
  key: string
  count: number
}

/**
 * The stays of an office that took place, by the partner's country and sector, by field and by level, in each of the years
 * asked for: one query. Years are the office's own; a partner of several sectors counts in the first of them by name.
 */
export async function statisticsOf(
  work: Work,
  { own, years }: { own: readonly string[]; years: readonly string[] },
): Promise<StatisticsRow[]> {
  if (own.length === 0 || years.length === 0) return []
  const ids = sql`${[...own]}::uuid[]`
  const wanted = sql`${[...years]}::text[]`
  const happened = sql`mobilities.state in ('live', 'returned', 'recognised') and ${listed(work)}`
  const { rows } = await sql<StatisticsRow>`
    with counted as (
      select mobilities.sending_year as year, 'out' as direction, mobilities.receiving_organisation_id as partner, mobilities.field, mobilities.level
      from mobilities where mobilities.sending_organisation_id = any(${ids}) and mobilities.sending_year = any(${wanted}) and ${happened}
      union all
      select mobilities.receiving_year, 'in', mobilities.sending_organisation_id, mobilities.field, mobilities.level
      from mobilities where mobilities.receiving_organisation_id = any(${ids}) and mobilities.receiving_year = any(${wanted}) and ${happened}
    ), described as (
      select c.year, c.direction, o.country, left(c.field, 2) as field, c.level::text as level,
        coalesce((select min(s.sector) from sector_roles s where s.organisation_id = o.id), '') as sector
      from counted c join organisations o on o.id = c.partner
    )
    select year, direction, by, key, count(*)::int as count
    from described, lateral (values ('country', country), ('sector', sector), ('field', field), ('level', level)) as v (by, key)
    group by year, direction, by, key
    order by year desc, direction desc, by, key`.execute(work.read as never)
  return rows
}

/** What the reader may list: somebody of one degree programme sees its stays alone. */
const listed = (work: Work) =>
  work.scope('mobility.stay.list', 'mobilities')(expressionBuilder() as never)

/** What an office exchanges with one partner in a year, in both directions. */
export interface Balance {
  partnerId: string
  names: LocalText
  out: number
  in: number
}

/** How many were sent to and came from each partner in a year, nominated ones too; one query. */
export async function balanceOf(
  work: Work,
  { own, year }: { own: readonly string[]; year: string },
): Promise<Balance[]> {
  if (own.length === 0) return []
  const ids = sql`${[...own]}::uuid[]`
  const held = sql`mobilities.state in ('pending', 'approved', 'live', 'returned', 'recognised')
    and ${listed(work)}`
  const { rows } = await sql<Balance>`
    select o.id as "partnerId", o.names, (count(*) filter (where c.direction = 'out'))::int as out,
      (count(*) filter (where c.direction = 'in'))::int as in
    from (
      select mobilities.receiving_organisation_id as partner, 'out' as direction from mobilities
      where mobilities.sending_organisation_id = any(${ids}) and mobilities.sending_year = ${year} and ${held}
      union all
      select mobilities.sending_organisation_id, 'in' from mobilities
      where mobilities.receiving_organisation_id = any(${ids}) and mobilities.receiving_year = ${year} and ${held}
    ) c join organisations o on o.id = c.partner
    group by o.id, o.names
    order by count(*) desc, o.id`.execute(work.read as never)
  return rows
}

/** What is late of an office, by the step that waits, and who is away or here now, by the partner's country; two queries. */
export async function nowOf(
  work: Work,
  { own, today }: { own: readonly string[]; today: DateOnly },
): Promise<{
  late: { step: NextStep; count: number }[]
  there: { direction: 'out' | 'in'; country: string; count: number }[]
}> {
  if (own.length === 0) return { late: [], there: [] }
  const ids = sql`${[...own]}::uuid[]`
  const late = await work.read
    .selectFrom('mobilities')
    .select(['next_step as step', sql<number>`count(*)::int`.as('count')])
    .where(work.scope('mobility.stay.list', 'mobilities'))
    .where(sql<boolean>`(next_step is not null or state = 'waiting')`)
    .where('next_due_on', '<', today)
    .groupBy('next_step')
    .orderBy('next_step')
    .execute()
  const { rows: there } = await sql<{ direction: 'out' | 'in'; country: string; count: number }>`
    select c.direction, o.country, count(*)::int as count from (
      select 'out' as direction, mobilities.receiving_organisation_id as partner from mobilities
      where mobilities.sending_organisation_id = any(${ids}) and (mobilities.next_step is not null or mobilities.state = 'waiting') and mobilities.state = 'live' and ${listed(work)}
      union all
      select 'in', mobilities.sending_organisation_id from mobilities
      where mobilities.receiving_organisation_id = any(${ids}) and (mobilities.next_step is not null or mobilities.state = 'waiting') and mobilities.state = 'live' and ${listed(work)}
    ) c join organisations o on o.id = c.partner
    group by c.direction, o.country order by c.direction desc, count(*) desc, o.country`.execute(
    work.read as never,
  )
  return { late: late.flatMap(({ step, count }) => (step ? [{ step, count }] : [])), there }
}
