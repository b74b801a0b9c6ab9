import type { Option } from '#ui'
import type { QualifiedFile } from '../queries/attachments.ts'
import type { DocumentRow, VersionRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import type { SigningOriginalsTable } from '../schema.ts'
import type { FormState, PageCall } from './words.tsx'

/** The forms of the page, of which one can have been refused. */
export type DocumentForm =
  | 'signer'
  | 'version'
  | 'withdrawal'
  | 'sending'
  | 'paper'
  | 'original'
  | 'days'
  | 'scan'
  | 'qualified'

/** What the page of a document shows. */
export interface DocumentPageProps {
  call: PageCall
  document: DocumentRow
  versions: readonly VersionRow[]
  /** Of all versions, the latest first. */
  steps: readonly StepRow[]
  originals: readonly SigningOriginalsTable[]
  qualified: readonly QualifiedFile[]
  moreScans: readonly { fileId: string; signatureId: string }[]
  organisations: readonly Option[]
  may: { manage: boolean; openSubject: boolean }
  refused: { which: DocumentForm; form: FormState } | null
  maxBytes: number
}
