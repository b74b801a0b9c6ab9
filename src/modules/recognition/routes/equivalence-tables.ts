import { isRefused, type Refusal, refuse } from '#kernel/database'
import { allRows, fileMessages, type NumberedRow, readPastedTable, readTable } from '#kernel/files'
import { type Answer, type Call, page, type Route, typedValues } from '#kernel/http'
import type { Message } from '#kernel/messages'
import { addDays, dateInZone } from '#kernel/values'
import { renderPage } from '#ui'
import { sheetColumns, sheetRow } from '../formats/equivalence-sheet.ts'
import { readEquivalenceTable } from '../formats/equivalence-table.ts'
import { m } from '../messages/index.ts'
import { EquivalenceImportPage } from '../pages/equivalence-import.tsx'
import { ImportCheckPage } from '../pages/equivalence-import-check.tsx'
import { leadsOf } from '../queries/equivalence-ending.ts'
import { equivalenceImportById } from '../queries/equivalence-imports.ts'
import { degreeProgrammesOf, listEquivalences } from '../queries/equivalences.ts'
import {
  beginImport,
  discardImport,
  planImport,
  type RowFate,
  takeImport,
} from '../service/import-equivalences.ts'
import { shown, type ShownRefusal } from './shown-refusal.ts'
import { homesOf, hostOptions } from './equivalence-choices.ts'
import { filterOf } from './equivalences.ts'
import { mostExported, tableFile } from './table-file.ts'

const mostRows = 5000
const megabyte = 1024 * 1024
const path = '/recognition/equivalences'

/** Equivalences as tables: out as XLSX or CSV, and in after a look at what they would do. */
export const equivalenceTableRoutes: readonly Route[] = [
  page('GET', `${path}/table`, { action: 'recognition.equivalence.open', handle: exportTable }),
  page('GET', `${path}/import`, {
    action: 'recognition.equivalence.open',
    handle: (call) => importPage(call, null),
  }),
  page('POST', `${path}/import`, {
    action: 'recognition.equivalence.open',
    maxBytes: 8 * megabyte,
    perMinute: 30,
    handle: readIn,
  }),
  // A table is its reader's own: whoever did not read it in finds none at the address.
  page('GET', `${path}/imports/:id`, {
    action: 'recognition.equivalence.open',
    handle: (call) => checkPage(call, null),
  }),
  page('POST', `${path}/imports/:id`, {
    action: 'recognition.equivalence.open',
    handle: takeIn,
  }),
]

async function exportTable(call: Call): Promise<Answer> {
  const { t, language } = call
  const filter = filterOf(call)
  const homes = await homesOf(call, 'recognition.equivalence.list')
  const leads = await leadsOf(
    call.work,
    homes.map((home) => home.value),
  )
  const longest = Math.max(...leads.map((each) => each.days), 0)
  const { equivalences } = await listEquivalences(call.work, {
    ...filter,
    endingBy: addDays(filter.today, longest),
    page: 1,
    pageSize: mostExported,
  })
  const programmes = await degreeProgrammesOf(call.work, [
    ...new Set(equivalences.map((each) => each.home_organisation_id)),
  ])
  const codes = new Map(programmes.map((each) => [each.id, each.code]))
  const columns = sheetColumns(t)
  const rows = equivalences.map((row) => sheetRow(row, language, codes))
  return tableFile(call, t(m('equivalence.title')), { columns, rows })
}

