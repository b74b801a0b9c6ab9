import { show } from '#ui'
import { isRefused } from '#kernel/database'
import { renderPdf, statementCode } from '#kernel/documents'
import { fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route, valueOf } from '#kernel/http'
import { signatureSheet } from '../evidence/sheet.ts'
import { m } from '../messages/index.ts'
import { OriginalsPage } from '../pages/originals.tsx'
import type { DocumentRow } from '../queries/documents.ts'
import { originalsRegister, scanFileOf } from '../queries/originals.ts'
import { stepsOf } from '../queries/steps.ts'
import { enterOriginal, receiveOriginal, recordPaper } from '../service/paper.ts'
import { documentPage, personsOf } from './document.ts'
import { loadDocument } from './documents.ts'
import { broughtFile, dayOf, mostFormBytes, mostPdfBytes } from './parts.ts'

type DocumentCall = Call<DocumentRow>
const base = '/signing/documents/:id'
const managing = { action: 'signing.document.manage', load: loadDocument, perMinute: 60 }
const pageSize = 50
/** What the scan of a paper may be. */
export const scanRules = {
  allow: ['pdf', 'jpeg', 'png', 'webp', 'tiff'] as const,
  maxBytes: mostPdfBytes,
  maxPixels: 60_000_000,
}

/** Signing on paper: the sheet, the signed paper, and the register of originals. */
export const paperRoutes: readonly Route[] = [
  page<DocumentRow>('GET', `${base}/sheet`, { ...managing, handle: sheet }),
  page<DocumentRow>('POST', `${base}/paper`, {
    ...managing,
    maxBytes: mostFormBytes,
    handle: record,
  }),
  page<DocumentRow>('GET', `${base}/scans/:signature`, {
    action: 'signing.document.read',
    load: loadDocument,
    handle: scan,
  }),
  page<DocumentRow>('POST', `${base}/originals`, { ...managing, handle: enter }),
  page<DocumentRow>('POST', `${base}/originals/:original/receipt`, {
    ...managing,
    async handle(call) {
      const result = await call.perform((work) =>
        receiveOriginal(work, {
          documentId: call.object.id,
          originalId: call.params['original'] ?? '',
        }),
      )
      if (isRefused(result)) {
        return documentPage(call, { which: 'original', refusal: result, brought: null })
      }
      return call.redirect(`/signing/documents/${call.object.id}`, m('flash.received'))
    },
  }),
  page('GET', '/signing/originals', { action: 'signing.document.open', handle: register }),
]

async function sheet(call: DocumentCall): Promise<Answer> {
  const { object: document, services, language } = call
  const steps = (await stepsOf(call.work, document.id, document.version)).filter(
    ({ state, means }) => state === 'asked' && means !== 'electronic',
  )
  if (steps.length === 0) {
    call.shows([])
    return call.redirect(`/signing/documents/${document.id}`, m('paper.none'))
  }
  call.shows(personsOf({ created_by: null }, steps))
  const code = statementCode(document.sha256)
  const body = await renderPdf(
    signatureSheet(
      {
        document,
        steps,
        address: `${services.origin}/${language}/document-checks/${code}`,
        banner: services.demonstration ? services.demonstrationBanner : null,
        now: call.now,
      },
      language,
      services.translator,
    ),
  )
  return { kind: 'file', body, type: 'application/pdf', name: `${code}.pdf` }
}

async function record(given: DocumentCall): Promise<Answer> {
  const call = given as Call
  const brought = await broughtFile(call, scanRules)
  const signedOn = dayOf(call, 'signedOn')
  const fault = [brought, signedOn].find(isRefused)
  const kept = isRefused(brought) ? null : brought
  if (fault || isRefused(brought) || isRefused(signedOn)) {
    return documentPage(given, { which: 'paper', refusal: fault!, brought: kept })
  }
  const result = await call.perform((work) =>
    recordPaper(work, {
      documentId: given.object.id,
      stepId: valueOf(call, 'step'),
      scan: brought.given,
      code: valueOf(call, 'code'),
      signedOn: signedOn ?? '9999-12-31',
      name: valueOf(call, 'name'),
      original: valueOf(call, 'original'),
      isCompared: valueOf(call, 'compared') === 'yes',
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) {
    return documentPage(given, { which: 'paper', refusal: result, brought: kept })
  }
  return call.redirect(`/signing/documents/${given.object.id}`, m('flash.paper'))
}

/** The scan of a signature, to be looked at beside the document. */
async function scan(call: DocumentCall): Promise<Answer> {
  call.shows([])
  const found = await scanFileOf(call.work, call.object.id, call.params['signature'] ?? '')
  const file = found && (await streamFile(call.work, call.services.blobs, found.fileId))
  if (!file || isRefused(file)) return { kind: 'absent' }
  const { stream, file: row } = file
  return {
    kind: 'file',
    body: stream,
    type: fileKinds[row.kind].mediaType,
    name: row.name,
    inline: true,
  }
}

async function enter(given: DocumentCall): Promise<Answer> {
  const call = given as Call
  const sentOn = dayOf(call, 'sentOn')
  const result = isRefused(sentOn)
    ? sentOn
    : await call.perform((work) =>
        enterOriginal(work, {
          documentId: given.object.id,
          copy: valueOf(call, 'copy'),
          place: valueOf(call, 'place'),
          carrier: valueOf(call, 'carrier'),
          tracking: valueOf(call, 'tracking'),
          sentOn,
        }),
      )
  if (isRefused(result)) {
    return documentPage(given, { which: 'original', refusal: result, brought: null })
  }
  return call.redirect(`/signing/documents/${given.object.id}`, m('flash.original'))
}

async function register(call: Call): Promise<Answer> {
  const onTheWay = call.query.get('which') === 'on-the-way'
  const number = pageNumber(call)
  const { rows, total } = await originalsRegister(call.work, {
    onTheWay,
    limit: pageSize,
    offset: (number - 1) * pageSize,
  })
  call.shows([])
  return show(OriginalsPage({ call, originals: rows, onTheWay, total, page: number, pageSize }))
}
