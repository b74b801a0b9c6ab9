import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { type EntryDraft, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type ReceivedFile } from '#kernel/files'
import { enqueue } from '#kernel/jobs'
import { publicCode } from '../aside/codes.ts'
import { m } from '../messages/index.ts'
import { type RoundRow } from '../queries/rounds.ts'
import { runsOf } from '../queries/runs.ts'
import type { Withdrawn } from '../rules/repair.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import { runJob } from './run-job.ts'
import { newSeed, ownerOf } from './rounds.ts'

/** What made a run: the form of the certificate and the method. */
const engineVersion = (method: RoundMethod) => `weft.matching.run 1, ${method}`

/** What a new run is made of. */
interface Freezing {
  /** The number of the run, and of the seed that was committed to for it. */
  number: number
  method: RoundMethod
  inputs: ReceivedFile
  /** Null where the names were removed. */
  names: ReceivedFile | null
  /** Of a repair: the run that it repairs, whose seed it keeps, and who dropped out. */
  repairs: { runId: string; seedNumber: number; withdrawn: Withdrawn } | null
  /** What the chronicle says of it. */
  entry(runId: string, nextSeedCommitment: string): EntryDraft
}

/**
 * Freezes a run of a round that is locked: its inputs stand, the seed of the next run is committed to, and the work is
 * queued. One run of a round at a time.
 */
export async function freeze(
  work: Work,
  round: RoundRow,
  { number, method, inputs, names, repairs, entry }: Freezing,
): Promise<{ runId: string } | Refusal> {
  const before = await runsOf(work, round.id)
  if (before.some(({ ended_at }) => ended_at === null)) return refuse(409, m('run.refusal.runs'))
  const id = randomUUIDv7()
  const next = newSeed()
  await work.write(entry(id, next.commitment), async (tx) => {
    const stored = await addFile(work, inputs, ownerOf(round))
    const named = names && (await addFile(work, names, ownerOf(round)))
    await tx
      .insertInto('matching_runs')
      .values({
        id,
        origin: round.origin,
        round_id: round.id,
        number,
        code: publicCode(randomBytes(10)),
        inputs_sha256: inputs.sha256,
        inputs_file_id: stored.id,
        names_file_id: named && named.id,
        program_version: engineVersion(method),
        method,
        repairs_run_id: repairs?.runId ?? null,
        seed_number: repairs?.seedNumber ?? null,
        withdrawn: repairs && JSON.stringify(repairs.withdrawn),
        frozen_by: personOf(work.actor)!,
        frozen_at: work.now,
        ended_at: null,
        certificate_file_id: null,
        summary: null,
        published_at: null,
        published_by: null,
      })
      .execute()
    await tx
      .insertInto('matching_seeds')
      .values({ round_id: round.id, number: number + 1, ...next, committed_at: work.now })
      .execute()
    await enqueue(work, runJob, { runId: id })
  })
  return { runId: id }
}
