import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  addDays,
  type Country,
  type DateOnly,
  dateInZone,
  isWorkingDay,
  type LocalText,
} from '#kernel/values'

/** By what cases are told apart: everything together, the term in which they came, the unit, the host, or all three. */
export type GroupedBy = 'all' | 'term' | 'unit' | 'host' | 'each'

/** What of a term of the institution is shown. */
export interface TermKey {
  id: string
  year: string
  number: number
}

/** The turnaround of a group of cases; days are the institution's working days. */
export interface TurnaroundRow {
  by: GroupedBy
  /** Tells the groups of one grouping apart. */
  key: string
  term: TermKey | null
  /** Null is the office of the institution. */
  unitNames: LocalText | null
  hostNames: LocalText | null
  received: number
  decided: number
  /** Decided and wholly on the record. */
  posted: number
  /** Cases of which a line is settled. */
  settled: number
  /** Half of the cases, and nine of ten, took no longer; null where none is decided. */
  decidedMedian: number | null
  decidedNinety: number | null
  postedMedian: number | null
  postedNinety: number | null
  /** Of the decided cases that had a day: those decided by it. */
  inTime: number
  withDay: number
  openNow: number
  lateNow: number
  linesByRules: number
  linesByPrecedent: number
  linesByPerson: number
}

/** An institution as far as its turnaround needs it. */
export interface TurnaroundOf {
  organisationId: string
  country: Country
  timeZone: string
}

const yearsBack = 5

interface Raw {
  grouping: number
  term_id: string | null
  academic_year: string | null
  term_number: number | null
  unit_id: string | null
  unit_names: LocalText | null
  host_organisation_id: string | null
  host_names: LocalText | null
  [count: string]: unknown
}

/**
 * The turnaround of an institution over the last five years, in all groupings at once; one query, however many cases
 * there are. A day is the home institution's own: what arrives there after midnight has arrived on the next day.
 */
export async function turnaroundOf(
  work: Work,
  { organisationId, country, timeZone }: TurnaroundOf,
  { termId }: { termId: string | null } = { termId: null },
): Promise<TurnaroundRow[]> {
  const today = dateInZone(work.now, timeZone)
  const since = `${Number(today.slice(0, 4)) - yearsBack}-01-01` as DateOnly
  const days = workingDays(addDays(since, -1), today, country)
  const { rows } = await sql<Raw>`
    ${casesOf({ organisationId, timeZone, termId, since, today, days })}
    select grouping(c.term_id, c.unit_id, c.host_organisation_id)::int as grouping,
      c.term_id, c.academic_year, c.term_number, c.unit_id, c.host_organisation_id,
      (select u.names from units u where u.id = c.unit_id) as unit_names,
      (select o.names from organisations o where o.id = c.host_organisation_id) as host_names,
      count(*) as received,
      count(*) filter (where c.state = 'decided') as decided,
      count(c.posted_days) as posted,
      count(*) filter (where c.by_rules + c.by_precedent + c.by_person > 0) as settled,
      percentile_disc(0.5) within group (order by c.decided_days) as decided_median,
      percentile_disc(0.9) within group (order by c.decided_days) as decided_ninety,
      percentile_disc(0.5) within group (order by c.posted_days) as posted_median,
      percentile_disc(0.9) within group (order by c.posted_days) as posted_ninety,
      count(*) filter (where c.state = 'decided' and c.decided_on <= c.due_on) as in_time,
      count(*) filter (where c.state = 'decided' and c.due_on is not null) as with_day,
      count(*) filter (where c.state = 'open') as open_now,
      count(*) filter (where c.state = 'open' and c.due_on < ${today}::date) as late_now,
      coalesce(sum(c.by_rules), 0) as by_rules,
      coalesce(sum(c.by_precedent), 0) as by_precedent,
      coalesce(sum(c.by_person), 0) as by_person
    from cases c
    group by grouping sets (
      (),
      (c.term_id, c.academic_year, c.term_number),
      (c.unit_id),
      (c.host_organisation_id),
      (c.term_id, c.academic_year, c.term_number, c.unit_id, c.host_organisation_id)
    )
    order by c.academic_year desc nulls last, c.term_number desc, received desc,
      c.unit_id nulls first, c.host_organisation_id
  `.execute(work.read as never)
  return rows.map(read)
}

interface Bounds {
  organisationId: string
  timeZone: string
  termId: string | null
  since: DateOnly
  today: DateOnly
  days: readonly DateOnly[]
}

