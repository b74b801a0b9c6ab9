import {
  isRefused,
  type Refusal,
  type Work,
  type WorkContext,
  type WorkRunner,
} from '#kernel/database'
import { addFile, type BlobStore, type ReceivedFile } from '#kernel/files'
import type { Services } from '#kernel/http'
import { jobType } from '#kernel/jobs'
import type { RunPiece } from '../aside/round-tasks.ts'
import { runProved, runUnproved } from '../entries.ts'
import { runById, type RunRow } from '../queries/runs.ts'
import type { RunSummary } from '../rules/summary.ts'
import { runFrozenAside } from './aside.ts'
import { blobBytes } from './blob-bytes.ts'

interface RunParts {
  runner: WorkRunner
  context: WorkContext
  blobs: BlobStore
  signal?: AbortSignal
}

/** Attempts after the first. */
const retries = 8

/** Carries out a frozen run; one whose process died begins again from the same inputs, and comes to the same result. */
export const runJob = jobType<{ runId: string }, Services>('matching.run', {
  retries,
  timeoutSeconds: 3_600,
  async run({ runner, context, services, signal, attempt }, { runId }) {
    try {
      await carryOut({ runner, context, blobs: services.blobs, signal }, runId)
    } catch (error) {
      // The last attempt ends the run, so that its round can be run again.
      if (attempt > retries) await runner.perform(context, (work) => giveUp(work, runId))
      throw error
    }
  },
})

async function giveUp(work: Work, runId: string): Promise<void> {
  const run = await runById(work, runId)
  if (run && run.ended_at === null) await take(work, run, { kind: 'unproved', why: 'failed' })
}

/** Runs from the frozen inputs to the stored result; nothing of it counts before all of it is proved. */
export async function carryOut(
  parts: RunParts,
  runId: string,
): Promise<'proved' | 'unproved' | 'stopped'> {
  const run = await runById(parts.runner.reading(parts.context), runId)
  if (!run || run.ended_at !== null) return 'stopped'
  const inputs = held(await blobBytes(parts.blobs, run.inputsSha256OfFile))
  const names = run.namesSha256 && held(await blobBytes(parts.blobs, run.namesSha256))
  if (!(await beginAnew(parts, runId))) return 'stopped'
  const cancelled = watch(parts, runId)
  const signal = AbortSignal.any([cancelled.signal, ...(parts.signal ? [parts.signal] : [])])
  try {
    const input = { inputs, names: names || null, method: run.method }
    for await (const piece of runFrozenAside(input, 'background', signal)) {
      parts.signal?.throwIfAborted()
      if (piece.kind === 'proved') return await finish(parts, run, piece)
      const goesOn = await parts.runner.perform(parts.context, (work) => take(work, run, piece))
      if (!goesOn) return piece.kind === 'unproved' ? 'unproved' : 'stopped'
    }
    throw new Error('A run ended without a result.')
  } catch (error) {
    if (cancelled.signal.aborted) return 'stopped'
    throw error
  } finally {
    cancelled.stop()
  }
}

const watchMs = 1_000

/** Looks every second whether somebody cancelled the run: a solver that is at it would not ask for hours. */
function watch(
  { runner, context }: RunParts,
  runId: string,
): { signal: AbortSignal; stop: () => void } {
  const ended = new AbortController()
  const looking = setInterval(async () => {
    const run = await runById(runner.reading(context), runId).catch(() => undefined)
    if (run !== undefined && run?.ended_at !== null)
      ended.abort(new Error('The run was cancelled.'))
  }, watchMs)
  looking.unref()
  return { signal: ended.signal, stop: () => clearInterval(looking) }
}

/** A content that must be there. */
function held(bytes: Uint8Array | Refusal): Uint8Array {
  if (isRefused(bytes)) throw new Error('The frozen inputs of a run are gone.')
  return bytes
}

/** What an attempt that was killed had stored goes. */
function beginAnew({ runner, context }: RunParts, runId: string): Promise<boolean> {
  return runner.perform(context, (work) =>
    work.writeUnchronicled(async (tx) => {
      const moved = await tx
        .updateTable('matching_runs')
        .set({ state: 'running', stage: 'reading', share: 0 })
        .where('id', '=', runId)
        .where('ended_at', 'is', null)
        .executeTakeFirst()
      if (moved.numUpdatedRows === 0n) return false
      await tx.deleteFrom('matching_placements').where('run_id', '=', runId).execute()
      await tx.deleteFrom('matching_places').where('run_id', '=', runId).execute()
      return true
    }),
  )
}

/** Stores a piece; false where the run was cancelled or has ended with it. */
async function take(
  work: Work,
  run: RunRow,
  piece: Exclude<RunPiece, { kind: 'proved' }>,
): Promise<boolean> {
  if (piece.kind === 'unproved') {
    await work.write(
      runUnproved({
        object: { kind: 'matching-run', id: run.id },
        organisationIds: [run.organisation_id],
        data: { number: run.number, why: piece.why },
      }),
      (tx) =>
        tx
          .updateTable('matching_runs')
          .set({ state: 'unproved', stage: 'ended', ended_at: work.now })
          .where('id', '=', run.id)
          .where('ended_at', 'is', null)
          .execute(),
    )
    return false
  }
  return work.writeUnchronicled(async (tx) => {
    const moved = await tx
      .updateTable('matching_runs')
      .set({ stage: piece.kind === 'stage' ? piece.stage : 'storing', share: piece.share })
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return false
    if (piece.kind === 'placements' && piece.rows.length > 0) {
      await tx
        .insertInto('matching_placements')
        .values(piece.rows.map((row) => ({ run_id: run.id, ...row })))
        .execute()
    }
    if (piece.kind === 'places' && piece.rows.length > 0) {
      await tx
        .insertInto('matching_places')
        .values(piece.rows.map((row) => ({ run_id: run.id, ...row })))
        .execute()
    }
    return true
  })
}

async function finish(
  { runner, context, blobs }: RunParts,
  run: RunRow,
  { certificate, summary }: { certificate: Uint8Array; summary: RunSummary },
): Promise<'proved' | 'stopped'> {
  const blob = await blobs.put(certificate)
  if (isRefused(blob)) throw new Error('The certificate cannot be stored.')
  const name = `matching-${run.code}.json`
  const file: ReceivedFile = { ...blob, name, kind: 'json', mediaType: 'application/json' }
  return runner.perform(context, async (work) => {
    const entry = runProved({
      object: { kind: 'matching-run', id: run.id },
      organisationIds: [run.organisation_id],
      data: {
        number: run.number,
        certificateSha256: blob.sha256,
        applicants: summary.applicants,
        matched: summary.applicants - summary.unmatched,
      },
    })
    const open = await work.read
      .selectFrom('matching_runs')
      .select('id')
      .where('id', '=', run.id)
      .where('state', '=', 'running')
      .forUpdate()
      .executeTakeFirst()
    if (!open) return 'stopped'
    return work.write(entry, async (tx) => {
      const stored = await addFile(work, file, {
        ownerKind: 'matching-run',
        ownerId: run.id,
        origin: run.origin,
      })
      await tx
        .updateTable('matching_runs')
        .set({
          state: 'proved',
          stage: 'ended',
          share: 100,
          ended_at: work.now,
          certificate_file_id: stored.id,
          summary: JSON.stringify(summary),
        })
        .where('id', '=', run.id)
        .execute()
      return 'proved' as const
    })
  })
}
