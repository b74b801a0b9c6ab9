/** What a round gives to its applicants: a place, or mentors. */
export type RoundKind = 'places' | 'mentors'

export const roundKinds = ['places', 'mentors'] as const satisfies readonly RoundKind[]

/** The lists of a round: in one of mentors the applicants are students, the places mentors, and pairs may be given beside. */
export type Side = 'applicants' | 'places' | 'pairs'

export const sides = ['applicants', 'places', 'pairs'] as const satisfies readonly Side[]

/** The lists without which no round can run. */
export const neededSides = ['applicants', 'places'] as const satisfies readonly Side[]

/** The lists that a round of a kind takes. */
export function sidesOf(kind: RoundKind): readonly Side[] {
  return kind === 'mentors' ? sides : neededSides
}

/** What becomes of a run; only a proved one can be published. */
export type RunState = 'waiting' | 'running' | 'proved' | 'unproved' | 'cancelled'

/** How far a run is. */
export type RunStage = 'waiting' | 'reading' | 'solving' | 'checking' | 'storing' | 'ended'
