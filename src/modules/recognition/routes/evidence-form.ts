import { isRefused, type Refusal, refuse } from '#kernel/database'
import {
  receiveFile,
  type ReceivedFile,
  sizeText,
  type StagedFile,
  stagedFiles,
  stageFile,
} from '#kernel/files'
import type { Call } from '#kernel/http'
import { m } from '../messages/index.ts'
import type { DocumentsState } from '../pages/documents-field.tsx'
import { answerEvidence } from '../service/evidence.ts'
import type { GivenDocument } from '../service/keep-documents.ts'
import { ownerKey } from './given-file.ts'
import { shown } from './shown-refusal.ts'

const megabyte = 1_000_000
/** The most that one document of an answer may have: a page photographed by a phone, or a scanned booklet. */
export const mostEvidenceBytes = 15 * megabyte
/** The most that all documents of an answer may have together. */
export const mostEvidenceTogether = 30 * megabyte
/** The most that a form with an answer may bring: the documents, the words, and what separates them. */
export const mostAnswerBytes = mostEvidenceTogether + megabyte
const mostDocuments = 5

const rules = {
  allow: ['pdf', 'jpeg', 'png', 'webp', 'docx', 'xml'] as const,
  maxBytes: mostEvidenceBytes,
  maxPixels: 60_000_000,
}

/** What a form brought: words, and documents that are checked and stored. */
export interface Brought {
  words: string
  received: ReceivedFile[]
  staged: StagedFile[]
}

/** The form of an answer before anything was sent. */
export const freshAnswer: DocumentsState = { words: '', staged: [], refusal: null }

/**
 * Takes the form of an answer. Where it is refused the documents are kept for the next attempt, and what is given back
 * shows the form as it was sent; else null.
 */
export async function takeAnswer(
  call: Call,
  requestId: string,
): Promise<{ refusal: Refusal; state: DocumentsState } | null> {
  const brought = await broughtBy(call)
  if (isRefused(brought)) {
    return refused(call, { words: wordsOf(call), received: [], staged: [] }, brought)
  }
  const result = await call.perform((work) =>
    answerEvidence(work, {
      requestId,
      words: brought.words,
      documents: documentsOf(call, brought),
      origin: call.services.node,
    }),
  )
  return isRefused(result) ? refused(call, brought, result) : null
}

/** The documents that a form brought, as a verb takes them. */
export function documentsOf(call: Call, { received, staged }: Brought): GivenDocument[] {
  return [
    ...received.map((file) => ({ kind: 'received' as const, file })),
    ...staged.map(({ id }) => ({ kind: 'staged' as const, id, ownerKey: ownerKey(call) })),
  ]
}

/** The words of a form, as they were typed. */
export function wordsOf(call: Call): string {
  return call.form.values['words']?.[0] ?? ''
}

/** The words and documents that came with a form, checked; a document that is refused says why. */
export async function broughtBy(call: Call): Promise<Brought | Refusal> {
  const uploads = (call.form.uploads['file'] ?? []).filter(({ bytes }) => bytes.length > 0)
  const ids = call.form.values['file-staged'] ?? []
  const staged = ids.length > 0 ? await stagedFiles(call.work, ids, ownerKey(call)) : []
  if (uploads.length + staged.length > mostDocuments) {
    const message = m('refusal.evidence-documents', { limit: mostDocuments })
    return refuse(422, message, { file: message })
  }
  const received: ReceivedFile[] = []
  for (const upload of uploads) {
    const file = await receiveFile(call.services.blobs, upload, rules)
    if (isRefused(file)) return refuse(file.status, file.message, { file: file.message })
    received.push(file)
  }
  return { words: wordsOf(call), received, staged }
}

/** A refused form as it was sent: what it brought is kept for the next attempt. */
export async function refused(
  call: Call,
  { words, received, staged }: Brought,
  refusal: Refusal,
): Promise<{ refusal: Refusal; state: DocumentsState }> {
  const kept = await call.perform(async (work) => {
    const files: StagedFile[] = []
    for (const file of received) files.push(await stageFile(work, file, ownerKey(call)))
    return files
  })
  const state = {
    words,
    staged: [...staged, ...kept].map((file) => ({
      token: file.id,
      name: file.name,
      size: sizeText(Number(file.size_bytes)),
    })),
    refusal: shown(call, refusal),
  }
  return { refusal, state }
}
