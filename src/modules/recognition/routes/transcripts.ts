import { z } from 'zod'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import {
  addFile,
  allRows,
  fileById,
  fileKinds,
  readPastedTable,
  readTable,
  receiveFile,
  type ReceivedFile,
  sizeText,
  stagedFiles,
  stageFile,
  streamFile,
} from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { displayName, Fraction, localised, normaliseDigits, parseDate } from '#kernel/values'
import { renderPage } from '#ui'
import {
  emptyLine,
  emptyTranscript,
  type DraftLine,
  readElmoTranscript,
  readTableTranscript,
  type Remark,
  type TranscriptContent,
} from '../formats/read-transcript.ts'
import type { TranscriptField } from '../formats/transcript-table.ts'
import { m } from '../messages/index.ts'
import { DraftPage } from '../pages/transcript-draft.tsx'
import { NewTranscriptPage } from '../pages/transcript-new.tsx'
import { titleOf } from '../pages/words.ts'
import { transcriptChoices } from '../queries/cases.ts'
import { type DraftRow, draftById } from '../queries/drafts.ts'
import { namesOf } from '../queries/people.ts'
import type { TranscriptFormat } from '../schema.ts'
import {
  discardDraft,
  remapDraft,
  reviseDraft,
  startDraft,
  takeDraft,
} from '../service/transcript-drafts.ts'
import { type ShownRefusal, shown } from './cases.ts'

const megabyte = 1024 * 1024
const maxBytes = 20 * megabyte
const loadDraft = (work: Work, params: Record<string, string>) =>
  draftById(work, params['id'] ?? '')

/** The way of a transcript in: the form, the check of what was read, the taking. */
export const transcriptRoutes: readonly Route[] = [
  page('GET', '/recognition/transcripts/new', {
    action: 'recognition.transcript.begin',
    handle: (call) => newPage(call, null),
  }),
  page('POST', '/recognition/transcripts', {
    action: 'recognition.transcript.begin',
    maxBytes: maxBytes + megabyte,
    perMinute: 60,
    handle: begin,
  }),
  page<DraftRow>('GET', '/recognition/drafts/:id', {
    action: 'recognition.draft.read',
    load: loadDraft,
    handle: (call) => draftPage(call, null, null),
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id', {
    action: 'recognition.draft.read',
    load: loadDraft,
    maxBytes: 8 * megabyte,
    handle: saveOrTake,
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id/columns', {
    action: 'recognition.draft.edit',
    load: loadDraft,
    handle: remap,
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id/discard', {
    action: 'recognition.draft.edit',
    load: loadDraft,
    async handle(call) {
      const result = await call.perform((work) => discardDraft(work, call.object.id))
      if (isRefused(result)) return draftPage(call, result, null)
      return call.redirect('/recognition/transcripts/new', m('page.draft.discarded'))
    },
  }),
  page<DraftRow>('GET', '/recognition/drafts/:id/scan', {
    action: 'recognition.draft.read',
    load: loadDraft,
    handle: scan,
  }),
]

interface NewRefusal extends ShownRefusal {
  status: number
  remarks: readonly string[]
}

