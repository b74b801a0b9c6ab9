import { show } from '#ui'
import { isRefused, type Work } from '#kernel/database'
import { streamFile, writeCsv, writeXlsx } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route, valueOf } from '#kernel/http'
import { dueInWorkingDays } from '#kernel/tasks'
import { localised } from '#kernel/values'
import { documentTable } from '../formats/document-table.ts'
import { m } from '../messages/index.ts'
import { NewDocumentPage } from '../pages/document-new.tsx'
import { DocumentsPage } from '../pages/documents.tsx'
import { type FormState, freshForm } from '../pages/words.tsx'
import {
  documentById,
  type DocumentFilter,
  documentList,
  type DocumentRow,
  versionsOf,
} from '../queries/documents.ts'
import { organisationPlaces, type Place } from '../queries/places.ts'
import { documentStates } from '../schema.ts'
import { openDocument } from '../service/documents.ts'
import {
  type Brought,
  broughtPdf,
  dayOf,
  mostFormBytes,
  mostPdfBytes,
  refusedForm,
} from './parts.ts'

const pageSize = 50
const mostRows = 10_000
/** How long signers are given unless somebody says otherwise, in working days. */
const usualWorkingDays = 10

/** Loads the document of an address. */
export const loadDocument = (work: Work, params: Record<string, string>) =>
  documentById(work, params['id'] ?? '')

/** The list of documents, a new one, and the PDF of each version. */
export const documentListRoutes: readonly Route[] = [
  page('GET', '/signing/documents', { action: 'signing.document.open', handle: list }),
  page('GET', '/signing/documents/table', { action: 'signing.document.open', handle: table }),
  page('GET', '/signing/documents/new', {
    action: 'signing.document.open',
    handle: async (call) => newPage(call, null, 200),
  }),
  page('POST', '/signing/documents/new', {
    action: 'signing.document.open',
    maxBytes: mostFormBytes,
    perMinute: 30,
    handle: create,
  }),
  page<DocumentRow>('GET', '/signing/documents/:id/file', {
    action: 'signing.document.read',
    load: loadDocument,
    handle: file,
  }),
]

function filterOf(call: Call): Pick<DocumentFilter, 'state' | 'isLate' | 'search'> {
  const asked = call.query.get('state')
  return {
    state: documentStates.find((state) => state === asked) ?? null,
    isLate: asked === 'late',
    search: (call.query.get('q') ?? '').trim().slice(0, 100),
  }
}

async function list(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const filter = filterOf(call)
  const { rows, total } = await documentList(call.work, {
    ...filter,
    limit: pageSize,
    offset: (number - 1) * pageSize,
  })
  call.shows([])
  return show(DocumentsPage({ call, documents: rows, total, page: number, pageSize, filter }))
}

/** The list as it is narrowed, as a workbook or as separated values. */
async function table(call: Call): Promise<Answer> {
  const { rows } = await documentList(call.work, { ...filterOf(call), limit: mostRows, offset: 0 })
  call.shows([])
  const { columns, cells } = documentTable(rows, call.t, call.language)
  const name = call.t(m('documents.title'))
  if (call.query.get('format') === 'csv') {
    const body = await writeCsv(columns, cells)
    return { kind: 'file', body, type: 'text/csv; charset=utf-8', name: `${name}.csv` }
  }
  return {
    kind: 'file',
    body: await writeXlsx({ sheets: [{ name, columns, rows: cells }] }),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${name}.xlsx`,
  }
}

/** The organisations for which the reader may open documents. */
async function ownPlaces(call: Call): Promise<Place[]> {
  const grants = call.actor.kind === 'person' ? call.actor.grants : []
  const ids = [...new Set(grants.flatMap(({ organisationId }) => organisationId ?? []))].filter(
    (id) => call.may('signing.document.manage', { organisation_id: id }),
  )
  return organisationPlaces(call.work, ids)
}

async function newPage(call: Call, form: FormState | null, status: number): Promise<Answer> {
  const places = await ownPlaces(call)
  const [first] = places
  const usual = first
    ? dueInWorkingDays(call.now, usualWorkingDays, {
        country: first.country,
        timeZone: first.timeZone,
      })
    : ''
  call.shows([])
  const page = NewDocumentPage({
    call,
    organisations: places.map(({ id, names }) => ({
      value: id,
      label: localised(names, call.language).text,
    })),
    form: form ?? freshForm({ dueOn: usual, organisation: first?.id ?? '' }),
    maxBytes: mostPdfBytes,
  })
  return show(page, status)
}

async function create(call: Call): Promise<Answer> {
  const places = await ownPlaces(call)
  const asked = valueOf(call, 'organisation')
  const place = places.length === 1 ? places[0] : places.find(({ id }) => id === asked)
  const brought = await broughtPdf(call)
  const [dueOn, expiresOn] = [dayOf(call, 'dueOn'), dayOf(call, 'expiresOn')]
  const fault = [brought, dueOn, expiresOn].find(isRefused)
  const kept: Brought | null = isRefused(brought) ? null : brought
  if (fault || isRefused(brought) || isRefused(dueOn) || isRefused(expiresOn)) {
    return newPage(call, await refusedForm(call, fault!, kept), fault!.status)
  }
  const opened = await call.perform((work) =>
    openDocument(work, {
      organisationId: place?.id ?? '',
      subject: null,
      titles: { [call.language]: valueOf(call, 'title') },
      content: { kind: 'file', pdf: brought.given },
      signers: [],
      dueOn,
      expiresOn,
      origin: call.services.node,
    }),
  )
  if (isRefused(opened)) return newPage(call, await refusedForm(call, opened, kept), opened.status)
  return call.redirect(`/signing/documents/${opened.documentId}`, m('flash.opened'))
}

/** The PDF of a version; of the latest unless the address says. */
async function file(call: Call<DocumentRow>): Promise<Answer> {
  const asked = call.query.get('version')
  const versions = await versionsOf(call.work, call.object.id)
  const version =
    asked === null ? versions[0] : versions.find(({ number }) => String(number) === asked)
  call.shows([])
  return version ? pdfAnswer(call as Call, version.file_id) : { kind: 'absent' }
}

/** A stored PDF, to be read in the browser. */
export async function pdfAnswer(call: Call, fileId: string): Promise<Answer> {
  const found = await streamFile(call.work, call.services.blobs, fileId)
  if (isRefused(found)) return { kind: 'absent' }
  return {
    kind: 'file',
    body: found.stream,
    type: 'application/pdf',
    name: found.file.name,
    inline: true,
  }
}
