import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, claimStaged, type ReceivedFile, removeFile } from '#kernel/files'
import {
  type DraftLine,
  emptyTranscript,
  issuerOf,
  mostLines,
  numberedRows,
  readTableTranscript,
  type RemovedLine,
  signatureOf,
  type TranscriptContent,
} from '../formats/read-transcript.ts'
import type { TranscriptMapping } from '../formats/transcript-table.ts'
import { m } from '../messages/index.ts'
import { type DraftRow, draftById } from '../queries/drafts.ts'
import { possibleIssuer } from '../queries/issuers.ts'
import type { TranscriptFormat } from '../schema.ts'
import { toStored } from '../stored.ts'
import { addTranscript, enrolmentFor } from './add-transcript.ts'
import { takenLines } from './taken-lines.ts'

/** The document of a draft: just received, or kept since a form that was refused. */
export type DraftFile =
  | { kind: 'received'; file: ReceivedFile }
  | { kind: 'staged'; id: string; ownerKey: string }

/** Whose transcript, from where, what was read of it, and the document. */
export interface StartDraft {
  enrolmentId: string
  /** Null where the institution is not among the organisations yet. */
  hostOrganisationId: string | null
  format: TranscriptFormat
  content: TranscriptContent
  document: DraftFile | null
  /** Whether the document is a picture to type from and not what was read. */
  isScan: boolean
  /** The node that makes the row of the file. */
  origin: string
}

/** Keeps a transcript that was read, with its document, for a person to look at before it becomes a case. */
export async function startDraft(
  work: Work,
  input: StartDraft,
): Promise<{ draftId: string } | Refusal> {
  const enrolment = await enrolmentFor(work, input.enrolmentId)
  const creator = personOf(work.actor)
  if (!enrolment || creator === null || !work.may('recognition.transcript.add', enrolment)) {
    return refuse(422, m('refusal.no-enrolment'), { enrolment: m('refusal.no-enrolment') })
  }
  if (input.hostOrganisationId === enrolment.home_organisation_id) {
    return refuse(422, m('refusal.host-is-home'), { host: m('refusal.host-is-home') })
  }
  if (input.hostOrganisationId && !(await possibleIssuer(work, input.hostOrganisationId))) {
    return refuse(422, m('refusal.no-host'), { host: m('refusal.no-host') })
  }
  if (input.content.lines.length > mostLines) {
    const message = m('refusal.too-many-lines', { limit: mostLines })
    return refuse(422, message, { [input.document ? 'file' : 'paste']: message })
  }
  await dropFailedTries(work, { creator, enrolmentId: enrolment.id })
  const id = randomUUIDv7()
  const fileId = await keepDocument(work, id, input)
  if (isRefused(fileId)) return fileId
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('transcript_drafts')
      .values({
        id,
        created_by: creator,
        person_id: enrolment.person_id,
        enrolment_id: enrolment.id,
        home_organisation_id: enrolment.home_organisation_id,
        host_organisation_id: input.hostOrganisationId,
        degree_programme_id: enrolment.degree_programme_id,
        format: input.format,
        file_id: input.isScan ? null : fileId,
        scan_file_id: input.isScan ? fileId : null,
        content: toStored(input.content),
        case_id: null,
        created_at: work.now,
        updated_at: work.now,
      })
      .execute(),
  )
  return { draftId: id }
}

/**
 * Lets earlier tries go that came to nothing: of the same person for the same enrolment, out of which no course was read,
 * and which nobody has touched since.
 */
async function dropFailedTries(
  work: Work,
  { creator, enrolmentId }: { creator: string; enrolmentId: string },
): Promise<void> {
  const tries = await work.read
    .selectFrom('transcript_drafts')
    .select('id')
    .where('created_by', '=', creator)
    .where('enrolment_id', '=', enrolmentId)
    .where('state', '=', 'open')
    .where('revision', '=', 1)
    .where('format', '<>', 'hand')
    .where(
      sql<boolean>`not exists (select from jsonb_array_elements(content -> 'lines') as line
        where line ->> 'code' <> '')`,
    )
    .execute()
  for (const { id } of tries) await discardDraft(work, id)
}

async function keepDocument(
  work: Work,
  draftId: string,
  { document, origin }: StartDraft,
): Promise<string | null | Refusal> {
  if (document === null) return null
  const owner = { ownerKind: 'recognition.transcript', ownerId: draftId, origin }
  if (document.kind === 'received') return (await addFile(work, document.file, owner)).id
  const claimed = await claimStaged(work, [document.id], document.ownerKey, owner)
  if (!isRefused(claimed)) return claimed[0]?.id ?? null
  return refuse(claimed.status, claimed.message, { file: claimed.message })
}

/** What a person corrected: the lines as they now stand, and the day of issue. */
export interface ReviseDraft {
  draftId: string
  /** The revision that the page showed; another tab may have gone on. */
  revision: number
  lines: readonly DraftLine[]
  issuedOn: string | null
  /** A person's word that the transcript is the chosen host's, where it names another issuer. */
  issuerConfirmed?: boolean
  /** A person's word that it is the student's, where it names somebody else as its holder. */
  holderConfirmed?: boolean
  /** The line that was just taken away; null where it was put back. Else what is kept of it stays. */
  removed?: RemovedLine | null
}

