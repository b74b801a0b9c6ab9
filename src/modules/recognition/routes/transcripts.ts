import { z } from 'zod'
import { isRefused, type Refusal, refuse } from '#kernel/database'
import {
  fileKinds,
  receiveFile,
  type ReceivedFile,
  sizeText,
  stagedFiles,
  stageFile,
} from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { compareText, displayName, localised, normaliseDigits } from '#kernel/values'
import { renderPage } from '#ui'
import { emptyTranscript, type Remark, type TranscriptContent } from '../formats/read-transcript.ts'
import { m } from '../messages/index.ts'
import { NewTranscriptPage } from '../pages/transcript-new.tsx'
import { unfinishedDrafts } from '../queries/drafts.ts'
import { transcriptChoices } from '../queries/transcript-choices.ts'
import type { TranscriptFormat } from '../schema.ts'
import { type DocumentReading, readDocument, readTranscript } from '../service/read-document.ts'
import { type DraftFile, startDraft } from '../service/transcript-drafts.ts'
import { type ShownRefusal, shown } from './shown-refusal.ts'
import { draftRoutes } from './drafts.ts'
import { ownerKey } from './given-file.ts'

const megabyte = 1024 * 1024
/** Empty lines to begin with, about a term's courses. */
const linesToType = 8
const maxBytes = 20 * megabyte

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
  ...draftRoutes,
]

interface NewRefusal extends ShownRefusal {
  status: number
  remarks: readonly string[]
}

async function newPage(call: Call, refusal: NewRefusal | null): Promise<Answer> {
  const { language } = call
  const value = (name: string) => call.form.values[name]?.[0] ?? call.query.get(name) ?? ''
  const search = (call.query.get('student') ?? '').trim().slice(0, 100)
  const { enrolments, hasMore, hosts } = await transcriptChoices(call.work, {
    search: normaliseDigits(search),
    chosen: value('enrolment'),
  })
  const drafts = await unfinishedDrafts(call.work)
  call.shows([
    ...enrolments.map(({ person_id }) => person_id),
    ...drafts.map(({ personId }) => personId),
  ])
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
        .toSorted((a, b) => compareText(language, a.label, b.label)),
      search: hasMore || search !== '' ? { value: search, hasMore } : null,
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
      mayList: call.may('recognition.case.list'),
      drafts,
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
  host: z.union([z.uuid(), z.literal('none')]),
  paste: z.string().max(2_000_000).default(''),
  hand: z.string().optional(),
  'file-staged': z.union([z.string(), z.array(z.string())]).optional(),
})

async function begin(call: Call): Promise<Answer> {
  const received = await fileOf(call)
  if (isRefused(received)) {
    return refused(call, refuse(received.status, received.message, { file: received.message }))
  }
  const file = received?.file ?? null
  const input = call.read(beginForm)
  if (isRefused(input)) return refusedKeeping(call, file, input)
  const reading = await read(call, file, input)
  if ('remarks' in reading) return refusedKeeping(call, file, reading.refusal, reading.remarks)
  const result = await call.perform((work) =>
    startDraft(work, {
      enrolmentId: input.enrolment,
      hostOrganisationId: input.host === 'none' ? null : input.host,
      ...reading,
      document: received?.document ?? null,
      origin: call.services.node,
    }),
  )
  if (isRefused(result)) return refusedKeeping(call, file, result)
  return call.redirect(`/recognition/drafts/${result.draftId}`)
}

/** The uploaded file checked and stored, the one staged at an earlier refusal, or none. */
async function fileOf(
  call: Call,
): Promise<{ file: ReceivedFile; document: DraftFile } | null | Refusal> {
  const upload = call.form.uploads['file']?.[0]
  if (upload) {
    const file = await receiveFile(call.services.blobs, upload, {
      allow: ['xml', 'text', 'csv', 'xlsx', 'json', 'pdf', 'jpeg', 'png', 'webp'],
      maxBytes,
      maxPixels: 60_000_000,
    })
    return isRefused(file) ? file : { file, document: { kind: 'received', file } }
  }
  const ids = call.form.values['file-staged'] ?? []
  const [staged] = ids.length > 0 ? await stagedFiles(call.work, ids, ownerKey(call)) : []
  if (!staged) return null
  const file = {
    sha256: staged.sha256,
    name: staged.name,
    kind: staged.kind,
    mediaType: fileKinds[staged.kind].mediaType,
    sizeBytes: Number(staged.size_bytes),
  }
  return { file, document: { kind: 'staged', id: staged.id, ownerKey: ownerKey(call) } }
}

async function read(
  call: Call,
  file: ReceivedFile | null,
  input: z.infer<typeof beginForm>,
): Promise<Reading | { refusal: Refusal; remarks: readonly Remark[] }> {
  if (file) return readFile(call, file)
  if (input.paste.trim() !== '') {
    const reading = await readTranscript({ kind: 'paste', text: input.paste })
    return onField(reading, 'paste')
  }
  if (input.hand) return { format: 'hand', content: emptyTranscript(linesToType), isScan: false }
  const nothing = m('page.new.nothing')
  return { refusal: refuse(422, nothing, { file: nothing }), remarks: [] }
}

async function readFile(
  call: Call,
  file: ReceivedFile,
): Promise<Reading | { refusal: Refusal; remarks: readonly Remark[] }> {
  if (['pdf', 'jpeg', 'png', 'webp'].includes(file.kind)) {
    return { format: 'hand', content: emptyTranscript(linesToType), isScan: true }
  }
  return onField(await readDocument(call.services.blobs, file), 'file')
}

/** What was read, or why it was not, said at the field that it came in. */
function onField(
  reading: DocumentReading,
  field: 'file' | 'paste',
): Reading | { refusal: Refusal; remarks: readonly Remark[] } {
  if (!('refusal' in reading)) return { ...reading, isScan: false }
  const { status, message } = reading.refusal
  return { refusal: refuse(status, message, { [field]: message }), remarks: reading.remarks }
}

function refused(call: Call, refusal: Refusal, remarks: readonly Remark[] = []): Promise<Answer> {
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
  remarks: readonly Remark[] = [],
): Promise<Answer> {
  if (file && call.form.uploads['file']) {
    const staged = await call.prepare((work) => stageFile(work, file, ownerKey(call)))
    call.form.values['file-staged'] = [staged.id]
  }
  return refused(call, refusal, remarks)
}
