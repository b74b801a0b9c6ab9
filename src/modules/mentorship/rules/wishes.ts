/** What somebody says of somebody: which wish they are, from 1, or that never. */
export type Wish = number | 'never'

/** A wish between a student and a mentor, from one of the two sides. */
export interface SaidWish {
  menteeId: string
  mentorId: string
  saidBy: 'student' | 'mentor'
  wish: Wish
}

/** The places that a list of wishes has; several may stand at one place. */
export const wishPlaces = [1, 2, 3, 4, 5] as const

/** A choice of a form as a wish; null where nothing is said, undefined where it is none. */
export function readWish(typed: string): Wish | null | undefined {
  if (typed === '') return null
  if (typed === 'never') return 'never'
  return wishPlaces.find((place) => String(place) === typed)
}

/** What each side says of a student and a mentor, null where nothing. */
export type Between = (
  menteeId: string,
  mentorId: string,
) => Record<SaidWish['saidBy'], Wish | null>

/** Wishes by the student and the mentor whom they join. */
export function wishesBetween(said: readonly SaidWish[]): Between {
  const known = new Map(
    said.map(({ saidBy, menteeId, mentorId, wish }) => [`${saidBy} ${menteeId} ${mentorId}`, wish]),
  )
  return (menteeId, mentorId) => ({
    student: known.get(`student ${menteeId} ${mentorId}`) ?? null,
    mentor: known.get(`mentor ${menteeId} ${mentorId}`) ?? null,
  })
}

/** Whether either side has ruled the other out. */
export function isRuledOut(between: ReturnType<Between>): boolean {
  return between.student === 'never' || between.mentor === 'never'
}
