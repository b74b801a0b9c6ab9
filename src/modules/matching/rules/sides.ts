/** The two lists of a round. */
export type Side = 'applicants' | 'places'

export const sides = ['applicants', 'places'] as const satisfies readonly Side[]

/** What becomes of a run; only a proved one can be published. */
export type RunState = 'waiting' | 'running' | 'proved' | 'unproved' | 'cancelled'

/** How far a run is. */
export type RunStage = 'waiting' | 'reading' | 'solving' | 'checking' | 'storing' | 'ended'
