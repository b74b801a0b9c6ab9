import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import type { DecidedLine } from '../rules/compare-decisions.ts'
import type { CaseState } from '../schema.ts'
import type { StatementFacts } from '../statement.ts'
import { type CasePageRow, linesOfCase, namesOfJudges } from './cases.ts'
import { linesOfDocument } from './decision-history.ts'
import { decisionOf } from './decisions.ts'

/** What a decided case's statement says; null before the first decision. */
export async function statementFactsOf(
  work: Work,
  found: CasePageRow,
): Promise<Omit<StatementFacts, 'address' | 'banner'> | null> {
  const decision = await decisionOf(work, found.id)
  if (!decision) return null
  const lines = await linesOfCase(work, found.id)
  return { found, lines, judges: await namesOfJudges(work, lines), ...decision }
}

/** What may be told to whoever holds a statement: nothing of the person. */
export interface CheckedStatement {
  /** Opened only by whoever may read the case. */
  caseId: string
  documentSha256: string
  caseNumber: string
  homeNames: LocalText
  hostNames: LocalText
  timeZone: string
  decidedAt: Date
  revision: number
  recognisedCredit: string
  /** The revision that has taken its place, and when. */
  replacedBy: { revision: number; decidedAt: Date } | null
  state: CaseState
  studentNumber: string
  /** What it recognises, as the decision was. */
  lines: DecidedLine[]
  /** Whether an appeal to it waits for its answer. */
  isAppealed: boolean
}

/** The decision whose SHA-256 begins so, or null. Two that begin alike in sixty bits do not occur; then neither is told. */
export async function statementByHash(
  work: Work,
  beginning: string,
): Promise<CheckedStatement | null> {
  const rows = await work.read
    .selectFrom('recognition_decisions as d')
    .innerJoin('recognition_cases as c', 'c.id', 'd.case_id')
    .innerJoin('enrolments as e', 'e.id', 'c.enrolment_id')
    .innerJoin('organisations as home', 'home.id', 'c.home_organisation_id')
    .innerJoin('organisations as host', 'host.id', 'c.host_organisation_id')
    .leftJoin('recognition_decisions as later', (join) =>
      join
        .onRef('later.case_id', '=', 'd.case_id')
        .onRef('later.revision', '>', 'd.revision')
        // One that may still be taken back has replaced nothing yet.
        .on((on) =>
          on.or([on('later.released_at', 'is', null), on('later.released_at', '<=', work.now)]),
        )
        .on(
          sql<boolean>`not exists (select from decision_retractions k where k.decision_id = later.id)`,
        ),
    )
    .select([
      'c.id as case_id',
      'c.number',
      'c.state',
      'd.document_sha256',
      'd.document',
      sql<boolean>`exists (select from appeals a where a.decision_id = d.id and a.state = 'open')`.as(
        'is_appealed',
      ),
      'home.names as home_names',
      'home.time_zone',
      'host.names as host_names',
      'e.student_number',
      'd.id',
      'd.decided_at',
      'd.revision',
      'd.recognised_credit',
      'later.revision as later_revision',
      'later.decided_at as later_decided_at',
    ])
    .where(sql<string>`left(d.document_sha256, 15)`, '=', beginning)
    .where(sql<boolean>`not exists (select from decision_retractions k where k.decision_id = d.id)`)
    .orderBy('later.revision', 'desc')
    .limit(20)
    .execute()
  const [row] = rows
  if (!row || rows.some((each) => each.id !== row.id)) return null
  return {
    caseId: row.case_id,
    documentSha256: row.document_sha256,
    caseNumber: row.number,
    homeNames: row.home_names,
    hostNames: row.host_names,
    timeZone: row.time_zone,
    decidedAt: row.decided_at,
    revision: row.revision,
    recognisedCredit: row.recognised_credit,
    replacedBy:
      row.later_revision === null || row.later_decided_at === null
        ? null
        : { revision: row.later_revision, decidedAt: row.later_decided_at },
    state: row.state,
    studentNumber: row.student_number,
    lines: linesOfDocument(row.document),
    isAppealed: row.is_appealed,
  }
}
