import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'
import type { InternshipHostsTable } from '../schema.ts'
import type { Selectable } from 'kysely'

/** A host as it was vetted. */
export type HostRow = Selectable<InternshipHostsTable> & Record<string, unknown>

/** A host by its id. */
export async function hostById(work: Work, id: string, lock?: 'lock'): Promise<HostRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('internship_hosts')
    .selectAll()
    .where('id', '=', id)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

/** All hosts of the alliance: vetted once, known to every office. */
export function allHosts(work: Work): Promise<HostRow[]> {
  return work.read
    .selectFrom('internship_hosts')
    .selectAll()
    .orderBy('state')
    .orderBy('name')
    .limit(1000)
    .execute()
}
