import { refuse, type Refusal } from '#kernel/database'
import type { Language } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { SignerLabel, StepAct, StepMeans, StepState } from '../schema.ts'

/**
 * In which capacity somebody signs: a word of the catalogue, free words, or for an organisation, whose name each reader is
 * told in their own language.
 */
export type Capacity =
  | { kind: 'named'; name: SignerLabel }
  | { kind: 'words'; words: string }
  | { kind: 'organisation'; organisationId: string }

/** Who is asked: a person, whoever holds a role at an organisation, or somebody without an account by e-mail. */
export type Party =
  | { who: 'person'; personId: string }
  | { who: 'role'; role: string; organisationId: string }
  | { who: 'guest'; name: string; email: string; language: Language }

/** One signer of a document, or one who approves it without signing. */
export type Signer = Party & {
  /** From 1 to 99. Equal numbers are asked together, a higher one when all lower ones are done. */
  group: number
  /** Signing unless said. */
  act?: StepAct
  /** Electronic unless said. */
  means?: StepMeans
  label: Capacity
}

const mostSigners = 40
/** The longest free words for a capacity, and the longest name of a guest, in characters. */
export const longestLabel = 120

/**
 * Refuses a list of signers that no round can be made of: more than 40, a group below 1 or above 99, a name, an address or
 * free words that are missing or too long, an approval on paper.
 */
export function signerFaults(signers: readonly Signer[]): Refusal | null {
  if (signers.length > mostSigners) {
    return refuse(422, m('refusal.many-signers', { limit: mostSigners }))
  }
  for (const signer of signers) {
    const fault = faultOf(signer)
    if (fault) return fault
  }
  return null
}

function faultOf(signer: Signer): Refusal | null {
  if (!Number.isInteger(signer.group) || signer.group < 1 || signer.group > 99) {
    return refuse(422, m('refusal.group'), { group: m('refusal.group') })
  }
  if (signer.label.kind === 'words') {
    const length = signer.label.words.trim().length
    if (length === 0 || length > longestLabel) {
      const message = m('refusal.label', { limit: longestLabel })
      return refuse(422, message, { label: message })
    }
  }
  if (signer.who === 'guest') {
    const { length } = signer.name.trim()
    if (length === 0 || length > longestLabel) {
      const message = m('refusal.guest-name', { limit: longestLabel })
      return refuse(422, message, { name: message })
    }
  }
  if (signer.act === 'approve' && (signer.means ?? 'electronic') !== 'electronic') {
    return refuse(422, m('refusal.approve-paper'), { means: m('refusal.approve-paper') })
  }
  return null
}

/** The same for two parties that are one: the person, the role at the organisation, or the guest's address. */
export function partyKey(party: Party): string {
  switch (party.who) {
    case 'person':
      return `person:${party.personId}`
    case 'role':
      return `role:${party.role}@${party.organisationId}`
    case 'guest':
      return `guest:${party.email.trim().toLowerCase()}`
  }
}

/**
 * The signers of the version in force whom an amendment leaves out: an amendment is signed by everybody who signed what it
 * changes, as the law of contracts and the practice of placement agreements want it. Approvals may fall away.
 */
export function leftOut(
  original: readonly (Party & { act: StepAct })[],
  proposed: readonly (Party & { act?: StepAct })[],
): Party[] {
  const signing = new Set(
    proposed.filter(({ act }) => (act ?? 'sign') === 'sign').map((party) => partyKey(party)),
  )
  return original.filter((party) => party.act === 'sign' && !signing.has(partyKey(party)))
}

/** What of a step matters for whose turn it is. */
export interface Turn {
  id: string
  group_number: number
  state: StepState
}

/**
 * Whose turn it is: the steps of the lowest group that has one left, as far as they were not asked yet. None when all are
 * done, or while a lower group is still waited for.
 */
export function nextTurns<Step extends Turn>(steps: readonly Step[]): Step[] {
  const left = steps.filter(({ state }) => state === 'later' || state === 'asked')
  const group = Math.min(...left.map((step) => step.group_number))
  return left.filter((step) => step.group_number === group && step.state === 'later')
}

/** Whether all have signed and approved, which ends the round. A round without any step never ends that way. */
export function isComplete(steps: readonly Turn[]): boolean {
  return steps.length > 0 && steps.every(({ state }) => state === 'done')
}
