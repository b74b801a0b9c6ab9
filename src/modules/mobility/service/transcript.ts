import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { addFile, filesOf, type ReceivedFile } from '#kernel/files'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { dateInZone, displayName } from '#kernel/values'
import { type DocumentReading, holderDifferences, startTranscript } from '#modules/recognition'
import { transcriptCame } from '../entries.ts'
import { m } from '../messages/index.ts'
import { ownStayNotice } from '../notices.ts'
import type { StayRow } from '../queries/stays.ts'
import { hostTask, transcriptTask } from '../task-kinds.ts'
import { mailOfStay } from './by-mail.ts'
import { aboutStay, newsOf, nextColumns, stayForUpdate } from './at-work.ts'
import { transcriptLeaves } from './leaving.ts'
import { tellOfStay } from './telling.ts'

/** The files of stays: transcripts as they came. */
export const transcriptFiles = 'mobility.transcript'

/** A transcript of records as the receiving institution gives it: the file, checked and stored, and what was read of it. */
export interface GiveTranscript {
  mobilityId: string
  file: ReceivedFile
  /** What an ELMO document says; null for a paper that is scanned. */
  reading: DocumentReading | null
  /** The mail that brought it, where the sending office takes it from there. */
  mailId?: string
  node: string
}

/**
 * Takes the transcript of a stay. One that names another holder than the student is refused with a word about it, before
 * anything of it is kept; whoever is enrolled has a task to open the case of recognition.
 */
export async function giveTranscript(
  work: Work,
  input: GiveTranscript,
): Promise<{ fileId: string } | Refusal> {
  const { mailId } = input
  const action = mailId === undefined ? 'mobility.transcript.give' : 'mobility.nomination.make'
  const found = await stayForUpdate(work, input.mobilityId, action)
  if (isRefused(found)) return found
  const { stay } = found
  const mail = mailId === undefined ? null : await mailOfStay(work, stay, mailId)
  if (isRefused(mail)) return mail
  if (stay.state !== 'live' && stay.state !== 'returned') {
    return refuse(409, m('transcript.too-early'))
  }
  const wrong = wrongPerson(stay, input.reading, work)
  if (wrong) return wrong
  const held = await transcriptLeaves(work, stay, input.node)
  if (held) return held
  const owner = { ownerKind: transcriptFiles, ownerId: stay.id, origin: input.node }
  const { id: fileId } = await addFile(work, input.file, owner)
  const day = dateInZone(work.now, stay.sendingTimeZone)
  const entry = transcriptCame({
    ...aboutStay(stay),
    data: { ...newsOf(stay), fileId, byMail: mail !== null },
  })
  const changed = { ...stay, transcript_on: stay.transcript_on ?? day }
  await work.write(entry, (tx) =>
    tx
      .updateTable('mobilities')
      .set({
        transcript_on: changed.transcript_on,
        ...nextColumns(work, changed),
        changed_at: work.now,
      })
      .where('id', '=', stay.id)
      .execute(),
  )
  // Before the departure is confirmed the host has that still to do.
  if (stay.state === 'returned') {
    await completeTasksOf(work, { object: { kind: 'mobility', id: stay.id }, kinds: [hostTask] })
  }
  await openTask(work, {
    kind: transcriptTask,
    assignee: { role: 'coordinator', organisationId: stay.sending_organisation_id },
    object: { kind: 'mobility', id: stay.id },
    subject: m('task.transcript'),
    href: `/mobility/${stay.id}`,
    closesWithAct: true,
  })
  const news = 'notice.transcript'
  await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
  return { fileId }
}

/** A refusal where a document names somebody else than the student. */
function wrongPerson(
  stay: StayRow,
  reading: DocumentReading | null,
  { language }: Pick<Work, 'language'>,
): Refusal | null {
  if (reading === null) return null
  if ('refusal' in reading) return reading.refusal
  const { holder } = reading.content
  const differences = holderDifferences(holder, { name: stay.name, birthDate: stay.birthDate })
  if (differences.length === 0) return null
  const message = m('transcript.wrong-person', {
    holder: holder.name ?? holder.alternativeName ?? '–',
    student: displayName(stay.name, language),
  })
  return refuse(422, message, { file: message })
}

/** The latest transcript that came for a stay, or null. */
export async function transcriptOf(work: Work, mobilityId: string) {
  const files = await filesOf(work, transcriptFiles, mobilityId)
  return files.at(-1) ?? null
}

/** Opens the draft of a case of recognition with the transcript that came; the person looks at it there before it is taken. */
export async function openCase(
  work: Work,
  input: { mobilityId: string; file: ReceivedFile; reading: DocumentReading | null; node: string },
): Promise<{ draftId: string } | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.stay.change')
  if (isRefused(found)) return found
  const { stay } = found
  if (input.reading !== null && 'refusal' in input.reading) return input.reading.refusal
  const started = await startTranscript(work, {
    enrolmentId: stay.enrolment_id,
    hostOrganisationId: stay.receiving_organisation_id,
    reading: input.reading,
    file: input.file,
    origin: input.node,
  })
  if (isRefused(started)) return started
  await completeTasksOf(work, {
    object: { kind: 'mobility', id: stay.id },
    kinds: [transcriptTask],
  })
  return started
}
