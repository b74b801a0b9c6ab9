import { show } from '#ui'
import { isRefused, personOf, refuse, type Refusal } from '#kernel/database'
import {
  allRows,
  batchKey,
  readTable,
  type ReceivedFile,
  type StagedFile,
  stagedFiles,
  stageFile,
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
import { fileKey, objectSheetHeads } from '../formats/object-sheet.ts'
import { m } from '../messages/index.ts'
import { BulkObjectsPage, mostSheetBytes } from '../pages/bulk-objects.tsx'
import { plainText } from '../pages/visit.ts'
import {
  batchUploads,
  filesHere,
  keepForSheets,
  mostFiles,
  putFilesAway,
} from '../service/batch.ts'
import { type BulkPreview, makeObjects, type StagedBulk } from '../service/bulk.ts'
import {
  isArchive,
  mostFormBytes,
  receiveArchive,
  receiveMedium,
  type RefusedFile,
} from '../service/receiving.ts'
import { previewOf } from './bulk-preview.ts'
import { holdersOf } from './holders.ts'

const action = 'exhibitions.object.edit'

/** Many objects at once, out of one sheet and a folder of files: what would become of them is shown before it does. */
export const bulkRoutes: readonly Route[] = [
  page('GET', '/objects/bulk', {
    action,
    handle: (call) => showBulk(call, freshForm(), null, 200),
  }),
  page('GET', '/objects/bulk/sheet', { action, handle: sendSheet }),
  page('POST', '/objects/bulk', { action, maxBytes: mostFormBytes, handle: look }),
  page('POST', '/objects/bulk/files/removal', { action, handle: putAway }),
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
  const here = preview ? preview.files : await filesHere(call.work)
  const uploads = await batchUploads(call.work, ids)
  return show(BulkObjectsPage({ scene, organisations, form, preview, here, uploads }), status)
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
  const ids = (call.form.values['files'] ?? []).slice(0, mostFiles)
  const [sheet] = await stagedFiles(call.work, [valueOf(call, 'sheet')], ownerKey)
  const files = await stagedFiles(call.work, ids, batchKey(ownerKey))
  const gone = refuse(422, m('bulk.gone'))
  const preview = sheet ? await previewOf(call, { sheet, files, refused: [] }) : gone
  if (isRefused(preview)) return showBulk(call, refusedForm(call, preview), null, preview.status)
  const objects = preview.lines.flatMap(({ object }) => object ?? [])
  const done = await call.perform((work) =>
    makeObjects(work, {
      organisationId: preview.organisationId,
      objects,
      release: valueOf(call, 'release') === 'yes',
      sheet: { stagedId: preview.sheet.id, ownerKey },
      used: { stagedIds: usedIn(preview), ownerKey: batchKey(ownerKey) },
      node: call.services.node,
    }),
  )
  if (isRefused(done)) return showBulk(call, refusedForm(call, done), null, done.status)
  return call.redirect('/objects/office', m('bulk.done', { count: done.made }))
}

/** Files that the objects to be made take, and no row that is left out. */
function usedIn({ files, lines }: BulkPreview): string[] {
  const keysOf = (isMade: boolean) =>
    new Set(
      lines
        .filter(({ object }) => (object !== null) === isMade)
        .flatMap((line) => line.files.map(fileKey)),
    )
  const [made, left] = [keysOf(true), keysOf(false)]
  const used = files.filter(({ name }) => made.has(fileKey(name)) && !left.has(fileKey(name)))
  return used.map(({ id }) => id)
}

/** Puts files away that wait for a sheet: those that were chosen, or all. */
async function putAway(call: Call): Promise<Answer> {
  const chosen = valueOf(call, 'all') === 'yes' ? 'all' : (call.form.values['file'] ?? [])
  const count = await call.perform((work) => putFilesAway(work, chosen))
  const none = refuse(422, m('bulk.none-chosen'))
  if (count === 0) return showBulk(call, refusedForm(call, none), null, none.status)
  return call.redirect('/objects/bulk', m('bulk.put-away', { count }))
}

/** Whose staged sheet a form finds again. */
function ownerOf(call: Call): string {
  return personOf(call.actor) ?? call.session?.id ?? 'nobody'
}

async function stageAll(call: Call): Promise<StagedBulk | Refusal> {
  const [sheet] = (call.form.uploads['sheet'] ?? []).filter(({ bytes }) => bytes.length > 0)
  if (!sheet) return onSheet(refuse(422, m('bulk.no-sheet')))
  const stored = await receiveSheet(call, sheet)
  if (isRefused(stored)) return stored
  const sent = await receiveFiles(call)
  const files = isRefused(sent)
    ? sent
    : await call.prepare((work) => keepForSheets(work, sent.files, fileKey))
  if (isRefused(sent) || isRefused(files))
    return onFiles((isRefused(sent) ? sent : files) as Refusal)
  return { sheet: stored, files, refused: sent.refused }
}

/** The files of a form, those of archives among them; one that cannot be shown does not stop the others. */
async function receiveFiles(
  call: Call,
): Promise<{ files: ReceivedFile[]; refused: RefusedFile[] } | Refusal> {
  const { blobs } = call.services
  const files: ReceivedFile[] = []
  const refused: RefusedFile[] = []
  for (const upload of call.form.uploads['files'] ?? []) {
    const { name, bytes } = upload
    if (bytes.length === 0) continue
    if (isArchive(upload)) {
      const opened = await receiveArchive(blobs, bytes, {
        mostFiles: mostFiles - files.length - refused.length,
      })
      if (isRefused(opened)) return opened
      files.push(...opened.files)
      refused.push(...opened.refused)
      continue
    }
    const received = await receiveMedium(blobs, { name, bytes })
    if (isRefused(received)) refused.push({ name, why: received.message })
    else files.push('original' in received ? received.original : received)
  }
  return { files, refused }
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

/** A refusal that stands at the field of the files. */
function onFiles({ status, message }: Refusal): Refusal {
  return refuse(status, message, { files: message })
}
