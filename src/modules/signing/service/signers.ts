import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from '#kernel/identity'
import { isUuid } from '#kernel/values'
import { m } from '../messages/index.ts'
import { type StepRow, stepsOf } from '../queries/steps.ts'
import { capacityOf } from '../queries/summaries.ts'
import { leftOut, type Party, partyKey, type Signer, signerFaults } from '../rules/signers.ts'
import type { SigningStepsTable, StepAct } from '../schema.ts'
import { managedDraft } from './managed.ts'

/** Puts in the steps of a version; a guest's address is written as mail goes to it. */
export async function insertSteps(
  work: Work,
  at: { documentId: string; version: number; after?: number },
  signers: readonly Signer[],
  originals: readonly StepRow[],
): Promise<true | Refusal> {
  const faults = signerFaults(signers)
  if (faults) return faults
  const repeated = new Map(originals.map((step) => [partyKey(partyOf(step)), step.id]))
  const rows: SigningStepsTable[] = []
  for (const [index, signer] of signers.entries()) {
    const row = rowOf(signer, { ...at, position: (at.after ?? 0) + index + 1 })
    if (row === null) return refuse(422, m('refusal.address'), { email: m('refusal.address') })
    const isSigning = row.act === 'sign'
    rows.push({
      ...row,
      repeats: isSigning ? (repeated.get(partyKey(partyOf(row))) ?? null) : null,
    })
  }
  if (rows.length === 0) return true
  await work.writeUnchronicled((tx) => tx.insertInto('signing_steps').values(rows).execute())
  return true
}

function rowOf(
  signer: Signer,
  at: { documentId: string; version: number; position: number },
): SigningStepsTable | null {
  const address = signer.who === 'guest' ? normaliseAddress(signer.email) : null
  if (signer.who === 'guest' && address === null) return null
  return {
    id: randomUUIDv7(),
    document_id: at.documentId,
    version: at.version,
    position: at.position,
    group_number: signer.group,
    act: signer.act ?? 'sign',
    means: signer.means ?? 'electronic',
    label_name: signer.label.kind === 'named' ? signer.label.name : null,
    label_words: signer.label.kind === 'words' ? signer.label.words.trim() : null,
    label_organisation_id:
      signer.label.kind === 'organisation' ? signer.label.organisationId : null,
    person_id: signer.who === 'person' ? signer.personId : null,
    role: signer.who === 'role' ? signer.role : null,
    organisation_id: signer.who === 'role' ? signer.organisationId : null,
    guest_name: signer.who === 'guest' ? signer.name.trim() : null,
    guest_address: address,
    guest_language: signer.who === 'guest' ? signer.language : null,
    repeats: null,
    state: 'later',
    asked_at: null,
    reminded_at: null,
    closed_at: null,
  }
}

/** Whom a step asks. */
export function partyOf(step: SigningStepsTable): Party & { act: StepAct } {
  const { act } = step
  if (step.person_id !== null) return { who: 'person', personId: step.person_id, act }
  if (step.role !== null) {
    return { who: 'role', role: step.role, organisationId: step.organisation_id ?? '', act }
  }
  return {
    who: 'guest',
    name: step.guest_name ?? '',
    email: step.guest_address ?? '',
    language: step.guest_language ?? 'en',
    act,
  }
}

/** A step as the signer of another version. */
export function signerOf(step: SigningStepsTable): Signer {
  return {
    ...partyOf(step),
    group: step.group_number,
    means: step.means,
    label: capacityOf(step),
  }
}

/** Adds a signer to a version that nobody was asked to sign yet. */
export async function addSigner(
  work: Work,
  input: { documentId: string; signer: Signer },
): Promise<true | Refusal> {
  const found = await managedDraft(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const steps = await stepsOf(work, document.id, document.version)
  const key = partyKey(input.signer)
  const act = input.signer.act ?? 'sign'
  if (steps.some((step) => partyKey(partyOf(step)) === key && step.act === act)) {
    return refuse(409, m('refusal.signer-twice'), { email: m('refusal.signer-twice') })
  }
  const many = signerFaults([...steps.map(signerOf), input.signer])
  if (many) return many
  const originals =
    document.amends === null ? [] : await stepsOf(work, document.id, document.amends)
  const after = Math.max(0, ...steps.map(({ position }) => position))
  const at = { documentId: document.id, version: document.version, after }
  return insertSteps(work, at, [input.signer], originals)
}

/** Takes a signer off a version that nobody was asked to sign yet; not one who must sign the amendment again. */
export async function removeSigner(
  work: Work,
  input: { documentId: string; stepId: string },
): Promise<true | Refusal> {
  const found = await managedDraft(work, input.documentId)
  if ('refusal' in found) return found
  const { document } = found
  const steps = await stepsOf(work, document.id, document.version)
  const step = isUuid(input.stepId) ? steps.find(({ id }) => id === input.stepId) : undefined
  if (!step) return refuse(409, m('refusal.no-signer'))
  if (step.repeats !== null) return refuse(409, m('refusal.original-signer'))
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('signing_steps').where('id', '=', step.id).execute(),
  )
  return true
}

/** Refuses signers of an amendment among whom one who signed what it changes is missing. */
export function amendmentFaults(
  originals: readonly StepRow[],
  signers: readonly Signer[],
): Refusal | null {
  // A guest who was erased since cannot sign again.
  const asked = originals.filter((step) => step.guest_address !== '')
  const missing = leftOut(asked.map(partyOf), signers)
  return missing.length === 0
    ? null
    : refuse(422, m('refusal.original-signers', { count: missing.length }))
}
