import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import { type Country, isUuid, type LocalText, type PersonName } from '#kernel/values'
import type { AppealState } from '../schema-appeals.ts'

/** The owner kind of the files that came with an appeal. */
export const appealFiles = 'recognition.appeal'

/** An objection to a decision, with the facts that the rule table asks for. */
export interface AppealRow {
  [fact: string]: unknown
  id: string
  origin: string
  case_id: string
  decision_id: string
  revision: number
  reasons: string
  appealed_at: Date
  state: AppealState
  answer: string
  answered_at: Date | null
  answerer: PersonName | null
  /** Who took the decision: somebody else answers. */
  decided_by: string
  decider: PersonName
  decided_at: Date
  person_id: string
  student: PersonName
  home_organisation_id: string
  degree_programme_id: string
  /** The unit that evaluates the case; null is the office. */
  unit_id: string | null
  number: string
  home_names: LocalText
  host_names: LocalText
  home_time_zone: string
  home_country: Country
  files: { id: string; name: string }[]
}

/** The rows of appeals, by themselves or as a part of another query. */
export function appealRows(work: Work) {
  const files = work.read
    .selectFrom('files as f')
    .select(['f.id', 'f.name'])
    .where('f.owner_kind', '=', appealFiles)
    .where('f.owner_id', '=', sql<string>`a.id::text`)
    .orderBy('f.created_at')
    .orderBy('f.id')
  return work.read
    .selectFrom('appeals as a')
    .innerJoin('recognition_decisions as d', 'd.id', 'a.decision_id')
    .innerJoin('recognition_cases as c', 'c.id', 'a.case_id')
    .innerJoin('persons as student', 'student.id', 'c.person_id')
    .innerJoin('persons as decider', 'decider.id', 'd.decided_by')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .leftJoin('persons as answerer', 'answerer.id', 'a.answered_by')
    .select(['a.id', 'a.origin', 'a.case_id', 'a.decision_id', 'a.reasons', 'a.appealed_at'])
    .select(['a.state', 'a.answer', 'a.answered_at', 'answerer.name as answerer'])
    .select(['d.revision', 'd.decided_by', 'd.decided_at', 'decider.name as decider'])
    .select(['c.person_id', 'student.name as student', 'c.number'])
    .select(['c.home_organisation_id', 'c.degree_programme_id', 'c.unit_id'])
    .select(['home.names as home_names', 'host.names as host_names'])
    .select(['home.time_zone as home_time_zone', 'home.country as home_country'])
    .select(jsonArrayFrom(files).as('files'))
    .orderBy('a.appealed_at')
    .orderBy('a.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof appealRows>['execute']>>[number]
type Timed = 'appealed_at' | 'answered_at' | 'decided_at'

/** An appeal out of its row; out of JSON its times are texts. */
export function readAppeal(
  row: Omit<Row, Timed> & {
    appealed_at: Date | string
    answered_at: Date | string | null
    decided_at: Date | string
  },
): AppealRow {
  return {
    ...row,
    appealed_at: new Date(row.appealed_at),
    answered_at: row.answered_at === null ? null : new Date(row.answered_at),
    decided_at: new Date(row.decided_at),
  }
}

/** One appeal with everything about it, or null; `lock` keeps others from answering it until the commit. */
export async function appealById(work: Work, id: string, lock?: 'lock'): Promise<AppealRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read.selectFrom('appeals').select('id').where('id', '=', id).forUpdate().execute()
  }
  const row = await appealRows(work).where('a.id', '=', id).executeTakeFirst()
  return row ? readAppeal(row) : null
}

/** Whether the decision of a case has been objected to already. */
export async function isAppealed(work: Work, decisionId: string): Promise<boolean> {
  const row = await work.read
    .selectFrom('appeals')
    .select('id')
    .where('decision_id', '=', decisionId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row !== undefined
}