async function importPage(
  call: Call,
  refusal: (ShownRefusal & { status: number }) | null,
): Promise<Answer> {
  const html = renderPage(
    EquivalenceImportPage({
      call,
      homes: await homesOf(call, 'recognition.equivalence.edit'),
      hosts: await hostOptions(call),
      values: typedValues(call),
      refusal,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function readIn(call: Call): Promise<Answer> {
  const fail = (refusal: Refusal) =>
    importPage(call, { ...shown(call, refusal), status: refusal.status })
  const typed = typedValues(call)
  const homes = await homesOf(call, 'recognition.equivalence.edit')
  const home = typed['home'] ?? ''
  if (!homes.some((each) => each.value === home)) {
    return fail(refuse(422, m('equivalence.fault.home'), { home: m('equivalence.fault.home') }))
  }
  const rows = await uploadedRows(call)
  if (isRefused(rows)) return fail(rows)
  const today = dateInZone(call.now, 'Asia/Bangkok')
  const table = readEquivalenceTable(rows, { validFrom: today })
  if (table === null) {
    const names = {
      host: call.t(m('equivalence.host-code')),
      home: call.t(m('equivalence.home-code')),
    }
    return fail(wrongFile(m('equivalence.table.columns', names)))
  }
  if (table.length > mostRows) {
    return fail(wrongFile(m('equivalence.table.too-many', { limit: mostRows })))
  }
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  const result = await call.perform((work) =>
    beginImport(work, {
      homeOrganisationId: home,
      hostOrganisationId: typed['host'] ?? '',
      fileName: upload?.name ?? '',
      rows: table,
    }),
  )
  if (isRefused(result)) return fail(result)
  return { kind: 'redirect', to: call.href(`${path}/imports/${result.importId}`) }
}

function wrongFile(message: Message): Refusal {
  return refuse(422, message, { file: message })
}

async function uploadedRows(call: Call): Promise<NumberedRow[] | Refusal> {
  const upload = call.form.uploads['file']?.find((file) => file.bytes.length > 0)
  const paste = (call.form.values['paste']?.[0] ?? '').trim()
  if (!upload && paste === '') return wrongFile(m('catalogue.upload.nothing'))
  if (upload && paste !== '') return wrongFile(m('catalogue.upload.both'))
  const options = { maxRows: mostRows + 30, maxColumns: 60, maxCellLength: 5000 }
  const table = upload
    ? await readTable(upload.bytes, { ...options, name: upload.name })
    : await readPastedTable(paste, options)
  if (isRefused(table)) return wrongFile(table.message)
  const rows = await allRows(table)
  if (isRefused(rows)) return wrongFile(rows.message)
  if (rows.length === 0) return wrongFile(fileMessages('table-empty'))
  return [{ row: 1, cells: [...table.header] }, ...rows]
}

const fates: readonly RowFate[] = ['new', 'changed', 'same', 'wrong']
/** Rows that one page shows; the counts are of all. */
const mostShown = 200

async function checkPage(call: Call, refusal: Refusal | null): Promise<Answer> {
  const found = await equivalenceImportById(call.work, call.params['id'] ?? '')
  if (!found) return call.redirect(path, m('equivalence.refusal.absent'))
  if (found.state !== 'open') return call.redirect(path, m('equivalence.refusal.import-closed'))
  const planned = await planImport(call.work, found)
  const counts = Object.fromEntries(
    fates.map((fate) => [fate, planned.filter((row) => row.fate === fate).length]),
  ) as Record<RowFate, number>
  const asked = fates.find((fate) => fate === call.query.get('show'))
  const show = asked ?? fates.findLast((fate) => fate === 'wrong' && counts[fate] > 0) ?? null
  const homes = await homesOf(call, 'recognition.equivalence.edit')
  const html = renderPage(
    ImportCheckPage({
      call,
      id: found.id,
      fileName: found.file_name,
      home: homes.find((each) => each.value === found.home_organisation_id)?.label ?? '',
      counts,
      show,
      rows: planned
        .filter((row) => show === null || row.fate === show)
        .slice(0, mostShown)
        .map((row) => ({ ...row, messages: row.messages.map(call.t) })),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function takeIn(call: Call): Promise<Answer> {
  const id = call.params['id'] ?? ''
  const act = call.form.values['act']?.[0]
  if (act === 'discard') {
    const result = await call.perform((work) => discardImport(work, id))
    const message = isRefused(result) ? result.message : m('equivalence.flash.import-discarded')
    return call.redirect(path, message)
  }
  const leaveOutWrong = act === 'take-right'
  const result = await call.perform((work) => takeImport(work, id, { leaveOutWrong }))
  if (isRefused(result)) return checkPage(call, result)
  return call.redirect(path, m('equivalence.flash.taken', result))
}
