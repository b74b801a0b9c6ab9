import { sql } from 'kysely'
import { personOf, type Work } from '#kernel/database'
import { search } from '#kernel/search'
import type { LocalText } from '#kernel/values'

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

/** A case as its number finds it: between which institutions, and not whose. */
export interface NumberedCase {
  id: string
  number: string
  host: LocalText
  home: LocalText
}

/** More cases than one page names. */
const mostNumbered = 100

/** The cases of a number, whole or its last part, as far as the actor may see them: their own, or those of their office. */
export async function visibleCasesNumbered(work: Work, typed: string): Promise<NumberedCase[]> {
  return visibleCases(work, await casesNumbered(work, typed))
}

/** Those of these cases that the actor may see, the latest first. */
export async function visibleCases(work: Work, ids: readonly string[]): Promise<NumberedCase[]> {
  const me = personOf(work.actor)
  if (me === null || ids.length === 0) return []
  return work.read
    .selectFrom('recognition_cases')
    .innerJoin('organisations as host', 'host.id', 'recognition_cases.host_organisation_id')
    .innerJoin('organisations as home', 'home.id', 'recognition_cases.home_organisation_id')
    .select(['recognition_cases.id', 'recognition_cases.number'])
    .select(['host.names as host', 'home.names as home'])
    .where('recognition_cases.id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('recognition_cases.person_id', '=', me),
        work.scope('recognition.case.list', 'recognition_cases')(eb as never) as never,
      ]),
    )
    .orderBy('recognition_cases.created_at', 'desc')
    .orderBy('recognition_cases.id')
    .limit(mostNumbered)
    .execute()
}
