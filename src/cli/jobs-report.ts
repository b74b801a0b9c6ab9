import {
  type DeadLetter,
  openDeadLetters,
  retryDeadLetters,
  type SubscriptionState,
  subscriptionStates,
  tryAgainNow,
} from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { type FailedJob, failedJobs, type JobCount, jobCounts, retryJob } from '#kernel/jobs'
import type { House } from '../house.ts'

/** What is asked of the background work: only to tell of it, or to try again what failed. */
export type JobsOrder =
  | { verb: 'list' }
  | { verb: 'retry'; ids: string[]; subscriptions: string[] }
  | { verb: 'retry-all' }

/** How the background work stands, as JSON can carry it. */
export interface JobsReport {
  counts: JobCount[]
  failed: (Omit<FailedJob, 'failedAt' | 'payload'> & { failedAt: string })[]
  subscriptions: (Omit<SubscriptionState, 'position' | 'behind' | 'nextAttemptAt'> & {
    position: string
    behind: string
    nextAttemptAt: string | null
  })[]
  putAside: (Omit<DeadLetter, 'position' | 'failedAt'> & { position: string; failedAt: string })[]
  /** What a retry has done; null where none was asked for. */
  retried: Retried | null
}

/** What a retry has done, and what it did not find. */
export interface Retried {
  jobs: number
  entries: number
  unknown: string[]
}

/** Does what is asked and tells how the background work stands after it. */
export async function reportJobs(house: House, now: Date, order: JobsOrder): Promise<JobsReport> {
  const retried = order.verb === 'list' ? null : await retry(house, now, order)
  return { ...(await stateOfJobs({ read: house.database.kysely })), retried }
}

/** How many jobs have used up their attempts, and how many subscriptions are held up or have put entries aside. */
export async function faultsOfJobs(
  work: Pick<Work, 'read'>,
): Promise<{ jobs: number; subscriptions: number }> {
  const counts = await jobCounts(work)
  const failed = counts.filter(({ state }) => state === 'failed')
  return {
    jobs: failed.reduce((sum, { count }) => sum + count, 0),
    subscriptions: (await subscriptionStates(work)).filter(isStuck).length,
  }
}

/** A subscription that waits after a failure, or has put entries aside. */
export function isStuck({
  attempts,
  deadLetters,
}: Pick<SubscriptionState, 'attempts' | 'deadLetters'>): boolean {
  return attempts > 0 || deadLetters > 0
}

async function stateOfJobs(work: Pick<Work, 'read'>): Promise<Omit<JobsReport, 'retried'>> {
  const failed = await failedJobs(work)
  const states = await subscriptionStates(work)
  const letters = await openDeadLetters(work)
  return {
    counts: await jobCounts(work),
    // What a job carries may name somebody: it stays in the database.
    failed: failed.map(({ payload: _payload, ...job }) => ({
      ...job,
      failedAt: job.failedAt.toISOString(),
    })),
    subscriptions: states.map((state) => ({
      ...state,
      position: state.position.toString(),
      behind: state.behind.toString(),
      nextAttemptAt: state.nextAttemptAt?.toISOString() ?? null,
    })),
    putAside: letters.map((letter) => ({
      ...letter,
      position: letter.position.toString(),
      failedAt: letter.failedAt.toISOString(),
    })),
  }
}

async function retry(
  house: House,
  now: Date,
  order: Exclude<JobsOrder, { verb: 'list' }>,
): Promise<Retried> {
  const { database, runner, manifests } = house
  const context = {
    actor: { kind: 'system' as const, name: 'command-line' },
    now,
    language: 'en' as const,
  }
  const all = order.verb === 'retry-all'
  const handlers = manifests.flatMap((manifest) => manifest.handlers)
  const ids = all ? await failedIds(house) : order.ids
  const names = all ? handlers.map(({ name }) => name) : order.subscriptions
  const retried: Retried = { jobs: 0, entries: 0, unknown: [] }
  for (const id of ids) {
    if (await runner.perform(context, (work) => retryJob(work, id))) retried.jobs += 1
    else retried.unknown.push(id)
  }
  for (const name of names) {
    const handler = handlers.find((each) => each.name === name)
    if (handler === undefined) {
      retried.unknown.push(name)
      continue
    }
    const parts = { database, runner, now: () => now }
    retried.entries += await retryDeadLetters(parts, handler)
    await runner.perform(context, (work) => tryAgainNow(work, name))
  }
  return retried
}

async function failedIds({ database }: House): Promise<string[]> {
  const rows = await failedJobs({ read: database.kysely }, Number.MAX_SAFE_INTEGER)
  return rows.map(({ id }) => id)
}
