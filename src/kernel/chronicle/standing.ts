import { sql } from 'kysely'
import type { Database } from '#kernel/database'
import type { Subscription, SubscriptionParts } from './subscription.ts'

/** Where a subscription has come to. */
export interface Cursor {
  position: bigint
  nextAttemptAt: Date | null
}

/** What there is to do: read in one statement and without a lock, because it is read all day. */
export interface Standing {
  /** Entries wait for the sealer. */
  unsealed: boolean
  /** The last sealed position; 0 while nothing is. */
  end: bigint
  cursors: ReadonlyMap<string, Cursor>
}

/** Reads the chain's end, whether something waits for its seal, and the cursors of the given subscriptions. */
export async function readStanding(
  database: Database,
  subscriptions: readonly Subscription[],
): Promise<Standing> {
  const names = subscriptions.map(({ name }) => name)
  const { rows } = await sql<{
    unsealed: boolean
    end: bigint
    name: string | null
    position: bigint | null
    next_attempt_at: Date | null
  }>`
    select chain.*, cursor.name, cursor.position, cursor.next_attempt_at
    from (
      select exists (select 1 from chronicle_unsealed) as unsealed,
        coalesce((select max(position) from chronicle_seals), 0) as "end"
    ) as chain
    left join chronicle_subscriptions as cursor on cursor.name = any(${names})`.execute(
    database.kysely,
  )
  const cursors = rows.flatMap((row): [string, Cursor][] =>
    row.name === null
      ? []
      : [[row.name, { position: row.position!, nextAttemptAt: row.next_attempt_at }]],
  )
  return { unsealed: rows[0]!.unsealed, end: rows[0]!.end, cursors: new Map(cursors) }
}

/**
 * Gives each subscription that the database does not know its cursor: at the beginning of the chain, or at its present
 * end. Known ones stay where they are, whatever they say now.
 */
export async function registerSubscriptions(
  { database, now }: Pick<SubscriptionParts, 'database' | 'now'>,
  subscriptions: readonly Subscription[],
): Promise<void> {
  const { end, cursors } = await readStanding(database, subscriptions)
  const fresh = subscriptions.filter(({ name }) => !cursors.has(name))
  if (fresh.length === 0) return
  await database.kysely
    .insertInto('chronicle_subscriptions')
    .values(
      fresh.map(({ name, from }) => ({
        name,
        position: from === 'now' ? end : 0n,
        attempts: 0,
        next_attempt_at: null,
        last_error: null,
        updated_at: now(),
      })),
    )
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}
