import { randomUUIDv7 } from 'node:crypto'
import { type Actor, isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import {
  isFreshlyAuthenticated,
  maskedAddress,
  personById,
  signWithPasskey,
  useActLink,
} from '#kernel/identity'
import { completeTasksOf } from '#kernel/tasks'
import { documentRefused, stepSigned } from '../entries.ts'
import { m } from '../messages/index.ts'
import { documentById, type DocumentRow } from '../queries/documents.ts'
import { type AskedStep, stepById } from '../queries/steps.ts'
import type { SignatureProof } from '../schema.ts'
import { linkAction } from './asks.ts'
import { aboutDocument, newsOf } from './documents.ts'
import { signedName } from './party-names.ts'
import { addRecord, type PersonalValue } from './records.ts'
import { closeAsked, endRound, goOn, reasonFaults } from './rounds.ts'
import { signerOf } from './signers.ts'

/** What a signature names: the step, and the hash that its signer was shown. */
export interface SignStep {
  stepId: string
  sha256: string
  /** When whoever signs proved last who they are. */
  authenticatedAt: Date
}

/** Signs or approves a step as the person who is asked, or who holds the role that is asked, or stands in for them. */
export async function signStep(work: Work, input: SignStep): Promise<true | Refusal> {
  const open = await openStep(work, input.stepId, 'signing.step.sign')
  if ('refusal' in open) return open
  const faults = signingFaults(open.step, input.sha256)
  if (faults) return faults
  if (!isFreshlyAuthenticated(input, work.now)) return refuse(401, m('refusal.prove-first'))
  return signOpen(work, open, {
    kind: 'sign-in',
    authenticatedAt: input.authenticatedAt.toISOString(),
  })
}

/**
 * Signs or approves a step with one of the signer's own passkeys over the hash that was shown. The authenticator's answer is
 * kept in the chain, where anybody can check it; it proves at once who signs.
 */
export async function signWithPasskeyAt(
  work: Work,
  site: Parameters<typeof signWithPasskey>[1],
  input: { stepId: string; sha256: string; sessionId: string; response: unknown },
): Promise<true | Refusal> {
  const open = await openStep(work, input.stepId, 'signing.step.sign')
  if ('refusal' in open) return open
  const faults = signingFaults(open.step, input.sha256)
  if (faults) return faults
  const { sessionId, sha256, response } = input
  const signed = await signWithPasskey(work, site, { sessionId, sha256, response })
  if (isRefused(signed)) return signed
  const { assertion } = signed
  return signOpen(work, open, {
    kind: 'passkey',
    authenticatedAt: work.now.toISOString(),
    assertion,
  })
}

function signingFaults(step: AskedStep, sha256: string): Refusal | null {
  const other = hashFaults(step, sha256)
  if (other) return other
  return step.means === 'paper' ? refuse(409, m('refusal.on-paper')) : null
}

async function signOpen(
  work: Work,
  { step, document }: { step: AskedStep; document: DocumentRow },
  proof: SignatureProof,
): Promise<true | Refusal> {
  const person = await signingPerson(work)
  await keepSignature(work, document, step, {
    ...person,
    inPlaceOf: placeOf(work.actor, step),
    answer: step.act === 'sign' ? 'signed' : 'approved',
    means: 'electronic',
    proof,
    reason: null,
  })
  return (await goOn(work, document)) ?? true
}

/** Refuses to sign, with a reason: the document goes back to whoever opened it, and the signatures given are void. */
export async function refuseStep(
  work: Work,
  input: { stepId: string; sha256: string; reason: string },
): Promise<true | Refusal> {
  const open = await openStep(work, input.stepId, 'signing.step.sign')
  if ('refusal' in open) return open
  const { step, document } = open
  const faults = hashFaults(step, input.sha256) ?? reasonFaults(input.reason.trim())
  if (faults) return faults
  const person = await signingPerson(work)
  await keepSignature(work, document, step, {
    ...person,
    inPlaceOf: placeOf(work.actor, step),
    answer: 'refused',
    means: 'electronic',
    proof: { kind: 'sign-in', authenticatedAt: work.now.toISOString() },
    reason: input.reason.trim(),
  })
  await endRound(work, document, 'refused', '')
  return true
}

/** Signs, approves or refuses as whoever holds the link that was mailed to the guest; the link is used up by it. */
export async function answerByLink(
  work: Work,
  input: { stepId: string; sha256: string; refusal: string | null },
): Promise<true | Refusal> {
  const open = await openStep(work, input.stepId, linkAction)
  if ('refusal' in open) return open
  const { step, document } = open
  const faults =
    hashFaults(step, input.sha256) ??
    (input.refusal === null ? null : reasonFaults(input.refusal.trim()))
  if (faults) return faults
  const used = await useActLink(work)
  if (used !== 'counted') return used
  const address = maskedAddress(step.guest_address ?? '')
  const linkId = work.actor.kind === 'link' ? work.actor.linkId : ''
  await keepSignature(work, document, step, {
    personId: null,
    name: step.guest_name ?? '',
    inPlaceOf: null,
    answer: input.refusal !== null ? 'refused' : step.act === 'sign' ? 'signed' : 'approved',
    means: 'link',
    proof: { kind: 'link', address, linkId },
    reason: input.refusal?.trim() ?? null,
  })
  if (input.refusal === null) return (await goOn(work, document)) ?? true
  await endRound(work, document, 'refused', '')
  return true
}

/** A step that can be answered now, with its document locked; else why not. */
export async function openStep(
  work: Work,
  stepId: string,
  action: string,
): Promise<{ step: AskedStep; document: DocumentRow } | Refusal> {
  const found = await stepById(work, stepId)
  const document = found && (await documentById(work, found.document_id, 'lock'))
  // Somebody else may have been quicker: it is read again under the lock.
  const step = document && (await stepById(work, stepId))
  if (!step || !document || !work.may(action, step)) return refuse(404, m('refusal.no-step'))
  if (step.version !== document.version) return refuse(409, m('refusal.new-version'))
  if (step.state === 'done') return refuse(409, m('refusal.signed-already'))
  if (step.state === 'later') return refuse(409, m('refusal.not-yet'))
  if (step.state !== 'asked' || document.state !== 'open') return refuse(409, m('refusal.over'))
  return { step, document }
}

function hashFaults(step: AskedStep, sha256: string): Refusal | null {
  return step.document_sha256 === sha256 ? null : refuse(409, m('refusal.other-hash'))
}

async function signingPerson(work: Work): Promise<{ personId: string; name: string }> {
  const personId = personOf(work.actor)
  const person = personId === null ? null : await personById(work, personId)
  if (!person) throw new Error('nobody signs')
  return { personId: person.id, name: signedName(person.name) }
}

/** In whose place somebody signs for a role: null where they hold it themselves. */
function placeOf(actor: Actor, step: AskedStep): string | null {
  if (actor.kind !== 'person' || step.person_id !== null) return null
  const fitting = actor.grants.filter(
    ({ role, organisationId }) => role === step.role && organisationId === step.organisation_id,
  )
  if (fitting.some(({ onBehalfOf }) => !onBehalfOf)) return null
  return fitting.find(({ onBehalfOf }) => onBehalfOf)?.onBehalfOf ?? null
}

/** What a signer did, as it is kept. */
export interface GivenSignature {
  personId: string | null
  name: string
  inPlaceOf: string | null
  answer: 'signed' | 'approved' | 'refused'
  means: 'electronic' | 'link' | 'paper'
  proof: SignatureProof
  reason: string | null
}

/** Keeps a signature with its entries, and closes what was asked. */
export async function keepSignature(
  work: Work,
  document: DocumentRow,
  step: AskedStep,
  given: GivenSignature,
  personal: Readonly<Record<string, PersonalValue>> = {},
): Promise<string> {
  const { answer, means, proof } = given
  const id = randomUUIDv7()
  const about = aboutDocument(document)
  const news = { ...newsOf(document), step: step.id }
  const entry =
    answer === 'refused'
      ? documentRefused({ ...about, personId: given.personId, data: news })
      : stepSigned({ ...about, personId: given.personId, data: { ...news, act: step.act, means } })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('signing_signatures')
      .values({
        id,
        document_id: document.id,
        version: document.version,
        step_id: step.id,
        answer,
        means,
        sha256: document.sha256,
        name: given.name,
        person_id: given.personId,
        in_place_of: given.inPlaceOf,
        proof: JSON.stringify(proof),
        reason: given.reason,
        signed_at: work.now,
      })
      .execute()
    await tx
      .updateTable('signing_steps')
      .set({ state: answer === 'refused' ? 'refused' : 'done', closed_at: work.now })
      .where('id', '=', step.id)
      .execute()
  })
  const principal = given.inPlaceOf === null ? null : await personById(work, given.inPlaceOf)
  await addRecord(
    work,
    document.id,
    {
      what: answer,
      version: document.version,
      sha256: document.sha256,
      label: signerOf(step).label,
      isInPlaceOfAnother: principal !== null,
      means,
      proof,
    },
    {
      name: { value: given.name, personId: given.personId, stepId: step.id },
      ...(principal
        ? { inPlaceOf: { value: signedName(principal.name), personId: principal.id } }
        : {}),
      ...(given.reason === null
        ? {}
        : { reason: { value: given.reason, personId: given.personId, stepId: step.id } }),
      ...personal,
    },
  )
  await completeTasksOf(work, { object: { kind: 'signing-step', id: step.id } })
  // Further links, of reminders, lead nowhere now.
  await closeAsked(work, [step])
  return id
}
