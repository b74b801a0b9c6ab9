import type { Outcome } from '../schema.ts'

/** What is known of one of two applications of the same person to one call. */
interface Twin {
  state: 'draft' | 'submitted' | 'withdrawn'
  outcome: Outcome | null
  reply: 'accepted' | 'declined' | 'lapsed' | null
}

/**
 * Which of two applications of one person stays, the better of the two for them: the one with a seat, then the one that
 * waits for a seat, that is not decided, that was sent. Equal ones: the first.
 */
export function better<T extends Twin>(one: T, other: T): T {
  return worth(other) > worth(one) ? other : one
}

function worth({ state, outcome, reply }: Twin): number {
  if (state !== 'submitted') return 0
  if (outcome === 'accepted') return (reply ?? 'accepted') === 'accepted' ? 4 : 1
  if (outcome === 'waiting') return 3
  return outcome === null ? 2 : 1
}
