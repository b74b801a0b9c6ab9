import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { search } from '#kernel/search'

/** What a search of the queue asks for: cases by number, and cases of these people. */
export interface FoundCases {
  caseIds: string[]
  personIds: string[]
  /** Whether nobody is called so, and these names are only similar. */
  similar: boolean
}

/** People that one search takes at most, the best first. */
const mostPeople = 500

/**
 * Finds what a search of the queue means: a case number, whole or its last part, or people by name or student number in
 * any of their forms. Both are looked up in an index, however many cases there are; who may see a case is asked
 * of the list.
 */
export async function findCases(work: Work, typed: string): Promise<FoundCases> {
  const caseIds = await casesNumbered(work, typed)
  const { hits, similar } = await search(work, typed, {
    kinds: ['person'],
    limit: mostPeople,
    minds: 'programme',
  })
  const personIds = hits.map(({ objectId }) => objectId.split('@', 1)[0]!)
  // Who looks for a number that is there does not mean somebody with a similar one.
  if (similar && caseIds.length > 0) return { caseIds, personIds: [], similar: false }
  return { caseIds, personIds: [...new Set(personIds)], similar }
}

/** '2026-0042', '2026-42' and '42' are the same number; without a year it is meant of every year. */
async function casesNumbered(work: Work, typed: string): Promise<string[]> {
  const parts = /^(?:(\d{4})\s*[-–—/]\s*)?0*(\d{1,9})$/.exec(typed.trim())
  if (!parts) return []
  const [, year, number = ''] = parts
  const padded = number.padStart(4, '0')
  const rows = await work.read
    .selectFrom('case_counters as n')
    .innerJoin('recognition_cases as c', (join) =>
      join
        .onRef('c.home_organisation_id', '=', 'n.organisation_id')
        .on('c.number', '=', sql<string>`n.year || '-' || ${padded}::text`),
    )
    .select('c.id')
    .$if(year !== undefined, (query) => query.where('n.year', '=', Number(year)))
    .execute()
  return rows.map((row) => row.id)
}
