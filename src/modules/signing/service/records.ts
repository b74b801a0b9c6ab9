import { createHash } from 'node:crypto'
import { canonicalJson } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import type { SignatureProof, StepAct } from '../schema.ts'
import type { Capacity } from '../rules/signers.ts'

/** What happened to a document, as its chain of entries says it. */
export type RecordFacts = {
  version: number
  /** The SHA-256 of what was to be signed. */
  sha256: string
} & (
  | { what: 'version-added'; kind: 'canonical' | 'file'; pdfSha256: string; amends: number | null }
  | { what: 'sent'; signers: { label: Capacity; name: string; act: StepAct; group: number }[] }
  | {
      what: 'signed' | 'approved' | 'refused'
      label: Capacity
      name: string
      /** Whoever signed in somebody's place: in whose. */
      inPlaceOf: string | null
      means: 'electronic' | 'link' | 'paper'
      proof: SignatureProof
    }
  | { what: 'signed-by-all' | 'expired' | 'withdrawn' | 'superseded' }
)

/** The name of the form of these entries, in each of them. */
export const recordFormat = 'weft-signing-1'

/** SHA-256 of a text in UTF-8, in small hexadecimal digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * Adds an entry to the chain of a document: canonical JSON (RFC 8785) that names the hash of the entry before. The document
 * is locked by the verb, so that two never stand at one place.
 */
export async function addRecord(work: Work, documentId: string, facts: RecordFacts): Promise<void> {
  const last = await work.read
    .selectFrom('signing_records')
    .select(['position', 'hash'])
    .where('document_id', '=', documentId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  const body = canonicalJson({
    format: recordFormat,
    document: documentId,
    position,
    previous: last?.hash ?? null,
    at: work.now.toISOString(),
    ...facts,
  })
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_records')
      .values({
        document_id: documentId,
        position,
        body,
        hash: sha256(body),
        recorded_at: work.now,
      })
      .execute(),
  )
}
