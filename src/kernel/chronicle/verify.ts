import type { Database, Writer } from '#kernel/database'
import { type Checkpoint, checkpointOf, isSignedBy } from './checkpoints.ts'
import { commitment, firstPreviousHash, sealHash } from './hashes.ts'
import type { PublicKeys } from './signer.ts'

/** What can be wrong at a position. */
export type ChronicleFault =
  | 'missing-position'
  | 'missing-entry'
  | 'wrong-previous-hash'
  | 'wrong-hash'
  | 'wrong-personal-value'
  | 'wrong-checkpoint'
  | 'unknown-signature'
  | 'cut-off'
  | 'lost-entry'

/** The result of walking the whole chain. */
export interface ChronicleReport {
  ok: boolean
  /** How many sealed entries proved themselves. */
  entries: bigint
  checkpoints: number
  /** Personal values that were erased; their commitments still stand. */
  erasedValues: number
  /** Entries that wait for the sealer: no fault, only younger than the chain's end. */
  unsealed: number
  firstFault: { position: bigint; fault: ChronicleFault } | null
}

/** Positions that are read and checked at a time. */
const batchSize = 1000n

/**
 * Walks the chain in batches: every hash and commitment is made again, every checkpoint compared and its signature checked.
 * `witnesses` are checkpoints that were kept elsewhere; only they can show that whoever runs the node rewrote its end.
 * `part` leaves out what lies before a position, for a quick look at the end.
 */
export async function verifyChronicle(
  database: Database,
  publicKeys: PublicKeys,
  witnesses: readonly Checkpoint[] = [],
  part: { from: bigint } = { from: 1n },
): Promise<ChronicleReport> {
  const reader = database.kysely as Writer
  const checkpoints = await readCheckpoints(reader, witnesses)
  const end = await chainEnd(reader)
  const report: ChronicleReport = {
    ok: false,
    entries: 0n,
    checkpoints: 0,
    erasedValues: 0,
    unsealed: await countUnsealed(reader),
    firstFault: null,
  }
  let previous = await hashBefore(reader, part.from)
  for (let from = part.from; from <= end; from += batchSize) {
    const until = from + batchSize - 1n < end ? from + batchSize - 1n : end
    const batch = await readBatch(reader, from, until)
    for (let position = from; position <= until; position += 1n) {
      const link = batch.get(position)
      const fault = checkLink(position, previous, link, report)
      const signed = checkpoints.get(position) ?? []
      const found = fault ?? checkCheckpoints(signed, link?.hash, publicKeys, report)
      if (found !== null) return { ...report, firstFault: { position, fault: found } }
      previous = link!.hash
      report.entries += 1n
    }
  }
  const beyond = [...checkpoints.keys()].find((position) => position > end)
  if (beyond !== undefined)
    return { ...report, firstFault: { position: end + 1n, fault: 'cut-off' } }
  if ((await countLost(reader)) > 0) {
    return { ...report, firstFault: { position: end + 1n, fault: 'lost-entry' } }
  }
  return { ...report, ok: true }
}

/** The hash at the position before; what comes first follows a fixed one. */
async function hashBefore(reader: Writer, position: bigint): Promise<string> {
  if (position <= 1n) return firstPreviousHash
  const row = await reader
    .selectFrom('chronicle_seals')
    .select('hash')
    .where('position', '=', position - 1n)
    .executeTakeFirst()
  return row?.hash ?? ''
}

type Link = Awaited<ReturnType<typeof readBatch>> extends Map<bigint, infer L> ? L : never

function checkLink(
  position: bigint,
  previous: string,
  link: Link | undefined,
  report: ChronicleReport,
): ChronicleFault | null {
  if (link === undefined) return 'missing-position'
  if (link.id === null) return 'missing-entry'
  if (link.previous_hash !== previous) return 'wrong-previous-hash'
  if (sealHash(position, previous, link.entry) !== link.hash) return 'wrong-hash'
  const commitments = Object.entries(link.entry.personal_commitments)
  const fields = new Set(commitments.map(([field]) => field))
  if (link.personal.some(({ field }) => !fields.has(field))) return 'wrong-personal-value'
  for (const [field, committed] of commitments) {
    const stored = link.personal.find((each) => each.field === field)
    if (stored === undefined) report.erasedValues += 1
    else if (commitment(stored.salt, field, stored.value) !== committed) {
      return 'wrong-personal-value'
    }
  }
  return null
}

function checkCheckpoints(
  signed: readonly Checkpoint[],
  hash: string | undefined,
  keys: PublicKeys,
  report: ChronicleReport,
): ChronicleFault | null {
  for (const checkpoint of signed) {
    if (!isSignedBy(checkpoint, keys)) return 'unknown-signature'
    if (checkpoint.hash !== hash) return 'wrong-checkpoint'
    report.checkpoints += 1
  }
  return null
}

async function readBatch(reader: Writer, from: bigint, until: bigint) {
  const rows = await reader
    .selectFrom('chronicle_seals as seal')
    .leftJoin('chronicle_entries as entry', 'entry.id', 'seal.entry_id')
    .selectAll('entry')
    .select(['seal.position', 'seal.previous_hash', 'seal.hash'])
    .where('seal.position', '>=', from)
    .where('seal.position', '<=', until)
    .execute()
  const personal = await reader
    .selectFrom('chronicle_seals as seal')
    .innerJoin('chronicle_personal as personal', 'personal.entry_id', 'seal.entry_id')
    .select(['seal.position', 'personal.field', 'personal.salt', 'personal.value'])
    .where('seal.position', '>=', from)
    .where('seal.position', '<=', until)
    .execute()
  const byPosition = Map.groupBy(personal, (row) => row.position)
  return new Map(
    rows.map((row) => [
      row.position,
      {
        id: row.id,
        previous_hash: row.previous_hash,
        hash: row.hash,
        entry: row as Parameters<typeof sealHash>[2],
        personal: byPosition.get(row.position) ?? [],
      },
    ]),
  )
}

async function readCheckpoints(reader: Writer, witnesses: readonly Checkpoint[]) {
  const stored = await reader.selectFrom('chronicle_checkpoints').selectAll().execute()
  const all = [...stored.map(checkpointOf), ...witnesses]
  return Map.groupBy(all, (checkpoint) => BigInt(checkpoint.position))
}

async function chainEnd(reader: Writer): Promise<bigint> {
  const row = await reader
    .selectFrom('chronicle_seals')
    .select((eb) => eb.fn.max('position').as('end'))
    .executeTakeFirst()
  return row?.end ?? 0n
}

async function countUnsealed(reader: Writer): Promise<number> {
  const row = await reader
    .selectFrom('chronicle_unsealed')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Entries that are neither sealed nor waiting: somebody took them out of the sealer's hands. */
async function countLost(reader: Writer): Promise<number> {
  const row = await reader
    .selectFrom('chronicle_entries as entry')
    .leftJoin('chronicle_seals as seal', 'seal.entry_id', 'entry.id')
    .leftJoin('chronicle_unsealed as waiting', 'waiting.entry_id', 'entry.id')
    .where('seal.entry_id', 'is', null)
    .where('waiting.entry_id', 'is', null)
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
