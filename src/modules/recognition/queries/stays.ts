import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'
import type { StayFacts } from '../rules/stay-types.ts'
import { readStay } from './circumstances.ts'

/** What was stated of a stay, by whom, and on what it rested. */
export interface StatedStay {
  id: string
  stay: StayFacts
  by: PersonName
  at: Date
  reason: string
}

/** All statements of a case's stay, the latest first. */
export async function staysOf(work: Work, caseId: string): Promise<StatedStay[]> {
  const rows = await work.read
    .selectFrom('case_stays as s')
    .innerJoin('persons as p', 'p.id', 's.stated_by')
    .selectAll('s')
    .select('p.name')
    .where('s.case_id', '=', caseId)
    .orderBy('s.stated_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    stay: readStay(row),
    by: row.name,
    at: row.stated_at,
    reason: row.reason,
  }))
}
