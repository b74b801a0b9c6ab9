import { academicYearParts, type AcademicYearId, shiftAcademicYear } from '#kernel/values'
import { compareTexts } from './compare.ts'
import {
  type AgreementKind,
  type AgreementText,
  conditionFaults,
  type Partners,
} from './conditions.ts'

/** Where an agreement stands. What was agreed stays in force while a change to it is discussed. */
export const agreementStates = [
  'draft',
  'proposed',
  'rejected',
  'withdrawn',
  'in-force',
  'changing',
  'terminated',
] as const
/** One of the states of an agreement. */
export type AgreementState = (typeof agreementStates)[number]

/** One partner's copy, as far as the state of the agreement depends on it. */
export interface CopyState {
  organisationId: string
  /** The version that the partners see; null where none was sent. */
  sent: { versionId: string; text: AgreementText } | null
  /** The version that was agreed: the snapshot to which a change that came to nothing goes back. */
  agreedVersionId: string | null
  /** The institutions that approved the sent version by its hash. */
  approvedBy: readonly string[]
}

/** Whether all partners have sent copies that say the same, and each has approved each other's. */
export function isConcluded(copies: readonly CopyState[]): boolean {
  const [first, ...others] = copies
  if (!first?.sent || others.length === 0) return false
  return (
    copies.every((copy) => copy.sent !== null && isApprovedByAll(copy, copies)) &&
    others.every((copy) => compareTexts(first.sent!.text, copy.sent!.text).length === 0)
  )
}

function isApprovedByAll(copy: CopyState, copies: readonly CopyState[]): boolean {
  return copies.every(
    ({ organisationId }) =>
      organisationId === copy.organisationId || copy.approvedBy.includes(organisationId),
  )
}

/** The state while nobody has rejected, withdrawn or ended it: it follows from the copies alone. */
export function stateOf(copies: readonly CopyState[]): AgreementState {
  const wasAgreed = copies.some(({ agreedVersionId }) => agreedVersionId !== null)
  const isSent = copies.some(({ sent }) => sent !== null)
  if (!wasAgreed) return isSent ? 'proposed' : 'draft'
  const isChanged = copies.some(
    ({ sent, agreedVersionId }) => sent !== null && sent.versionId !== agreedVersionId,
  )
  return isChanged ? 'changing' : 'in-force'
}

/** What keeps a copy from being sent. A framework has terms and no conditions; the others have at least one condition. */
export function textFaults(
  kind: AgreementKind,
  text: AgreementText,
  partners: Partners,
): {
  terms?: 'terms-missing' | 'terms-long'
  conditions?: 'none' | 'of-framework'
  rows: number[]
} {
  const rows = text.conditions.flatMap((condition, row) =>
    Object.keys(conditionFaults(condition, partners)).length > 0 ? [row] : [],
  )
  const isFramework = kind === 'framework'
  const terms = text.terms.trim()
  return {
    ...(isFramework && terms === '' ? { terms: 'terms-missing' as const } : {}),
    ...(terms.length > 20_000 ? { terms: 'terms-long' as const } : {}),
    ...(isFramework && text.conditions.length > 0 ? { conditions: 'of-framework' as const } : {}),
    ...(!isFramework && text.conditions.length === 0 ? { conditions: 'none' as const } : {}),
    rows,
  }
}

/**
 * The earliest last academic year that one partner may choose alone: the year after the current one, because leaving
 * takes a notice of one academic year (Erasmus+ inter-institutional agreement, "Termination of the agreement").
 */
export function earliestLastYear(current: AcademicYearId): AcademicYearId {
  return shiftAcademicYear(current, 1)
}

/** Whether an end needs the other partners' consent, because the notice is shorter than one academic year. */
export function endsByConsent(lastYear: AcademicYearId, current: AcademicYearId): boolean {
  return academicYearParts(lastYear)[0] < academicYearParts(earliestLastYear(current))[0]
}

/** Whether nothing can be written, sent or approved any more. */
export function isOver(state: AgreementState): boolean {
  return state === 'withdrawn' || state === 'terminated'
}
