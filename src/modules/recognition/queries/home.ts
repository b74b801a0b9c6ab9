import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'

/** How many cases of an office are where. */
export interface CaseCounts {
  /** Open, with lines that wait for a verdict. */
  waiting: number
  /** Open, with a verdict on every line. */
  ready: number
  late: number
  /** Decided within the last thirty days. */
  decided: number
}

/** How many cases the actor may list are where; one query. */
export async function countCases(work: Work): Promise<CaseCounts> {
  const today = sql<DateOnly>`(${work.now}::timestamptz at time zone home.time_zone)::date`
  const since = new Date(work.now.getTime() - 30 * 86_400_000)
  const row = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .where(work.scope('recognition.case.list', 'recognition_cases') as never)
    .select((eb) => {
      const open = eb('recognition_cases.state', '=', 'open')
      const count = () => eb.fn.countAll<bigint>()
      return [
        count().filterWhere(open).filterWhere('recognition_cases.lines_open', '>', 0).as('waiting'),
        count()
          .filterWhere(open)
          .filterWhere('recognition_cases.lines_open', '=', 0)
          .filterWhere('recognition_cases.paused_since', 'is', null)
          .as('ready'),
        count()
          .filterWhere(open)
          .filterWhere('recognition_cases.paused_since', 'is', null)
          .filterWhere(eb('recognition_cases.due_on', '<', today))
          .as('late'),
        count()
          .filterWhere('recognition_cases.state', '=', 'decided')
          .filterWhere('recognition_cases.decided_at', '>', since)
          .as('decided'),
      ]
    })
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(row.waiting),
    ready: Number(row.ready),
    late: Number(row.late),
    decided: Number(row.decided),
  }
}

/** An open case with its day, and not whose it is. */
export interface DueCase {
  id: string
  number: string
  dueOn: DateOnly
  hostNames: LocalText
  timeZone: string
}

/** The open cases that the actor may list, the nearest day first; one query. */
export async function nextDue(work: Work, limit: number): Promise<DueCase[]> {
  const rows = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .where(work.scope('recognition.case.list', 'recognition_cases') as never)
    .where('recognition_cases.state', '=', 'open')
    .where('recognition_cases.paused_since', 'is', null)
    .where('recognition_cases.due_on', 'is not', null)
    .select(['recognition_cases.id', 'recognition_cases.number', 'recognition_cases.due_on'])
    .select(['host.names', 'home.time_zone'])
    .orderBy('recognition_cases.due_on')
    .orderBy('recognition_cases.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    dueOn: row.due_on!,
    hostNames: row.names,
    timeZone: row.time_zone,
  }))
}

/** A catalogue as it was last brought in for an institution of the actor's. */
export interface LastImport {
  id: string
  fileName: string
  state: string
  createdAt: Date
  timeZone: string
}

/** The last catalogues that the actor's offices brought in; one query. */
export async function lastImports(work: Work, limit: number): Promise<LastImport[]> {
  const rows = await work.read
    .selectFrom('catalogues')
    .innerJoin('organisations as o', 'o.id', 'catalogues.organisation_id')
    .where(work.scope('recognition.catalogue.import', 'catalogues') as never)
    .select(['catalogues.id', 'catalogues.file_name', 'catalogues.state'])
    .select(['catalogues.created_at', 'o.time_zone'])
    .orderBy('catalogues.created_at', 'desc')
    .orderBy('catalogues.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    createdAt: row.created_at,
    timeZone: row.time_zone,
  }))
}
