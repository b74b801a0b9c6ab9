import type { ColumnType } from 'kysely'
import type { Json } from '#kernel/database'
import type { DateOnly, Language, LocalText } from '#kernel/values'
import type { Holder } from './holder.ts'
import type { Issuer } from './issuer.ts'
import type { ArchiveFilter, ArchiveState } from './queries/archives.ts'
import type { EvidenceKind, LearningKind } from './rules/learning.ts'
import type { Titles, Verdict } from './rules/types.ts'
import type { PostingState, RoutedBy } from './schema-office.ts'

/** An exact fraction in canonical text. */
type Exact = string

export interface CreditSchemesTable {
  id: string
  organisation_id: string | null
  definition: Json<unknown>
}

export interface GradeScalesTable {
  id: string
  organisation_id: string | null
  intake_from: number | null
  intake_to: number | null
  definition: Json<unknown>
}

export interface InstitutionSchemesTable {
  id: string
  organisation_id: string
  credit_scheme_id: string
  grade_scale_id: string
  intake_from: number
  intake_to: number | null
}

export interface GradeCorrespondencesTable {
  id: string
  home_organisation_id: string
  host_scale_id: string
  home_scale_id: string
  host_grade: string
  home_grade: string
  source: Json<{ title: string; url: string } | null> | null
}

export type CatalogueState =
  | 'draft'
  | 'importing'
  | 'ready'
  | 'published'
  | 'replaced'
  | 'failed'
  | 'discarded'

export interface CataloguesTable {
  id: string
  origin: string
  organisation_id: string
  file_name: string
  format: string
  encoding: string | null
  file_id: string | null
  mapping: Json<unknown>
  sample: ColumnType<unknown, string | undefined, string>
  state: ColumnType<CatalogueState, CatalogueState | undefined, CatalogueState>
  rows_read: ColumnType<number, number | undefined, number>
  rows_taken: ColumnType<number, number | undefined, number>
  rows_wrong: ColumnType<number, number | undefined, number>
  rows_expected: number | null
  failure: Json<StoredMessage> | null
  imported_by: string | null
  created_at: Date
  finished_at: Date | null
  published_at: Date | null
}

export interface CurrentCataloguesTable {
  organisation_id: string
  catalogue_id: string
}

/** A message as it stands in a row; `restoreMessage` reads it. */
export type StoredMessage = Record<string, unknown>

export interface CatalogueProblemsTable {
  catalogue_id: string
  row_number: number
  position: ColumnType<number, number | undefined, number>
  severity: 'error' | 'warning'
  field: string | null
  message: Json<StoredMessage>
  row_text: ColumnType<string, string | undefined, string>
}

export interface CoursesTable {
  id: string
  catalogue_id: string
  organisation_id: string
  code: string
  titles: Json<Titles>
  credit: Exact | null
  hours: Json<unknown> | null
  unit_name: string | null
  unit_id: string | null
  level: string | null
  descriptions: ColumnType<LocalText, string | undefined, string>
  language_of_instruction: string | null
  row_number: number
  search_text: string
}

export interface EquivalencesTable {
  id: string
  origin: string
  home_organisation_id: string
  host_organisation_id: string
  package_accept: Exact | null
  package_any: ColumnType<boolean, boolean | undefined, boolean>
  degree_programme_id: string | null
  content_share: Exact | null
  valid_from: DateOnly
  valid_to: DateOnly | null
  judged_by: string
  judged_on: DateOnly
  note: ColumnType<string, string | undefined, string>
  from_case_id: string | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
  replaced_by_id: ColumnType<string | null, string | null | undefined, string | null>
  mirror_of_id: ColumnType<string | null, string | null | undefined, string | null>
  reverse_asked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  reverse_declined_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  reminded_of: ColumnType<DateOnly | null, DateOnly | null | undefined, DateOnly | null>
}

export interface EquivalenceHostCoursesTable {
  equivalence_id: string
  home_organisation_id: string
  host_organisation_id: string
  position: number
  requirement: number | null
  course_code: string
  titles: Json<Titles>
}

export interface EquivalenceHomeCoursesTable {
  equivalence_id: string
  home_organisation_id: string
  position: number
  course_code: string
  titles: Json<Titles>
  credit: Exact
  is_block: ColumnType<boolean, boolean | undefined, boolean>
}

export interface RecognitionRuleSetsTable {
  id: string
  version: number
  home_organisation_id: string
  host_organisation_id: string | null
  degree_programme_id: string | null
  intake_from: number | null
  intake_to: number | null
  valid_from: DateOnly
  valid_to: DateOnly | null
  definition: Json<unknown>
  published_at: Date
  published_by: string | null
}

