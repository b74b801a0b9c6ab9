import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { type DateOnly, isUuid, type LocalText, type PersonName } from '#kernel/values'
import {
  type MobilityKind,
  type MobilityState,
  type NextStep,
  seatStates,
} from '../rules/states.ts'

/** A stay as rules, verbs and pages look at it: its row with the names of who and where. */
export interface StayRow {
  [fact: string]: unknown
  id: string
  person_id: string
  enrolment_id: string
  degree_programme_id: string
  sending_organisation_id: string
  receiving_organisation_id: string
  programme_year_id: string | null
  kind: MobilityKind
  sending_year: string
  sending_term: string | null
  receiving_year: string
  starts_on: DateOnly
  ends_on: DateOnly
  field: string
  level: number
  agreement_id: string | null
  condition_key: string | null
  seat_is_shared: boolean
  state: MobilityState
  proposal_id: string
  remark: string
  waiting_since: Date | null
  nominated_at: Date | null
  nominated_by: string | null
  answered_at: Date | null
  answered_by: string | null
  answered_as: string | null
  answer_note: string
  cancelled_at: Date | null
  cancel_reason: string
  arrived_on: DateOnly | null
  departed_on: DateOnly | null
  ended_how: 'completed' | 'early' | 'interrupted' | null
  transcript_on: DateOnly | null
  case_id: string | null
  recognised_on: DateOnly | null
  posted_on: DateOnly | null
  /** Brought in from a list of past years. */
  imported_at: Date | null
  changed_at: Date
  next_step: NextStep | null
  next_due_on: DateOnly | null
  name: PersonName
  birthDate: DateOnly | null
  email: string | null
  studentNumber: string
  programme: LocalText
  programmeCode: string
  sending: LocalText
  sendingAcronym: string | null
  sendingCountry: string
  sendingTimeZone: string
  receiving: LocalText
  receivingAcronym: string | null
  receivingCountry: string
  receivingTimeZone: string
  allianceProgramme: LocalText | null
  /** When all three had signed the learning agreement that counts. */
  agreedOn: DateOnly | null
  agreementState: 'draft' | 'signing' | 'signed' | null
}

function stays(work: Work) {
  return work.read
    .selectFrom('mobilities')
    .innerJoin('persons as p', 'p.id', 'mobilities.person_id')
    .innerJoin('enrolments as e', 'e.id', 'mobilities.enrolment_id')
    .innerJoin('degree_programmes as d', 'd.id', 'mobilities.degree_programme_id')
    .innerJoin('organisations as s', 's.id', 'mobilities.sending_organisation_id')
    .innerJoin('organisations as r', 'r.id', 'mobilities.receiving_organisation_id')
    .leftJoin('person_emails as m', (join) =>
      join.onRef('m.person_id', '=', 'p.id').on('m.is_primary', '=', true),
    )
    .leftJoin('learning_agreements as l', 'l.mobility_id', 'mobilities.id')
    .leftJoin('programme_years as y', 'y.id', 'mobilities.programme_year_id')
    .leftJoin('alliance_programmes as g', 'g.id', 'y.programme_id')
    .selectAll('mobilities')
    .select(['p.name', 'p.birth_date as birthDate', 'm.address as email'])
    .select(['l.agreed_on as agreedOn', 'l.state as agreementState'])
    .select([
      'e.student_number as studentNumber',
      'd.names as programme',
      'd.code as programmeCode',
    ])
    .select(['s.names as sending', 's.acronym as sendingAcronym', 's.country as sendingCountry'])
    .select(['s.time_zone as sendingTimeZone', 'r.time_zone as receivingTimeZone'])
    .select(['r.names as receiving', 'r.acronym as receivingAcronym'])
    .select(['r.country as receivingCountry', 'g.names as allianceProgramme'])
}

/** A stay by its id, or null; `lock` keeps it from being changed by two at once. */
export async function stayById(work: Work, id: string, lock?: 'lock'): Promise<StayRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('mobilities')
      .select('id')
      .where('id', '=', id)
      .modifyEnd(sql`for update`)
      .execute()
  }
  return (await stays(work).where('mobilities.id', '=', id).executeTakeFirst()) ?? null
}

/** Those of some stays that wait for an answer, in the order in which they were nominated; one query, however many. */
export async function pendingStays(work: Work, ids: readonly string[]): Promise<StayRow[]> {
  if (ids.length === 0) return []
  return stays(work)
    .where('mobilities.id', 'in', [...ids])
    .where('mobilities.state', '=', 'pending')
    .orderBy('mobilities.nominated_at')
    .orderBy('mobilities.id')
    .execute()
}

/** A person's own stays, the latest first; those that only wait for a seat too. */
export function staysOf(work: Work, personId: string): Promise<StayRow[]> {
  return stays(work)
    .where('mobilities.person_id', '=', personId)
    .orderBy('mobilities.starts_on', 'desc')
    .orderBy('mobilities.id')
    .execute()
}

