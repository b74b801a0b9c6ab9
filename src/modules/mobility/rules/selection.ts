/** Where an applicant of a selection stands on the way to a nomination. */
export const standings = [
  'ready',
  'nominated',
  'asked',
  'waiting',
  'given-up',
  'refused',
  'undecided',
] as const
/** One of them. */
export type Standing = (typeof standings)[number]

/** What a call says of an application, as far as everybody has been told. */
export interface OutcomeFacts {
  withdrawn: boolean
  outcome: 'accepted' | 'waiting' | 'refused' | null
  reply: 'accepted' | 'declined' | 'lapsed' | null
}

/**
 * Where an applicant stands: only whoever was accepted and has taken the place is nominated, once; who was offered it and
 * has not answered is still asked, and who declined, let it lapse or withdrew has given it up.
 */
export function standingOf(
  { withdrawn, outcome, reply }: OutcomeFacts,
  isNominated: boolean,
): Standing {
  if (isNominated) return 'nominated'
  if (withdrawn || reply === 'declined' || reply === 'lapsed') return 'given-up'
  if (outcome === null) return 'undecided'
  if (outcome !== 'accepted') return outcome
  return reply === 'accepted' ? 'ready' : 'asked'
}

/** How many got their first wish, their second and so on, of those who have a place; the last counts who got no wish of theirs. */
export function wishesGot(
  placed: readonly { wish: number | null }[],
): { wish: number | null; count: number }[] {
  const counts = new Map<number | null, number>()
  for (const { wish } of placed) counts.set(wish, (counts.get(wish) ?? 0) + 1)
  return [...counts]
    .map(([wish, count]) => ({ wish, count }))
    .toSorted((a, b) => (a.wish ?? Infinity) - (b.wish ?? Infinity))
}
