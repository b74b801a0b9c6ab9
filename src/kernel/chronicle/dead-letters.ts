import type { Work } from '#kernel/database'
import { entriesById, type Entry } from './queries.ts'
import {
  contextOf,
  errorText,
  type Subscription,
  type SubscriptionParts,
  throwIfRefused,
} from './subscription.ts'

/** An entry that a subscription could not handle. */
export interface DeadLetter {
  subscription: string
  position: bigint
  entryType: string
  attempts: number
  error: string
  failedAt: Date
}

/** What was put aside and is not handled yet, the latest first. */
export async function openDeadLetters(
  work: Pick<Work, 'read'>,
  limit = 100,
): Promise<DeadLetter[]> {
  const rows = await work.read
    .selectFrom('chronicle_dead_letters as letter')
    .innerJoin('chronicle_seals as seal', 'seal.position', 'letter.position')
    .innerJoin('chronicle_entries as entry', 'entry.id', 'seal.entry_id')
    .selectAll('letter')
    .select('entry.type')
    .where('letter.resolved_at', 'is', null)
    .orderBy('letter.failed_at', 'desc')
    .orderBy('letter.position', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    subscription: row.subscription,
    position: row.position,
    entryType: row.type,
    attempts: row.attempts,
    error: row.error,
    failedAt: row.failed_at,
  }))
}

/** Tries the open dead letters of a subscription once more; those that succeed are resolved. Gives back how many did. */
export async function retryDeadLetters(
  parts: SubscriptionParts,
  subscription: Subscription,
): Promise<number> {
  const open = await parts.database.kysely
    .selectFrom('chronicle_dead_letters')
    .select('position')
    .where('subscription', '=', subscription.name)
    .where('resolved_at', 'is', null)
    .orderBy('position')
    .execute()
  let resolved = 0
  for (const { position } of open) {
    if (await retryOne(parts, subscription, position)) resolved += 1
  }
  return resolved
}

/** Puts an entry aside that its subscription cannot handle. */
export async function putAside(
  work: Work,
  name: string,
  position: bigint,
  attempts: number,
  error: string,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('chronicle_dead_letters')
      .values({
        subscription: name,
        position,
        attempts,
        error,
        failed_at: work.now,
        resolved_at: null,
      })
      .execute(),
  )
}

async function retryOne(
  parts: SubscriptionParts,
  subscription: Subscription,
  position: bigint,
): Promise<boolean> {
  try {
    return await parts.runner.perform(contextOf(parts, subscription), async (work) => {
      const letter = await work.read
        .selectFrom('chronicle_dead_letters as letter')
        .innerJoin('chronicle_seals as seal', 'seal.position', 'letter.position')
        .select('seal.entry_id')
        .where('letter.subscription', '=', subscription.name)
        .where('letter.position', '=', position)
        .where('letter.resolved_at', 'is', null)
        .forUpdate('letter')
        .skipLocked()
        .executeTakeFirst()
      if (letter === undefined) return false
      const [entry] = await entriesById(work, [letter.entry_id])
      throwIfRefused(await subscription.handle(work, entry as Entry & { position: bigint }))
      await markLetter(work, subscription.name, position, { resolved_at: work.now })
      return true
    })
  } catch (error) {
    await parts.runner.perform(contextOf(parts, subscription), (work) =>
      markLetter(work, subscription.name, position, { error: errorText(error) }),
    )
    return false
  }
}

async function markLetter(
  work: Work,
  name: string,
  position: bigint,
  change: { resolved_at?: Date; error?: string },
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('chronicle_dead_letters')
      .set(change)
      .where('subscription', '=', name)
      .where('position', '=', position)
      .execute(),
  )
}
