import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, Language } from '#kernel/values'

/** Two sets of courses whose syllabi are compared. */
export interface ContentComparisonsTable {
  id: string
  origin: string
  home_organisation_id: string
  host_organisation_id: string
  host_key: string
  home_key: string
  case_id: string | null
  line_position: number | null
  created_by: string
  created_at: Date
}

/** A comparison at one time; never altered. */
export interface ContentComparisonVersionsTable {
  comparison_id: string
  version: number
  document: Json<unknown>
  document_sha256: string
  content_share: string | null
  made_by: string
  made_at: Date
}

/** A syllabus as it was handed in. */
export interface ContentFilesTable {
  id: string
  comparison_id: string
  side: 'host' | 'home'
  file_id: string
  added_by: string
  added_at: Date
}

export type QuestionState = 'open' | 'answered' | 'withdrawn'

/** One question to one person who knows the field. */
export interface ContentQuestionsTable {
  id: string
  origin: string
  case_id: string
  line_position: number
  home_organisation_id: string
  host_organisation_id: string
  document: Json<unknown>
  threshold: string
  asked_by: string
  asked_at: Date
  due_on: DateOnly
  asked_person_id: string | null
  asked_name: string
  asked_address: string | null
  asked_language: Language
  reminded_at: Date | null
  state: ColumnType<QuestionState, QuestionState | undefined, QuestionState>
  closed_at: Date | null
}

export type AnswerChoice = 'enough' | 'half' | 'less' | 'unknown'

/** What was answered, by whom and when; never altered. */
export interface ContentAnswersTable {
  question_id: string
  choice: AnswerChoice
  remark: ColumnType<string, string | undefined, string>
  answered_by: string | null
  link_id: string | null
  answered_at: Date
}

/** What a share was taken from, and for what; never altered. */
export interface ContentUsesTable {
  id: string
  comparison_id: string | null
  version: number | null
  question_id: string | null
  case_id: string | null
  line_position: number | null
  equivalence_id: string | null
  content_share: string
  used_by: string
  used_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    content_comparisons: ContentComparisonsTable
    content_comparison_versions: ContentComparisonVersionsTable
    content_files: ContentFilesTable
    content_questions: ContentQuestionsTable
    content_answers: ContentAnswersTable
    content_uses: ContentUsesTable
  }
}
