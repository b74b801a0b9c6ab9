import { type Database, isRefused, type Work, type WorkRunner } from '#kernel/database'
import type { Entry } from './queries.ts'

/** What a module does when others' entries have been sealed. */
export interface Subscription {
  /** Global and never reused: it names the durable cursor. */
  name: string
  /** The kinds of entry that it wants. */
  types: readonly string[]
  /**
   * Where it begins in a database that does not know it yet. `beginning`: with the first entry of the chain, for what must
   * be true of the past too (an index, a cached state). `now`: with what is sealed from its first start on; a handler
   * that tells or mails somebody says this, or an update would tell everybody of years ago.
   */
  from: 'beginning' | 'now'
  /** Acts within the transaction that also moves the cursor: its effect happens exactly once. */
  handle(work: Work, entry: Entry & { position: bigint }): Promise<unknown>
}

/** What a subscription needs to run. */
export interface SubscriptionParts {
  database: Database
  runner: WorkRunner
  now: () => Date
}

/** Declares a subscription; the manifest of the module that offers the handler lists it. */
export function subscribe(subscription: Subscription): Subscription {
  return subscription
}

/** A subscription acts as the system, under its own name. */
export function contextOf(parts: SubscriptionParts, subscription: Subscription) {
  return {
    actor: { kind: 'system' as const, name: subscription.name },
    now: parts.now(),
    language: 'en' as const,
  }
}

/** A handler has nobody to show a refusal to: it counts as a failure, and undoes what was written. */
export function throwIfRefused(result: unknown): void {
  if (isRefused(result)) {
    throw new Error(`refused: ${result.message.module}/${result.message.key}`)
  }
}

/** What an operator reads of a failure. */
export function errorText(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 2000)
}