export type TranscriptFormat = 'elmo' | 'table' | 'paste' | 'hand'

export interface TranscriptsTable {
  id: string
  origin: string
  person_id: string
  home_organisation_id: string
  host_organisation_id: string
  enrolment_id: string
  format: TranscriptFormat
  file_id: string | null
  scan_file_id: string | null
  issued_on: DateOnly | null
  holder: Json<Holder>
  issuer: ColumnType<Issuer, string | undefined, string>
  issuer_confirmed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  issuer_confirmed_by: ColumnType<string | null, string | null | undefined, string | null>
  holder_confirmed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  holder_confirmed_by: ColumnType<string | null, string | null | undefined, string | null>
  problems: Json<unknown[]>
  content_sha256: string
  /** What made it the same as another when it was read; null while no line has been corrected. */
  read_sha256: ColumnType<string | null, string | null | undefined, string | null>
  created_by: string | null
  created_at: Date
}

export interface TranscriptDraftsTable {
  id: string
  created_by: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  host_organisation_id: string | null
  degree_programme_id: string
  format: TranscriptFormat
  file_id: string | null
  scan_file_id: string | null
  content: Json<unknown>
  revision: ColumnType<number, number | undefined, number>
  state: ColumnType<'open' | 'taken' | 'discarded', string | undefined, string>
  case_id: string | null
  created_at: Date
  updated_at: Date
}

export interface CaseCountersTable {
  organisation_id: string
  year: number
  last_number: number
}

export interface TranscriptLinesTable {
  id: string
  transcript_id: string
  position: number
  code: string
  titles: Json<Titles>
  credit: Exact | null
  credit_scheme_id: string | null
  hours: Json<unknown> | null
  grade: string | null
  status: 'passed' | 'failed' | 'in-progress' | null
  completed_on: DateOnly | null
  term: string | null
  kind: ColumnType<LearningKind | null, LearningKind | null | undefined, LearningKind | null>
  evidence: ColumnType<EvidenceKind[], string | undefined, string>
}

export interface LineCorrectionsTable {
  id: string
  transcript_line_id: string
  corrected_by: string
  corrected_at: Date
  reason: string
  before: Json<unknown>
  after: Json<unknown>
}

export type CaseState = 'open' | 'decided' | 'withdrawn'

export interface RecognitionCasesTable {
  id: string
  origin: string
  number: string
  transcript_id: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  state: ColumnType<CaseState, CaseState | undefined, CaseState>
  assignee_id: string | null
  due_on: DateOnly | null
  rule_set_id: string | null
  rule_set_version: number | null
  input_hash: string | null
  evaluated_at: Date | null
  recognised_credit: Exact | null
  lines_recognised: ColumnType<number, number | undefined, number>
  lines_refused: ColumnType<number, number | undefined, number>
  lines_open: ColumnType<number, number | undefined, number>
  revision: ColumnType<number, number | undefined, number>
  created_at: Date
  decided_at: Date | null
  decided_by: string | null
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  routed_by: ColumnType<RoutedBy, RoutedBy | undefined, RoutedBy>
  line_unit_ids: ColumnType<string[], string[] | undefined, string[]>
  posting_state: ColumnType<PostingState | null, PostingState | undefined, PostingState | null>
  posting_due_on: ColumnType<DateOnly | null, DateOnly | undefined, DateOnly | null>
  posted_at: ColumnType<Date | null, Date | undefined, Date | null>
  posted_credit: ColumnType<Exact | null, Exact | undefined, Exact | null>
  released_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  paused_since: ColumnType<DateOnly | null, DateOnly | null | undefined, DateOnly | null>
}

export interface CaseLinesTable {
  id: string
  case_id: string
  transcript_line_id: string
  position: number
  evaluation: Json<unknown>
  verdict: Verdict
  home_course_code: string | null
  home_course_titles: Json<Titles>
  home_credit: Exact | null
  recorded_grade: string | null
  content_share: Exact | null
  changed_by: string | null
  changed_at: Date | null
  change_reason: string | null
  credit_reason: string | null
  change_reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
  second_reason: ColumnType<string | null, string | null | undefined, string | null>
  second_reason_language: ColumnType<Language | null, Language | null | undefined, Language | null>
  set_position: number | null
  word_set: ColumnType<number | null, number | null | undefined, number | null>
  word_courses: ColumnType<unknown, string | null | undefined, string | null>
  explanation: Json<unknown> | null
}

export interface CaseSetsTable {
  case_id: string
  position: number
  evaluation: Json<unknown>
  explanation: Json<unknown> | null
}

