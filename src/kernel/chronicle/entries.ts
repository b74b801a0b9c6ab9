import type { EntryDraft } from '#kernel/database'

/** A kind of entry, declared once by the module that writes it and listed in its manifest. */
export interface EntryType<
  Data extends Record<string, unknown>,
  Personal extends Record<string, unknown>,
> {
  type: string
  version: number
  /** Makes the entry that a write helper stores beside the row. */
  (facts: {
    object: { kind: string; id: string }
    organisationIds?: readonly string[]
    personId?: string | null
    data: Data
    personal?: Personal
  }): EntryDraft
}

/**
 * Declares a kind of entry: `module.noun-verb` in the past tense, with a version that rises when its data changes shape.
 * `Data` holds no personal value; what is personal goes to `Personal`, which the chain stores as salted commitments.
 */
export function entryType<
  Data extends Record<string, unknown> = Record<string, never>,
  Personal extends Record<string, unknown> = Record<string, never>,
>(type: string, version = 1): EntryType<Data, Personal> {
  const make = (facts: Parameters<EntryType<Data, Personal>>[0]): EntryDraft => ({
    type,
    version,
    object: facts.object,
    organisationIds: facts.organisationIds ?? [],
    personId: facts.personId ?? null,
    data: facts.data,
    personal: facts.personal ?? {},
  })
  return Object.assign(make, { type, version })
}
