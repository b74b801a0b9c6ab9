import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { allRows, readTable } from '#kernel/files'
import { type Answer, type Call, page, pageNumber, type Route } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { isUuid, localised, sortByText } from '#kernel/values'
import { renderPage } from '#ui'
import { registryFile } from '../../formats/registry-file.ts'
import { waitingTable } from '../../formats/list-tables.ts'
import { m } from '../../messages/index.ts'
import { AnswerPage } from '../../pages/office/answer.tsx'
import { BatchPage } from '../../pages/office/batch.tsx'
import { BatchesPage } from '../../pages/office/batches.tsx'
import { batchesPath, postingsPath } from '../../pages/office/posting-words.ts'
import { PostingsPage } from '../../pages/office/postings.tsx'
import { organisationsFor } from '../../queries/catalogues.ts'
import {
  batchById,
  type BatchRow,
  itemsOfBatch,
  listBatches,
  openAnswerOf,
  waitingCases,
} from '../../queries/office/batches.ts'
import { layoutsFor } from '../../queries/office/layouts.ts'
import { settingsOf } from '../../queries/office/settings.ts'
import type { AnswerRow } from '../../rules/office/registry-answer.ts'
import {
  comparedAnswerOf,
  discardAnswer,
  receiveAnswer,
  takeAnswer,
} from '../../service/office/answers.ts'
import { makeBatch, mostCases } from '../../service/office/make-batch.ts'
import { sendBatch } from '../../service/office/send-batch.ts'
import { cancelBatch, settleItems } from '../../service/office/settle-items.ts'
import { shown } from '../shown-refusal.ts'
import { mostExported, tableFile } from '../table-file.ts'
import { answerCells } from './layout-form.ts'

const pageSize = 50
const answerBytes = 10 * 1024 * 1024
const mostAnswerRows = 20_000
const list = 'recognition.posting.list'
const read = 'recognition.posting.read'
const post = 'recognition.posting.post'
const load = (work: Work, params: Record<string, string>) => batchById(work, params['id'] ?? '')
const pathOf = (id: string) => `${batchesPath}/${id}`

/** The registrar's pages: what waits, the batches, their rows and the registry's answers. */
export const postingRoutes: readonly Route[] = [
  page('GET', postingsPath, { action: list, handle: (call) => waitingPage(call, null) }),
  page('GET', `${postingsPath}/table`, { action: list, handle: waitingFile }),
  page('GET', batchesPath, { action: read, handle: batchesPage }),
  page('POST', batchesPath, { action: post, handle: write }),
  page<BatchRow>('GET', `${batchesPath}/:id`, {
    action: read,
    load,
    handle: (call) => batchPage(call, null),
  }),
  page<BatchRow>('GET', `${batchesPath}/:id/file`, { action: read, load, handle: file }),
  page<BatchRow>('POST', `${batchesPath}/:id/rows`, { action: post, load, handle: settleRows }),
  page<BatchRow>('POST', `${batchesPath}/:id/sending`, {
    action: post,
    load,
    async handle(call) {
      const isSent = call.form.values['sent']?.[0] !== 'no'
      const result = await call.perform((work) =>
        sendBatch(work, { batchId: call.object.id, isSent }),
      )
      if (isRefused(result)) return batchPage(call, result)
      return call.redirect(
        pathOf(call.object.id),
        m(isSent ? 'posting.flash.sent' : 'posting.flash.unsent'),
      )
    },
  }),
  page<BatchRow>('POST', `${batchesPath}/:id/cancellation`, {
    action: post,
    load,
    async handle(call) {
      const result = await call.perform((work) => cancelBatch(work, call.object.id))
      if (isRefused(result)) return batchPage(call, result)
      const { number } = call.object
      return call.redirect(
        postingsPath,
        m('posting.flash.cancelled', { number, rows: result.dropped }),
      )
    },
  }),
  page<BatchRow>('GET', `${batchesPath}/:id/answer`, { action: post, load, handle: answerPage }),
  page<BatchRow>('POST', `${batchesPath}/:id/answer`, {
    action: post,
    load,
    maxBytes: answerBytes,
    handle: receive,
  }),
  page<BatchRow>('POST', `${batchesPath}/:id/answer/taking`, { action: post, load, handle: take }),
  page<BatchRow>('POST', `${batchesPath}/:id/answer/discarding`, {
    action: post,
    load,
    async handle(call) {
      const answerId = call.form.values['answer']?.[0] ?? ''
      if (isUuid(answerId))
        await call.perform((work) => discardAnswer(work, { batchId: call.object.id, answerId }))
      return call.redirect(pathOf(call.object.id), m('posting.flash.discarded'))
    },
  }),
]

