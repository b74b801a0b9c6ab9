import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { claimStaged } from '#kernel/files'
import type { Message } from '#kernel/messages'
import { cancelTasks, openTask } from '#kernel/tasks'
import { addDays, dateInZone, isUuid, parseDate } from '#kernel/values'
import { clauseEnded, clauseEntered } from '../entries.ts'
import { m } from '../messages/index.ts'
import { clauseById, type ClauseRow, clausesEnding } from '../queries/clauses.ts'
import { clauseKinds } from '../transfer-schema.ts'

/** The kind of task to renew a document. */
export const clauseTask = 'privacy.renew-clause'
/** How long before its end a document is to be renewed: negotiations and filings take months. */
const remindDays = 60

/** A document as somebody typed it. */
export interface TypedClause {
  exporter: string
  recipient: string
  kind: string
  signedOn: string
  validUntil: string
  reference: string
  /** Files of the form that wait to be kept, and whose they are. */
  stagedIds: readonly string[]
  ownerKey: string
  node: string
}

/** Enters a document between two organisations, on which transfers rest from the day of its signature to its end. */
export async function enterClause(
  work: Work,
  typed: TypedClause,
): Promise<{ clauseId: string } | Refusal> {
  const { exporter, recipient } = typed
  const kind = clauseKinds.find((each) => each === typed.kind)
  const signedOn = parseDate(typed.signedOn)
  const validUntil = typed.validUntil === '' ? null : parseDate(typed.validUntil)
  const mayKeep =
    isUuid(exporter) && work.may('privacy.clause.keep', { exporter_organisation_id: exporter })
  const endsWrongly =
    typed.validUntil !== '' && (validUntil === null || (signedOn !== null && validUntil < signedOn))
  const isTold = typed.reference !== '' && typed.reference.length <= 500
  const faults: Record<string, Message> = {
    ...(mayKeep ? {} : { exporter: m('refusal.place-missing') }),
    ...(isUuid(recipient) && recipient !== exporter
      ? {}
      : { recipient: m('refusal.place-missing') }),
    ...(kind ? {} : { kind: m('refusal.clause-kind') }),
    ...(signedOn ? {} : { signedOn: m('refusal.clause-day') }),
    ...(endsWrongly ? { validUntil: m('refusal.clause-until') } : {}),
    ...(isTold ? {} : { reference: m('refusal.clause-reference') }),
  }
  const [first] = Object.values(faults)
  if (first || !kind || !signedOn) return refuse(422, first ?? m('refusal.clause-kind'), faults)
  const clauseId = randomUUIDv7()
  const owner = { ownerKind: 'privacy.clause', ownerId: clauseId, origin: typed.node }
  const files = await claimStaged(work, typed.stagedIds.slice(0, 1), typed.ownerKey, owner)
  if (isRefused(files)) return files
  const entry = clauseEntered({
    object: { kind: 'transfer-clause', id: clauseId },
    organisationIds: [exporter, recipient],
    data: { kind, signedOn, validUntil },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('transfer_clauses')
      .values({
        id: clauseId,
        origin: typed.node,
        exporter_organisation_id: exporter,
        recipient_organisation_id: recipient,
        kind,
        signed_on: signedOn,
        valid_until: validUntil,
        reference: typed.reference,
        file_id: files[0]?.id ?? null,
        entered_by: personOf(work.actor),
        entered_at: work.now,
        ended_at: null,
        reminded_at: null,
      })
      .execute(),
  )
  return { clauseId }
}

/** Ends a document before its day: from now on nothing rests on it. */
export async function endClause(work: Work, id: string): Promise<true | Refusal> {
  const clause = await clauseById(work, id)
  if (!clause || !work.may('privacy.clause.keep', clause))
    return refuse(404, m('refusal.consent-none'))
  const ended = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transfer_clauses')
      .set({ ended_at: work.now })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!ended) return refuse(409, m('refusal.clause-ended'))
  const object = { kind: 'transfer-clause', id }
  const organisationIds = [clause.exporter_organisation_id, clause.recipient_organisation_id]
  await work.write(
    clauseEnded({ object, organisationIds, data: { kind: clause.kind } }),
    async () => undefined,
  )
  await cancelTasks(work, { object })
  return true
}

/** Documents that end soon, each by its exporter's calendar. */
export async function clausesToRenew(work: Work): Promise<ClauseRow[]> {
  // A day more than anywhere on earth: each is looked at by its own calendar again.
  const by = addDays(dateInZone(work.now, 'UTC'), remindDays + 1)
  const ending = await clausesEnding(work, by)
  return ending.filter(
    ({ valid_until, exporter_time_zone }) =>
      valid_until !== null &&
      valid_until <= addDays(dateInZone(work.now, exporter_time_zone), remindDays),
  )
}

/** Gives the exporter's administrators the task to renew a document; once for each document. */
export async function remindOfClause(work: Work, clause: ClauseRow): Promise<void> {
  const marked = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transfer_clauses')
      .set({ reminded_at: work.now })
      .where('id', '=', clause.id)
      .where('reminded_at', 'is', null)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!marked) return
  await openTask(work, {
    kind: clauseTask,
    assignee: { role: 'administrator', organisationId: clause.exporter_organisation_id },
    object: { kind: 'transfer-clause', id: clause.id },
    // For whom it is stands in what the task is about: it has no reader whose language could be asked here.
    subject: m('task.renew-clause', { kind: m(`clause.kind.${clause.kind}`) }),
    href: '/privacy/clauses',
    dueOn: clause.valid_until,
  })
}