/** What narrows a list of stays. */
export interface StayFilter {
  q: string
  state: MobilityState | null
  direction: 'out' | 'in' | null
  partner: string | null
  year: string | null
  kind: MobilityKind | null
  step: NextStep | null
  isLate: boolean
  /** Only those who are there on that day. */
  there: boolean
}

/** The days by which a list says what is late, and who is away. */
export interface StayDays {
  today: DateOnly
}

/** How many rows a list counts exactly, unless somebody has turned to a later page: beyond it says “more than”. */
const mostCounted = 1000

/**
 * The stays that a reader's offices may list, those with the nearest deadline first; two queries, however many. Each side
 * of each office is read in the order of its index as far as the page, so that it costs the same however much is stored.
 */
export async function listStays(
  work: Work,
  filter: StayFilter & StayDays & { own: readonly string[] },
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ stays: StayRow[]; total: number; isMore: boolean }> {
  const most = Math.max(mostCounted, (page + 1) * pageSize)
  const sides = filter.own.flatMap((office) =>
    (['out', 'in'] as const)
      .filter((side) => filter.direction === null || filter.direction === side)
      .map((side) => oneSide(work, filter, { office, side, most: most + 1 })),
  )
  if (sides.length === 0) return { stays: [], total: 0, isMore: false }
  const { rows } = await sql<{ id: string; total: bigint }>`
    select id, count(*) over () as total from (${sql.join(sides, sql` union `)}) as found
    order by next_due_on nulls last, starts_on desc, id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(work.read as never)
  const found = Number(rows[0]?.total ?? 0)
  return {
    stays: await staysInOrder(
      work,
      rows.map(({ id }) => id),
    ),
    total: Math.min(found, most),
    isMore: found > most,
  }
}

async function staysInOrder(work: Work, ids: readonly string[]): Promise<StayRow[]> {
  if (ids.length === 0) return []
  const rows = await stays(work)
    .where('mobilities.id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row as StayRow]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** What an office sent, or what comes to it, as far as the filter asks for it; each institution counts its own years. */
function oneSide(
  work: Work,
  filter: StayFilter & StayDays,
  { office, side, most }: { office: string; side: 'out' | 'in'; most: number },
) {
  const { state, partner, year, kind, step, isLate, there, today, q } = filter
  const isOut = side === 'out'
  const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const here = isOut ? 'mobilities.sending_organisation_id' : 'mobilities.receiving_organisation_id'
  const other = isOut
    ? 'mobilities.receiving_organisation_id'
    : 'mobilities.sending_organisation_id'
  return work.read
    .selectFrom('mobilities')
    .select(['mobilities.id', 'mobilities.next_due_on', 'mobilities.starts_on'])
    .where(here, '=', office)
    .where(work.scope('mobility.stay.list', 'mobilities'))
    .$if(state !== null, (query) => query.where('mobilities.state', '=', state!))
    .$if(partner !== null, (query) => query.where(other, '=', partner!))
    .$if(year !== null, (query) =>
      query.where(isOut ? 'mobilities.sending_year' : 'mobilities.receiving_year', '=', year!),
    )
    .$if(kind !== null, (query) => query.where('mobilities.kind', '=', kind!))
    .$if(step !== null, (query) => query.where('mobilities.next_step', '=', step!))
    .$if(isLate, (query) => query.where('mobilities.next_due_on', '<', today))
    .$if(there, (query) => query.where('mobilities.state', '=', 'live'))
    .$if(q !== '', (query) =>
      query.where(sql<boolean>`exists (
        select from persons p, enrolments e, degree_programmes d
        where p.id = mobilities.person_id and e.id = mobilities.enrolment_id
          and d.id = mobilities.degree_programme_id
          and (p.name ->> 'native' ilike ${like} or p.name ->> 'romanised' ilike ${like}
            or e.student_number ilike ${like} or d.code ilike ${like}))`),
    )
    .orderBy(sql`mobilities.next_due_on nulls last`)
    .orderBy('mobilities.starts_on', 'desc')
    .orderBy('mobilities.id')
    .limit(most)
}

/** The most students that one page of a link lists. */
export const mostOfMany = 200

/**
 * Those of a pair whose arrival or departure the host may confirm now or within two weeks, and whose day it gave in the last
 * sixty days; the stays that begin first stand first, one more than a page lists. One query.
 */
export function staysToConfirm(
  work: Work,
  pair: { sending: string; receiving: string; kind: 'arrival' | 'departure' },
): Promise<StayRow[]> {
  const isArrival = pair.kind === 'arrival'
  const given = sql.ref(isArrival ? 'mobilities.arrived_on' : 'mobilities.departed_on')
  const comes = sql.ref(isArrival ? 'mobilities.starts_on' : 'mobilities.ends_on')
  const today = sql`(${work.now}::timestamptz at time zone r.time_zone)::date`
  return stays(work)
    .where('mobilities.sending_organisation_id', '=', pair.sending)
    .where('mobilities.receiving_organisation_id', '=', pair.receiving)
    .where('mobilities.imported_at', 'is', null)
    .where(
      sql<boolean>`(mobilities.state = ${isArrival ? 'approved' : 'live'} and ${comes} <= ${today} + 14
        or mobilities.state in ('live', 'returned', 'recognised') and ${given} >= ${today} - 60)`,
    )
    .orderBy(sql`${given} is not null`)
    .orderBy('mobilities.starts_on')
    .orderBy('mobilities.id')
    .limit(mostOfMany + 1)
    .execute()
}

/** Stays by their ids with the names that tasks say; one query. */
export async function staysNamed(
  work: Work,
  ids: readonly string[],
): Promise<
  {
    [fact: string]: unknown
    id: string
    person_id: string
    name: PersonName
    sending: LocalText
    receiving: LocalText
  }[]
> {
  if (ids.length === 0) return []
  return work.read
    .selectFrom('mobilities as x')
    .innerJoin('persons as p', 'p.id', 'x.person_id')
    .innerJoin('organisations as s', 's.id', 'x.sending_organisation_id')
    .innerJoin('organisations as r', 'r.id', 'x.receiving_organisation_id')
    .select(['x.id', 'x.person_id', 'x.sending_organisation_id', 'x.receiving_organisation_id'])
    .select(['x.degree_programme_id', 'x.state', 'p.name', 's.names as sending'])
    .select('r.names as receiving')
    .where('x.id', 'in', [...ids])
    .execute()
}

/** Whether a person has another stay whose dates this one would share. */
export async function overlapping(
  work: Work,
  {
    personId,
    startsOn,
    endsOn,
    except,
  }: {
    personId: string
    startsOn: DateOnly
    endsOn: DateOnly
    except: string | null
  },
): Promise<{ startsOn: DateOnly; endsOn: DateOnly; receiving: LocalText } | null> {
  const row = await work.read
    .selectFrom('mobilities as x')
    .innerJoin('organisations as r', 'r.id', 'x.receiving_organisation_id')
    .select(['x.starts_on as startsOn', 'r.names as receiving'])
    .select(sql<DateOnly>`coalesce(x.departed_on, x.ends_on)`.as('endsOn'))
    .where('x.person_id', '=', personId)
    .where('x.state', 'in', [...seatStates])
    .where('x.starts_on', '<=', endsOn)
    .where(sql<boolean>`coalesce(x.departed_on, x.ends_on) >= ${startsOn}`)
    .$if(except !== null, (query) => query.where('x.id', '<>', except!))
    .executeTakeFirst()
  return row ?? null
}

/** How many stand at each figure of the coordinator's page; one query over what they may list. */
export async function stayFigures(
  work: Work,
  { own, today }: { own: readonly string[]; today: DateOnly },
): Promise<{ toAnswer: number; waiting: number; away: number; here: number; late: number }> {
  const ids = sql`${[...own]}::uuid[]`
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`(count(*) filter (where ${condition}))::int`
  const sentByUs = sql<boolean>`sending_organisation_id = any(${ids})`
  const comesToUs = sql<boolean>`receiving_organisation_id = any(${ids})`
  return (
    work.read
      .selectFrom('mobilities')
      .select([
        count(sql<boolean>`state = 'pending' and ${comesToUs}`).as('toAnswer'),
        count(sql<boolean>`state = 'waiting'`).as('waiting'),
        count(sql<boolean>`state = 'live' and ${sentByUs}`).as('away'),
        count(sql<boolean>`state = 'live' and ${comesToUs}`).as('here'),
        count(sql<boolean>`next_due_on < ${today}`).as('late'),
      ])
      .where(work.scope('mobility.stay.list', 'mobilities'))
      // Written as the indexes of what is open are: a parameter would not be known to match them.
      .where(sql<boolean>`(next_step is not null or state = 'waiting')`)
      .executeTakeFirstOrThrow()
  )
}

/** Who waits for a seat of a condition in a year, in the order in which they came; of one pair where each has seats of its own. */
export function waitingFor(
  work: Work,
  seat: {
    agreementId: string
    conditionKey: string
    year: string
    pair: { sending: string; receiving: string } | null
  },
): Promise<{ id: string; sending_organisation_id: string }[]> {
  return work.read
    .selectFrom('mobilities')
    .select(['id', 'sending_organisation_id'])
    .where('agreement_id', '=', seat.agreementId)
    .where('condition_key', '=', seat.conditionKey)
    .where('sending_year', '=', seat.year)
    .where('state', '=', 'waiting')
    .$if(seat.pair !== null, (query) =>
      query
        .where('sending_organisation_id', '=', seat.pair!.sending)
        .where('receiving_organisation_id', '=', seat.pair!.receiving),
    )
    .orderBy('waiting_since')
    .orderBy('id')
    .execute()
}
