import { show } from '#ui'
import { isRefused, personOf, refuse, type Refusal } from '#kernel/database'
import {
  allRows,
  readTable,
  type StagedFile,
  stageFile,
  stagedFiles,
  writeXlsx,
} from '#kernel/files'
import {
  type Answer,
  type Call,
  type FormState,
  freshForm,
  page,
  refusedForm,
  type Route,
  sceneOf,
  type Upload,
  valueOf,
} from '#kernel/http'
import { organisationNames } from '#modules/alliance'
import { objectSheetHeads } from '../formats/object-sheet.ts'
import { filesOfArchive } from '../formats/picture-archive.ts'
import { m } from '../messages/index.ts'
import { BulkObjectsPage, mostSheetBytes } from '../pages/bulk-objects.tsx'
import { mostFormBytes } from '../pages/object-media.tsx'
import { plainText } from '../pages/visit.ts'
import { type BulkPreview, makeObjects, type StagedBulk } from '../service/bulk.ts'
import { previewOf } from './bulk-preview.ts'
import { holdersOf } from './holders.ts'
import { receiveMedium } from './take-media.ts'

const action = 'exhibitions.object.edit'
const mostFiles = 1000

/** Many objects at once, out of one sheet and a folder of files: what would become of them is shown before it does. */
export const bulkRoutes: readonly Route[] = [
  page('GET', '/objects/bulk', {
    action,
    handle: (call) => showBulk(call, freshForm(), null, 200),
  }),
  page('GET', '/objects/bulk/sheet', { action, handle: sendSheet }),
  page('POST', '/objects/bulk', { action, maxBytes: mostFormBytes, handle: look }),
  page('POST', '/objects/bulk/objects', { action, maxBytes: 4 * 1024 * 1024, handle: make }),
]

async function showBulk(
  call: Call,
  form: FormState,
  preview: BulkPreview | null,
  status: number,
): Promise<Answer> {
  const scene = sceneOf(call)
  const ids = holdersOf(call)
  const names = await organisationNames(call.work, ids)
  const organisations = ids.map((value) => ({
    value,
    label: plainText(scene, names.get(value) ?? {}),
  }))
  return show(BulkObjectsPage({ scene, organisations, form, preview }), status)
}

/** The sheet without a row, to be filled in. */
async function sendSheet({ t }: Call): Promise<Answer> {
  const columns = objectSheetHeads.map((header) => ({ header, kind: 'text' }) as const)
  const body = await writeXlsx({ sheets: [{ name: t(m('bulk.sheet-name')), columns, rows: [] }] })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { kind: 'file', body, type, name: `${t(m('bulk.sheet-name'))}.xlsx` }
}

/** Stores what was sent for a day, and shows what would become of it. */
async function look(call: Call): Promise<Answer> {
  const given = await stageAll(call)
  const preview = isRefused(given) ? given : await previewOf(call, given)
  if (isRefused(preview)) return showBulk(call, refusedForm(call, preview), null, preview.status)
  const form = freshForm({ organisation: preview.organisationId })
  return showBulk(call, form, preview, 200)
}

async function make(call: Call): Promise<Answer> {
  const ownerKey = ownerOf(call)
  const ids = [valueOf(call, 'sheet'), ...(call.form.values['files'] ?? []).slice(0, mostFiles)]
  const [sheet, ...files] = await stagedFiles(call.work, ids, ownerKey)
  const gone = refuse(422, m('bulk.gone'))
  const preview =
    sheet && sheet.id === ids[0] ? await previewOf(call, { sheet, files, refused: [] }) : gone
  if (isRefused(preview)) return showBulk(call, refusedForm(call, preview), null, preview.status)
  const objects = preview.lines.flatMap(({ object }) => object ?? [])
  const done = await call.perform((work) =>
    makeObjects(work, {
      organisationId: preview.organisationId,
      objects,
      release: valueOf(call, 'release') === 'yes',
      sheet: { stagedId: preview.sheet.id, ownerKey },
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return showBulk(call, refusedForm(call, done), null, done.status)
  return call.redirect('/objects/office', m('bulk.done', { count: done.made }))
}

/** Whose staged files a form finds again. */
function ownerOf(call: Call): string {
  return personOf(call.actor) ?? call.session?.id ?? 'nobody'
}

async function stageAll(call: Call): Promise<StagedBulk | Refusal> {
  const [sheet] = (call.form.uploads['sheet'] ?? []).filter(({ bytes }) => bytes.length > 0)
  if (!sheet) return onSheet(refuse(422, m('bulk.no-sheet')))
  const stored = await receiveSheet(call, sheet)
  if (isRefused(stored)) return stored
  const files: StagedFile[] = []
  const refused: { name: string; why: Refusal['message'] }[] = []
  for await (const file of sentFiles(call)) {
    if (isRefused(file)) return refuse(file.status, file.message, { files: file.message })
    if (files.length + refused.length >= mostFiles) {
      const many = m('bulk.many-files', { most: mostFiles })
      return refuse(422, many, { files: many })
    }
    const received = await receiveMedium(call.services.blobs, file)
    if (isRefused(received)) refused.push({ name: file.name, why: received.message })
    else {
      const original = 'original' in received ? received.original : received
      files.push(await call.prepare((work) => stageFile(work, original, ownerOf(call))))
    }
  }
  return { sheet: stored, files, refused }
}

async function receiveSheet(call: Call, { name, bytes }: Upload): Promise<StagedFile | Refusal> {
  if (bytes.length > mostSheetBytes) return onSheet(refuse(413, m('bulk.long-sheet')))
  const table = await readTable(bytes, { name, maxRows: mostFiles })
  if (isRefused(table)) return onSheet(table)
  const rows = await allRows(table)
  if (isRefused(rows)) return onSheet(rows)
  const stored = await call.services.blobs.put(bytes)
  if (isRefused(stored)) return onSheet(stored)
  const kind = table.format
  const file = { ...stored, kind, mediaType: 'application/octet-stream', name: name.slice(0, 200) }
  return call.prepare((work) => stageFile(work, file, ownerOf(call)))
}

/** A refusal that stands at the field of the sheet. */
function onSheet(refusal: Refusal): Refusal {
  return refuse(refusal.status, refusal.message, { sheet: refusal.message })
}

/** The files of a form, those of archives among them. */
async function* sentFiles({ form }: Call) {
  for (const upload of form.uploads['files'] ?? []) {
    if (upload.bytes.length === 0) continue
    if (/\.zip$/i.test(upload.name)) yield* filesOfArchive(upload.bytes)
    else yield { name: upload.name, bytes: upload.bytes }
  }
}
