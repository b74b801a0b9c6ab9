import { entryType } from '#kernel/chronicle'
import type { StepAct } from './schema.ts'

/** What every entry about a document says: of what it is about, which version, and its hash. No name, no reason. */
export interface DocumentNews extends Record<string, unknown> {
  subject: { kind: string; id: string } | null
  version: number
  sha256: string
}

/** How the round of a version ended that not all have signed. */
export type DocumentEnd = 'refused' | 'expired' | 'withdrawn'

/** A document was opened, with its first version. */
export const documentOpened = entryType<DocumentNews>('signing.document-opened')
/** A document has a new version that nobody was asked to sign yet. */
export const versionAdded = entryType<DocumentNews & { amends: number | null }>(
  'signing.version-added',
)
/** The signers of a version are asked. */
export const documentSent = entryType<DocumentNews>('signing.document-sent')
/** One signer has signed or approved. */
export const stepSigned = entryType<
  DocumentNews & { step: string; act: StepAct; means: 'electronic' | 'link' | 'paper' }
>('signing.step-signed')
/** All have signed: the version is in force. */
export const documentSigned = entryType<DocumentNews>('signing.document-signed')
/** All have signed an amendment; it comes beside `signing.document-signed`. */
export const documentAmended = entryType<DocumentNews & { amends: number }>(
  'signing.document-amended',
)
/** Somebody has refused: the document is returned, and the signatures of that version are void. */
export const documentRefused = entryType<DocumentNews & { step: string }>(
  'signing.document-refused',
)
/** The time for signing is over. */
export const documentExpired = entryType<DocumentNews>('signing.document-expired')
/** Whoever opened it took it back, or says that it counts no more. */
export const documentWithdrawn = entryType<DocumentNews & { wasInForce: boolean }>(
  'signing.document-withdrawn',
)

/** How a document ended that is not signed, by the entry that tells of it. */
export function documentEndOf(type: string): DocumentEnd {
  if (type === documentRefused.type) return 'refused'
  return type === documentExpired.type ? 'expired' : 'withdrawn'
}
