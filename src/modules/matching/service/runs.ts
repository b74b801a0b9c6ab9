import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import type { BlobStore, ReceivedFile } from '#kernel/files'
import type { Frozen } from '../aside/round-tasks.ts'
import { runCancelled, runFrozen, runPublished } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type GivenList, listsOf, nextSeed, roundById, type RoundRow } from '../queries/rounds.ts'
import { runById, type RunRow } from '../queries/runs.ts'
import type { RoundMethod } from '../rules/round-methods.ts'
import { type Side, sides } from '../rules/sides.ts'
import { checkCertificateAside, freezeListsAside } from './aside.ts'
import { blobBytes } from './blob-bytes.ts'
import { freeze } from './freezing.ts'
import { sourcesOf } from './rounds.ts'

/** Inputs that are ready to be frozen, with what they were made of. */
export interface Prepared {
  seedNumber: number
  method: RoundMethod
  lists: Partial<Record<Side, GivenList>>
  inputs: ReceivedFile
  names: ReceivedFile
}

/** Reads both lists of a round, makes the inputs of its next run of them and stores these; outside of any transaction. */
export async function prepareRun(
  work: Work,
  blobs: BlobStore,
  round: RoundRow,
  method: RoundMethod,
): Promise<Prepared | Refusal> {
  const lists = await listsOf(work, round.id)
  if (!lists.applicants || !lists.places) return refuse(422, m('run.refusal.lists'))
  if (round.findings.faultCount > 0) {
    return refuse(422, m('run.refusal.faults', { count: round.findings.faultCount }))
  }
  const sources = await sourcesOf(blobs, lists)
  if (isRefused(sources)) return sources
  const { code_key: codeKey } = await work.read
    .selectFrom('matching_rounds')
    .select('code_key')
    .where('id', '=', round.id)
    .executeTakeFirstOrThrow()
  const { seed, number } = await nextSeed(work, round.id)
  const frozen = await freezeListsAside({
    kind: round.kind,
    sources,
    method,
    seed,
    codeKey,
  })
  if (isRefused(frozen)) return frozen
  if ('faults' in frozen) return refuse(422, m('run.refusal.faults', { count: frozen.faults }))
  const files = await stored(blobs, frozen)
  if (isRefused(files)) return files
  return { seedNumber: number, method, lists, ...files }
}

async function stored(
  blobs: BlobStore,
  frozen: Frozen,
): Promise<Pick<Prepared, 'inputs' | 'names'> | Refusal> {
  const inputs = await storeJson(blobs, frozen.inputs, 'inputs.json')
  if (isRefused(inputs)) return inputs
  const names = await storeJson(blobs, frozen.names, 'names.json')
  if (isRefused(names)) return names
  return { inputs, names }
}

/** Stores JSON that this program wrote. */
export async function storeJson(
  blobs: BlobStore,
  bytes: Uint8Array,
  name: string,
): Promise<ReceivedFile | Refusal> {
  const blob = await blobs.put(bytes)
  return isRefused(blob) ? blob : { ...blob, name, kind: 'json', mediaType: 'application/json' }
}

/**
 * Freezes a run: its inputs and their hash stand, the seed that was committed to is revealed, the next one is committed
 * to, and the work is queued. One run of a round at a time.
 */
export async function freezeRun(
  work: Work,
  roundId: string,
  prepared: Prepared,
): Promise<{ runId: string } | Refusal> {
  const round = await roundById(work, roundId, 'lock')
  if (!round || !work.may('matching.run.start', round)) return refuse(404, m('round.absent'))
  const lists = await listsOf(work, roundId)
  const seed = await nextSeed(work, roundId)
  const isSame = (side: Side) =>
    lists[side]?.givenAt.getTime() === prepared.lists[side]?.givenAt.getTime()
  if (seed.number !== prepared.seedNumber || !sides.every(isSame)) {
    return refuse(409, m('round.changed-meanwhile'))
  }
  const { method, inputs, names } = prepared
  return freeze(work, round, {
    number: seed.number,
    method,
    inputs,
    names,
    repairs: null,
    entry: (id, nextSeedCommitment) =>
      runFrozen({
        object: { kind: 'matching-run', id },
        organisationIds: [round.organisation_id],
        data: {
          number: seed.number,
          inputsSha256: inputs.sha256,
          seed: seed.seed,
          seedCommitment: seed.commitment,
          nextSeedCommitment,
        },
      }),
  })
}

/** Ends a run that has not ended; what it had stored goes. */
export async function cancelRun(work: Work, runId: string): Promise<{ runId: string } | Refusal> {
  const run = await runById(work, runId)
  if (!run || !work.may('matching.run.start', run)) return refuse(404, m('run.absent'))
  const entry = runCancelled({
    object: { kind: 'matching-run', id: runId },
    organisationIds: [run.organisation_id],
    data: { number: run.number },
  })
  return work.write(entry, async (tx) => {
    const open = await tx
      .selectFrom('matching_runs')
      .select('id')
      .where('id', '=', runId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (!open) return refuse(409, m('run.refusal.ended'))
    await tx.deleteFrom('matching_placements').where('run_id', '=', runId).execute()
    await tx.deleteFrom('matching_places').where('run_id', '=', runId).execute()
    await tx
      .updateTable('matching_runs')
      .set({ state: 'cancelled', stage: 'ended', ended_at: work.now })
      .where('id', '=', runId)
      .execute()
    return { runId }
  })
}

/** Proves the stored certificate of a run once more, as an outsider would; outside of any transaction. */
export async function proveStored(blobs: BlobStore, run: RunRow): Promise<true | Refusal> {
  if (run.state !== 'proved' || run.certificateSha256 === null) {
    return refuse(409, m('run.refusal.not-proved'))
  }
  const bytes = await blobBytes(blobs, run.certificateSha256)
  if (isRefused(bytes)) return bytes
  const checked = await checkCertificateAside({ bytes })
  if (isRefused(checked)) return checked
  const isProved = checked.shape && checked.proved && checked.sha256 === run.inputs_sha256
  return isProved ? true : refuse(409, m('run.refusal.not-proved'))
}

/** Publishes a run that was proved: its certificate can be fetched by its code, by anybody and for good. */
export async function publishRun(work: Work, runId: string): Promise<{ code: string } | Refusal> {
  const run = await runById(work, runId)
  if (!run || !work.may('matching.run.publish', run)) return refuse(404, m('run.absent'))
  if (run.state !== 'proved') return refuse(409, m('run.refusal.not-proved'))
  if (run.published_at !== null) return { code: run.code }
  const entry = runPublished({
    object: { kind: 'matching-run', id: runId },
    organisationIds: [run.organisation_id],
    data: { number: run.number, code: run.code, certificateSha256: run.certificateSha256! },
  })
  return work.write(entry, async (tx) => {
    const published = await tx
      .updateTable('matching_runs')
      .set({ published_at: work.now, published_by: personOf(work.actor) })
      .where('id', '=', runId)
      .where('published_at', 'is', null)
      .executeTakeFirst()
    return published.numUpdatedRows === 1n
      ? { code: run.code }
      : refuse(409, m('run.refusal.published'))
  })
}
