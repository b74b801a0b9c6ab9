import { isRefused, type Refusal } from '#kernel/database'
import { fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route, valueOf } from '#kernel/http'
import { m } from '../messages/index.ts'
import type { DocumentForm } from '../pages/document-props.ts'
import { attachmentFile } from '../queries/attachments.ts'
import type { DocumentRow } from '../queries/documents.ts'
import { addScan, attachQualified, changeDays } from '../service/attachments.ts'
import { documentPage } from './document.ts'
import { loadDocument } from './documents.ts'
import { scanRules } from './paper.ts'
import { type Brought, broughtFile, dayOf, mostFormBytes, mostPdfBytes } from './parts.ts'

type DocumentCall = Call<DocumentRow>
const base = '/signing/documents/:id'
const managing = { action: 'signing.document.manage', load: loadDocument, perMinute: 60 }
const qualifiedRules = { allow: ['pdf', 'json', 'xml', 'zip'] as const, maxBytes: mostPdfBytes }

/** The days of a draft, further scans of a paper, and files with a qualified signature made elsewhere. */
export const attachmentRoutes: readonly Route[] = [
  page<DocumentRow>('POST', `${base}/days`, { ...managing, handle: days }),
  page<DocumentRow>('POST', `${base}/scans`, {
    ...managing,
    maxBytes: mostFormBytes,
    handle: scan,
  }),
  page<DocumentRow>('POST', `${base}/qualified`, {
    ...managing,
    maxBytes: mostFormBytes,
    handle: qualified,
  }),
  page<DocumentRow>('GET', `${base}/attachments`, {
    action: 'signing.document.read',
    load: loadDocument,
    handle: file,
  }),
]

async function days(given: DocumentCall): Promise<Answer> {
  const call = given as Call
  const [dueOn, expiresOn] = [dayOf(call, 'dueOn'), dayOf(call, 'expiresOn')]
  const result =
    isRefused(dueOn) || isRefused(expiresOn)
      ? ([dueOn, expiresOn].find(isRefused) as Refusal)
      : await call.perform((work) =>
          changeDays(work, { documentId: given.object.id, dueOn, expiresOn }),
        )
  return answered(given, 'days', 'flash.days', result, null)
}

async function scan(given: DocumentCall): Promise<Answer> {
  const call = given as Call
  const brought = await broughtFile(call, scanRules)
  const result = isRefused(brought)
    ? brought
    : await call.perform((work) =>
        addScan(work, {
          documentId: given.object.id,
          signatureId: valueOf(call, 'signature'),
          file: brought.given,
          origin: call.services.node,
        }),
      )
  return answered(given, 'scan', 'flash.scan', result, isRefused(brought) ? null : brought)
}

async function qualified(given: DocumentCall): Promise<Answer> {
  const call = given as Call
  const brought = await broughtFile(call, qualifiedRules)
  const result = isRefused(brought)
    ? brought
    : await call.perform((work) =>
        attachQualified(work, {
          documentId: given.object.id,
          provider: valueOf(call, 'provider'),
          file: brought.given,
          origin: call.services.node,
        }),
      )
  return answered(
    given,
    'qualified',
    'flash.qualified',
    result,
    isRefused(brought) ? null : brought,
  )
}

async function answered(
  call: DocumentCall,
  which: DocumentForm,
  flash: 'flash.days' | 'flash.scan' | 'flash.qualified',
  result: unknown,
  brought: Brought | null,
): Promise<Answer> {
  if (isRefused(result)) return documentPage(call, { which, refusal: result, brought })
  return call.redirect(`/signing/documents/${call.object.id}`, m(flash))
}

/** A further scan, or a file with a qualified signature; each by its own id, of this document alone. */
async function file(call: DocumentCall): Promise<Answer> {
  call.shows([])
  const fileId = await attachmentFile(call.work, call.object.id, call.query.get('file') ?? '')
  const found = fileId && (await streamFile(call.work, call.services.blobs, fileId))
  if (!found || isRefused(found)) return { kind: 'absent' }
  const { kind, name } = found.file
  return { kind: 'file', body: found.stream, type: fileKinds[kind].mediaType, name }
}
