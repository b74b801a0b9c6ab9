import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { LocalText, PersonName } from '#kernel/values'
import type { AppealState } from '../schema-appeals.ts'

/** The appeal against what was decided of an application. */
export interface AppealRow {
  id: string
  application_id: string
  grounds: string
  state: AppealState
  made_at: Date
  first_decided_by: string | null
  decided_by: string | null
  decided_at: Date | null
  reason: string
  decider: PersonName | null
}

/** The appeal of an application, or null; `lock` keeps others from deciding it until the commit. */
export async function appealOf(
  work: Work,
  applicationId: string,
  lock?: 'lock',
): Promise<AppealRow | null> {
  const row = await work.read
    .selectFrom('call_appeals')
    .leftJoin('persons as p', 'p.id', 'call_appeals.decided_by')
    .selectAll('call_appeals')
    .select('p.name as decider')
    .where('call_appeals.application_id', '=', applicationId)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update of call_appeals`))
    .executeTakeFirst()
  return row ?? null
}

/** To which call the applications of tasks are. */
export async function callsOfAppeals(
  work: Work,
  applicationIds: readonly string[],
): Promise<{ id: string; titles: LocalText }[]> {
  return work.read
    .selectFrom('call_applications as a')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .select(['a.id', 'c.titles'])
    .where('a.id', 'in', [...applicationIds])
    .execute()
}
