import { personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { cancelTasks } from '#kernel/tasks'
import {
  documentAmended,
  documentExpired,
  documentSent,
  documentSigned,
  documentWithdrawn,
} from '../entries.ts'
import { m } from '../messages/index.ts'
import { documentById, type DocumentRow } from '../queries/documents.ts'
import { type StepRow, stepsOf } from '../queries/steps.ts'
import { isComplete, nextTurns } from '../rules/signers.ts'
import type { RoundEnd } from '../schema.ts'
import { askSigner, linkAction, mailCopies, tellEnd } from './asks.ts'
import { aboutDocument, dayFaults, newsOf } from './documents.ts'
import { addRecord } from './records.ts'
import { partyName } from './party-names.ts'
import { signerOf } from './signers.ts'

/** The longest reason, in characters. */
export const longestReason = 2000

/** Sends a draft to its signers: the first group is asked. The caller has asked who may. */
export async function sendDocument(
  work: Work,
  input: { documentId: string },
): Promise<true | Refusal> {
  const document = await documentById(work, input.documentId, 'lock')
  if (!document) return refuse(404, m('refusal.no-document'))
  if (document.state !== 'draft') return refuse(409, m('refusal.sent-already'))
  const steps = await stepsOf(work, document.id, document.version)
  if (!steps.some(({ act }) => act === 'sign')) return refuse(422, m('refusal.nobody-signs'))
  const faults = dayFaults(work, document.time_zone, {
    dueOn: document.due_on,
    expiresOn: document.expires_on,
  })
  if (faults) return faults
  const entry = documentSent({ ...aboutDocument(document), data: newsOf(document) })
  await work.write(entry, (tx) =>
    tx
      .updateTable('signing_documents')
      .set({ state: 'open', sent_at: work.now, ended_at: null })
      .where('id', '=', document.id)
      .execute(),
  )
  const personal = steps.map((step, place) => [
    `signer-${place + 1}`,
    { value: partyName(step), personId: step.person_id, stepId: step.id },
  ])
  await addRecord(
    work,
    document.id,
    {
      what: 'sent',
      version: document.version,
      sha256: document.sha256,
      signers: steps.map((step) => ({
        label: signerOf(step).label,
        act: step.act,
        group: step.group_number,
      })),
    },
    Object.fromEntries(personal),
  )
  return (await askNext(work, document, steps)) ?? true
}

/** Asks those whose turn it is now. */
export async function askNext(
  work: Work,
  document: DocumentRow,
  steps: readonly StepRow[],
): Promise<Refusal | null> {
  for (const step of nextTurns(steps)) {
    const refused = await askSigner(work, document, step)
    if (refused) return refused
  }
  return null
}

/** After one has signed: asks the next, or puts the version into force when nobody is left. */
export async function goOn(work: Work, document: DocumentRow): Promise<Refusal | null> {
  const steps = await stepsOf(work, document.id, document.version)
  if (!isComplete(steps)) return askNext(work, document, steps)
  const { version, sha256 } = document
  const about = aboutDocument(document)
  const entries = [
    documentSigned({ ...about, data: newsOf(document) }),
    ...(document.amends === null
      ? []
      : [documentAmended({ ...about, data: { ...newsOf(document), amends: document.amends } })]),
  ]
  await work.write(entries, (tx) =>
    tx
      .updateTable('signing_documents')
      .set({ state: 'signed', in_force: version, ended_at: work.now })
      .where('id', '=', document.id)
      .execute(),
  )
  await noteEnd(work, document.id, version, 'signed', '')
  await addRecord(work, document.id, { what: 'signed-by-all', version, sha256 })
  if (document.amends !== null) {
    await noteEnd(work, document.id, document.amends, 'superseded', '')
    await addRecord(work, document.id, { what: 'superseded', version: document.amends, sha256 })
  }
  await tellEnd(work, document, steps, 'signed', null)
  return mailCopies(work, document, steps)
}

/**
 * Ends the round of a document's latest version before all have signed: nobody is asked any more, links and tasks are
 * closed, and the signatures that were given are void. They stay, marked.
 */
export async function endRound(
  work: Work,
  document: DocumentRow,
  how: 'refused' | 'expired' | 'withdrawn',
  reason: string,
): Promise<void> {
  const steps = await stepsOf(work, document.id, document.version)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('signing_steps')
      .set({ state: 'ended', closed_at: work.now })
      .where('document_id', '=', document.id)
      .where('version', '=', document.version)
      .where('state', 'in', ['later', 'asked'])
      .execute()
    await tx
      .updateTable('signing_documents')
      .set({ state: how, ended_at: work.now })
      .where('id', '=', document.id)
      .execute()
  })
  await noteEnd(work, document.id, document.version, how, reason)
  await closeAsked(
    work,
    steps.filter(({ state }) => state === 'asked'),
  )
  await tellEnd(work, document, steps, how, personOf(work.actor))
}

