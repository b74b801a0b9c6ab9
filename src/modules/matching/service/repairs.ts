import { randomBytes, randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type BlobStore, type ReceivedFile } from '#kernel/files'
import { enqueue } from '#kernel/jobs'
import { publicCode } from '../aside/codes.ts'
import type { Tried } from '../aside/repair-tasks.ts'
import { runRepaired } from '../entries.ts'
import { m } from '../messages/index.ts'
import { nextSeed, roundById } from '../queries/rounds.ts'
import { runById, type RunRow, runsOf } from '../queries/runs.ts'
import { tryWithoutAside } from './aside.ts'
import { blobBytes } from './blob-bytes.ts'
import { runJob } from './run-job.ts'
import { newSeed, ownerOf } from './rounds.ts'
import { engineVersion, storeJson } from './runs.ts'

/** What would change if an applicant or a place dropped out of a proved run; outside of any transaction. */
export async function tryRepair(
  blobs: BlobStore,
  run: RunRow,
  who: { side: 'applicant'; code: string } | { side: 'place'; number: number },
): Promise<Tried | Refusal> {
  if (run.state !== 'proved' || run.certificateSha256 === null) {
    return refuse(409, m('run.refusal.not-proved'))
  }
  const bytes = await blobBytes(blobs, run.certificateSha256)
  return isRefused(bytes) ? bytes : tryWithoutAside({ bytes, who })
}

/** Stores the inputs of a repair, to be frozen as a run. */
export function storeRepair(blobs: BlobStore, { inputs }: Tried): Promise<ReceivedFile | Refusal> {
  return storeJson(blobs, inputs, 'inputs.json')
}

/** Freezes a repair as a new run of the round: the lottery stays that of the run which it repairs. */
export async function freezeRepair(
  work: Work,
  runId: string,
  { withdrawn }: Pick<Tried, 'withdrawn'>,
  inputsFile: ReceivedFile,
): Promise<{ runId: string } | Refusal> {
  const run = await runById(work, runId)
  const round = run && (await roundById(work, run.round_id, 'lock'))
  if (!run || !round || !work.may('matching.run.start', run)) return refuse(404, m('run.absent'))
  if (run.state !== 'proved') return refuse(409, m('run.refusal.not-proved'))
  const before = await runsOf(work, round.id)
  if (before.some(({ ended_at }) => ended_at === null)) return refuse(409, m('run.refusal.runs'))
  const { number } = await nextSeed(work, round.id)
  const id = randomUUIDv7()
  const next = newSeed()
  const entry = runRepaired({
    object: { kind: 'matching-run', id },
    organisationIds: [round.organisation_id],
    data: {
      number,
      repairs: run.number,
      side: withdrawn.side,
      inputsSha256: inputsFile.sha256,
      nextSeedCommitment: next.commitment,
    },
  })
  await work.write(entry, async (tx) => {
    const inputs = await addFile(work, inputsFile, ownerOf(round))
    const names = run.namesSha256 === null ? null : await namesOf(work, run)
    await tx
      .insertInto('matching_runs')
      .values({
        id,
        origin: round.origin,
        round_id: round.id,
        number,
        code: publicCode(randomBytes(10)),
        inputs_sha256: inputsFile.sha256,
        inputs_file_id: inputs.id,
        names_file_id: names && (await addFile(work, names, ownerOf(round))).id,
        program_version: engineVersion(run.method),
        method: run.method,
        repairs_run_id: run.id,
        seed_number: run.seedNumber,
        withdrawn: JSON.stringify(withdrawn),
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

/** The names beside the codes, in the content that the repaired run has. */
async function namesOf(work: Work, run: RunRow): Promise<ReceivedFile> {
  const file = await work.read
    .selectFrom('matching_runs as r')
    .innerJoin('files as f', 'f.id', 'r.names_file_id')
    .select(['f.sha256', 'f.name', 'f.size_bytes as sizeBytes'])
    .where('r.id', '=', run.id)
    .executeTakeFirstOrThrow()
  const sizeBytes = Number(file.sizeBytes)
  return { ...file, sizeBytes, kind: 'json', mediaType: 'application/json' }
}
