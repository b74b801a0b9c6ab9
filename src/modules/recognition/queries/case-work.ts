import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'
import { type AppealRow, appealRows, readAppeal } from './appeals.ts'
import { type AuthenticityRecord, authenticityRows, readAuthenticity } from './authenticity.ts'
import { changeCount } from './case-changes.ts'
import { type CaseLine, caseLines, type CasePageRow, readCaseLine } from './cases.ts'
import { type Colleague, colleagueRows, readColleagues } from './colleagues.ts'
import { type CaseComment, commentsOf } from './comments.ts'
import { type EvidenceRow, evidenceRows, readEvidence } from './evidence.ts'

/** A final decision that was opened again. */
export interface Reopening {
  revision: number
  reasons: string
  by: PersonName
  at: Date
  decidedAt: Date
}
import { checkRow, type CheckSummary, readCheck } from './transcript-checks.ts'
import { latestSignatureRow, readSignature, type ShownSignature } from './signers.ts'
import { type LineReferral, readReferral, referralNotes } from './office/referral-notes.ts'

/** The lines of a case and what people have said and asked around it, as its reader may see it. */
export interface CaseWork {
  lines: CaseLine[]
  comments: CaseComment[]
  evidence: EvidenceRow[]
  appeals: AppealRow[]
  /** When and why final decisions were opened again, the earliest first. */
  reopenings: Reopening[]
  /** How often the case has been changed. */
  changes: number
  /** Who else works on such cases; nobody where the reader does not. */
  colleagues: Colleague[]
  /** The units that are or were asked about a line, the latest first. */
  referrals: LineReferral[]
  /** What the electronic signature of the original is worth; null where it can carry none. */
  signature: ShownSignature | null
  /** How the original was looked into; null for whoever is not of the staff. */
  authenticity: AuthenticityRecord[] | null
  /** That a typed transcript was typed again by somebody else; null where nobody has. */
  check: CheckSummary | null
}

/** Reads the lines of a case and the work around it in one query; for the student only what is shared with them. */
export async function caseWork(
  work: Work,
  found: CasePageRow,
  { isStaff }: { isStaff: boolean },
): Promise<CaseWork> {
  const colleagues = colleagueRows(work, found).$if(!isStaff, (query) =>
    query.where(sql<boolean>`false`),
  )
  const row = await work.read
    .selectNoFrom([
      jsonArrayFrom(caseLines(work, found.id)).as('lines'),
      jsonArrayFrom(commentsOf(work, found.id, !isStaff)).as('comments'),
      jsonArrayFrom(colleagues).as('colleagues'),
      jsonArrayFrom(evidenceRows(work).where('r.case_id', '=', found.id)).as('evidence'),
      jsonArrayFrom(appealRows(work).where('a.case_id', '=', found.id)).as('appeals'),
      jsonArrayFrom(reopeningsOf(work, found.id)).as('reopenings'),
      changeCount(work, found.id).as('changes'),
      jsonArrayFrom(referralNotes(work, found.id, isStaff)).as('referrals'),
      jsonArrayFrom(latestSignatureRow(work, found.transcript_id)).as('signatures'),
      jsonArrayFrom(authenticityRows(work, found.transcript_id)).as('authenticity'),
      jsonArrayFrom(checkRow(work, found.transcript_id)).as('checks'),
    ])
    .executeTakeFirstOrThrow()
  return {
    lines: row.lines.map(readCaseLine),
    comments: row.comments.map((each) => ({
      id: each.id,
      lineId: each.case_line_id,
      author: { id: each.author_id, name: each.author_name },
      audience: each.audience,
      text: each.text,
      at: new Date(each.created_at),
      mentions: each.mentions,
    })),
    colleagues: readColleagues(row.colleagues),
    evidence: row.evidence.map(readEvidence),
    changes: Number(row.changes ?? 0),
    appeals: row.appeals.map(readAppeal),
    reopenings: row.reopenings.map(({ opened_at: at, decided_at: decidedAt, ...each }) => ({
      ...each,
      at: new Date(at),
      decidedAt: new Date(decidedAt),
    })),
    referrals: row.referrals.map(readReferral),
    signature: row.signatures.map(readSignature)[0] ?? null,
    check: row.checks.map(readCheck)[0] ?? null,
    authenticity: isStaff ? row.authenticity.map(readAuthenticity) : null,
  }
}

function reopeningsOf(work: Work, caseId: string) {
  return work.read
    .selectFrom('decision_revisions as v')
    .innerJoin('recognition_decisions as d', 'd.id', 'v.decision_id')
    .innerJoin('persons as opener', 'opener.id', 'v.opened_by')
    .select(['v.revision', 'v.reasons', 'v.opened_at', 'd.decided_at', 'opener.name as by'])
    .where('v.case_id', '=', caseId)
    .orderBy('v.revision')
}
