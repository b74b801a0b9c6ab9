import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText, PersonName } from '#kernel/values'
import type { CaseState } from '../schema.ts'
import { findCases, type FoundCases } from './find-cases.ts'

/** A case as a list shows it. */
export interface ListedCase {
  id: string
  number: string
  state: CaseState
  personId: string
  student: PersonName
  hostNames: LocalText
  homeNames: LocalText
  homeTimeZone: string
  programmeNames: LocalText
  recognisedCredit: string | null
  linesRecognised: number
  linesRefused: number
  linesOpen: number
  /** Whether the student has been asked for something and has not answered. */
  waiting: boolean
  /** Whether its time stands still meanwhile. */
  isPaused: boolean
  dueOn: DateOnly | null
  createdAt: Date
  decidedAt: Date | null
}

/** What is to be done with an open case: it is late, lines wait for a verdict, all have one, evidence is awaited. */
export const caseStages = ['late', 'waiting', 'ready', 'evidence'] as const
export type CaseStage = (typeof caseStages)[number]

/** By what a list of cases can be sorted. */
export const caseOrders = ['student', 'number', 'host', 'lines', 'due', 'arrival'] as const
export type CaseOrder = (typeof caseOrders)[number]

/** What of the queue is wanted. */
export interface CaseFilter {
  state?: CaseState
  hostOrganisationId?: string
  /** A case number, or what people are called or numbered. */
  search?: string
  /** What is to be done with an open case. */
  stage?: CaseStage
  /** The unit that evaluates it; null is the office. */
  unitId?: string | null
  /** By what the list is sorted; left out, the most urgent come first. */
  order?: { by: CaseOrder; descending: boolean }
  page: number
  pageSize: number
}

/**
 * The cases that the actor may see, the most urgent first unless another order is asked for; two queries, however long
 * the queue is, and up to three more for a search.
 */
export async function listCases(
  work: Work,
  filter: CaseFilter,
): Promise<{ cases: ListedCase[]; total: number; similar: boolean }> {
  const found = filter.search ? await findCases(work, filter.search) : null
  const base = filtered(work, filter, found)
  const rows = await base
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'recognition_cases.degree_programme_id')
    .select([
      'recognition_cases.id',
      'recognition_cases.number',
      'recognition_cases.state',
      'recognition_cases.recognised_credit',
      'recognition_cases.lines_recognised',
      'recognition_cases.lines_refused',
      'recognition_cases.lines_open',
      'recognition_cases.due_on',
      'recognition_cases.paused_since',
      'recognition_cases.created_at',
      'recognition_cases.decided_at',
      'recognition_cases.person_id',
      'p.name as student',
      'host.names as host_names',
      'home.names as home_names',
      'home.time_zone as home_time_zone',
      'd.names as programme_names',
      sql<boolean>`exists (select from evidence_requests r where r.case_id = recognition_cases.id
        and r.state = 'open')`.as('waiting'),
    ])
    .orderBy(orderOf(work, filter))
    .orderBy('recognition_cases.created_at', 'desc')
    .orderBy('recognition_cases.id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute()
  const { total } = await base
    .select((eb) => eb.fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return { total: Number(total), cases: rows.map(listed), similar: found?.similar ?? false }
}

function filtered(work: Work, filter: CaseFilter, found: FoundCases | null) {
  let query = work.read
    .selectFrom('recognition_cases')
    .where(work.scope('recognition.case.list', 'recognition_cases'))
  if (filter.state) query = query.where('recognition_cases.state', '=', filter.state)
  if (filter.hostOrganisationId) {
    query = query.where('recognition_cases.host_organisation_id', '=', filter.hostOrganisationId)
  }
  if (filter.unitId !== undefined) {
    query = query.where('recognition_cases.unit_id', 'is not distinct from', filter.unitId)
  }
  if (filter.stage) query = query.where(isAtStage(work, filter.stage))
  if (found) {
    query = query.where((eb) =>
      eb.or([
        eb('recognition_cases.id', '=', sql<string>`any(${found.caseIds}::uuid[])`),
        eb('recognition_cases.person_id', '=', sql<string>`any(${found.personIds}::uuid[])`),
      ]),
    )
  }
  return query
}

/** The same conditions as the counts of one's home have. */
function isAtStage(work: Work, stage: CaseStage) {
  const open = sql`recognition_cases.state = 'open'`
  switch (stage) {
    case 'late':
      return sql<boolean>`${open} and recognition_cases.paused_since is null
        and recognition_cases.due_on < (select (${work.now}::timestamptz at time zone o.time_zone)::date
          from organisations o where o.id = recognition_cases.home_organisation_id)`
    case 'waiting':
      return sql<boolean>`${open} and recognition_cases.lines_open > 0`
    case 'ready':
      // While papers are awaited, nobody is asked to decide: it is shown as waiting for them.
      return sql<boolean>`${open} and recognition_cases.lines_open = 0
        and recognition_cases.paused_since is null`
    case 'evidence':
      return sql<boolean>`${open} and exists (select from evidence_requests r
        where r.case_id = recognition_cases.id and r.state = 'open')`
  }
}

/** Open cases before others, of them the day that is nearest; where time stands still there is no hurry. */
const mostUrgent = sql`recognition_cases.state <> 'open', recognition_cases.paused_since is not null,
  case when recognition_cases.state = 'open' then recognition_cases.due_on end nulls last,
  recognition_cases.decided_at desc nulls last`

function orderOf(work: Work, { order }: CaseFilter) {
  if (!order) return mostUrgent
  const column = {
    student: sql`p.romanised_key`,
    number: sql`recognition_cases.number`,
    host: sql`coalesce(host.names ->> ${work.language}, host.names ->> 'en')`,
    lines: sql`recognition_cases.lines_open`,
    due: sql`recognition_cases.due_on`,
    arrival: sql`recognition_cases.created_at`,
  }[order.by]
  return order.descending ? sql`${column} desc nulls last` : sql`${column} nulls last`
}

interface CaseListRow {
  id: string
  number: string
  state: CaseState
  person_id: string
  student: PersonName
  host_names: LocalText
  home_names: LocalText
  home_time_zone: string
  programme_names: LocalText
  recognised_credit: string | null
  lines_recognised: number
  lines_refused: number
  lines_open: number
  waiting: boolean
  paused_since: DateOnly | null
  due_on: DateOnly | null
  created_at: Date
  decided_at: Date | null
}

function listed(row: CaseListRow): ListedCase {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    personId: row.person_id,
    student: row.student,
    hostNames: row.host_names,
    homeNames: row.home_names,
    homeTimeZone: row.home_time_zone,
    programmeNames: row.programme_names,
    recognisedCredit: row.recognised_credit,
    linesRecognised: row.lines_recognised,
    linesRefused: row.lines_refused,
    linesOpen: row.lines_open,
    waiting: row.waiting,
    isPaused: row.paused_since !== null,
    dueOn: row.due_on,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
  }
}
