import type { Json } from '#kernel/database'

/** A row of the chronicle as it was written with the verb's own rows. */
export interface ChronicleEntriesTable {
  id: string
  origin: string
  type: string
  version: number
  object_kind: string
  object_id: string
  actor: string
  organisation_ids: string[]
  person_id: string | null
  data: Json<Record<string, unknown>>
  personal_commitments: Json<Record<string, string>>
  recorded_at: Date
}

/** A personal value and the salt of its commitment; erasure deletes the row. */
export interface ChroniclePersonalTable {
  entry_id: string
  field: string
  salt: Uint8Array
  value: Json<unknown>
}

/** The entries that the sealer has still to place. */
export interface ChronicleUnsealedTable {
  entry_id: string
}

/** An entry's place in the chain. */
export interface ChronicleSealsTable {
  position: bigint
  entry_id: string
  previous_hash: string
  hash: string
}

/** A signed statement of what the chain's hash was at a position. */
export interface ChronicleCheckpointsTable {
  position: bigint
  hash: string
  signed_at: Date
  key_id: string
  signature: string
}

/** How far a subscription has come, and whether it is waiting to try again. */
export interface ChronicleSubscriptionsTable {
  name: string
  position: bigint
  attempts: number
  next_attempt_at: Date | null
  last_error: string | null
  updated_at: Date
}

/** An entry that a subscription could not handle; open until it is resolved. */
export interface ChronicleDeadLettersTable {
  subscription: string
  position: bigint
  attempts: number
  error: string
  failed_at: Date
  resolved_at: Date | null
}

declare module '#kernel/database' {
  interface Tables {
    chronicle_entries: ChronicleEntriesTable
    chronicle_personal: ChroniclePersonalTable
    chronicle_unsealed: ChronicleUnsealedTable
    chronicle_seals: ChronicleSealsTable
    chronicle_checkpoints: ChronicleCheckpointsTable
    chronicle_subscriptions: ChronicleSubscriptionsTable
    chronicle_dead_letters: ChronicleDeadLettersTable
  }
}
