import { sql } from 'kysely'
import type { Reader } from './work.ts'

/** Whether the database answers at all; what it may throw says why not. */
export async function databaseAnswers(read: Reader): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`select 1 as one`.execute(read)
  return rows[0]?.one === 1
}
