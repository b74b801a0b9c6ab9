import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, type BlobStore, type ReceivedFile, removeFile } from '#kernel/files'
import { isUuid } from '#kernel/values'
import type { Findings } from '../aside/round-tasks.ts'
import { listGiven, listRemoved, namesRemoved, roundMade } from '../entries.ts'
import type { ListSource } from '../formats/round-check.ts'
import type { ListReading } from '../formats/round-columns.ts'
import { m } from '../messages/index.ts'
import { type GivenList, listsOf, noFindings, roundById, type RoundRow } from '../queries/rounds.ts'
import { runsOf } from '../queries/runs.ts'
import { type RoundKind, type Side, sides } from '../rules/sides.ts'
import { findFaultsAside } from './aside.ts'
import { blobBytes } from './blob-bytes.ts'

/** Makes a round at an institution, and commits to the seed of its first run before there is any list. */
export async function makeRound(
  work: Work,
  input: {
    organisationId: string
    name: string
    about: string
    kind?: RoundKind
    node: string
    id?: string
  },
): Promise<{ roundId: string } | Refusal> {
  const person = personOf(work.actor)
  if (
    person === null ||
    !(await isOrganisation(work, input.organisationId)) ||
    !work.may('matching.round.edit', { organisation_id: input.organisationId })
  ) {
    return refuse(422, m('round.fault.organisation'), {
      organisation: m('round.fault.organisation'),
    })
  }
  const id = input.id ?? randomUUIDv7()
  const seed = newSeed()
  const entry = roundMade({
    object: { kind: 'matching-round', id },
    organisationIds: [input.organisationId],
    data: { name: input.name, seedCommitment: seed.commitment },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('matching_rounds')
      .values({
        id,
        origin: input.node,
        organisation_id: input.organisationId,
        name: input.name,
        about: input.about,
        kind: input.kind ?? 'places',
        code_key: randomBytes(32).toString('hex'),
        created_by: person,
        created_at: work.now,
        findings: JSON.stringify(noFindings),
      })
      .execute()
    await tx
      .insertInto('matching_seeds')
      .values({ round_id: id, number: 1, ...seed, committed_at: work.now })
      .execute()
  })
  return { roundId: id }
}

async function isOrganisation(work: Work, id: string): Promise<boolean> {
  if (!isUuid(id)) return false
  const found = await work.read
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found !== undefined
}

/** A seed that nobody can foresee, and the hash by which one is bound to it. */
export function newSeed(): { seed: string; commitment: string } {
  const seed = randomBytes(32).toString('hex')
  return { seed, commitment: createHash('sha256').update(seed).digest('hex') }
}

/** A list that is to take the place of what a round has; without a reading one is proposed for its sheet. */
export interface NewList {
  side: Side
  file: ReceivedFile | { id: string; sha256: string; name: string }
  reading: ListReading | null
  sheet?: string | null
}

/** What is put into a round, and whether its list of pairs or couples is taken out. */
export interface ListChange {
  added: readonly NewList[]
  withoutPairs?: boolean
}

/** Reads new lists together with what the round has of the others, outside of any transaction. */
export async function checkWithNew(
  blobs: BlobStore,
  kind: RoundKind,
  { pairs, ...needed }: Partial<Record<Side, GivenList>>,
  { added, withoutPairs }: ListChange,
): Promise<Findings | (Refusal & { side?: Side })> {
  const lists = pairs && !withoutPairs ? { ...needed, pairs } : needed
  const news = added.map(({ side, file, reading, sheet }) => [
    side,
    { sha256: file.sha256, fileName: file.name, reading, sheet: sheet ?? null },
  ])
  const sources = await sourcesOf(blobs, { ...lists, ...Object.fromEntries(news) })
  return isRefused(sources) ? sources : findFaultsAside({ kind, sources })
}

/** The contents of a round's lists, as they are read. */
export async function sourcesOf(
  blobs: BlobStore,
  lists: Partial<
    Record<
      Side,
      { sha256: string; fileName: string; reading: ListReading | null; sheet?: string | null }
    >
  >,
): Promise<Partial<Record<Side, ListSource>> | Refusal> {
  const sources: Partial<Record<Side, ListSource>> = {}
  for (const side of sides) {
    const list = lists[side]
    if (!list) continue
    const bytes = await blobBytes(blobs, list.sha256)
    if (isRefused(bytes)) return bytes
    const { reading, fileName: name } = list
    sources[side] = { bytes, name, reading, sheet: reading?.sheet ?? list.sheet ?? null }
  }
  return sources
}

/**
 * Puts lists into a round, or takes one out, with what was found in all. Refused where the round's lists have changed since they were
 * read: what was found would not be true.
 */
