import { isRefused, type Refusal, type Work } from '#kernel/database'
import { fileById, fileKinds, streamFile } from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { displayName } from '#kernel/values'
import { renderPage } from '#ui'
import { type DraftLine, emptyLine } from '../formats/read-transcript.ts'
import type { TranscriptField, TranscriptMapping } from '../formats/transcript-table.ts'
import { m } from '../messages/index.ts'
import { DraftPage, titleColumn } from '../pages/transcript-draft.tsx'
import { type DraftRow, draftById } from '../queries/drafts.ts'
import { studentOf } from '../queries/people.ts'
import { holderDifferences } from '../holder.ts'
import { discardDraft, remapDraft, reviseDraft, takeDraft } from '../service/transcript-drafts.ts'
import { shown } from './cases.ts'
import { readGrid } from './draft-grid.ts'
import { shownInPage } from './shown-file.ts'

const load = (work: Work, params: Record<string, string>) => draftById(work, params['id'] ?? '')

/** The check of a transcript that was read, until it is taken or discarded. */
export const draftRoutes: readonly Route[] = [
  page<DraftRow>('GET', '/recognition/drafts/:id', {
    action: 'recognition.draft.read',
    load,
    handle: (call) => draftPage(call, null, null),
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id', {
    action: 'recognition.draft.read',
    load,
    maxBytes: 8 * 1024 * 1024,
    handle: saveOrTake,
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id/columns', {
    action: 'recognition.draft.edit',
    load,
    handle: remap,
  }),
  page<DraftRow>('POST', '/recognition/drafts/:id/discard', {
    action: 'recognition.draft.edit',
    load,
    async handle(call) {
      const result = await call.perform((work) => discardDraft(work, call.object.id))
      if (isRefused(result)) return draftPage(call, result, null)
      return call.redirect('/recognition/transcripts/new', m('page.draft.discarded'))
    },
  }),
  page<DraftRow>('GET', '/recognition/drafts/:id/scan', {
    action: 'recognition.draft.read',
    load,
    handle: scan,
  }),
]

interface TypedGrid {
  values: Record<string, string>
  lines: DraftLine[]
}

async function draftPage(
  call: Call<DraftRow>,
  refusal: Refusal | null,
  typed: TypedGrid | null,
): Promise<Answer> {
  // After a refusal somebody else may have gone on with it: it is read again.
  const draft = refusal
    ? ((await draftById(call.work, call.object.id)) ?? call.object)
    : call.object
  if (draft.state === 'taken' && draft.case_id) {
    return call.redirect(`/recognition/cases/${draft.case_id}`)
  }
  const student = await studentOf(call.work, draft.person_id)
  const scanned = draft.scan_file_id ? await fileById(call.work, draft.scan_file_id) : null
  const html = renderPage(
    DraftPage({
      call,
      draft,
      student: displayName(student.name, call.language),
      differences: holderDifferences(draft.content.holder, student),
      lines: typed?.lines ?? draft.content.lines,
      typed: typed?.values ?? null,
      scan: scanned && {
        href: call.href(`/recognition/drafts/${draft.id}/scan`),
        isImage: scanned.kind !== 'pdf',
      },
      may: {
        edit: call.may('recognition.draft.edit', draft),
        list: call.may('recognition.case.list'),
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function saveOrTake(call: Call<DraftRow>): Promise<Answer> {
  const values = Object.fromEntries(
    Object.entries(call.form.values).map(([name, all]) => [name, all[0] ?? '']),
  )
  const grid = readGrid(call.object.content.lines, values, call.language)
  const { issuedOn } = grid
  if (isRefused(grid.refusal)) return draftPage(call, grid.refusal, { values, lines: grid.lines })
  const act = values['act'] ?? 'save'
  const more = act === 'more' ? 5 : 0
  const lines = [
    ...grid.lines,
    ...Array.from({ length: more }, (_, place) => emptyLine(grid.lines.length + place)),
  ]
  const input = { draftId: call.object.id, revision: Number(values['revision']), lines, issuedOn }
  if (act === 'evaluate') {
    const taken = await call.perform((work) => takeDraft(work, input))
    if (isRefused(taken)) return draftPage(call, taken, { values, lines })
    return call.redirect(`/recognition/cases/${taken.caseId}`)
  }
  const saved = await call.perform((work) => reviseDraft(work, input))
  if (isRefused(saved)) return draftPage(call, saved, { values, lines: grid.lines })
  return call.redirect(`/recognition/drafts/${input.draftId}`, m('page.draft.saved'))
}

const fields: readonly TranscriptField[] = ['code', 'credit', 'hours', 'grade', 'term', 'date']

async function remap(call: Call<DraftRow>): Promise<Answer> {
  const { values } = call.form
  const header = values['headerRow']?.[0] ?? ''
  const mapping = {
    headerRow: /^\d{1,5}$/.test(header) ? Number(header) : null,
    columns: columnsOf(values, call.object.content.table?.mapping.columns ?? {}),
  }
  const revision = Number(values['revision']?.[0])
  const draftId = call.object.id
  const result = await call.perform((work) => remapDraft(work, { draftId, revision, mapping }))
  if (isRefused(result)) return draftPage(call, result, null)
  return call.redirect(`/recognition/drafts/${call.object.id}`)
}

/** The chosen columns; titles in several languages stay together as long as nobody chooses another. */
function columnsOf(
  values: Record<string, string[]>,
  before: TranscriptMapping['columns'],
): TranscriptMapping['columns'] {
  const chosen = (field: TranscriptField) => {
    const column = Number.parseInt(values[`column.${field}`]?.[0] ?? '', 10)
    return column >= 0 && column < 500 ? column : undefined
  }
  const columns: TranscriptMapping['columns'] = {}
  const title = chosen('title')
  if (title !== undefined && title === titleColumn(before)) {
    for (const [field, column] of Object.entries(before)) {
      if (field.startsWith('title')) columns[field as TranscriptField] = column
    }
  } else if (title !== undefined) columns.title = title
  for (const field of fields) {
    const column = chosen(field)
    if (column !== undefined) columns[field] = column
  }
  return columns
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
    ...shownInPage,
  }
}