/** Saves a person's corrections. Two tabs do not overwrite each other: the later one is told. */
export async function reviseDraft(
  work: Work,
  input: ReviseDraft,
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  if (input.lines.length > mostLines) {
    return refuse(422, m('refusal.too-many-lines', { limit: mostLines }))
  }
  const { removed: before, ...content } = draft.content
  const removed = input.removed === undefined ? before : input.removed
  await saveContent(work, draft, {
    ...content,
    ...(removed ? { removed } : {}),
    lines: [...input.lines],
    issuedOn: input.issuedOn,
    issuerConfirmed: input.issuerConfirmed ?? false,
    holderConfirmed: input.holderConfirmed ?? false,
  })
  return { draftId: draft.id }
}

/** Reads the table of a draft again with other columns; corrections made on its lines begin anew. */
export async function remapDraft(
  work: Work,
  input: { draftId: string; revision: number; mapping: TranscriptMapping },
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  if (!draft.content.table) return refuse(404, m('refusal.no-case'))
  const { table } = draft.content
  const content = readTableTranscript(numberedRows(table), input.mapping, {
    encoding: table.encoding ?? null,
    encodings: table.encodings ?? [],
  })
  const { issuedOn } = draft.content
  const { removed: _gone, ...kept } = draft.content
  await saveContent(work, draft, { ...kept, ...content, issuedOn })
  return { draftId: draft.id }
}

/** Puts what was read of the draft's document again, in another encoding, in the place of what stood there. */
export async function rereadDraft(
  work: Work,
  input: { draftId: string; revision: number; content: TranscriptContent },
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  const issuedOn = input.content.issuedOn ?? draft.content.issuedOn
  const { removed: _gone, ...kept } = draft.content
  await saveContent(work, draft, { ...kept, ...input.content, issuedOn })
  return { draftId: draft.id }
}

/**
 * Makes a case of a draft: the lines that are to be taken, with a person's agreement to what was left
 * out. Corrections that come with it are saved in the same step. Taken once: whoever comes second is told.
 */
export async function takeDraft(
  work: Work,
  input: Omit<ReviseDraft, 'lines' | 'issuedOn' | 'removed'> &
    Partial<Pick<ReviseDraft, 'lines' | 'issuedOn'>>,
): Promise<{ caseId: string; number: string } | Refusal> {
  const draft = await openDraft(work, input)
  if (isRefused(draft)) return draft
  const { removed: _gone, ...kept } = draft.content
  const content = {
    ...kept,
    ...(input.lines ? { lines: [...input.lines] } : {}),
    ...(input.issuedOn === undefined ? {} : { issuedOn: input.issuedOn }),
  }
  if (!draft.host_organisation_id) {
    return refuse(422, m('refusal.no-host'), { host: m('refusal.no-host') })
  }
  const taken = takenLines(content.lines)
  if (isRefused(taken)) return taken
  const added = await addTranscript(work, {
    enrolmentId: draft.enrolment_id,
    hostOrganisationId: draft.host_organisation_id,
    format: draft.format,
    fileId: draft.file_id,
    scanFileId: draft.scan_file_id,
    issuedOn: content.issuedOn,
    holder: content.holder,
    issuer: issuerOf(content),
    issuerConfirmed: input.issuerConfirmed ?? content.issuerConfirmed ?? false,
    holderConfirmed: input.holderConfirmed ?? content.holderConfirmed ?? false,
    ...signatureOf(content),
    problems: content.remarks,
    lines: taken.lines,
  })
  if (isRefused(added)) return added
  await saveContent(work, draft, content)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({ state: 'taken', case_id: added.caseId })
      .where('id', '=', draft.id)
      .execute(),
  )
  return added
}

/** Lets a draft go: what was read of the document, and the document itself, are removed. */
export async function discardDraft(
  work: Work,
  draftId: string,
): Promise<{ draftId: string } | Refusal> {
  const draft = await openDraft(work, { draftId })
  if (isRefused(draft)) return draft
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({
        state: 'discarded',
        content: toStored(emptyTranscript(0)),
        file_id: null,
        scan_file_id: null,
        updated_at: work.now,
      })
      .where('id', '=', draft.id)
      .execute(),
  )
  for (const id of [draft.file_id, draft.scan_file_id]) if (id) await removeFile(work, id)
  return { draftId }
}

/** The draft, locked, when it is still open, the actor may change it, and it is as the page showed it. */
export async function openDraft(
  work: Work,
  { draftId, revision }: { draftId: string; revision?: number },
): Promise<DraftRow | Refusal> {
  const draft = await draftById(work, draftId, 'lock')
  if (!draft || !work.may('recognition.draft.read', draft)) return refuse(404, m('refusal.no-case'))
  if (draft.state === 'taken') return refuse(409, m('refusal.draft-taken'))
  if (!work.may('recognition.draft.edit', draft)) return refuse(404, m('refusal.no-case'))
  if (revision !== undefined && draft.revision !== revision) {
    return refuse(409, m('refusal.draft-changed'))
  }
  return draft
}

/** Stores what a draft holds now, as its next revision. */
export async function saveContent(
  work: Work,
  draft: DraftRow,
  content: TranscriptContent,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({
        content: toStored(content),
        revision: draft.revision + 1,
        updated_at: work.now,
      })
      .where('id', '=', draft.id)
      .execute(),
  )
}