/** The cases with their days, counted by the place of each day among the working days, and who settled their lines. */
function casesOf({ organisationId, timeZone, termId, since, today, days }: Bounds) {
  return sql`
    with numbered as (
      select at::date as at, count(days.day) over (order by at) as n
      from generate_series(${since}::date, ${today}::date, interval '1 day') as at
      left join unnest(${[...days]}::text[]) as days (day) on days.day::date = at::date
    ),
    settled as (
      select l.case_id,
        count(*) filter (where l.changed_by is not null) as by_person,
        count(*) filter (where l.changed_by is null and not precedent.is_one) as by_rules,
        count(*) filter (where l.changed_by is null and precedent.is_one) as by_precedent
      from case_lines l
      left join case_sets s on s.case_id = l.case_id and s.position = l.set_position
      cross join lateral (
        select jsonb_path_exists(coalesce(s.evaluation, l.evaluation), '$.reasons[*].args.judge') as is_one
      ) as precedent
      where l.verdict <> 'needs-decision'
        and l.case_id in (select id from recognition_cases where home_organisation_id = ${organisationId})
      group by l.case_id
    ),
    dated as (
      select c.*,
        (c.created_at at time zone ${timeZone})::date as received_on,
        (c.decided_at at time zone ${timeZone})::date as decided_on,
        (c.posted_at at time zone ${timeZone})::date as posted_on
      from recognition_cases c
      where c.home_organisation_id = ${organisationId}
    ),
    cases as (
      select c.unit_id, c.host_organisation_id, c.state, c.due_on, c.decided_on,
        t.id as term_id, t.academic_year, t.term_number,
        decided.n - received.n as decided_days,
        case when c.posting_state = 'posted' then posted.n - received.n end as posted_days,
        coalesce(s.by_rules, 0) as by_rules,
        coalesce(s.by_precedent, 0) as by_precedent,
        coalesce(s.by_person, 0) as by_person
      from dated c
      join numbered received on received.at = c.received_on
      left join numbered decided on decided.at = c.decided_on and c.state = 'decided'
      left join numbered posted on posted.at = c.posted_on
      left join settled s on s.case_id = c.id
      left join academic_terms t on t.organisation_id = c.home_organisation_id
        and c.received_on between t.starts_on and t.ends_on
      where ${termId}::uuid is null or t.id = ${termId}::uuid
    )
  `
}

/** The working days of a country between two days, both included. */
function workingDays(from: DateOnly, to: DateOnly, country: Country): DateOnly[] {
  const days: DateOnly[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, country)) days.push(day)
  }
  return days
}

/** Which columns a row of the grouping sets is not grouped by, as bits. */
const kinds: Record<number, GroupedBy> = { 7: 'all', 3: 'term', 5: 'unit', 6: 'host', 0: 'each' }

function read(row: Raw): TurnaroundRow {
  const count = (name: string) => Number(row[name])
  const days = (name: string) => (row[name] === null ? null : Number(row[name]))
  return {
    by: kinds[row.grouping] ?? 'all',
    key: [row.term_id, row.unit_id, row.host_organisation_id].join(' '),
    term:
      row.term_id === null
        ? null
        : { id: row.term_id, year: row.academic_year!, number: row.term_number! },
    unitNames: row.unit_names,
    hostNames: row.host_names,
    received: count('received'),
    decided: count('decided'),
    posted: count('posted'),
    settled: count('settled'),
    decidedMedian: days('decided_median'),
    decidedNinety: days('decided_ninety'),
    postedMedian: days('posted_median'),
    postedNinety: days('posted_ninety'),
    inTime: count('in_time'),
    withDay: count('with_day'),
    openNow: count('open_now'),
    lateNow: count('late_now'),
    linesByRules: count('by_rules'),
    linesByPrecedent: count('by_precedent'),
    linesByPerson: count('by_person'),
  }
}

/** The terms of an institution in which a case can have come, the latest first; one query. */
export async function termsOf(work: Work, organisationId: string): Promise<TermKey[]> {
  const rows = await work.read
    .selectFrom('academic_terms')
    .select(['id', 'academic_year', 'term_number'])
    .where('organisation_id', '=', organisationId)
    .where('starts_on', '<=', dateInZone(work.now, 'Pacific/Kiritimati'))
    .orderBy('starts_on', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => ({ id: row.id, year: row.academic_year, number: row.term_number }))
}
