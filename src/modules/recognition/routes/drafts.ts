import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import {
  fileById,
  fileKinds,
  fileMessages,
  isTextEncoding,
  streamFile,
  type TextEncoding,
  textEncodings,
} from '#kernel/files'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import { compareText, dateInZone, displayName, localised } from '#kernel/values'
import { renderPage } from '#ui'
import {
  type DraftLine,
  issuerOf,
  lineAfter,
  type RemovedLine,
  signatureOf,
} from '../formats/read-transcript.ts'
import type { TranscriptField, TranscriptMapping } from '../formats/transcript-table.ts'
import { issuerAmong, issuerFit } from '../issuer.ts'
import { m } from '../messages/index.ts'
import type { HostQuestion } from '../pages/draft-host.tsx'
import { DraftPage, titleColumn } from '../pages/transcript-draft.tsx'
import { type DraftRow, draftById } from '../queries/drafts.ts'
import { comparedStudent } from '../queries/holder.ts'
import { type KnownIssuer, possibleIssuer, possibleIssuers } from '../queries/issuers.ts'
import { hostScaleOf } from '../queries/host-scale.ts'
import { readGrade } from '../rules/grades.ts'
import type { GradeScale } from '../rules/types.ts'
import { signatureNow } from '../service/check-signature.ts'
import { askForHost, changeDraftHost } from '../service/draft-host.ts'
import { readDocument } from '../service/read-document.ts'
import {
  discardDraft,
  remapDraft,
  rereadDraft,
  type ReviseDraft,
  reviseDraft,
  takeDraft,
} from '../service/transcript-drafts.ts'
import { shown } from './shown-refusal.ts'
import { type Grid, readGrid } from './draft-grid.ts'
import { takeReport } from './draft-reports.ts'
import { shownInPage } from './shown-file.ts'
import { mayKnowSigners } from './signers.ts'

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
  page<DraftRow>('POST', '/recognition/drafts/:id/reports', {
    action: 'recognition.draft.edit',
    load,
    async handle(call) {
      const result = await takeReport(call)
      if (isRefused(result)) return draftPage(call, result, null)
      const flash = m(result.draftId === call.object.id ? 'report.chosen' : 'report.begun')
      return call.redirect(`/recognition/drafts/${result.draftId}`, flash)
    },
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
  const student = await comparedStudent(
    call.work,
    {
      personId: draft.person_id,
      organisationIds: [draft.home_organisation_id, draft.host_organisation_id].filter(
        (id) => id !== null,
      ),
    },
    draft.content.holder,
  )
  const scanned = draft.scan_file_id ? await fileById(call.work, draft.scan_file_id) : null
  const lines = typed?.lines ?? draft.content.lines
  const html = renderPage(
    DraftPage({
      call,
      draft,
      student: displayName(student.name, call.language),
      differences: student.differences,
      studentBorn: student.birthDate,
      host: await hostQuestion(call, draft),
      lines,
      offScale: offScaleOf(lines, await hostScaleOf(call.work, draft)),
      typed: typed?.values ?? null,
      scan: scanned && {
        href: call.href(`/recognition/drafts/${draft.id}/scan`),
        isImage: scanned.kind !== 'pdf',
      },
      signature: await signatureOfDraft(call, draft),
      may: {
        know: mayKnowSigners(call, draft.home_organisation_id),
        edit: call.may('recognition.draft.edit', draft),
        list: call.may('recognition.case.list'),
      },
      refusal: refusal && shown(call, refusal),
    }),
  )
  return { kind: 'html', html, ...(refusal ? { status: refusal.status } : {}) }
}

async function signatureOfDraft(call: Call, draft: DraftRow) {
  const found = signatureOf(draft.content).signature
  return found
    ? signatureNow(call.work, found, { ...draft, issuedOn: draft.content.issuedOn })
    : null
}

/** The lines that are to be taken and whose grade is none of the host's, counted as the grid counts them. */
function offScaleOf(lines: readonly DraftLine[], scale: GradeScale | null) {
  if (!scale) return { scale: {}, grades: [] }
  const grades = lines.flatMap(({ take, code, grade }, place) =>
    take && grade && readGrade(scale, grade).kind === 'unreadable'
      ? [{ line: place + 1, code, grade }]
      : [],
  )
  return { scale: scale.name, grades }
}

async function saveOrTake(call: Call<DraftRow>): Promise<Answer> {
  const values = Object.fromEntries(
    Object.entries(call.form.values).map(([name, all]) => [name, all[0] ?? '']),
  )
  const act = values['act'] ?? 'save'
  const removed = removedPlace(act)
  const before = call.object.content
  // Wherever on earth it is dated: the latest day that has begun anywhere.
  const today = dateInZone(call.now, 'Pacific/Kiritimati')
  const grid = readGrid(before.lines, values, call.language, removed, today)
  const { issuedOn } = grid
  for (const box of grid.totals) delete values[box]
  for (const { field, term } of grid.terms) values[field] = term
  if (isRefused(grid.refusal)) return draftPage(call, grid.refusal, { values, lines: grid.lines })
  const asked = askedOf(grid)
  if (act === 'evaluate' && asked) return draftPage(call, asked, { values, lines: grid.lines })
  const gone = removed === null ? undefined : grid.lines[removed]
  const back = act === 'put back' ? before.removed : undefined
  const lines = back ? withLine(grid.lines, back) : changedRows(grid.lines, act)
  const input = {
    draftId: call.object.id,
    revision: Number(values['revision']),
    lines,
    issuedOn,
    issuerConfirmed: values['issuerConfirmed'] === '1',
    holderConfirmed: values['holderConfirmed'] === '1',
    ...(gone ? { removed: { line: gone, place: removed! } } : {}),
    ...(back ? { removed: null } : {}),
  }
  if (/^(?:host\b|ask$)/.test(act)) return aboutHost(call, input, { act, values })
  if (act === 'evaluate') {
    const taken = await call.perform((work) => takeDraft(work, input))
    if (isRefused(taken)) return draftPage(call, taken, { values, lines })
    return call.redirect(`/recognition/cases/${taken.caseId}`)
  }
  const saved = await call.perform((work) => reviseDraft(work, input))
  if (isRefused(saved)) return draftPage(call, saved, { values, lines: grid.lines })
  // The notice about a line that was taken away says so itself.
  const flash = gone ? undefined : back ? m('grid.put-back') : savedWith(grid.terms)
  return call.redirect(`/recognition/drafts/${input.draftId}`, flash)
}

/** What is to be looked at before anything is evaluated: lines left out that look like a sum, terms in another era. */
function askedOf({ totals, terms }: Grid): Refusal | null {
  if (totals.length + terms.length === 0) return null
  const fields = Object.fromEntries([
    ...totals.map((box) => [box, m('grid.total-row')] as const),
    ...terms.map(({ field, value, term }) => [field, termRead(value, term)] as const),
  ])
  const message =
    totals.length > 0
      ? m('refusal.looks-like-total', { count: totals.length })
      : m('grid.terms-read', { count: terms.length })
  return refuse(422, message, fields)
}

function termRead(value: string, term: string) {
  return m('table.buddhist-term', { value, term })
}

/** Saved; with what became of terms in years of the Buddhist era. */
function savedWith(terms: Grid['terms']) {
  const [first, ...more] = terms
  if (first === undefined) return m('page.draft.saved')
  return more.length === 0
    ? termRead(first.value, first.term)
    : m('grid.terms-saved', { count: terms.length, ...first })
}

/** The place of the line whose button to take it away was pressed. */
function removedPlace(act: string): number | null {
  const place = /^remove (\d{1,4})$/.exec(act)?.[1]
  return place === undefined ? null : Number(place)
}

function withLine(lines: readonly DraftLine[], { line, place }: RemovedLine): DraftLine[] {
  // Ids may have been given anew meanwhile.
  const { id } = lines.some((each) => each.id === line.id) ? lineAfter(lines, 1) : line
  return lines.toSpliced(place, 0, { ...line, id })
}

/** The lines with a few empty ones more, or without the one whose button was pressed. */
function changedRows(lines: readonly DraftLine[], act: string): DraftLine[] {
  const removed = removedPlace(act)
  if (removed !== null) return lines.filter((_, place) => place !== removed)
  const more = act === 'more' ? 5 : 0
  return [...lines, ...Array.from({ length: more }, (_, place) => lineAfter(lines, place))]
}

/** Saves what was typed and, in the same step, the other institution, or asks the secretariat to enter it. */
async function aboutHost(
  call: Call<DraftRow>,
  input: ReviseDraft,
  { act, values }: { act: string; values: Record<string, string> },
): Promise<Answer> {
  const chosen = act.split(' ')[1] ?? values['host'] ?? ''
  const result = await call.perform(async (work) => {
    const saved = await reviseDraft(work, input)
    if (isRefused(saved)) return saved
    const draft = { draftId: input.draftId, revision: input.revision + 1 }
    return act === 'ask'
      ? askForHost(work, { ...draft, institution: values['institution'] ?? '' })
      : changeDraftHost(work, { ...draft, hostOrganisationId: chosen })
  })
  if (isRefused(result)) return draftPage(call, result, { values, lines: [...input.lines] })
  const flash = m(act === 'ask' ? 'issuer.requested' : 'issuer.changed')
  return call.redirect(`/recognition/drafts/${input.draftId}`, flash)
}

async function hostQuestion(call: Call, draft: DraftRow): Promise<HostQuestion> {
  const issuer = issuerOf(draft.content)
  const chosen = draft.host_organisation_id
  const host = chosen ? await possibleIssuer(call.work, chosen) : null
  const asks = host ? (issuerFit(issuer, host) === 'other' ? 'other' : null) : 'missing'
  if (asks === null || draft.state !== 'open') {
    return { asks: null, proposed: null, hosts: [], mayEnter: false }
  }
  const others = (await possibleIssuers(call.work)).filter(
    ({ id }) => id !== draft.home_organisation_id && id !== chosen,
  )
  const label = ({ names }: KnownIssuer) => localised(names, call.language).text
  const proposed = issuerAmong(issuer, others)
  return {
    asks,
    proposed: proposed && { id: proposed.id, label: label(proposed) },
    hosts: others
      .map((each) => ({ value: each.id, label: label(each) }))
      .toSorted((a, b) => compareText(call.language, a.label, b.label)),
    mayEnter: call.may('alliance.organisation.create', {}),
  }
}

const fields: readonly TranscriptField[] = [
  'code',
  'credit',
  'hours',
  'grade',
  'term',
  'date',
  'kind',
]

async function remap(call: Call<DraftRow>): Promise<Answer> {
  const { values } = call.form
  const chosen = values['encoding']?.[0] ?? ''
  if (isTextEncoding(chosen) && chosen !== call.object.content.table?.encoding) {
    return readAgain(call, chosen)
  }
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

/** Reads the draft's file in another encoding; its columns are proposed anew, because their names were not readable. */
async function readAgain(call: Call<DraftRow>, encoding: TextEncoding): Promise<Answer> {
  const draft = call.object
  const file = draft.file_id ? await fileById(call.work, draft.file_id) : null
  if (!file) return draftPage(call, refuse(404, fileMessages('gone')), null)
  const reading = await readDocument(call.services.blobs, file, { encoding })
  if ('refusal' in reading) return draftPage(call, reading.refusal, null)
  const revision = Number(call.form.values['revision']?.[0])
  const input = { draftId: draft.id, revision, content: reading.content }
  const result = await call.perform((work) => rereadDraft(work, input))
  if (isRefused(result)) return draftPage(call, result, null)
  const name = textEncodings[encoding]
  return call.redirect(
    `/recognition/drafts/${draft.id}`,
    m('documents.encoding.reread', { encoding: name }),
  )
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
