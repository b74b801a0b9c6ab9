import { sql } from 'kysely'
import { jsonArrayFrom, jsonBuildObject } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import type { FileKind } from '#kernel/files'
import {
  type DateOnly,
  isUuid,
  type Language,
  type LocalText,
  type PersonName,
} from '#kernel/values'
import type { Holder } from '../holder.ts'
import type { Issuer, PossibleIssuer } from '../issuer.ts'
import type { WhatIf } from '../rules/explain.ts'
import type { EvidenceKind, LearningKind } from '../rules/learning.ts'
import type { LineFacts } from '../rules/line-facts.ts'
import { secondReasonOf, type Spoken } from '../rules/reason-language.ts'
import type {
  LineEvaluation,
  RecordedCourse,
  SetEvaluation,
  Titles,
  TranscriptLine,
  Verdict,
} from '../rules/types.ts'
import type { PostingState, RoutedBy } from '../schema-office.ts'
import type { CaseState, TranscriptFormat } from '../schema.ts'
import { fromStored } from '../stored.ts'
import { namesOf } from './people.ts'

/** A case with the facts that the rule table asks for and the names that its page shows. */
export interface CasePageRow {
  [fact: string]: unknown
  id: string
  number: string
  state: CaseState
  person_id: string
  enrolment_id: string
  transcript_id: string
  home_organisation_id: string
  host_organisation_id: string
  degree_programme_id: string
  input_hash: string | null
  rule_set_id: string | null
  rule_set_version: number | null
  /** The rules by which it was evaluated last: their name, and from when that version applies. */
  rule_names: LocalText | null
  rule_valid_from: DateOnly | null
  recognised_credit: string | null
  lines_recognised: number
  lines_refused: number
  lines_open: number
  due_on: DateOnly | null
  created_at: Date
  decided_at: Date | null
  evaluated_at: Date | null
  decided_by: string | null
  /** Which decision of the case this is, or will be. */
  revision: number
  posting_state: PostingState | null
  /** The day from which its time stands still, because the student is asked. */
  paused_since: DateOnly | null
  /** From when on the decision is final; null where it was at once. */
  released_at: Date | null
  student: PersonName
  student_number: string
  intake_year: number
  host_names: LocalText
  home_names: LocalText
  home_country: string
  home_time_zone: string
  programme_names: LocalText
  credit_scheme: string
  total_credit: string
  decider: PersonName | null
  file_id: string | null
  scan_file_id: string | null
  /** What kind of file the original is, where one was kept. */
  original_kind: FileKind | null
  issued_on: DateOnly | null
  holder: Holder
  issuer: Issuer
  issuer_confirmed_at: Date | null
  issuer_confirmer: PersonName | null
  holder_confirmed_at: Date | null
  holder_confirmer: PersonName | null
  host: PossibleIssuer
  student_born: DateOnly | null
  brought_in_by: string | null
  brought_in_by_name: PersonName | null
  /** How the transcript came: read from a file, pasted, or typed by hand. */
  format: TranscriptFormat
  /** The unit that evaluates it; null is the office. */
  unit_id: string | null
  unit_names: LocalText | null
  line_unit_ids: string[]
  routed_by: RoutedBy
}

