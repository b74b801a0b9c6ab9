import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { PositionMode } from '../schema.ts'

/** Where a placement stands, from the agreement to the last evaluation. */
export const boardSteps = [
  'agreement',
  'signing',
  'ahead',
  'running',
  'evaluating',
  'done',
] as const
/** One of them. */
export type BoardStep = (typeof boardSteps)[number]

/** What a placement lacks. */
export const boardGaps = [
  'agreement',
  'hours',
  'journal',
  'confirmation',
  'evaluation',
  'visit',
  'disagreement',
] as const
/** One of them. */
export type BoardGap = (typeof boardGaps)[number]

/** A placement on the board of an office. */
export interface BoardRow {
  id: string
  person_id: string
  name: PersonName
  studentNumber: string | null
  home: LocalText
  titles: LocalText
  host: string
  country: string
  city: string
  field: string
  mode: PositionMode
  startsOn: DateOnly
  endsOn: DateOnly
  minutes: number
  step: BoardStep
  gaps: BoardGap[]
}

/** What narrows the board; kept in the address. */
export interface BoardFilter {
  q: string
  step: BoardStep | null
  country: string | null
  /** Only those who lack something. */
  lacking: boolean
}

/** Where a page of the board begins: after the last row of the one before. */
export interface BoardPlace {
  startsOn: DateOnly
  id: string
}

/** The steps of placements whose last day has not gone by; one that ended early ended within its days. */
const current: ReadonlySet<BoardStep> = new Set(['agreement', 'signing', 'ahead', 'running'])

/** Days without hours after which an office asks whether somebody is still there. */
const quietDays = 14

const last = sql<DateOnly>`coalesce((select x.day from internship_interruptions x
  where x.placement_id = internship_placements.id and x.kind = 'ended'), internship_placements.ends_on)`

const stepSql = (today: DateOnly) => sql<BoardStep>`case
  when ${last} < ${today} then case when exists (
      select from internship_evaluations v where v.placement_id = internship_placements.id and v.round = 'final')
    and not exists (select from internship_evaluations v where v.placement_id = internship_placements.id
      and v.given_at is null and v.round = 'final') then 'done' else 'evaluating' end
  when g.agreed_version is null then case when g.state = 'signing' then 'signing' else 'agreement' end
  when internship_placements.starts_on > ${today} then 'ahead' else 'running' end`

const gapsSql = (today: DateOnly) => sql<BoardGap[]>`array_remove(array[
  case when g.agreed_version is null and internship_placements.starts_on <= ${today} then 'agreement' end,
  case when internship_placements.starts_on <= ${today}::date - ${quietDays}::int and ${last} >= ${today}
    and not exists (select from internship_hours x where x.placement_id = internship_placements.id
      and x.starts_at >= ${today}::date - ${quietDays}::int) then 'hours' end,
  case when exists (select from internship_weeks w where w.placement_id = internship_placements.id
    and w.state in ('open', 'returned') and w.due_on < ${today}) then 'journal' end,
  case when exists (select from internship_weeks w where w.placement_id = internship_placements.id
    and w.state = 'sent' and w.sent_at < ${today}::date - ${quietDays}::int) then 'confirmation' end,
  case when exists (select from internship_evaluations v where v.placement_id = internship_placements.id
    and v.given_at is null and v.due_on < ${today}) then 'evaluation' end,
  case when exists (select from internship_visits v where v.placement_id = internship_placements.id
    and v.state in ('asked', 'planned') and v.due_on < ${today}) then 'visit' end,
  case when exists (select from internship_disagreements d where d.placement_id = internship_placements.id
    and d.settled_at is null) then 'disagreement' end], null)`

