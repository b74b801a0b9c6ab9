import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import { secondReasonOf, type Spoken } from '../../rules/reason-language.ts'
import type { Titles } from '../../rules/types.ts'

/** The queue of a unit, or of the office of an institution, with how much waits in it. */
export interface QueueRow {
  organisationId: string
  organisationNames: LocalText
  /** Null is the office. */
  unitId: string | null
  names: LocalText
  /** Who evaluates there now; nobody, where what waits there waits in vain. */
  evaluators: PersonName[]
  open: number
  late: number
  /** Open cases in which no line waits for a person. */
  ready: number
  /** Lines of others' cases that it is asked about. */
  asked: number
  oldestDueOn: DateOnly | null
}

interface Counted {
  home_organisation_id: string
  unit_id: string | null
  open: bigint
  late: bigint
  ready: bigint
  oldest: DateOnly | null
}

/** The queues of the institutions that the actor works for, as far as they see cases; four queries, however many there are. */
export async function listQueues(
  work: Work,
  organisationIds: readonly string[],
): Promise<QueueRow[]> {
  if (organisationIds.length === 0) return []
  const ids = [...organisationIds]
  const counts = await countedCases(work, ids)
  const asked = await work.read
    .selectFrom('line_referrals as r')
    .innerJoin('recognition_cases', 'recognition_cases.id', 'r.case_id')
    .select((eb) => ['r.unit_id', eb.fn.countAll<bigint>().as('count')])
    .where('r.organisation_id', 'in', ids)
    .where('r.state', '=', 'open')
    .where(work.scope('recognition.case.list', 'recognition_cases'))
    .groupBy('r.unit_id')
    .execute()
  const evaluators = await evaluatorsAt(work, ids)
  const places = await placesAt(work, ids)
  return places
    .map((place) => {
      const isHere = (row: { home_organisation_id: string; unit_id: string | null }) =>
        row.unit_id === place.unitId && row.home_organisation_id === place.organisationId
      const count = counts.find(isHere)
      return {
        ...place,
        evaluators: evaluators.filter(isHere).map((row) => row.name),
        open: Number(count?.open ?? 0),
        late: Number(count?.late ?? 0),
        ready: Number(count?.ready ?? 0),
        asked: Number(asked.find((row) => row.unit_id === place.unitId)?.count ?? 0),
        oldestDueOn: count?.oldest ?? null,
      }
    })
    .filter((row) => row.unitId === null || row.open + row.asked + row.evaluators.length > 0)
}

function countedCases(work: Work, ids: string[]): Promise<Counted[]> {
  return work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as o', 'o.id', 'recognition_cases.home_organisation_id')
    .select(['recognition_cases.home_organisation_id', 'recognition_cases.unit_id'])
    .select((eb) => [
      eb.fn.countAll<bigint>().as('open'),
      sql<bigint>`count(*) filter (where due_on < (${work.now}::timestamptz at time zone o.time_zone)::date)`.as(
        'late',
      ),
      sql<bigint>`count(*) filter (where lines_open = 0)`.as('ready'),
      eb.fn.min('recognition_cases.due_on').as('oldest'),
    ])
    .where('recognition_cases.home_organisation_id', 'in', ids)
    .where('recognition_cases.state', '=', 'open')
    .where(work.scope('recognition.case.list', 'recognition_cases'))
    .groupBy(['recognition_cases.home_organisation_id', 'recognition_cases.unit_id'])
    .execute()
}

async function evaluatorsAt(work: Work, ids: string[]) {
  const rows = await work.read
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .innerJoin('organisations as o', 'o.id', 'a.organisation_id')
    .select(['a.organisation_id as home_organisation_id', 'a.unit_id', 'p.name'])
    .where('a.organisation_id', 'in', ids)
    .where('a.role', '=', 'evaluator')
    .where('a.object_id', 'is', null)
    .where(
      sql<boolean>`(${work.now}::timestamptz at time zone o.time_zone)::date
        between a.starts_on and coalesce(a.ends_on, 'infinity'::date)`,
    )
    .orderBy('a.starts_on')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => ({ ...row, home_organisation_id: row.home_organisation_id! }))
}

