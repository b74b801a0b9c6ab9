import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid, type LocalText, type PersonName } from '#kernel/values'

/** A case as those know it for whom its task waits. */
export interface CaseOfTask {
  id: string
  host: LocalText
  /** Null for whoever was given the task and may not read the case. */
  student: { id: string; name: PersonName } | null
}

function studentOf(row: {
  student_id: string | null
  student_name: PersonName | null
}): CaseOfTask['student'] {
  if (row.student_id === null || row.student_name === null) return null
  return { id: row.student_id, name: row.student_name }
}

/** What cases are about, for lists of tasks; one query, however many. */
export async function casesOfTasks(work: Work, caseIds: readonly string[]): Promise<CaseOfTask[]> {
  const rows = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .leftJoin('persons as student', (join) =>
      join
        .onRef('student.id', '=', 'recognition_cases.person_id')
        .on((eb) => work.scope('recognition.case.read', 'recognition_cases')(eb) as never),
    )
    .select(['recognition_cases.id', 'host.names as host'])
    .select(['student.id as student_id', 'student.name as student_name'])
    .where(sql<boolean>`recognition_cases.id = any(${caseIds.filter(isUuid)}::uuid[])`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    host: row.host,
    student: studentOf(row),
  }))
}

/** The institutions that ask for the other direction of equivalences, by equivalence; one query. */
export async function institutionsAsking(
  work: Work,
  equivalenceIds: readonly string[],
): Promise<{ id: string; names: LocalText }[]> {
  return work.read
    .selectFrom('equivalences as e')
    .innerJoin('organisations as o', 'o.id', 'e.home_organisation_id')
    .select(['e.id', 'o.names'])
    .where(sql<boolean>`e.id = any(${equivalenceIds.filter(isUuid)}::uuid[])`)
    .execute()
}

/** A question as those know it for whom a task about it waits. */
export interface QuestionOfTask extends CaseOfTask {
  home: LocalText
}

/** The tables of what tasks are about that hang on a case. */
export type AskedTable = 'content_questions' | 'evidence_requests' | 'appeals' | 'line_referrals'

/**
 * What questions about content or of units, appeals, and requests for evidence are about, for lists of tasks; the
 * student only for who may read the case. One query.
 */
export async function askedOfTasks(
  work: Work,
  table: AskedTable,
  ids: readonly string[],
): Promise<QuestionOfTask[]> {
  const rows = await work.read
    .selectFrom(`${table as 'evidence_requests'} as q`)
    .innerJoin('recognition_cases', 'recognition_cases.id', 'q.case_id')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .leftJoin('persons as student', (join) =>
      join
        .onRef('student.id', '=', 'recognition_cases.person_id')
        .on((eb) => work.scope('recognition.case.read', 'recognition_cases')(eb) as never),
    )
    .select(['q.id', 'host.names as host', 'home.names as home'])
    .select(['student.id as student_id', 'student.name as student_name'])
    .where(sql<boolean>`q.id = any(${ids.filter(isUuid)}::uuid[])`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    host: row.host,
    home: row.home,
    student: studentOf(row),
  }))
}