/** A page of the board, the latest beginning first; one query, and whether there is more. */
export async function boardOf(
  work: Work,
  filter: BoardFilter & { today: DateOnly; ids?: readonly string[] },
  { after, size }: { after: BoardPlace | null; size: number },
): Promise<{ rows: BoardRow[]; next: BoardPlace | null }> {
  const { q, step, country, lacking, today, ids } = filter
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const number = sql<string | null>`(select e.student_number from enrolments e
    where e.person_id = internship_placements.person_id
      and e.organisation_id = internship_placements.enrolled_organisation_id
    order by e.starts_on desc limit 1)`
  const isWhole = q === '' && step === null && country === null && !lacking && ids === undefined
  const rows = await work.read
    .selectFrom('internship_placements')
    .innerJoin('internship_positions as p', 'p.id', 'internship_placements.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .innerJoin('persons as s', 's.id', 'internship_placements.person_id')
    .innerJoin('organisations as o', 'o.id', 'internship_placements.enrolled_organisation_id')
    .leftJoin('internship_agreements as g', 'g.placement_id', 'internship_placements.id')
    .select(['internship_placements.id', 'internship_placements.person_id', 's.name'])
    .select(['o.names as home', 'p.titles', 'h.name as host', 'h.country', 'h.city', 'p.field'])
    .select(['p.mode', 'internship_placements.starts_on as startsOn'])
    .select([last.as('endsOn'), number.as('studentNumber')])
    .select([stepSql(today).as('step'), gapsSql(today).as('gaps')])
    .select(
      sql<number>`(select coalesce(sum(extract(epoch from x.ends_at - x.starts_at) / 60), 0)::int
        from internship_hours x where x.placement_id = internship_placements.id)`.as('minutes'),
    )
    .where(work.scope('internships.placement.list', 'internship_placements'))
    .$if(ids !== undefined, (query) =>
      query.where(sql<boolean>`internship_placements.id = any(${ids!.filter(isUuid)}::uuid[])`),
    )
    .$if(isWhole, (query) =>
      query.where('internship_placements.id', 'in', pageOf(work, after, size + 1)),
    )
    .$if(step !== null, (query) => query.where(stepSql(today), '=', step!))
    // What the step says already, in words that an index knows: those of now are few beside those of all years.
    .$if(step !== null && current.has(step), (query) =>
      query.where('internship_placements.ends_on', '>=', today),
    )
    .$if(lacking, (query) => query.where(sql<boolean>`cardinality(${gapsSql(today)}) > 0`))
    .$if(country !== null, (query) => query.where('h.country', '=', country!))
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`(s.name ->> 'native' ilike ${like} or s.name ->> 'romanised' ilike ${like}
        or h.name ilike ${like} or ${number} ilike ${like})`),
    )
    .$if(after !== null, (query) => query.where(isAfter(after!)))
    .orderBy('internship_placements.starts_on', 'desc')
    .orderBy('internship_placements.id', 'desc')
    .limit(size + 1)
    .execute()
  const shown = rows.slice(0, size)
  const end = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > size && end ? { startsOn: end.startsOn, id: end.id } : null,
  }
}

/** The ids of one page in the board's order, read in an index alone: others' placements are passed over there, not fetched. */
function pageOf(work: Work, after: BoardPlace | null, size: number) {
  return work.read
    .selectFrom('internship_placements')
    .select('internship_placements.id')
    .where(work.scope('internships.placement.list', 'internship_placements'))
    .$if(after !== null, (query) => query.where(isAfter(after!)))
    .orderBy('internship_placements.starts_on', 'desc')
    .orderBy('internship_placements.id', 'desc')
    .limit(size)
}

const isAfter = ({ startsOn, id }: BoardPlace) =>
  sql<boolean>`(internship_placements.starts_on, internship_placements.id) < (${startsOn}::date, ${id}::uuid)`

/** How many placements and hours there are for one value of something. */
export interface StatisticRow {
  value: string
  placements: number
  minutes: number
}

/** By what statistics are counted: the host's country and sector, the field (ISCED-F, two digits), presence, the year of the beginning. */
export const statisticKinds = ['country', 'sector', 'field', 'mode', 'year'] as const
/** One of them. */
export type StatisticKind = (typeof statisticKinds)[number]

const valueOf: Record<StatisticKind, { here: string; past: string }> = {
  country: { here: 'h.country', past: 'country' },
  sector: { here: "coalesce(h.sector, '')", past: "coalesce(sector, '')" },
  field: { here: 'left(p.field, 2)', past: "coalesce(left(field, 2), '')" },
  mode: { here: 'p.mode', past: "coalesce(mode, '')" },
  year: {
    here: 'extract(year from internship_placements.starts_on)::text',
    past: 'extract(year from starts_on)::text',
  },
}

/** The placements that an office may list and those that it brought in, counted by one thing; an empty value is not known. One query. */
export async function statisticsBy(work: Work, kind: StatisticKind): Promise<StatisticRow[]> {
  const counted = placementsCounted(work, kind).unionAll(pastCounted(work, kind)).as('x')
  return work.read
    .selectFrom(counted)
    .select('value')
    .select(sql<number>`sum(placements)::int`.as('placements'))
    .select(sql<number>`sum(minutes)::int`.as('minutes'))
    .groupBy('value')
    .orderBy('placements', 'desc')
    .orderBy('value')
    .execute()
}

function placementsCounted(work: Work, kind: StatisticKind) {
  const value = sql<string>`${sql.raw(valueOf[kind].here)}`
  return work.read
    .selectFrom('internship_placements')
    .innerJoin('internship_positions as p', 'p.id', 'internship_placements.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('internship_hours')
          .select('placement_id')
          .select(sql<number>`sum(extract(epoch from ends_at - starts_at) / 60)::int`.as('minutes'))
          .groupBy('placement_id')
          .as('w'),
      (join) => join.onRef('w.placement_id', '=', 'internship_placements.id'),
    )
    .select(value.as('value'))
    .select(sql<number>`count(*)::int`.as('placements'))
    .select(sql<number>`coalesce(sum(w.minutes), 0)::bigint`.as('minutes'))
    .where(work.scope('internships.placement.list', 'internship_placements'))
    .groupBy(value)
}

function pastCounted(work: Work, kind: StatisticKind) {
  const value = sql<string>`${sql.raw(valueOf[kind].past)}`
  return work.read
    .selectFrom('internship_past_placements')
    .select(value.as('value'))
    .select(sql<number>`count(*)::int`.as('placements'))
    .select(sql<number>`coalesce(sum(hours) * 60, 0)::bigint`.as('minutes'))
    .where(work.scope('internships.past.list', 'internship_past_placements'))
    .groupBy(value)
}
