import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, LocalText } from '#kernel/values'

/** What a case's page says of a unit that is or was asked about a line. */
export interface LineReferral {
  id: string
  lineId: string
  unitNames: LocalText
  state: 'open' | 'answered'
  verdict: 'recognised' | 'refused' | null
  dueOn: DateOnly
}

/** The rows of it as a part of another query; none for the student, to whom the verdict itself is told. */
export function referralNotes(work: Work, caseId: string, isStaff: boolean) {
  return work.read
    .selectFrom('line_referrals as r')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select(['r.id', 'r.case_line_id', 'r.state', 'r.verdict', 'r.due_on', 'u.names'])
    .where('r.case_id', '=', caseId)
    .where('r.state', '<>', 'withdrawn')
    .$if(!isStaff, (query) => query.where(sql<boolean>`false`))
    .orderBy('r.asked_at', 'desc')
}

/** A note out of its row. */
export function readReferral(row: {
  id: string
  case_line_id: string
  state: string
  verdict: 'recognised' | 'refused' | null
  due_on: string
  names: LocalText
}): LineReferral {
  return {
    id: row.id,
    lineId: row.case_line_id,
    unitNames: row.names,
    state: row.state === 'answered' ? 'answered' : 'open',
    verdict: row.verdict,
    dueOn: row.due_on as DateOnly,
  }
}

/** The units that are asked about a line of a case now, by line; one query. */
export async function unitsAsked(work: Work, caseId: string): Promise<Map<string, string[]>> {
  const rows = await work.read
    .selectFrom('line_referrals')
    .select(['case_line_id', 'unit_id'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute()
  const byLine = new Map<string, string[]>()
  for (const { case_line_id: line, unit_id: unit } of rows) {
    byLine.set(line, [...(byLine.get(line) ?? []), unit])
  }
  return byLine
}
