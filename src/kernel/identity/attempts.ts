import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { m } from './messages/index.ts'
import { type SecretKeys, keyedHash } from './secrets.ts'
import type { Perform } from './settings.ts'

/** How many failed attempts a key may have within a window. */
interface Limit {
  name: string
  attempts: number
  windowMs: number
}

const quarter = 15 * 60_000
const day = 24 * 60 * 60_000

/**
 * The limits: a person's secrets are guarded by account; a network's limit is wide, because a whole
 * university may stand behind one address, and right answers are given back to it.
 */
export const limits = {
  passwordByAccount: { name: 'password-account', attempts: 10, windowMs: quarter },
  passwordByAccountDaily: { name: 'password-account-day', attempts: 60, windowMs: day },
  byNetwork: { name: 'network', attempts: 100, windowMs: quarter },
  totp: { name: 'totp', attempts: 5, windowMs: quarter },
  totpDaily: { name: 'totp-day', attempts: 20, windowMs: day },
  mailByAddress: { name: 'mail-address', attempts: 5, windowMs: quarter },
  mailByNetwork: { name: 'mail-network', attempts: 200, windowMs: quarter },
} as const satisfies Record<string, Limit>

/** What an attempt is counted under. */
export interface Count {
  limit: Limit
  key: string
}

/**
 * Counts an attempt before it is decided, in a transaction of its own: guesses sent at once are counted one
 * by one, and a refused verb cannot undo its count. A right answer gives the count back.
 */
export async function attempting<T>(
  perform: Perform,
  keys: SecretKeys,
  counts: readonly Count[],
  decide: () => Promise<T | Refusal>,
): Promise<T | Refusal> {
  const counted = await perform((work) => countAttempts(work, keys, counts))
  if (isRefused(counted)) return counted
  const result = await decide()
  if (!isRefused(result)) await perform((work) => giveBack(work, keys, counts))
  return result
}

/** Counts one attempt under each key, or refuses with 429 and the minutes to wait. */
export async function countAttempts(
  work: Work,
  keys: SecretKeys,
  counts: readonly Count[],
): Promise<'counted' | Refusal> {
  for (const { limit, key } of counts) {
    const window = windowOf(limit, work.now)
    const row = await work.writeUnchronicled((tx) =>
      tx
        .insertInto('sign_in_attempts')
        .values({
          key_hash: keyedHash(keys, 'attempts', limit.name, key),
          window_start: window.start,
          attempts: 1,
          expires_at: window.end,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['key_hash', 'window_start'])
            .doUpdateSet((eb) => ({ attempts: eb('sign_in_attempts.attempts', '+', 1) })),
        )
        .returning('attempts')
        .executeTakeFirstOrThrow(),
    )
    if (row.attempts > limit.attempts) {
      const minutes = Math.max(1, Math.ceil((window.end.getTime() - work.now.getTime()) / 60_000))
      return refuse(429, m('limit.wait', { minutes }))
    }
  }
  return 'counted'
}

async function giveBack(work: Work, keys: SecretKeys, counts: readonly Count[]): Promise<void> {
  for (const { limit, key } of counts) {
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('sign_in_attempts')
        .set((eb) => ({ attempts: eb('attempts', '-', 1) }))
        .where('key_hash', '=', keyedHash(keys, 'attempts', limit.name, key))
        .where('window_start', '=', windowOf(limit, work.now).start)
        .where('attempts', '>', 0)
        .execute(),
    )
  }
}

function windowOf(limit: Limit, now: Date): { start: Date; end: Date } {
  const start = Math.floor(now.getTime() / limit.windowMs) * limit.windowMs
  return { start: new Date(start), end: new Date(start + limit.windowMs) }
}
