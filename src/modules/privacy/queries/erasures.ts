import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { restoreMessage, type Message } from '#kernel/messages'
import { isUuid } from '#kernel/values'
import type { Farewell } from '../schema.ts'

/** An erasure. */
export interface ErasureRow {
  id: string
  person_id: string
  asked_by: string
  taken_down: string | null
  request_id: string | null
  state: 'waiting' | 'running' | 'done' | 'withdrawn' | 'hindered'
  asked_at: Date
  runs_at: Date
  farewell: Farewell | null
}

const columns = [
  'id',
  'person_id',
  'asked_by',
  'taken_down',
  'request_id',
  'state',
  'asked_at',
  'runs_at',
  'farewell',
] as const

/** The erasure of a person that waits or runs, or null. */
export async function erasureUnderWay(work: Work, personId: string): Promise<ErasureRow | null> {
  const row = await work.read
    .selectFrom('erasures')
    .select(columns)
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return row ?? null
}

/** An erasure, or null; `lock` keeps others from it until the commit. */
export async function erasureById(
  work: Work,
  id: string,
  lock?: 'lock',
): Promise<ErasureRow | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('erasures')
    .select(columns)
    .where('id', '=', id)
    .$if(lock === 'lock', (query) => query.modifyEnd(sql`for update`))
    .executeTakeFirst()
  return row ?? null
}

/** The parts that have erased their share, with what each keeps and why. */
export async function doneParts(
  work: Work,
  erasureId: string,
): Promise<{ part: string; kept: Message[] }[]> {
  const rows = await work.read
    .selectFrom('erasure_steps')
    .select(['part', 'kept'])
    .where('erasure_id', '=', erasureId)
    .orderBy('done_at')
    .orderBy('part')
    .execute()
  return rows.map(({ part, kept }) => ({ part, kept: kept.map(restoreMessage) }))
}

/** The contents that are still to go from the store. */
export async function filesToGo(work: Work, erasureId: string): Promise<string[]> {
  const rows = await work.read
    .selectFrom('erasure_files')
    .select('sha256')
    .where('erasure_id', '=', erasureId)
    .where('gone_at', 'is', null)
    .orderBy('sha256')
    .execute()
  return rows.map(({ sha256 }) => sha256)
}