async function placesAt(work: Work, ids: string[]) {
  const rows = await work.read
    .selectFrom('organisations as o')
    .leftJoin('units as u', 'u.organisation_id', 'o.id')
    .select(['o.id', 'o.names', 'u.id as unit_id', 'u.names as unit_names'])
    .where('o.id', 'in', ids)
    .orderBy('o.id')
    .orderBy('u.id')
    .execute()
  const offices = new Map(rows.map((row) => [row.id, row.names]))
  return [
    ...[...offices].map(([id, names]) => ({
      organisationId: id,
      organisationNames: names,
      unitId: null,
      names,
    })),
    ...rows
      .filter((row) => row.unit_id !== null)
      .map((row) => ({
        organisationId: row.id,
        organisationNames: row.names,
        unitId: row.unit_id,
        names: row.unit_names!,
      })),
  ]
}

/** A queue with the facts that the rule table asks for: of a unit by its id, of the office by the institution's. */
export interface QueueFacts {
  [fact: string]: unknown
  id: string
  organisation_id: string
  unit_id: string | null
  names: LocalText
  organisationNames: LocalText
  timeZone: string
}

/** The queue of a unit or of an institution's office; null where there is neither. */
export async function queueById(work: Work, id: string): Promise<QueueFacts | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('organisations as o')
    .leftJoin('units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'o.id').on('u.id', '=', id),
    )
    .select(['o.id', 'o.names', 'o.time_zone', 'u.id as unit_id', 'u.names as unit_names'])
    .where((eb) => eb.or([eb('o.id', '=', id), eb('u.id', '=', id)]))
    .executeTakeFirst()
  if (!row) return null
  return {
    id,
    organisation_id: row.id,
    unit_id: row.unit_id,
    names: row.unit_names ?? row.names,
    organisationNames: row.names,
    timeZone: row.time_zone,
  }
}

/** An open case in a queue. */
export interface QueuedCase {
  id: string
  number: string
  personId: string
  student: PersonName
  hostNames: LocalText
  programmeNames: LocalText
  linesOpen: number
  lines: number
  dueOn: DateOnly | null
  createdAt: Date
}

function queued(work: Work, queue: QueueFacts) {
  return work.read
    .selectFrom('recognition_cases')
    .where(work.scope('recognition.case.list', 'recognition_cases'))
    .where('recognition_cases.home_organisation_id', '=', queue.organisation_id)
    .where('recognition_cases.unit_id', 'is not distinct from', queue.unit_id)
    .where('recognition_cases.state', '=', 'open')
}

