import type { Work, WorkRunner } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import type { BlobStore } from './store.ts'

const graceMs = 24 * 60 * 60 * 1000
const batchSize = 500

/** What the sweep needs of the running program. */
export interface FileServices {
  readonly blobs: BlobStore
}

/** Forgets staged files that nobody claimed in time; returns how many. */
export async function expireStaged(work: Work): Promise<number> {
  const removed = await work.writeUnchronicled((tx) =>
    tx.deleteFrom('staged_files').where('expires_at', '<=', work.now).returning('id').execute(),
  )
  return removed.length
}

/**
 * Removes contents that no row names and nobody has put for a day: leftovers of refused uploads, of
 * erased files and of processes that were killed. The day keeps it away from uploads under way.
 */
export async function sweepBlobs(
  runner: Pick<WorkRunner, 'reading'>,
  context: Parameters<WorkRunner['reading']>[0],
  store: BlobStore,
  signal?: AbortSignal,
): Promise<number> {
  const before = new Date(context.now.getTime() - graceMs)
  let removed = 0
  let batch: string[] = []
  const flush = async () => {
    const named = await namedBlobs(runner.reading(context), batch)
    for (const sha256 of batch)
      if (!named.has(sha256) && (await store.remove(sha256, { ifOlderThan: before }))) removed += 1
    batch = []
  }
  for await (const blob of store.list()) {
    if (signal?.aborted) return removed
    if (blob.putAt >= before) continue
    batch.push(blob.sha256)
    if (batch.length >= batchSize) await flush()
  }
  if (batch.length > 0) await flush()
  return removed
}

/** Every night: expired staged files, then contents without a row. */
export const sweepJob = jobType<Record<string, never>, FileServices>('files.sweep', {
  schedule: { dailyAt: '03:10' },
  timeoutSeconds: 3600,
  async run({ runner, context, services, signal }) {
    await runner.perform(context, expireStaged)
    await sweepBlobs(runner, context, services.blobs, signal)
  },
})

async function namedBlobs(work: Work, hashes: readonly string[]): Promise<Set<string>> {
  const staged = await work.read
    .selectFrom('staged_files')
    .select('sha256')
    .where('sha256', 'in', hashes)
    .execute()
  const kept = await work.read
    .selectFrom('files')
    .select('sha256')
    .where('sha256', 'in', hashes)
    .execute()
  const pieces = await work.read
    .selectFrom('open_upload_pieces')
    .select('sha256')
    .where('sha256', 'in', hashes)
    .execute()
  return new Set([...staged, ...kept, ...pieces].map((row) => row.sha256))
}