export async function giveLists(
  work: Work,
  roundId: string,
  { added, withoutPairs }: ListChange,
  found: { findings: Findings; before: Partial<Record<Side, GivenList>> },
): Promise<{ roundId: string } | Refusal> {
  const round = await roundById(work, roundId, 'lock')
  if (!round || !work.may('matching.round.edit', round)) return refuse(404, m('round.absent'))
  const lists = await listsOf(work, roundId)
  const isSame = (side: Side) =>
    lists[side]?.givenAt.getTime() === found.before[side]?.givenAt.getTime()
  if (!sides.every(isSame)) return refuse(409, m('round.changed-meanwhile'))
  const { findings } = found
  const entries = added.map(({ side, file }) =>
    listGiven({
      object: { kind: 'matching-round', id: roundId },
      organisationIds: [round.organisation_id],
      data: {
        side,
        sha256: file.sha256,
        rows: findings.lists[side]!.rows,
        faults: findings.faultCount,
      },
    }),
  )
  const removed = withoutPairs ? lists.pairs : undefined
  const removal = listRemoved({
    object: { kind: 'matching-round', id: roundId },
    organisationIds: [round.organisation_id],
    data: { side: 'pairs' },
  })
  await work.write(removed ? [...entries, removal] : entries, async (tx) => {
    if (removed) await removeList(work, roundId, removed)
    for (const list of added) await putList(work, round, list, findings, lists[list.side])
    await tx
      .updateTable('matching_rounds')
      .set({ findings: JSON.stringify(findings) })
      .where('id', '=', roundId)
      .execute()
  })
  return { roundId }
}

async function putList(
  work: Work,
  round: RoundRow,
  { side, file }: NewList,
  findings: Findings,
  before: GivenList | undefined,
): Promise<void> {
  const fileId = 'id' in file ? file.id : (await addFile(work, file, ownerOf(round))).id
  const values = {
    file_id: fileId,
    reading: JSON.stringify(findings.lists[side]!.reading),
    given_by: personOf(work.actor)!,
    given_at: work.now,
  }
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('matching_lists')
      .values({ round_id: round.id, side, ...values })
      .onConflict((conflict) => conflict.columns(['round_id', 'side']).doUpdateSet(values))
      .execute(),
  )
  if (before && before.fileId !== fileId) await removeFile(work, before.fileId)
}

async function removeList(work: Work, roundId: string, { side, fileId }: GivenList): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('matching_lists')
      .where('round_id', '=', roundId)
      .where('side', '=', side)
      .execute(),
  )
  await removeFile(work, fileId)
}

export function ownerOf(round: Pick<RoundRow, 'id' | 'origin'>) {
  return { ownerKind: 'matching-round', ownerId: round.id, origin: round.origin }
}

/**
 * Removes what says whose codes they are: the lists that were given, and the names of every run. Results and
 * certificates stay, with codes.
 */
export async function removeNames(
  work: Work,
  roundId: string,
): Promise<{ roundId: string } | Refusal> {
  const round = await roundById(work, roundId, 'lock')
  if (!round || !work.may('matching.round.edit', round)) return refuse(404, m('round.absent'))
  const runs = await runsOf(work, roundId)
  if (runs.some(({ ended_at }) => ended_at === null)) return refuse(409, m('run.refusal.runs'))
  const lists = await listsOf(work, roundId)
  const entries = runs.map(({ number }) =>
    namesRemoved({
      object: { kind: 'matching-round', id: roundId },
      organisationIds: [round.organisation_id],
      data: { number },
    }),
  )
  await work.write(entries, async (tx) => {
    const ids = runs.map(({ id }) => id)
    if (ids.length > 0) {
      const named = await tx
        .selectFrom('matching_runs')
        .select('names_file_id')
        .where('id', 'in', ids)
        .execute()
      await tx
        .updateTable('matching_runs')
        .set({ names_file_id: null })
        .where('id', 'in', ids)
        .execute()
      await tx
        .updateTable('matching_placements')
        .set({ name: null })
        .where('run_id', 'in', ids)
        .where('name', 'is not', null)
        .execute()
      await tx
        .updateTable('matching_places')
        .set((eb) => ({ name: eb.ref('code').$notNull() }))
        .where('run_id', 'in', ids)
        .where('code', 'is not', null)
        .whereRef('name', '<>', 'code')
        .execute()
      for (const { names_file_id } of named)
        if (names_file_id) await removeFile(work, names_file_id)
    }
    await tx.deleteFrom('matching_lists').where('round_id', '=', roundId).execute()
    await tx
      .updateTable('matching_rounds')
      .set({ findings: JSON.stringify(noFindings) })
      .where('id', '=', roundId)
      .execute()
    for (const side of sides) if (lists[side]) await removeFile(work, lists[side].fileId)
  })
  return { roundId }
}
