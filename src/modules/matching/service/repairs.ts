import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import type { BlobStore, ReceivedFile } from '#kernel/files'
import type { Tried } from '../aside/repair-tasks.ts'
import { runRepaired } from '../entries.ts'
import { m } from '../messages/index.ts'
import { nextSeed, roundById } from '../queries/rounds.ts'
import { runById, type RunRow } from '../queries/runs.ts'
import { tryWithoutAside } from './aside.ts'
import { blobBytes } from './blob-bytes.ts'
import { freeze } from './freezing.ts'
import { storeJson } from './runs.ts'

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
  const { number } = await nextSeed(work, round.id)
  return freeze(work, round, {
    number,
    method: run.method,
    inputs: inputsFile,
    names: run.namesSha256 === null ? null : await namesOf(work, run),
    repairs: { runId: run.id, seedNumber: run.seedNumber, withdrawn },
    entry: (id, nextSeedCommitment) =>
      runRepaired({
        object: { kind: 'matching-run', id },
        organisationIds: [round.organisation_id],
        data: {
          number,
          repairs: run.number,
          side: withdrawn.side,
          inputsSha256: inputsFile.sha256,
          nextSeedCommitment,
        },
      }),
  })
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
