import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'
import {
  caseDecided,
  caseEvaluated,
  caseWithdrawn,
  decisionRetracted,
  learningStated,
  lineChanged,
  lineCorrected,
  lineRestored,
  stayStated,
} from '../entries.ts'
import { revisionOpened } from '../entries-appeals.ts'

/** The entries that alter what a case says; what was only said about it is none. */
const changing = [
  lineChanged,
  lineCorrected,
  lineRestored,
  learningStated,
  stayStated,
  caseEvaluated,
  caseDecided,
  caseWithdrawn,
  decisionRetracted,
  revisionOpened,
].map(({ type }) => type)

function changes(work: Work, caseId: string) {
  return work.read
    .selectFrom('chronicle_entries as e')
    .where('e.object_kind', '=', 'recognition-case')
    .where('e.object_id', '=', caseId)
    .where('e.type', 'in', changing)
}

/** How often a case has been changed, as a part of another query. */
export function changeCount(work: Work, caseId: string) {
  return changes(work, caseId).select((eb) => eb.fn.countAll<bigint>().as('count'))
}

/** How often a case has been changed: what a form brings along, to say which case its writer saw. */
export async function changesOf(work: Work, caseId: string): Promise<number> {
  const { count } = await changeCount(work, caseId).executeTakeFirstOrThrow()
  return Number(count)
}

/** A change of a case, as its reader is told of it. */
export interface CaseChange {
  type: string
  data: Record<string, unknown>
  at: Date
  /** Who made it; null for what runs by itself. */
  by: { id: string; name: PersonName } | null
}

/** The changes of a case beyond those that somebody saw, the latest first. */
export async function changesBeyond(
  work: Work,
  caseId: string,
  seen: number,
): Promise<CaseChange[]> {
  const count = await changesOf(work, caseId)
  if (count <= seen) return []
  const rows = await changes(work, caseId)
    .leftJoin('persons as p', (join) => join.on(sql<boolean>`e.actor = 'person:' || p.id::text`))
    .select(['e.type', 'e.data', 'e.recorded_at', 'p.id', 'p.name'])
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(Math.min(count - seen, 50))
    .execute()
  return rows.map((row) => ({
    type: row.type,
    data: row.data as Record<string, unknown>,
    at: row.recorded_at,
    by: row.id === null || row.name === null ? null : { id: row.id, name: row.name },
  }))
}