async function newPage(call: Call, refusal: NewRefusal | null): Promise<Answer> {
  const { enrolments, hosts } = await transcriptChoices(call.work)
  const { language } = call
  const value = (name: string) => call.form.values[name]?.[0] ?? call.query.get(name) ?? ''
  const ids = call.form.values['file-staged'] ?? []
  const staged = ids.length > 0 ? await stagedFiles(call.work, ids, ownerKey(call)) : []
  const html = renderPage(
    NewTranscriptPage({
      call,
      enrolments: enrolments.map((row) => ({
        value: row.id,
        label: `${displayName(row.student, language)} · ${row.student_number} · ${localised(row.programme_names, language).text}`,
      })),
      hosts: hosts
        .map(({ id, names }) => ({ value: id, label: localised(names, language).text }))
        .toSorted((a, b) => a.label.localeCompare(b.label, language)),
      values: {
        enrolment: value('enrolment'),
        host: value('host'),
        paste: value('paste'),
        hand: value('hand'),
      },
      staged: staged.map((file) => ({
        token: file.id,
        name: file.name,
        size: sizeText(Number(file.size_bytes)),
      })),
      maxBytes,
      refusal,
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

/** What the form brought, read: the content, and the file that it came from. */
interface Reading {
  format: TranscriptFormat
  content: TranscriptContent
  isScan: boolean
}

const beginForm = z.object({
  enrolment: z.uuid(),
  host: z.uuid(),
  paste: z.string().max(2_000_000).default(''),
  hand: z.string().optional(),
  'file-staged': z.union([z.string(), z.array(z.string())]).optional(),
})

async function begin(call: Call): Promise<Answer> {
  const file = await fileOf(call)
  if (isRefused(file))
    return refused(call, refuse(file.status, file.message, { file: file.message }))
  const input = call.read(beginForm)
  if (isRefused(input)) return refusedKeeping(call, file, input)
  const reading = await read(call, file, input)
  if ('remarks' in reading) return refusedKeeping(call, file, reading.refusal, reading.remarks)
  const result = await call.perform(async (work) => {
    const started = await startDraft(work, {
      enrolmentId: input.enrolment,
      hostOrganisationId: input.host,
      format: reading.format,
      fileId: null,
      scanFileId: null,
      content: reading.content,
    })
    if (isRefused(started) || !file) return started
    const owner = {
      ownerKind: 'transcript-draft',
      ownerId: started.draftId,
      origin: call.services.node,
    }
    const stored = await addFile(work, file, owner)
    await work.writeUnchronicled((tx) =>
      tx
        .updateTable('transcript_drafts')
        .set(reading.isScan ? { scan_file_id: stored.id } : { file_id: stored.id })
        .where('id', '=', started.draftId)
        .execute(),
    )
    return started
  })
  if (isRefused(result)) return refusedKeeping(call, file, result)
  return call.redirect(`/recognition/drafts/${result.draftId}`)
}

/** The uploaded file checked and stored, the one staged at an earlier refusal, or none. */
async function fileOf(call: Call): Promise<ReceivedFile | null | Refusal> {
  const upload = call.form.uploads['file']?.[0]
  if (upload) {
    return receiveFile(call.services.blobs, upload, {
      allow: ['xml', 'text', 'csv', 'xlsx', 'json', 'pdf', 'jpeg', 'png', 'webp'],
      maxBytes,
      maxPixels: 60_000_000,
    })
  }
  const ids = call.form.values['file-staged'] ?? []
  const [staged] = ids.length > 0 ? await stagedFiles(call.work, ids, ownerKey(call)) : []
  if (!staged) return null
  return {
    sha256: staged.sha256,
    name: staged.name,
    kind: staged.kind,
    mediaType: fileKinds[staged.kind].mediaType,
    sizeBytes: Number(staged.size_bytes),
  }
}

async function read(
  call: Call,
  file: ReceivedFile | null,
  input: z.infer<typeof beginForm>,
): Promise<Reading | { refusal: Refusal; remarks: Remark[] }> {
  if (file) return readFile(call, file)
  if (input.paste.trim() !== '') {
    const rows = await pastedRows(input.paste)
    if (isRefused(rows)) return { refusal: rows, remarks: [] }
    return { format: 'paste', content: readTableTranscript(rows, null), isScan: false }
  }
  if (input.hand) return { format: 'hand', content: emptyTranscript(8), isScan: false }
  const nothing = m('page.new.nothing')
  return { refusal: refuse(422, nothing, { file: nothing }), remarks: [] }
}

async function readFile(
  call: Call,
  file: ReceivedFile,
): Promise<Reading | { refusal: Refusal; remarks: Remark[] }> {
  if (['pdf', 'jpeg', 'png', 'webp'].includes(file.kind)) {
    return { format: 'hand', content: emptyTranscript(8), isScan: true }
  }
  const stream = await call.services.blobs.get(file.sha256)
  if (!stream) throw new Error('A file that was just stored is not there')
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  if (file.kind === 'xml' || looksLikeElmo(file, bytes)) {
    const reading = readElmoTranscript(bytes)
    if (reading.ok) return { format: 'elmo', content: reading.content, isScan: false }
    const message = m('page.new.unreadable')
    return { refusal: refuse(422, message, { file: message }), remarks: reading.remarks }
  }
  const rows = await tableRows(bytes, file.name)
  if (isRefused(rows)) {
    return { refusal: refuse(rows.status, rows.message, { file: rows.message }), remarks: [] }
  }
  return { format: 'table', content: readTableTranscript(rows, null), isScan: false }
}

/** EMREX sends ELMO as Base64 of gzip, which is plain text to look at. */
function looksLikeElmo(file: ReceivedFile, bytes: Uint8Array): boolean {
  return file.kind === 'text' && /^\s*H4sI/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
}

async function tableRows(bytes: Uint8Array, name: string): Promise<string[][] | Refusal> {
  const table = await readTable(bytes, { name, maxRows: 12_000, maxColumns: 60 })
  if (isRefused(table)) return table
  const rows = await allRows(table)
  return isRefused(rows) ? rows : [[...table.header], ...rows.map((row) => row.cells)]
}

async function pastedRows(text: string): Promise<string[][] | Refusal> {
  const table = await readPastedTable(text)
  if (isRefused(table)) return refuse(table.status, table.message, { paste: table.message })
  const rows = await allRows(table)
  return isRefused(rows) ? rows : [[...table.header], ...rows.map((row) => row.cells)]
}

function refused(call: Call, refusal: Refusal, remarks: Remark[] = []): Promise<Answer> {
  return newPage(call, {
    ...shown(call, refusal),
    status: refusal.status,
    remarks: remarks.slice(0, 50).map((remark) => {
      const text = call.t(m(remark.key as never, remark.args))
      return remark.line > 0
        ? `${call.t(m('page.draft.remark-line', { line: remark.line }))}: ${text}`
        : text
    }),
  })
}

/** Gives the form back with everything in it; a file that was sent is kept for the next attempt. */
async function refusedKeeping(
  call: Call,
  file: ReceivedFile | null,
  refusal: Refusal,
  remarks: Remark[] = [],
): Promise<Answer> {
  if (file && call.form.uploads['file']) {
    const staged = await call.perform((work) => stageFile(work, file, ownerKey(call)))
    call.form.values['file-staged'] = [staged.id]
  }
  return refused(call, refusal, remarks)
}

function ownerKey(call: Call): string {
  return `person:${personOf(call.actor) ?? 'nobody'}`
}

async function draftPage(
  call: Call<DraftRow>,
  refusal: Refusal | null,
  typed: { values: Record<string, string>; lines: DraftLine[] } | null,
): Promise<Answer> {
  const draft = call.object
  if (draft.state === 'taken' && draft.case_id) {
    return call.redirect(`/recognition/cases/${draft.case_id}`)
  }
  const student = (await namesOf(call.work, [draft.person_id])).get(draft.person_id)
  const scanned = draft.scan_file_id ? await fileById(call.work, draft.scan_file_id) : null
  const html = renderPage(
    DraftPage({
      call,
      draft,
      student: student ? displayName(student, call.language) : '',
      lines: typed?.lines ?? draft.content.lines,
      typed: typed?.values ?? null,
      scan: scanned && {
        href: call.href(`/recognition/drafts/${draft.id}/scan`),
        isImage: scanned.kind !== 'pdf',
      },
      mayEdit: call.may('recognition.draft.edit', draft),
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function saveOrTake(call: Call<DraftRow>): Promise<Answer> {
  const values = Object.fromEntries(
    Object.entries(call.form.values).map(([name, all]) => [name, all[0] ?? '']),
  )
  const grid = readGrid(call, values)
  if (isRefused(grid.refusal)) return draftPage(call, grid.refusal, { values, lines: grid.lines })
  const revision = Number(values['revision'] ?? 0)
  const act = values['act'] ?? 'save'
  const lines =
    act === 'more'
      ? [
          ...grid.lines,
          ...Array.from({ length: 5 }, (_, more) => emptyLine(grid.lines.length + more)),
        ]
      : grid.lines
  const draftId = call.object.id
  if (act === 'evaluate') {
    const taken = await call.perform(async (work) => {
      const saved = await reviseDraft(work, { draftId, revision, lines, issuedOn: grid.issuedOn })
      return isRefused(saved) ? saved : takeDraft(work, { draftId, revision: revision + 1 })
    })
    if (isRefused(taken)) return draftPage(call, taken, { values, lines })
    return call.redirect(`/recognition/cases/${taken.caseId}`)
  }
  const saved = await call.perform((work) =>
    reviseDraft(work, { draftId, revision, lines, issuedOn: grid.issuedOn }),
  )
  if (isRefused(saved)) return draftPage(call, saved, { values, lines })
  return call.redirect(`/recognition/drafts/${draftId}`, m('page.draft.saved'))
}

interface Grid {
  lines: DraftLine[]
  issuedOn: string | null
  refusal: Refusal | null
}

/** Reads the grid over the draft's lines: what was not typed again (a title's other languages) stays. */
function readGrid(call: Call<DraftRow>, values: Record<string, string>): Grid {
  const wrong: Record<string, ReturnType<typeof m>> = {}
  const count = Math.min(Number(values['count'] ?? 0) || 0, 10_000)
  const lines = Array.from({ length: count }, (_, place) => {
    const before = call.object.content.lines[place] ?? emptyLine(place)
    return readGridLine(before, place, values, call.language, wrong)
  })
  const issued = (values['issuedOn'] ?? '').trim()
  const issuedOn = issued === '' ? null : parseDate(issued)
  if (issued !== '' && issuedOn === null)
    wrong['issuedOn'] = m('table.not-a-date', { value: issued })
  const refusal = Object.keys(wrong).length > 0 ? refuse(422, m('refusal.check-grid'), wrong) : null
  return { lines, issuedOn, refusal }
}

function readGridLine(
  before: DraftLine,
  place: number,
  values: Record<string, string>,
  language: Call['language'],
  wrong: Record<string, ReturnType<typeof m>>,
): DraftLine {
  const value = (name: string) => (values[`line.${place}.${name}`] ?? '').trim()
  const exact = (name: string, kept: Fraction | null) => {
    const text = value(name)
    if (text === '') return null
    if (kept && kept.toDecimal(6) === text) return kept
    const number = Fraction.parse(normaliseDigits(text).replace(',', '.'))
    if (number === null || number.isNegative())
      wrong[`line.${place}.${name}`] = m('page.draft.not-exact')
    return number
  }
  const dateText = value('date')
  const completedOn = dateText === '' ? null : parseDate(dateText)
  if (dateText !== '' && completedOn === null) {
    wrong[`line.${place}.date`] = m('table.not-a-date', { value: dateText })
  }
  const hours = exact('hours', sumOf(before))
  const title = value('title')
  return {
    ...before,
    take: values[`line.${place}.take`] === '1',
    code: value('code'),
    title: titleOf(before.title, language).text === title ? before.title : { und: title },
    credit: exact('credit', before.credit),
    hours: hours && sumOf(before)?.equals(hours) ? before.hours : hours && { lecture: hours },
    grade: value('grade') || null,
    term: value('term') || null,
    completedOn,
  }
}

function sumOf(line: DraftLine): Fraction | null {
  const parts = Object.values(line.hours ?? {})
  return parts.length === 0 ? null : Fraction.sum(parts)
}

const fields: readonly TranscriptField[] = [
  'code',
  'title',
  'credit',
  'hours',
  'grade',
  'term',
  'date',
]

async function remap(call: Call<DraftRow>): Promise<Answer> {
  const header = call.form.values['headerRow']?.[0] ?? ''
  const columns: Partial<Record<TranscriptField, number>> = {}
  for (const field of fields) {
    const column = Number.parseInt(call.form.values[`column.${field}`]?.[0] ?? '', 10)
    if (column >= 0 && column < 500) columns[field] = column
  }
  const headerRow = /^\d{1,5}$/.test(header) ? Number(header) : null
  const result = await call.perform((work) =>
    remapDraft(work, { draftId: call.object.id, mapping: { headerRow, columns } }),
  )
  if (isRefused(result)) return draftPage(call, result, null)
  return call.redirect(`/recognition/drafts/${call.object.id}`)
}

async function scan(call: Call<DraftRow>): Promise<Answer> {
  const id = call.object.scan_file_id
  const found = id ? await streamFile(call.work, call.services.blobs, id) : null
  if (!found || isRefused(found)) return call.redirect(`/recognition/drafts/${call.object.id}`)
  return {
    kind: 'file',
    body: found.stream,
    type: fileKinds[found.file.kind].mediaType,
    name: found.file.name,
    inline: true,
    // Without `sandbox`, which would keep the browser's own PDF reader from opening it in the page.
    headers: { 'content-security-policy': "default-src 'none'; frame-ancestors 'self'" },
  }
}