/** A case by its id, or null; whether the actor may see it is asked of the rule table. */
export async function caseById(work: Work, id: string): Promise<CasePageRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('recognition_cases as c')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('enrolments as e', 'e.id', 'c.enrolment_id')
    .innerJoin('transcripts as t', 't.id', 'c.transcript_id')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .innerJoin('degree_programmes as d', 'd.id', 'c.degree_programme_id')
    .leftJoin('units as evaluating', 'evaluating.id', 'c.unit_id')
    .leftJoin('persons as decider', 'decider.id', 'c.decided_by')
    .leftJoin('recognition_rule_sets as r', (join) =>
      join.onRef('r.id', '=', 'c.rule_set_id').onRef('r.version', '=', 'c.rule_set_version'),
    )
    .leftJoin('persons as bringer', 'bringer.id', 't.created_by')
    .leftJoin('persons as confirmer', 'confirmer.id', 't.issuer_confirmed_by')
    .leftJoin('persons as knower', 'knower.id', 't.holder_confirmed_by')
    .leftJoin('files as original', (join) =>
      join.on('original.id', '=', (eb) => eb.fn.coalesce('t.scan_file_id', 't.file_id')),
    )
    .selectAll('c')
    .select((eb) => [
      'p.name as student',
      'p.birth_date as student_born',
      'e.student_number',
      'e.intake_year',
      'host.names as host_names',
      jsonBuildObject({
        names: eb.ref('host.names'),
        acronym: eb.ref('host.acronym'),
        ror: eb.ref('host.ror'),
        identifiers: eb.ref('host.identifiers'),
        country: eb.ref('host.country'),
        city: eb.ref('host.city'),
      }).as('host'),
      'home.names as home_names',
      'home.country as home_country',
      'home.time_zone as home_time_zone',
      'd.names as programme_names',
      'd.credit_scheme',
      'd.total_credit',
      'decider.name as decider',
      't.file_id',
      't.scan_file_id',
      'original.kind as original_kind',
      't.issued_on',
      't.holder',
      't.issuer',
      't.issuer_confirmed_at',
      'confirmer.name as issuer_confirmer',
      't.holder_confirmed_at',
      'knower.name as holder_confirmer',
      't.created_by as brought_in_by',
      'bringer.name as brought_in_by_name',
      't.format',
      'evaluating.names as unit_names',
      'r.valid_from as rule_valid_from',
      sql<LocalText | null>`r.definition -> 'name'`.as('rule_names'),
    ])
    .where('c.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A correction of a line to what stands on the original. */
export interface LineCorrection {
  at: Date
  by: PersonName
  reason: string
  before: LineFacts
  after: LineFacts
}

/** A line of a case: what the transcript says, what the engine found, what stands. */
export interface CaseLine {
  id: string
  position: number
  code: string
  titles: Titles
  credit: string | null
  creditSchemeId: string | null
  hours: unknown
  grade: string | null
  term: string | null
  completedOn: DateOnly | null
  status: TranscriptLine['status']
  /** How it was learnt; null where nothing was said: in class, during a term. */
  kind?: LearningKind | null
  /** What has been seen of it beside the transcript. */
  evidence?: readonly EvidenceKind[]
  /** The latest first. */
  corrections: LineCorrection[]
  engine: LineEvaluation
  /** The position of the first line of the set with which it counts; null where it stands alone. */
  setPosition: number | null
  /** On the first line of a set: what the engine found of its lines together. */
  set: SetEvaluation | null
  /** What would have changed the result, of the line or on the first line of a set of the whole. */
  whatIfs: readonly WhatIf[]
  /** The first line of those on which a person put one word together, and there the home courses of all. */
  wordSet?: number | null
  wordCourses?: readonly RecordedCourse[] | null
  verdict: Verdict
  homeCourseCode: string | null
  homeCourseTitles: Titles
  homeCredit: string | null
  recordedGrade: string | null
  contentShare: string | null
  changedBy: PersonName | null
  changedAt: Date | null
  changeReason: string | null
  /** In which language the reason was given; null or absent where it was not said. */
  reasonLanguage?: Language | null
  /** The same reason in a second language. */
  secondReason?: Spoken | null
  /** Why it is more credit than the conversion gives. */
  creditReason: string | null
}

/** Whether a line belongs to a case. */
export async function isLineOf(work: Work, lineId: string, caseId: string): Promise<boolean> {
  const line = await work.read
    .selectFrom('case_lines')
    .select('id')
    .where('id', '=', lineId)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return line !== undefined
}

/** The lines of a case in the transcript's order; one query. */
export async function linesOfCase(work: Work, caseId: string): Promise<CaseLine[]> {
  return (await caseLines(work, caseId).execute()).map(readCaseLine)
}

/** The lines of several cases by case, each in the transcript's order; one query. */
export async function linesOfCases(
  work: Work,
  caseIds: readonly string[],
): Promise<Map<string, CaseLine[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await allLines(work)
    .where('l.case_id', 'in', [...caseIds])
    .execute()
  const byCase = Map.groupBy(rows, (row) => row.case_id)
  return new Map([...byCase].map(([id, lines]) => [id, lines.map(readCaseLine)]))
}

/** The rows of a case's lines, by themselves or as a part of another query. */
export function caseLines(work: Work, caseId: string) {
  return allLines(work).where('l.case_id', '=', caseId)
}

function allLines(work: Work) {
  return work.read
    .selectFrom('case_lines as l')
    .innerJoin('transcript_lines as t', 't.id', 'l.transcript_line_id')
    .leftJoin('persons as p', 'p.id', 'l.changed_by')
    .leftJoin('case_sets as s', (join) =>
      join.onRef('s.case_id', '=', 'l.case_id').onRef('s.position', '=', 'l.position'),
    )
    .selectAll('l')
    .select([
      's.evaluation as set_evaluation',
      's.explanation as set_explanation',
      't.code',
      't.titles',
      't.credit',
      't.credit_scheme_id',
      't.hours',
      't.grade',
      't.term',
      't.completed_on',
      't.status',
      't.kind',
      't.evidence',
      'p.name as changer',
      jsonArrayFrom(correctionsOf(work)).as('corrections'),
    ])
    .orderBy('l.position')
}

type CaseLineRow = Awaited<ReturnType<ReturnType<typeof caseLines>['execute']>>[number]

/** A line out of its row; out of JSON its times are texts. */
export function readCaseLine(
  row: Omit<CaseLineRow, 'changed_at'> & { changed_at: Date | string | null },
): CaseLine {
  return {
    id: row.id,
    position: row.position,
    code: row.code,
    titles: row.titles,
    credit: row.credit,
    creditSchemeId: row.credit_scheme_id,
    hours: row.hours,
    grade: row.grade,
    term: row.term,
    completedOn: row.completed_on,
    status: row.status,
    kind: row.kind,
    evidence: row.evidence,
    corrections: row.corrections.map((each) => ({
      at: new Date(each.corrected_at),
      by: each.by,
      reason: each.reason,
      before: fromStored<LineFacts>(each.before),
      after: fromStored<LineFacts>(each.after),
    })),
    engine: fromStored<LineEvaluation>(row.evaluation),
    setPosition: row.set_position,
    set: row.set_evaluation === null ? null : fromStored<SetEvaluation>(row.set_evaluation),
    whatIfs: fromStored<WhatIf[]>(row.set_explanation ?? row.explanation ?? []),
    wordSet: row.word_set ?? null,
    wordCourses: row.word_courses ? fromStored<RecordedCourse[]>(row.word_courses) : null,
    verdict: row.verdict,
    homeCourseCode: row.home_course_code,
    homeCourseTitles: row.home_course_titles,
    homeCredit: row.home_credit,
    recordedGrade: row.recorded_grade,
    contentShare: row.content_share,
    changedBy: row.changer,
    changedAt: row.changed_at === null ? null : new Date(row.changed_at),
    changeReason: row.change_reason,
    reasonLanguage: row.change_reason_language ?? null,
    secondReason: secondReasonOf(row),
    // Documents of earlier decisions do not name it.
    creditReason: row.credit_reason ?? null,
  }
}

function correctionsOf(work: Work) {
  return work.read
    .selectFrom('line_corrections as k')
    .innerJoin('persons as corrector', 'corrector.id', 'k.corrected_by')
    .select(['k.corrected_at', 'k.reason', 'k.before', 'k.after', 'corrector.name as by'])
    .where('k.transcript_line_id', '=', sql.ref<string>('t.id'))
    .orderBy('k.corrected_at', 'desc')
}

/** The ids of people that reasons speak of: who judged an equivalence. */
export function judgesOf(lines: readonly CaseLine[]): string[] {
  const reasons = lines.flatMap((line) => [...line.engine.reasons, ...(line.set?.reasons ?? [])])
  const judges = reasons.map((reason) => reason.args['judge'])
  return [...new Set(judges.filter((judge) => typeof judge === 'string'))]
}

/** The names of people that reasons speak of, by id; one query. */
export function namesOfJudges(
  work: Work,
  lines: readonly CaseLine[],
): Promise<Map<string, PersonName>> {
  return namesOf(work, judgesOf(lines))
}
