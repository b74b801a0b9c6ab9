import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import {
  type Country,
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { Titles } from '../rules/types.ts'
import type { EvidenceKind, EvidenceParty, EvidenceState } from '../schema-evidence.ts'

/** The owner kind of the files that came with an answer. */
export const evidenceFiles = 'recognition.evidence'

/** What whoever was asked sent; by the link of a mail nobody is named but the request's own. */
export interface EvidenceAnswer {
  id: string
  words: string
  by: PersonName | null
  at: Date
  files: { id: string; name: string }[]
}

/** Evidence that is asked for, as a page shows it, with the facts that the rule table asks for. */
export interface EvidenceRow {
  [fact: string]: unknown
  id: string
  origin: string
  case_id: string
  case_line_id: string | null
  kind: EvidenceKind
  words: string
  party: EvidenceParty
  asked_person_id: string | null
  asked_name: string | null
  asked_address: string | null
  asked_language: Language | null
  state: EvidenceState
  due_on: DateOnly
  asked_by: string
  asked_at: Date
  overdue_at: Date | null
  asker: PersonName
  /** The unit that evaluates the case, those that are asked about a line of it, and those that are asked about this line. */
  unit_id: string | null
  line_unit_ids: string[]
  asked_unit_ids: string[]
  /** The student of the case. */
  person_id: string
  student: PersonName
  home_organisation_id: string
  degree_programme_id: string
  number: string
  host_names: LocalText
  home_names: LocalText
  home_time_zone: string
  home_country: Country
  /** The course that it is about, where it is about one. */
  line: { position: number; code: string; titles: Titles } | null
  answers: EvidenceAnswer[]
}

/** The rows of what is asked, by themselves or as a part of another query. */
export function evidenceRows(work: Work) {
  const answers = work.read
    .selectFrom('evidence_answers as a')
    .leftJoin('persons as p', 'p.id', 'a.answered_by')
    .select(['a.id', 'a.words', 'a.answered_at', 'p.name as by'])
    .select(
      sql<
        { id: string; name: string }[]
      >`(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name)
        order by f.created_at, f.id), '[]') from files f
        where f.owner_kind = ${evidenceFiles} and f.owner_id = a.id::text)`.as('files'),
    )
    .where('a.request_id', '=', sql.ref<string>('r.id'))
    .orderBy('a.answered_at')
    .orderBy('a.id')
  return work.read
    .selectFrom('evidence_requests as r')
    .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
    .innerJoin('persons as student', 'student.id', 'c.person_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('persons as asker', 'asker.id', 'r.asked_by')
    .leftJoin('case_lines as l', 'l.id', 'r.case_line_id')
    .leftJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .select(['r.id', 'r.origin', 'r.case_id', 'r.case_line_id', 'r.kind', 'r.words', 'r.party'])
    .select(['r.asked_person_id', 'r.asked_name', 'r.asked_address', 'r.asked_language'])
    .select(['r.state', 'r.due_on', 'r.asked_by', 'r.asked_at', 'r.overdue_at'])
    .select(['asker.name as asker', 'student.name as student'])
    .select(['c.person_id', 'c.home_organisation_id', 'c.degree_programme_id', 'c.number'])
    .select(['c.unit_id', 'c.line_unit_ids'])
    .select(
      sql<string[]>`array(select f.unit_id from line_referrals f
        where f.case_line_id = r.case_line_id and f.state = 'open')`.as('asked_unit_ids'),
    )
    .select(['host.names as host_names', 'home.names as home_names'])
    .select(['home.time_zone as home_time_zone', 'home.country as home_country'])
    .select(['l.position as line_position', 't.code as line_code', 't.titles as line_titles'])
    .select(jsonArrayFrom(answers).as('answers'))
    .orderBy('r.asked_at')
    .orderBy('r.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof evidenceRows>['execute']>>[number]

/** What is asked, out of its row; out of JSON its times are texts. */
export function readEvidence(
  row: Omit<Row, 'asked_at' | 'overdue_at'> & {
    asked_at: Date | string
    overdue_at: Date | string | null
  },
): EvidenceRow {
  const { line_position: position, line_code: code, line_titles: titles, ...rest } = row
  return {
    ...rest,
    asked_at: new Date(row.asked_at),
    overdue_at: row.overdue_at === null ? null : new Date(row.overdue_at),
    line: position === null || code === null ? null : { position, code, titles: titles ?? {} },
    answers: row.answers.map(({ answered_at: at, ...answer }) => ({ ...answer, at: new Date(at) })),
  }
}

/** One request with everything about it, or null; `lock` keeps others from answering or settling it until the commit. */
export async function evidenceById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<EvidenceRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('evidence_requests')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await evidenceRows(work).where('r.id', '=', id).executeTakeFirst()
  return row ? readEvidence(row) : null
}

/** The requests of a case that are not settled. */
export async function unsettledOf(work: Work, caseId: string): Promise<EvidenceRow[]> {
  const rows = await evidenceRows(work)
    .where('r.case_id', '=', caseId)
    .where('r.state', 'in', ['open', 'answered'])
    .execute()
  return rows.map(readEvidence)
}

/** How many requests of a case are still to be answered within their time. */
export async function unanswered(work: Work, caseId: string): Promise<number> {
  const { count } = await work.read
    .selectFrom('evidence_requests')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .where('overdue_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Requests whose last day is over where the home institution is, and of which nobody has been told yet. */
export async function requestsOverdue(work: Work, limit: number): Promise<string[]> {
  const rows = await work.read
    .selectFrom('evidence_requests as r')
    .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .select('r.id')
    .where('r.state', '=', 'open')
    .where('r.overdue_at', 'is', null)
    .where(sql<boolean>`r.due_on < (${work.now}::timestamptz at time zone o.time_zone)::date`)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Open requests to those whom only a mail can reach, not yet reminded, with how long before its end their institution reminds. */
export async function requestsToRemind(work: Work, until: DateOnly) {
  return work.read
    .selectFrom('evidence_requests as r')
    .innerJoin('recognition_cases as c', 'c.id', 'r.case_id')
    .innerJoin('organisations as o', 'o.id', 'c.home_organisation_id')
    .leftJoin('recognition_settings as s', 's.organisation_id', 'o.id')
    .select(['r.id', 'r.due_on', 'o.country', 'o.time_zone', 's.reminder_working_days'])
    .where('r.state', '=', 'open')
    .where('r.party', '=', 'host')
    .where('r.asked_person_id', 'is', null)
    .where('r.reminded_at', 'is', null)
    .where('r.due_on', '<=', until)
    .orderBy('r.due_on')
    .orderBy('r.id')
    .execute()
}
