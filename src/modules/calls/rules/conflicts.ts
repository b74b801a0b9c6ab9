/** What stands between a reviewer and an application. */
export type Conflict = 'self' | 'kin' | 'supervisor' | 'mentor' | 'other' | 'unit' | 'institution'

/** Where somebody works or studies, as far as conflicts look at it. */
export interface Belonging {
  personId: string
  /** The organisations and the units to which the person belongs. */
  organisationIds: readonly string[]
  unitIds: readonly string[]
}

/**
 * The gravest conflict between a reviewer and an applicant, or null. Hard, and never lifted: oneself, what somebody said
 * (kin, supervisor, mentor, another), and the same unit. Soft: the same institution, which the office lifts by a waiver
 * that is recorded with its reason.
 */
export function conflictOf(
  reviewer: Belonging,
  applicant: Belonging,
  said: Exclude<Conflict, 'self' | 'unit' | 'institution'> | null,
): Conflict | null {
  if (reviewer.personId === applicant.personId) return 'self'
  if (said !== null) return said
  if (reviewer.unitIds.some((id) => applicant.unitIds.includes(id))) return 'unit'
  return reviewer.organisationIds.some((id) => applicant.organisationIds.includes(id))
    ? 'institution'
    : null
}

/** Whether a conflict keeps a reviewer from an application: every hard one, and the soft one without a waiver. */
export function forbids(conflict: Conflict | null, isWaived: boolean): boolean {
  return conflict !== null && (conflict !== 'institution' || !isWaived)
}
