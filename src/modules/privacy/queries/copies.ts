import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { isUuid } from '#kernel/values'

/** A copy of somebody's data. */
export interface CopyRow {
  [fact: string]: unknown
  id: string
  person_id: string
  asked_by: string
  state: 'waiting' | 'ready' | 'expired'
  asked_at: Date
  file_id: string | null
  size_bytes: bigint | null
  expires_at: Date | null
}

const columns = [
  'id',
  'person_id',
  'asked_by',
  'state',
  'asked_at',
  'file_id',
  'size_bytes',
  'expires_at',
] as const

/** The copies that were made of a person's data, the latest first; by those whom they were made for. */
export async function copiesOf(work: Work, personId: string, askedBy: string): Promise<CopyRow[]> {
  return work.read
    .selectFrom('data_exports')
    .select(columns)
    .where('person_id', '=', personId)
    .where('asked_by', '=', askedBy)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(10)
    .execute()
}

/** A copy, or null; `lock` keeps others from it until the commit. */
export async function copyById(work: Work, id: string, lock?: 'lock'): Promise<CopyRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('data_exports')
    .select(columns)
    .where('id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update`))
    .executeTakeFirst()
  return row ?? null
}
