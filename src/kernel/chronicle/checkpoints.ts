import { verify } from 'node:crypto'
import { type Database, transaction, type Writer } from '#kernel/database'
import { canonicalJson } from './canonical-json.ts'
import type { PublicKeys, Signer } from './signer.ts'

/** A signed statement that the chain had this hash at this position. Kept outside, it binds even who runs the node. */
export interface Checkpoint {
  position: string
  hash: string
  /** ISO 8601 in UTC. */
  at: string
  keyId: string
  /** Ed25519 over the canonical JSON of the four members above, in base64url. */
  signature: string
}

/**
 * Signs the chain as it stands, unless its end is signed already.
 * Gives back the checkpoint of the chain's end, or null while nothing is sealed.
 */
export async function writeCheckpoint(
  database: Database,
  signer: Signer,
  now: Date,
): Promise<Checkpoint | null> {
  return transaction(database, async (given) => {
    const tx = given as Writer
    const end = await tx
      .selectFrom('chronicle_seals')
      .select(['position', 'hash'])
      .orderBy('position', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (end === undefined) return null
    const statement = {
      position: end.position.toString(),
      hash: end.hash,
      at: now.toISOString(),
      keyId: signer.keyId,
    }
    const signature = Buffer.from(signer.sign(signedBytes(statement))).toString('base64url')
    await tx
      .insertInto('chronicle_checkpoints')
      .values({
        position: end.position,
        hash: end.hash,
        signed_at: now,
        key_id: signer.keyId,
        signature,
      })
      .onConflict((conflict) => conflict.column('position').doNothing())
      .execute()
    return latestCheckpoint(tx)
  })
}

/** The newest checkpoint, to be handed to partners as witnesses; null before the first. */
export async function latestCheckpoint(
  reader: Pick<Writer, 'selectFrom'>,
): Promise<Checkpoint | null> {
  const row = await reader
    .selectFrom('chronicle_checkpoints')
    .selectAll()
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : checkpointOf(row)
}

/** A stored row as a checkpoint. */
export function checkpointOf(row: {
  position: bigint
  hash: string
  signed_at: Date
  key_id: string
  signature: string
}): Checkpoint {
  return {
    position: row.position.toString(),
    hash: row.hash,
    at: row.signed_at.toISOString(),
    keyId: row.key_id,
    signature: row.signature,
  }
}

/** The checkpoint as one line of canonical JSON, as it is exported. */
export function exportCheckpoint(checkpoint: Checkpoint): string {
  return `${canonicalJson(checkpoint)}\n`
}

/** Reads an exported checkpoint; null when the text is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { position, hash, at, keyId, signature } = value as Record<string, unknown>
  if (typeof position !== 'string' || !/^[1-9]\d{0,18}$/.test(position)) return null
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) return null
  if (typeof at !== 'string' || typeof keyId !== 'string') return null
  if (typeof signature !== 'string') return null
  return { position, hash, at, keyId, signature }
}

/** Whether one of the known keys made the checkpoint's signature. */
export function isSignedBy(checkpoint: Checkpoint, keys: PublicKeys): boolean {
  const key = keys.get(checkpoint.keyId)
  if (key === undefined) return false
  const { signature, ...statement } = checkpoint
  return verify(null, signedBytes(statement), key, Buffer.from(signature, 'base64url'))
}

function signedBytes(statement: Omit<Checkpoint, 'signature'>): Uint8Array {
  return Buffer.from(canonicalJson(statement), 'utf8')
}
