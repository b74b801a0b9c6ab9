import { sql } from 'kysely'
import { type Database, transaction, type Writer } from '#kernel/database'
import { firstPreviousHash, sealHash } from './hashes.ts'

/** The lock that makes sealers take turns, over all processes on one database. */
const sealerLock = 7_315_020_011

/**
 * Gives entries that have no place yet their position and hash, at most `batch` in one transaction.
 * One sealer works at a time; another finds the lock taken and gives back 0. What it returns is how many it sealed.
 */
export async function sealPending(database: Database, batch = 500): Promise<number> {
  return transaction(database, async (given) => {
    const tx = given as Writer
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${sql.lit(sealerLock)}) as mine`.execute(tx)
    return rows[0]?.mine ? sealBatch(tx, batch) : 0
  })
}

/** Seals until nothing is pending; gives back how many entries were sealed. */
export async function sealAll(database: Database): Promise<number> {
  let sealed = 0
  for (;;) {
    const more = await sealPending(database)
    if (more === 0) return sealed
    sealed += more
  }
}

async function sealBatch(tx: Writer, batch: number): Promise<number> {
  const pending = await tx
    .selectFrom('chronicle_unsealed')
    .innerJoin('chronicle_entries', 'chronicle_entries.id', 'chronicle_unsealed.entry_id')
    .selectAll('chronicle_entries')
    .orderBy('chronicle_entries.recorded_at')
    .orderBy('chronicle_entries.id')
    .limit(batch)
    .execute()
  if (pending.length === 0) return 0
  const last = await tx
    .selectFrom('chronicle_seals')
    .select(['position', 'hash'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  let position = last?.position ?? 0n
  let previous = last?.hash ?? firstPreviousHash
  const seals = pending.map((entry) => {
    position += 1n
    const hash = sealHash(position, previous, entry)
    const seal = { position, entry_id: entry.id, previous_hash: previous, hash }
    previous = hash
    return seal
  })
  await tx.insertInto('chronicle_seals').values(seals).execute()
  await tx
    .deleteFrom('chronicle_unsealed')
    .where(
      'entry_id',
      'in',
      pending.map((entry) => entry.id),
    )
    .execute()
  return pending.length
}
