import type { Work } from '#kernel/database'
import { putAside } from './dead-letters.ts'
import { entriesById, type Entry } from './queries.ts'
import { readStanding, type Standing } from './standing.ts'
import {
  contextOf,
  errorText,
  type Subscription,
  type SubscriptionParts,
  throwIfRefused,
} from './subscription.ts'

/** Attempts after which an entry is put aside and the subscription goes on with the next. */
export const attemptsBeforePuttingAside = 8

/** How a subscription is doing, for the operator. */
export interface SubscriptionState {
  name: string
  position: bigint
  /** Sealed positions behind the end of the chain. */
  behind: bigint
  attempts: number
  nextAttemptAt: Date | null
  lastError: string | null
  deadLetters: number
}

/**
 * Runs every subscription that is behind until it has handled all that is sealed, waits for its next attempt, or is run
 * by another process. All must be registered. Gives back how many entries were handled.
 */
export async function runSubscriptions(
  parts: SubscriptionParts,
  subscriptions: readonly Subscription[],
  standing?: Standing,
): Promise<number> {
  const { end, cursors } = standing ?? (await readStanding(parts.database, subscriptions))
  const now = parts.now()
  let handled = 0
  for (const subscription of subscriptions) {
    const cursor = cursors.get(subscription.name)
    if (cursor === undefined) throw new Error(`${subscription.name} is not registered.`)
    if (cursor.position >= end) continue
    if (cursor.nextAttemptAt !== null && cursor.nextAttemptAt > now) continue
    for (;;) {
      const outcome = await step(parts, subscription)
      if (outcome === 'idle') break
      if (outcome === 'handled') handled += 1
    }
  }
  return handled
}

/** How every subscription stands; one that waits or has dead letters needs a look. */
export async function subscriptionStates(work: Pick<Work, 'read'>): Promise<SubscriptionState[]> {
  const rows = await work.read
    .selectFrom('chronicle_subscriptions as subscription')
    .selectAll('subscription')
    .select((eb) => [
      eb
        .selectFrom('chronicle_dead_letters as letter')
        .whereRef('letter.subscription', '=', 'subscription.name')
        .where('letter.resolved_at', 'is', null)
        .select((inner) => inner.fn.countAll<bigint>().as('count'))
        .as('dead_letters'),
      eb
        .selectFrom('chronicle_seals')
        .select((inner) => inner.fn.max('position').as('end'))
        .as('end'),
    ])
    .orderBy('subscription.name')
    .execute()
  return rows.map((row) => ({
    name: row.name,
    position: row.position,
    behind: (row.end ?? 0n) - row.position,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    deadLetters: Number(row.dead_letters ?? 0n),
  }))
}

/** Lets a subscription that waits after a failure try again at the next look; false when it does not wait. */
export async function tryAgainNow(work: Work, name: string): Promise<boolean> {
  const result = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('chronicle_subscriptions')
      .set({ next_attempt_at: null, updated_at: work.now })
      .where('name', '=', name)
      .where('next_attempt_at', 'is not', null)
      .executeTakeFirst(),
  )
  return result.numUpdatedRows === 1n
}

type Outcome = 'handled' | 'failed' | 'idle'

/** Handles one entry, or moves the cursor to the end when nothing wanted is left. */
async function step(parts: SubscriptionParts, subscription: Subscription): Promise<Outcome> {
  let reached: { position: bigint; attempts: number } | null = null
  try {
    return await parts.runner.perform(contextOf(parts, subscription), async (work) => {
      const cursor = await takeCursor(work, subscription.name)
      if (cursor === null) return 'idle'
      const next = await nextWanted(work, subscription, cursor.position)
      if (next === null) {
        await skipToEnd(work, subscription, cursor.position)
        return 'idle'
      }
      reached = { position: next.position, attempts: cursor.attempts }
      throwIfRefused(await subscription.handle(work, next))
      await moveCursor(work, subscription.name, next.position)
      return 'handled'
    })
  } catch (error) {
    if (reached === null) throw error
    return recordFailure(parts, subscription, reached, errorText(error))
  }
}

/** Takes the cursor for this transaction; null when another process has it or it is not yet time. */
async function takeCursor(work: Work, name: string) {
  const row = await work.read
    .selectFrom('chronicle_subscriptions')
    .select(['position', 'attempts', 'next_attempt_at'])
    .where('name', '=', name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.next_attempt_at !== null && row.next_attempt_at > work.now) return null
  return row
}

async function nextWanted(
  work: Work,
  subscription: Subscription,
  after: bigint,
): Promise<(Entry & { position: bigint }) | null> {
  if (subscription.types.length === 0) return null
  const row = await work.read
    .selectFrom('chronicle_seals as seal')
    .innerJoin('chronicle_entries as entry', 'entry.id', 'seal.entry_id')
    .select('entry.id')
    .where('seal.position', '>', after)
    .where('entry.type', 'in', [...subscription.types])
    .orderBy('seal.position')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  const [entry] = await entriesById(work, [row.id])
  return entry as Entry & { position: bigint }
}

/** Nothing wanted is left up to the end that this statement itself sees, so a later search starts there. */
async function skipToEnd(work: Work, subscription: Subscription, after: bigint): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('chronicle_subscriptions')
      .set((eb) => ({
        position: eb
          .selectFrom('chronicle_seals as seal')
          .select((inner) => inner.fn.max('seal.position').as('end'))
          .$castTo<{ end: bigint }>(),
        updated_at: work.now,
      }))
      .where('name', '=', subscription.name)
      .where((eb) =>
        eb.exists(
          eb.selectFrom('chronicle_seals').select('position').where('position', '>', after),
        ),
      )
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('chronicle_seals as seal')
              .innerJoin('chronicle_entries as entry', 'entry.id', 'seal.entry_id')
              .select('seal.position')
              .where('seal.position', '>', after)
              .where('entry.type', 'in', [...subscription.types, '']),
          ),
        ),
      )
      .execute(),
  )
}

async function moveCursor(work: Work, name: string, position: bigint): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('chronicle_subscriptions')
      .set({
        position,
        attempts: 0,
        next_attempt_at: null,
        last_error: null,
        updated_at: work.now,
      })
      .where('name', '=', name)
      .execute(),
  )
}

/** Notes the failure, unless another process has gone past the entry meanwhile. */
async function recordFailure(
  parts: SubscriptionParts,
  subscription: Subscription,
  reached: { position: bigint; attempts: number },
  error: string,
): Promise<Outcome> {
  const attempts = reached.attempts + 1
  return parts.runner.perform(contextOf(parts, subscription), async (work) => {
    const cursor = await takeCursor(work, subscription.name)
    if (cursor === null || cursor.position >= reached.position) return 'idle'
    if (attempts >= attemptsBeforePuttingAside) {
      await putAside(work, subscription.name, reached.position, attempts, error)
      await moveCursor(work, subscription.name, reached.position)
      return 'failed'
    }
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('chronicle_subscriptions')
        .set({
          attempts,
          next_attempt_at: new Date(work.now.getTime() + backoffMs(attempts)),
          last_error: error,
          updated_at: work.now,
        })
        .where('name', '=', subscription.name)
        .execute(),
    )
    return 'idle'
  })
}

/** 1, 2, 4 … minutes, at most an hour. */
function backoffMs(attempts: number): number {
  return Math.min(60, 2 ** (attempts - 1)) * 60_000
}
