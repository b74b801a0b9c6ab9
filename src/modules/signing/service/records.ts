import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson, commitment } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import type { SignatureProof, StepAct } from '../schema.ts'
import type { Capacity } from '../rules/signers.ts'

/** What happened to a document, as its chain of entries says it; names and other personal values stand in `personal`. */
export type RecordFacts = {
  version: number
  /** The SHA-256 of what was to be signed. */
  sha256: string
} & (
  | { what: 'version-added'; kind: 'canonical' | 'file'; pdfSha256: string; amends: number | null }
  | { what: 'sent'; signers: { label: Capacity; act: StepAct; group: number }[] }
  | {
      what: 'signed' | 'approved' | 'refused'
      label: Capacity
      isInPlaceOfAnother: boolean
      means: 'electronic' | 'link' | 'paper'
      proof: SignatureProof
    }
  | { what: 'qualified-file' | 'scan-added'; fileSha256: string }
  | { what: 'signed-by-all' | 'expired' | 'withdrawn' | 'superseded' }
)

/** A personal value of an entry, and whose it is: a person's, or that of the guest whom a step asks. */
export interface PersonalValue {
  value: string
  personId: string | null
  stepId?: string
}

/** The name of the form of these entries, in each of them. */
export const recordFormat = 'weft-signing-1'

/** SHA-256 of a text in UTF-8, in small hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Adds an entry to the chain of a document: canonical JSON (RFC 8785) that names the hash of the entry before, with salted
 * commitments to what is personal, so that an erasure leaves the chain whole. The document is locked by the verb, so that
 * two never stand at one place.
 */
export async function addRecord(
  work: Work,
  documentId: string,
  facts: RecordFacts,
  personal: Readonly<Record<string, PersonalValue>> = {},
): Promise<void> {
  const last = await work.read
    .selectFrom('signing_records')
    .select(['position', 'hash'])
    .where('document_id', '=', documentId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  const values = Object.entries(personal).map(([field, { value, personId, stepId }]) => {
    const salt = randomBytes(16)
    const whose = { person_id: personId, step_id: stepId ?? null }
    const row = { field, value, ...whose, salt: salt.toString('hex') }
    return { row, committed: commitment(salt, field, value) }
  })
  const body = canonicalJson({
    format: recordFormat,
    document: documentId,
    position,
    previous: last?.hash ?? null,
    at: work.now.toISOString(),
    ...facts,
    personal: Object.fromEntries(values.map(({ row, committed }) => [row.field, committed])),
  })
  await work.writeUnchronicled(async (tx) => {
    await tx
      .insertInto('signing_records')
      .values({
        document_id: documentId,
        position,
        body,
        hash: sha256(body),
        recorded_at: work.now,
      })
      .execute()
    if (values.length === 0) return
    await tx
      .insertInto('signing_personal')
      .values(values.map(({ row }) => ({ ...row, document_id: documentId, position })))
      .execute()
  })
}
