import type { Work } from '#kernel/database'
import {
  type DateOnly,
  type Fraction,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { Topic } from '../rules/content-share.ts'
import type { AnswerChoice, QuestionState } from '../schema-content.ts'
import { exact, fromStored } from '../stored.ts'
import type { NamedCourse } from './content.ts'

/** Both sides as the question shows them: courses and topics, and not a word about the student. */
export interface QuestionDocument {
  host: { courses: NamedCourse[]; topics: Topic[] }
  home: { courses: NamedCourse[]; topics: Topic[] }
  /** What the evaluator adds, in her own words. */
  note: string
}

/** A question with the facts that the rule table asks for. */
export interface QuestionRow {
  [fact: string]: unknown
  id: string
  case_id: string
  line_position: number
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  asked_person_id: string | null
  /** The student of the case. */
  person_id: string
  caseNumber: string
  homeNames: LocalText
  hostNames: LocalText
  document: QuestionDocument
  threshold: Fraction
  askedBy: { id: string; name: PersonName }
  askedAt: Date
  dueOn: DateOnly
  name: string
  address: string | null
  language: Language
  state: QuestionState
  /** The state of the question, as the rule table asks for it. */
  question_state: QuestionState
  answer: { choice: AnswerChoice; remark: string; at: Date } | null
}

function questions(work: Work) {
  return work.read
    .selectFrom('content_questions as q')
    .innerJoin('recognition_cases as c', 'c.id', 'q.case_id')
    .innerJoin('organisations as home', 'home.id', 'q.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'q.host_organisation_id')
    .innerJoin('persons as asker', 'asker.id', 'q.asked_by')
    .leftJoin('content_answers as a', 'a.question_id', 'q.id')
    .selectAll('q')
    .select([
      'c.number',
      'c.person_id',
      'c.degree_programme_id',
      'home.names as home_names',
      'host.names as host_names',
      'asker.name as asker_name',
      'a.choice',
      'a.remark',
      'a.answered_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof questions>['executeTakeFirstOrThrow']>>

function read(row: Row): QuestionRow {
  return {
    id: row.id,
    case_id: row.case_id,
    line_position: row.line_position,
    home_organisation_id: row.home_organisation_id,
    host_organisation_id: row.host_organisation_id,
    degree_programme_id: row.degree_programme_id,
    asked_person_id: row.asked_person_id,
    person_id: row.person_id,
    caseNumber: row.number,
    homeNames: row.home_names,
    hostNames: row.host_names,
    document: fromStored<QuestionDocument>(row.document),
    threshold: exact(row.threshold),
    askedBy: { id: row.asked_by, name: row.asker_name },
    askedAt: row.asked_at,
    dueOn: row.due_on,
    name: row.asked_name,
    address: row.asked_address,
    language: row.asked_language,
    state: row.state,
    question_state: row.state,
    answer:
      row.choice === null || row.answered_at === null
        ? null
        : { choice: row.choice, remark: row.remark ?? '', at: row.answered_at },
  }
}

/** A question, or null; `lock` keeps others from answering or withdrawing it until the commit. */
export async function questionById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<QuestionRow | null> {
  if (!isUuid(id)) return null
  if (lock) {
    await work.read
      .selectFrom('content_questions')
      .select('id')
      .where('id', '=', id)
      .forUpdate()
      .execute()
  }
  const row = await questions(work).where('q.id', '=', id).executeTakeFirst()
  return row ? read(row) : null
}

/** The questions about a line of a case, the latest first. */
export async function questionsOfLine(
  work: Work,
  caseId: string,
  position: number,
): Promise<QuestionRow[]> {
  const rows = await questions(work)
    .where('q.case_id', '=', caseId)
    .where('q.line_position', '=', position)
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .execute()
  return rows.map(read)
}

/** The questions of a case and how they stand. */
export async function questionsOfCase(
  work: Work,
  caseId: string,
): Promise<{ id: string; state: QuestionState }[]> {
  return work.read
    .selectFrom('content_questions')
    .select(['id', 'state'])
    .where('case_id', '=', caseId)
    .orderBy('asked_at')
    .execute()
}

/** The questions whose day is near and which only their mail can bring to mind: whom they ask has no account here. */
export async function questionsToRemind(work: Work, until: DateOnly): Promise<QuestionRow[]> {
  const rows = await questions(work)
    .where('q.state', '=', 'open')
    .where('q.reminded_at', 'is', null)
    .where('q.asked_person_id', 'is', null)
    .where('q.due_on', '<=', until)
    .orderBy('q.due_on')
    .limit(200)
    .execute()
  return rows.map(read)
}

/** The questions that a person was asked, with what they answered. */
export async function questionsAsked(work: Work, personId: string) {
  return work.read
    .selectFrom('content_questions as q')
    .leftJoin('content_answers as a', 'a.question_id', 'q.id')
    .select(['q.id', 'q.state', 'q.asked_at', 'q.due_on', 'q.asked_name', 'q.document'])
    .select(['a.choice', 'a.remark', 'a.answered_at'])
    .where('q.asked_person_id', '=', personId)
    .orderBy('q.asked_at')
    .execute()
}