/** The institutions whose credit the reader may post, and the one that is chosen. */
async function institutions(call: Call) {
  const mine = await organisationsFor(call.work, (id) => call.may(post, { organisation_id: id }))
  const options = sortByText(
    mine.map(({ id, names }) => ({ value: id, label: localised(names, call.language).text })),
    call.language,
    (each) => each.label,
  )
  const wanted = call.query.get('at') ?? call.form.values['organisation']?.[0]
  const chosen = options.find((each) => each.value === wanted) ?? options[0]
  const settings = chosen ? await settingsOf(call.work, chosen.value) : null
  return { options, chosen, settings }
}

/** The whole list of waiting credit of the institution on the page. */
async function waitingFile(call: Call): Promise<Answer> {
  const { chosen, settings } = await institutions(call)
  const { cases, total } = await waitingCases(call.work, {
    organisationId: chosen?.value ?? null,
    page: 1,
    pageSize: mostExported,
  })
  if (total > mostExported) {
    call.shows([])
    return call.redirect(postingsPath, m('list.too-many', { most: mostExported }))
  }
  call.shows(cases.map((each) => each.personId))
  const table = waitingTable(cases, settings?.timeZone ?? 'UTC', call)
  return tableFile(call, call.t(m('posting.title')), table)
}

async function waitingPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const { options, chosen, settings } = await institutions(call)
  const number = pageNumber(call)
  const found = await waitingCases(call.work, {
    organisationId: chosen?.value ?? null,
    page: number,
    pageSize,
  })
  call.shows(found.cases.map((each) => each.personId))
  const html = renderPage(
    PostingsPage({
      call,
      at: chosen && settings ? { id: chosen.value, timeZone: settings.timeZone } : null,
      institutions: options,
      ...found,
      page: number,
      pageSize,
      layouts: chosen ? await layoutsFor(call.work, chosen.value) : [],
      mayEditLayouts: call.may('recognition.posting-layout.edit'),
      mostCases,
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function batchesPage(call: Call): Promise<Answer> {
  const number = pageNumber(call)
  const found = await listBatches(call.work, { page: number, pageSize })
  const owners = new Set(found.batches.map((batch) => batch.organisation_id))
  const html = renderPage(
    BatchesPage({ call, ...found, page: number, pageSize, isAcross: owners.size > 1 }),
  )
  return { kind: 'html', html }
}

async function write(call: Call): Promise<Answer> {
  const value = (name: string) => call.form.values[name]?.[0] ?? ''
  const chosen = (call.form.values['keys'] ?? []).filter(isUuid)
  const isAll = value('all') === 'yes'
  const ids = { organisationId: value('organisation'), layoutId: value('layout') }
  if (!isUuid(ids.organisationId) || !isUuid(ids.layoutId))
    return waitingPage(call, refuse(422, m('posting.refusal.no-layout')))
  if (!isAll && chosen.length === 0)
    return waitingPage(call, refuse(422, m('posting.refusal.none-chosen')))
  const result = await call.perform((work) =>
    makeBatch(work, {
      ...ids,
      caseIds: isAll ? null : chosen,
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) return waitingPage(call, result)
  const { number, rows } = result
  return call.redirect(pathOf(result.batchId), m('posting.flash.written', { number, rows }))
}

async function batchPage(call: Call<BatchRow>, refusal: Refusal | null): Promise<Answer> {
  // After a refusal the batch may have moved on: it is read again.
  const batch = refusal
    ? ((await batchById(call.work, call.object.id)) ?? call.object)
    : call.object
  const items = await shownItems(call, batch.id)
  const html = renderPage(
    BatchPage({
      call,
      batch,
      items,
      answer: batch.state === 'open' ? await openAnswerOf(call.work, batch.id) : null,
      mayPost: call.may(post, batch),
      note: call.form.values['note']?.[0] ?? '',
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** The rows of a batch; whoever they are about is told that their data were read. */
async function shownItems(call: Call<BatchRow>, batchId: string) {
  const items = await itemsOfBatch(call.work, batchId)
  call.shows(items.map((item) => item.personId))
  return items
}

/** The file is made of the cells as they were written; the same batch gives the same bytes. */
async function file(call: Call<BatchRow>): Promise<Answer> {
  const batch = call.object
  const items = await shownItems(call, batch.id)
  const written = await registryFile(
    batch.layout,
    items.map((item) => item.cells),
    batch.fileName,
  )
  if ('lacking' in written) throw new Error('a batch was stored that its layout cannot write')
  const type =
    batch.layout.file === 'csv'
      ? 'text/csv'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { kind: 'file', body: written.bytes, type, name: written.name }
}

async function settleRows(call: Call<BatchRow>): Promise<Answer> {
  const outcome = call.form.values['outcome']?.[0]
  if (outcome !== 'posted' && outcome !== 'rejected' && outcome !== 'exported')
    return batchPage(call, refuse(422, m('posting.refusal.none-chosen')))
  const itemIds = (call.form.values['keys'] ?? []).filter(isUuid)
  const note = (call.form.values['note']?.[0] ?? '').trim().slice(0, 500)
  const result = await call.perform((work) =>
    settleItems(work, { batchId: call.object.id, itemIds, outcome, note }),
  )
  if (isRefused(result)) return batchPage(call, result)
  const flash = m(`posting.flash.${outcome}`, { rows: result.changed, already: result.already })
  return call.redirect(pathOf(call.object.id), flash)
}

async function answerPage(call: Call<BatchRow>): Promise<Answer> {
  const found = await comparedAnswerOf(call.work, call.object.id)
  if (!found) return call.redirect(pathOf(call.object.id))
  const items = await shownItems(call, call.object.id)
  const html = renderPage(AnswerPage({ call, batch: call.object, items, ...found }))
  return { kind: 'html', html }
}

async function receive(call: Call<BatchRow>): Promise<Answer> {
  const upload = call.form.uploads['file']?.find((each) => each.bytes.length > 0)
  if (!upload) return batchPage(call, wrongFile(m('posting.fault.no-file')))
  const rows = await answerRows(call.object, upload)
  if (isRefused(rows)) return batchPage(call, wrongFile(rows.message))
  const result = await call.perform((work) =>
    receiveAnswer(work, { batchId: call.object.id, fileName: upload.name, rows }),
  )
  if (isRefused(result)) return batchPage(call, result)
  return call.redirect(`${pathOf(call.object.id)}/answer`)
}

/** The rows of an answer by the headings that the layout names; without any of them nothing can be compared. */
async function answerRows(
  batch: BatchRow,
  upload: { name: string; bytes: Uint8Array },
): Promise<AnswerRow[] | Refusal> {
  const options = {
    name: upload.name,
    maxRows: mostAnswerRows,
    maxColumns: 200,
    maxCellLength: 2000,
  }
  const table = await readTable(upload.bytes, options)
  if (isRefused(table)) return table
  const place = answerCells(batch.layout.answer, table.header)
  if (place.reference === -1 && (place.studentNumber === -1 || place.course === -1)) {
    await table.rows[Symbol.asyncIterator]().return?.()
    return refuse(422, m('posting.fault.answer-columns'))
  }
  const rows = await allRows(table)
  if (isRefused(rows)) return rows
  return rows.map(({ row, cells }) => {
    const cell = (index: number) => (index === -1 ? '' : (cells[index] ?? ''))
    return {
      row,
      reference: cell(place.reference),
      studentNumber: cell(place.studentNumber),
      course: cell(place.course),
      status: cell(place.status),
      credit: cell(place.credit),
      grade: cell(place.grade),
      message: cell(place.message).slice(0, 500),
    }
  })
}

async function take(call: Call<BatchRow>): Promise<Answer> {
  const answerId = call.form.values['answer']?.[0] ?? ''
  const alsoItems = (call.form.values['keys'] ?? []).filter(isUuid)
  const result = await call.perform((work) =>
    takeAnswer(work, { batchId: call.object.id, answerId, alsoItems }),
  )
  if (isRefused(result)) return batchPage(call, result)
  return call.redirect(pathOf(call.object.id), m('posting.flash.answered', { ...result }))
}

function wrongFile(message: Message): Refusal {
  return refuse(422, message, { file: message })
}
