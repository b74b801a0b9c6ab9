/** How many references an application has, and whether its applicant may read them. */
export interface ReferencePlan {
  each: number
  /** Confidential from the applicant unless this is true, which every referee is told before they write. */
  shown: boolean
}

/** The most references of one application. */
export const mostReferences = 3
/** How a referee places somebody among those whom they taught lately: 1 for one of the best, 5 for the lower half. */
export const ratings = [1, 2, 3, 4, 5] as const
/** The fewest and the most characters of a reference. */
export const referenceLength = { least: 40, most: 8000 } as const

const dayMs = 24 * 60 * 60_000

/** What is known of a reference that was asked for. */
export interface AskedReference {
  state: 'asked' | 'given' | 'declined'
  asked_at: Date
  reminders: number
}

/** How many referees an application still has to name: one who declined counts no more. */
export function refereesLacking(
  plan: ReferencePlan | undefined,
  references: readonly Pick<AskedReference, 'state'>[],
): number {
  const named = references.filter(({ state }) => state !== 'declined').length
  return Math.max(0, (plan?.each ?? 0) - named)
}

/**
 * Whether a referee is to be reminded now: once in the five days before the closing, and once more from the day after it
 * while results are not yet near; never within two days of the mail that asked.
 */
export function reminderDue(
  reference: AskedReference,
  call: { closes_at: Date; results_at: Date },
  now: Date,
): boolean {
  const { state, asked_at, reminders } = reference
  const at = now.getTime()
  if (state !== 'asked' || reminders >= 2 || now >= call.results_at) return false
  if (at - asked_at.getTime() < 2 * dayMs) return false
  const closes = call.closes_at.getTime()
  return reminders === 0 ? at >= closes - 5 * dayMs : at >= closes + dayMs
}