/** The open cases of a queue, the most urgent first; two queries. */
export async function casesOfQueue(
  work: Work,
  queue: QueueFacts,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ cases: QueuedCase[]; total: number }> {
  const rows = await queued(work, queue)
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('organisations as h', 'h.id', 'recognition_cases.host_organisation_id')
    .innerJoin('degree_programmes as g', 'g.id', 'recognition_cases.degree_programme_id')
    .select([
      'recognition_cases.id',
      'recognition_cases.number',
      'recognition_cases.person_id',
      'recognition_cases.lines_open',
      'recognition_cases.lines_recognised',
      'recognition_cases.lines_refused',
      'recognition_cases.due_on',
      'recognition_cases.created_at',
      'p.name',
      'h.names as host_names',
      'g.names as programme_names',
    ])
    .orderBy('recognition_cases.due_on')
    .orderBy('recognition_cases.created_at')
    .orderBy('recognition_cases.id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const { total } = await queued(work, queue)
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return {
    total: Number(total),
    cases: rows.map((row) => ({
      id: row.id,
      number: row.number,
      personId: row.person_id,
      student: row.name,
      hostNames: row.host_names,
      programmeNames: row.programme_names,
      linesOpen: row.lines_open,
      lines: row.lines_open + row.lines_recognised + row.lines_refused,
      dueOn: row.due_on,
      createdAt: row.created_at,
    })),
  }
}

/** A line of a case that a unit is or was asked about. */
export interface ReferralRow {
  [fact: string]: unknown
  id: string
  caseId: string
  lineId: string
  number: string
  home_organisation_id: string
  degree_programme_id: string
  person_id: string
  /** Open while the unit may answer. */
  state: 'open' | 'answered' | 'withdrawn'
  unit_id: string
  unitNames: LocalText
  student: PersonName
  hostNames: LocalText
  position: number
  code: string
  titles: Titles
  question: string
  askedBy: PersonName
  askedAt: Date
  dueOn: DateOnly
  closedBy: PersonName | null
  closedAt: Date | null
  verdict: 'recognised' | 'refused' | null
  homeCourseCode: string | null
  homeCredit: string | null
  contentShare: string | null
  reason: string | null
  reasonLanguage: Language | null
  secondReason: Spoken | null
  /** Of the home institution. */
  timeZone: string
}

function referrals(work: Work) {
  return work.read
    .selectFrom('line_referrals as r')
    .innerJoin('recognition_cases', 'recognition_cases.id', 'r.case_id')
    .innerJoin('case_lines as l', 'l.id', 'r.case_line_id')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('organisations as h', 'h.id', 'recognition_cases.host_organisation_id')
    .innerJoin('organisations as o', 'o.id', 'recognition_cases.home_organisation_id')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .innerJoin('persons as a', 'a.id', 'r.asked_by')
    .leftJoin('persons as b', 'b.id', 'r.closed_by')
    .selectAll('r')
    .select([
      'recognition_cases.number',
      'recognition_cases.home_organisation_id',
      'recognition_cases.degree_programme_id',
      'recognition_cases.person_id',
      'l.position',
      't.code',
      't.titles',
      'p.name as student',
      'h.names as host_names',
      'o.time_zone',
      'u.names as unit_names',
      'a.name as asker',
      'b.name as closer',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof referrals>['execute']>>[number]

function asReferral(row: Row): ReferralRow {
  return {
    id: row.id,
    caseId: row.case_id,
    lineId: row.case_line_id,
    number: row.number,
    home_organisation_id: row.home_organisation_id,
    degree_programme_id: row.degree_programme_id,
    person_id: row.person_id,
    state: row.state,
    unit_id: row.unit_id,
    unitNames: row.unit_names,
    student: row.student,
    hostNames: row.host_names,
    position: row.position,
    code: row.code,
    titles: row.titles,
    question: row.question,
    askedBy: row.asker,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    closedBy: row.closer,
    closedAt: row.closed_at,
    verdict: row.verdict,
    homeCourseCode: row.home_course_code,
    homeCredit: row.home_credit,
    contentShare: row.content_share,
    reason: row.reason,
    reasonLanguage: row.reason_language,
    secondReason: secondReasonOf(row),
    timeZone: row.time_zone,
  }
}

/** The lines that a unit is asked about, the most urgent first; one query. */
export async function referralsToUnit(work: Work, unitId: string): Promise<ReferralRow[]> {
  const rows = await referrals(work)
    .where('r.unit_id', '=', unitId)
    .where('r.state', '=', 'open')
    .where(work.scope('recognition.case.list', 'recognition_cases'))
    .orderBy('r.due_on')
    .orderBy('r.asked_at')
    .limit(200)
    .execute()
  return rows.map(asReferral)
}

/** Everything that units were asked about a case, the newest first; one query. */
export async function referralsOfCase(work: Work, caseId: string): Promise<ReferralRow[]> {
  const rows = await referrals(work)
    .where('r.case_id', '=', caseId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map(asReferral)
}

/** A question to a unit by its id, or null; whether the actor may answer is asked of the rule table. */
export async function referralById(work: Work, id: string): Promise<ReferralRow | null> {
  if (!isUuid(id)) return null
  const row = await referrals(work).where('r.id', '=', id).executeTakeFirst()
  return row ? asReferral(row) : null
}

/** The open units of an institution for a choice; those that have somebody who evaluates say so. */
export function unitsForChoice(
  work: Work,
  organisationId: string,
): Promise<{ id: string; names: LocalText }[]> {
  return work.read
    .selectFrom('units')
    .select(['id', 'names'])
    .where('organisation_id', '=', organisationId)
    .where('closed_on', 'is', null)
    .orderBy('id')
    .execute()
}