/** Closes what was asked of some steps: their tasks and their links. */
export async function closeAsked(work: Work, steps: readonly { id: string }[]): Promise<void> {
  for (const { id } of steps) {
    await cancelTasks(work, { object: { kind: 'signing-step', id } })
  }
  const ids = steps.map(({ id }) => id)
  await revokeActLinks(work, { objectIds: ids, action: linkAction }, 'withdrawn')
}

/** Says of a round how it ended. */
export async function noteEnd(
  work: Work,
  documentId: string,
  version: number,
  how: RoundEnd,
  reason: string,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('signing_ends')
      .values({
        document_id: documentId,
        version,
        how,
        ended_at: work.now,
        ended_by: personOf(work.actor),
        reason,
      })
      .execute(),
  )
}

/**
 * Takes a document back: one that is out for signing is signed by nobody any more; of one that is in force it is said that it
 * counts no more. What was signed stays, marked. The caller has asked who may.
 */
export async function withdrawDocument(
  work: Work,
  input: { documentId: string; reason: string },
): Promise<true | Refusal> {
  const document = await documentById(work, input.documentId, 'lock')
  if (!document) return refuse(404, m('refusal.no-document'))
  const reason = input.reason.trim()
  const faults = reasonFaults(reason)
  if (faults) return faults
  if (document.state === 'withdrawn' && document.in_force === null) {
    return refuse(409, m('refusal.withdrawn-already'))
  }
  await takeBack(work, document, reason)
  return true
}

/** Ends what stands of a document: its round, or its being in force. */
export async function takeBack(work: Work, document: DocumentRow, reason: string): Promise<void> {
  const inForce = document.in_force
  if (document.state === 'draft' || document.state === 'open') {
    await endRound(work, document, 'withdrawn', reason)
  }
  const isWhole = document.state !== 'open' && document.state !== 'draft'
  if (isWhole && inForce !== null) await noteEnd(work, document.id, inForce, 'withdrawn', reason)
  const entry = documentWithdrawn({
    ...aboutDocument(document),
    data: { ...newsOf(document), wasInForce: isWhole && inForce !== null },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('signing_documents')
      .set({ state: 'withdrawn', in_force: isWhole ? null : inForce, ended_at: work.now })
      .where('id', '=', document.id)
      .execute(),
  )
  await addRecord(work, document.id, {
    what: 'withdrawn',
    version: isWhole && inForce !== null ? inForce : document.version,
    sha256: document.sha256,
  })
  if (isWhole) {
    const steps = await stepsOf(work, document.id, document.version)
    await tellEnd(work, document, steps, 'withdrawn', personOf(work.actor))
  }
}

/** Ends the round of a document whose last day has passed; nothing for one that has ended otherwise meanwhile. */
export async function expireDocument(work: Work, documentId: string): Promise<void> {
  const document = await documentById(work, documentId, 'lock')
  if (document?.state !== 'open') return
  await endRound(work, document, 'expired', '')
  const entry = documentExpired({ ...aboutDocument(document), data: newsOf(document) })
  await work.write(entry, async () => undefined)
  const { version, sha256 } = document
  await addRecord(work, document.id, { what: 'expired', version, sha256 })
}

/** Refuses a reason that is missing or longer than 2000 characters. */
export function reasonFaults(reason: string): Refusal | null {
  if (reason === '') return refuse(422, m('refusal.reason'), { reason: m('refusal.reason') })
  if (reason.length <= longestReason) return null
  const message = m('refusal.long-reason', { limit: longestReason })
  return refuse(422, message, { reason: message })
}
