/** What a round gives to its applicants: a place, or mentors. */
export type RoundKind = 'places' | 'mentors'

export const roundKinds = ['places', 'mentors'] as const satisfies readonly RoundKind[]

/**
 * The lists of a round: in one of mentors the applicants are students, the places mentors. Pairs may be given beside: of a
 * student and a mentor, or in a round of places, of two people who want their places together.
 */
export type Side = 'applicants' | 'places' | 'pairs'

export const sides = ['applicants', 'places', 'pairs'] as const satisfies readonly Side[]

/** The lists without which no round can run. */
export const neededSides = ['applicants', 'places'] as const satisfies readonly Side[]

/** What becomes of a run; only a proved one can be published. */
export type RunState = 'waiting' | 'running' | 'proved' | 'unproved' | 'cancelled'

/** How far a run is. */
export type RunStage = 'waiting' | 'reading' | 'solving' | 'checking' | 'storing' | 'ended'
