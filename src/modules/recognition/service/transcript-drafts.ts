import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import {
  type DraftLine,
  readTableTranscript,
  type TranscriptContent,
} from '../formats/read-transcript.ts'
import type { TranscriptMapping } from '../formats/transcript-table.ts'
import { m } from '../messages/index.ts'
import { type DraftRow, draftById } from '../queries/drafts.ts'
import type { TranscriptFormat } from '../schema.ts'
import { toStored } from '../stored.ts'
import { addTranscript, enrolmentFor, mostLines } from './add-transcript.ts'

/** Whose transcript, from where, and what was read of it. */
export interface StartDraft {
  enrolmentId: string
  hostOrganisationId: string
  format: TranscriptFormat
  fileId: string | null
  scanFileId: string | null
  content: TranscriptContent
}

/** Keeps a transcript that was read, for a person to look at before it becomes a case. */
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
  const id = randomUUIDv7()
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
        file_id: input.fileId,
        scan_file_id: input.scanFileId,
        content: toStored(input.content),
        case_id: null,
        created_at: work.now,
        updated_at: work.now,
      })
      .execute(),
  )
  return { draftId: id }
}

/** What a person corrected: the lines as they now stand, and the day of issue. */
export interface ReviseDraft {
  draftId: string
  /** The revision that the page showed; another tab may have gone on. */
  revision: number
  lines: readonly DraftLine[]
  issuedOn: string | null
}

/** Saves a person's corrections. Two tabs do not overwrite each other: the later one is told. */
export async function reviseDraft(
  work: Work,
  input: ReviseDraft,
): Promise<{ draftId: string } | Refusal> {
  const draft = await draftById(work, input.draftId, 'lock')
  if (!draft || !work.may('recognition.draft.edit', draft)) return refuse(404, m('refusal.no-case'))
  if (draft.revision !== input.revision) return refuse(409, m('refusal.draft-changed'))
  if (input.lines.length > mostLines) {
    return refuse(422, m('refusal.too-many-lines', { limit: mostLines }))
  }
  await saveContent(work, draft, {
    ...draft.content,
    lines: [...input.lines],
    issuedOn: input.issuedOn,
  })
  return { draftId: draft.id }
}

/** Reads the table of a draft again with other columns; corrections made on its lines begin anew. */
export async function remapDraft(
  work: Work,
  input: { draftId: string; mapping: TranscriptMapping },
): Promise<{ draftId: string } | Refusal> {
  const draft = await draftById(work, input.draftId, 'lock')
  if (!draft || !work.may('recognition.draft.edit', draft) || !draft.content.table) {
    return refuse(404, m('refusal.no-case'))
  }
  await saveContent(work, draft, readTableTranscript(draft.content.table.rows, input.mapping))
  return { draftId: draft.id }
}

/** Makes a case of a draft: the lines that are to be taken, with a person's agreement to what was left out. */
export async function takeDraft(
  work: Work,
  input: { draftId: string; revision: number },
): Promise<{ caseId: string; number: string } | Refusal> {
  const draft = await draftById(work, input.draftId, 'lock')
  if (!draft || !work.may('recognition.draft.read', draft)) return refuse(404, m('refusal.no-case'))
  if (draft.state !== 'open') return refuse(409, m('refusal.draft-taken'))
  if (draft.revision !== input.revision) return refuse(409, m('refusal.draft-changed'))
  const lines = draft.content.lines.filter((line) => line.take && !isBlank(line))
  const withoutCode = lines.filter((line) => line.code.trim() === '')
  if (withoutCode.length > 0) {
    return refuse(422, m('refusal.line-without-code', { count: withoutCode.length }))
  }
  const added = await addTranscript(work, {
    enrolmentId: draft.enrolment_id,
    hostOrganisationId: draft.host_organisation_id,
    format: draft.format,
    fileId: draft.file_id,
    scanFileId: draft.scan_file_id,
    issuedOn: draft.content.issuedOn,
    holder: draft.content.holder,
    problems: draft.content.remarks,
    lines: lines.map(({ take: _take, id: _id, ...line }) => line),
  })
  if (isRefused(added)) return added
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({ state: 'taken', case_id: added.caseId, updated_at: work.now })
      .where('id', '=', draft.id)
      .execute(),
  )
  return added
}

/** Lets a draft go. */
export async function discardDraft(
  work: Work,
  draftId: string,
): Promise<{ draftId: string } | Refusal> {
  const draft = await draftById(work, draftId, 'lock')
  if (!draft || !work.may('recognition.draft.edit', draft)) return refuse(404, m('refusal.no-case'))
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({ state: 'discarded', updated_at: work.now })
      .where('id', '=', draft.id)
      .execute(),
  )
  return { draftId }
}

async function saveContent(work: Work, draft: DraftRow, content: TranscriptContent): Promise<void> {
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

/** A line that nobody typed into. */
function isBlank(line: DraftLine): boolean {
  return (
    line.code.trim() === '' &&
    Object.values(line.title).every((title) => !title?.trim()) &&
    line.credit === null &&
    !line.grade
  )
}