export interface CaseHomeCoursesTable {
  case_id: string
  line_position: number
  position: number
  course_code: string
  titles: Json<Titles>
  credit: Exact
  recorded_grade: string | null
}

/** Who reads a comment: the staff of the school, or the student too. */
export type CommentAudience = 'staff' | 'student'

export interface CaseCommentsTable {
  id: string
  case_id: string
  case_line_id: string | null
  author_id: string
  audience: CommentAudience
  text: string | null
  created_at: Date
  taken_back_at: Date | null
}

export interface CaseCommentMentionsTable {
  comment_id: string
  person_id: string
}

export interface RecognitionSettingsTable {
  organisation_id: string
  case_working_days: number
  undo_minutes: number
  evidence_working_days: number
  reminder_working_days: number
  evidence_pauses: boolean
  appeal_working_days: number | null
  demands_check: ColumnType<boolean, boolean | undefined, boolean>
  revision_by_another: ColumnType<boolean, boolean | undefined, boolean>
  changed_at: Date
  changed_by: string | null
}

export interface DecisionRetractionsTable {
  decision_id: string
  retracted_by: string
  retracted_at: Date
}

export interface DecisionReleasesTable {
  decision_id: string
  released_at: Date
}

export interface RecognitionDecisionsTable {
  id: string
  origin: string
  case_id: string
  revision: number
  decided_by: string
  decided_at: Date
  recognised_credit: Exact
  input_hash: string
  rule_set_id: string
  rule_set_version: number
  document: Json<unknown>
  document_sha256: string
  released_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RecognitionPlansTable {
  id: string
  origin: string
  person_id: string
  enrolment_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  created_at: Date
  updated_at: Date
}

export interface RecognitionPlanCoursesTable {
  id: string
  plan_id: string
  code: string
  titles: Json<Titles>
  credit: Exact | null
  kind: ColumnType<LearningKind | null, LearningKind | null | undefined, LearningKind | null>
  term: ColumnType<string | null, string | null | undefined, string | null>
  added_at: Date
}

export interface StatementArchivesTable {
  id: string
  origin: string
  created_by: string
  home_organisation_id: string
  filter: Json<ArchiveFilter>
  first_language: Language
  second_language: Language
  named_in: Language
  statements: number
  done: ColumnType<number, number | undefined, number>
  state: ColumnType<ArchiveState, ArchiveState | undefined, ArchiveState>
  file_id: string | null
  created_at: Date
  finished_at: Date | null
}

export interface StatementArchiveCasesTable {
  archive_id: string
  position: number
  case_id: string
}

/** Which words translate which; content is compressed JSON. */
export interface SuggestionDictionariesTable {
  id: string
  source: string
  content: Uint8Array
  title_pairs: number
  built_at: Date
}

/** What suggestions for one home institution rest on; both contents are compressed JSON. */
export interface SuggestionModelsTable {
  organisation_id: string
  catalogue_id: string
  dictionary_id: string
  format: number
  version: string
  catalogue: Uint8Array
  precedents: Uint8Array
  courses: number
  decisions: number
  built_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    credit_schemes: CreditSchemesTable
    grade_scales: GradeScalesTable
    institution_schemes: InstitutionSchemesTable
    grade_correspondences: GradeCorrespondencesTable
    catalogues: CataloguesTable
    current_catalogues: CurrentCataloguesTable
    catalogue_problems: CatalogueProblemsTable
    courses: CoursesTable
    equivalences: EquivalencesTable
    equivalence_host_courses: EquivalenceHostCoursesTable
    equivalence_home_courses: EquivalenceHomeCoursesTable
    recognition_rule_sets: RecognitionRuleSetsTable
    recognition_plans: RecognitionPlansTable
    recognition_plan_courses: RecognitionPlanCoursesTable
    transcripts: TranscriptsTable
    transcript_drafts: TranscriptDraftsTable
    case_counters: CaseCountersTable
    transcript_lines: TranscriptLinesTable
    line_corrections: LineCorrectionsTable
    recognition_cases: RecognitionCasesTable
    case_lines: CaseLinesTable
    case_sets: CaseSetsTable
    case_home_courses: CaseHomeCoursesTable
    recognition_decisions: RecognitionDecisionsTable
    statement_archives: StatementArchivesTable
    statement_archive_cases: StatementArchiveCasesTable
    suggestion_dictionaries: SuggestionDictionariesTable
    suggestion_models: SuggestionModelsTable
    decision_retractions: DecisionRetractionsTable
    decision_releases: DecisionReleasesTable
    recognition_settings: RecognitionSettingsTable
    case_comments: CaseCommentsTable
    case_comment_mentions: CaseCommentMentionsTable
  }
}
