// What the registrar's acts are made of: the last decision of each case, and what stands on the record.
import { sql } from 'kysely'
import type { Reader, Work } from '#kernel/database'
import type { DateOnly, LocalText, PersonName } from '#kernel/values'
import { exact } from '../../stored.ts'
import type { DecidedCourse, HostCourse, PostedEntry } from '../../rules/office/posting.ts'
import type { Titles } from '../../rules/types.ts'
import type { PostingState } from '../../schema-office.ts'
import type { CaseState } from '../../schema.ts'

/** A case as far as it is entered on a record, with the home courses of its last decision. */
export interface PostingFacts {
  caseId: string
  number: string
  /** Of a case whose decision may still be taken back: open. */
  state: CaseState
  organisationId: string
  personId: string
  postingState: PostingState | null
  postingDueOn: DateOnly | null
  decisionId: string
  revision: number
  decidedAt: Date
  courses: DecidedCourse[]
  student: PersonName
  studentNumber: string
  intakeYear: number
  programme: { code: string; names: LocalText }
  host: { names: LocalText; country: string }
}

/** The last decision of each of these cases, those without a decision left out; in the order of their decisions. */
export async function postingFactsOf(
  work: Work,
  caseIds: readonly string[],
): Promise<PostingFacts[]> {
  if (caseIds.length === 0) return []
  const rows = await work.read
    .with('latest', (db) =>
      db
        .selectFrom('recognition_decisions')
        .distinctOn('case_id')
        .select(['id', 'case_id', 'revision', 'decided_at', 'document'])
        .where('case_id', 'in', [...caseIds])
        .orderBy('case_id')
        .orderBy('revision', 'desc'),
    )
    .selectFrom('latest as d')
    .innerJoin('recognition_cases as c', 'c.id', 'd.case_id')
    .innerJoin('persons as p', 'p.id', 'c.person_id')
    .innerJoin('enrolments as e', 'e.id', 'c.enrolment_id')
    .innerJoin('degree_programmes as g', 'g.id', 'c.degree_programme_id')
    .innerJoin('organisations as h', 'h.id', 'c.host_organisation_id')
    .select([
      'c.id',
      'c.number',
      'c.state',
      'c.released_at',
      'c.home_organisation_id',
      'c.person_id',
      'c.posting_state',
      'c.posting_due_on',
      'd.id as decision_id',
      'd.revision',
      'd.decided_at',
      'd.document',
      'p.name',
      'e.student_number',
      'e.intake_year',
      'g.code',
      'g.names as programme_names',
      'h.names as host_names',
      'h.country',
    ])
    .orderBy('d.decided_at')
    .orderBy('c.number')
    .execute()
  return rows.map((row) => ({
    caseId: row.id,
    number: row.number,
    state: row.released_at !== null && row.released_at > work.now ? 'open' : row.state,
    organisationId: row.home_organisation_id,
    personId: row.person_id,
    postingState: row.posting_state,
    postingDueOn: row.posting_due_on,
    decisionId: row.decision_id,
    revision: row.revision,
    decidedAt: row.decided_at,
    courses: decidedCourses(row.document),
    student: row.name,
    studentNumber: row.student_number,
    intakeYear: row.intake_year,
    programme: { code: row.code, names: row.programme_names },
    host: { names: row.host_names, country: row.country },
  }))
}

/** The document of a decision as it is stored: fractions inside stand as `{"fraction": "3/4"}`. */
interface StoredDocument {
  input: {
    lines: {
      id: string
      code: string
      title: Titles
      credit: { fraction: string } | null
      grade: string | null
      term: string | null
      completedOn: string | null
    }[]
  }
  lines: {
    id: string
    position: number
    set_position: number | null
    /** Documents of earlier decisions do not name it. */
    word_set?: number | null
    transcript_line_id: string
  }[]
  homeCourses: {
    /** The line, or the first line of the set, at which it stands. */
    line_position: number
    course_code: string
    titles: Titles
    credit: string
    recorded_grade: string | null
  }[]
}

function decidedCourses(document: unknown): DecidedCourse[] {
  const { input, lines, homeCourses } = document as StoredDocument
  const transcript = new Map(input.lines.map((line) => [line.id, line]))
  return homeCourses.map((course) => {
    const own = lines.filter((line) =>
      [line.position, line.word_set ?? line.set_position].includes(course.line_position),
    )
    return {
      code: course.course_code,
      titles: course.titles,
      credit: course.credit,
      grade: course.recorded_grade,
      lineIds: own.map((line) => line.id),
      hosts: own.map((line) => hostOf(transcript.get(line.transcript_line_id))),
    }
  })
}

function hostOf(line: StoredDocument['input']['lines'][number] | undefined): HostCourse {
  return {
    code: line?.code ?? '',
    titles: line?.title ?? {},
    credit: line?.credit?.fraction ?? null,
    grade: line?.grade ?? null,
    term: line?.term ?? null,
    completedOn: line?.completedOn ?? null,
  }
}

/** What stands on the record and what is on its way there, by case. */
export interface RecordOfCase {
  standing: PostedEntry[]
  /** Keys of entries that were exported and wait for the registry's word. */
  onTheWay: Set<string>
  lastPostedAt: Date | null
}

/** The last word on each entry of these cases: posted ones stand, unless they were taken off again. */
export async function recordsOf(
  read: Reader,
  caseIds: readonly string[],
): Promise<Map<string, RecordOfCase>> {
  const records = new Map<string, RecordOfCase>(
    caseIds.map((id) => [id, { standing: [], onTheWay: new Set(), lastPostedAt: null }]),
  )
  if (caseIds.length === 0) return records
  const rows = await read
    .selectFrom('posting_items')
    .distinctOn(['case_id', 'entry_key', 'state'])
    .select([
      'case_id',
      'entry_key',
      'state',
      'act',
      'home_course_code',
      'credit',
      'grade',
      'settled_at',
    ])
    .where('case_id', 'in', [...caseIds])
    .where('state', 'in', ['exported', 'posted'])
    .orderBy('case_id')
    .orderBy('entry_key')
    .orderBy('state')
    .orderBy(sql`settled_at desc nulls last`)
    .orderBy('id', 'desc')
    .execute()
  for (const row of rows) {
    const record = records.get(row.case_id)!
    if (row.state === 'exported') {
      record.onTheWay.add(row.entry_key)
      continue
    }
    if (record.lastPostedAt === null || row.settled_at! > record.lastPostedAt)
      record.lastPostedAt = row.settled_at
    if (row.act === 'remove') continue
    record.standing.push({
      key: row.entry_key,
      homeCourseCode: row.home_course_code,
      credit: exact(row.credit),
      grade: row.grade,
    })
  }
  return records
}
