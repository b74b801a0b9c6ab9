import type { Work } from '#kernel/database'
import type { LocalText } from '#kernel/values'
import { type Destination, type Reference, wishesOf } from '../rules/questions.ts'
import type { Outcome } from '../schema.ts'
import { type ApplicationRow, applicationById, applicationsTo } from './applications.ts'

/** What became of one application, as far as its applicant has been told. */
export interface CallOutcome {
  applicationId: string
  callId: string
  subject: Reference | null
  personId: string
  /** Counted for each call, from 1. */
  number: number
  withdrawn: boolean
  /** Null until everybody is told: before, nobody outside the office learns it. */
  outcome: Outcome | null
  /** The destination of an accepted application, with the quota under which it counts. */
  destination: Destination | null
  /** Which of the applicant's wishes the destination is, from 1; null where it is none. */
  wish: number | null
  /** What the applicant said to the offer; null while it waits. */
  reply: 'accepted' | 'declined' | 'lapsed' | null
  replyDueAt: Date | null
  reasonNote: LocalText
}

/** The outcomes of a call's applications that the actor's rights cover, by number; withdrawn ones last. One query each. */
export async function outcomesOf(work: Work, callId: string): Promise<CallOutcome[]> {
  const all = { outcome: null, wish: null, q: '' }
  const sent = await applicationsTo(work, callId, { ...all, withdrawn: false }, null)
  const withdrawn = await applicationsTo(work, callId, { ...all, withdrawn: true }, null)
  return [...sent.rows, ...withdrawn.rows].map(outcomeIn)
}

/** What became of one application that was sent and that the actor may read; null for any other. */
export async function outcomeOf(work: Work, applicationId: string): Promise<CallOutcome | null> {
  const found = await applicationById(work, applicationId)
  const isSeen = found && found.number !== null && work.may('calls.application.read', found)
  return isSeen ? outcomeIn(found) : null
}

function outcomeIn(row: ApplicationRow): CallOutcome {
  const isTold = row.call_state === 'told'
  const destination = isTold
    ? (row.definition.destinations.find(({ id }) => id === row.destination_id) ?? null)
    : null
  const place =
    destination === null ? -1 : wishesOf(row.definition, row.answers).indexOf(destination.id)
  const { subject_kind: kind, subject_id: id } = row
  return {
    applicationId: row.id,
    callId: row.call_id,
    subject: kind === null || id === null ? null : { kind, id },
    personId: row.person_id,
    number: row.number ?? 0,
    withdrawn: row.state === 'withdrawn',
    outcome: isTold ? row.outcome : null,
    destination,
    wish: place < 0 ? null : place + 1,
    reply: row.reply,
    replyDueAt: isTold ? row.reply_due_at : null,
    reasonNote: isTold ? row.reason_note : {},
  }
}
