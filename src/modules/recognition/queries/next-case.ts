import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { PersonName } from '#kernel/values'

/**
 * The next case that the actor may decide: the one due first; those that wait for evidence come last. Null where nothing
 * waits.
 */
export async function nextCase(
  work: Work,
  after: string,
): Promise<{ id: string; number: string; personId: string; student: PersonName } | null> {
  const row = await work.read
    .selectFrom('recognition_cases')
    .innerJoin('persons as p', 'p.id', 'recognition_cases.person_id')
    .select(['recognition_cases.id', 'recognition_cases.number', 'p.name as student'])
    .select('recognition_cases.person_id as personId')
    .where((eb) => work.scope('recognition.case.decide', 'recognition_cases')(eb as never) as never)
    .where('recognition_cases.id', '<>', after)
    .orderBy(sql`exists (select from evidence_requests r
      where r.case_id = recognition_cases.id and r.state = 'open')`)
    .orderBy(sql`recognition_cases.due_on nulls last`)
    .orderBy('recognition_cases.created_at')
    .orderBy('recognition_cases.id')
    .executeTakeFirst()
  return row ?? null
}
