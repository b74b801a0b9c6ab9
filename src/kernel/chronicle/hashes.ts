import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import type { ChronicleEntriesTable } from './schema.ts'
import type { Selectable } from 'kysely'

/** The row of an entry as the database gives it back. */
export type EntryRow = Selectable<ChronicleEntriesTable>

/** What stands before the first entry. */
export const firstPreviousHash = '0'.repeat(64)

/** SHA-256 over the canonical JSON of the entry, its position and the hash before it: what the chain is made of. */
export function sealHash(position: bigint, previousHash: string, entry: EntryRow): string {
  return sha256(
    canonicalJson({
      position: position.toString(),
      previous: previousHash,
      entry: {
        id: entry.id,
        origin: entry.origin,
        type: entry.type,
        version: entry.version,
        object: { kind: entry.object_kind, id: entry.object_id },
        actor: entry.actor,
        organisations: entry.organisation_ids,
        person: entry.person_id,
        data: entry.data,
        personal: entry.personal_commitments,
        at: entry.recorded_at,
      },
    }),
  )
}

/** A salted commitment to one personal value: without the salt it tells nothing about the value. */
export function commitment(salt: Uint8Array, field: string, value: unknown): string {
  const encoded = Buffer.from(salt).toString('hex')
  return sha256(canonicalJson({ salt: encoded, field, value }))
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
