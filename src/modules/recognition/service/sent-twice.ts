import type { Work } from '#kernel/database'

const withinMs = 60_000

/**
 * Since when the same, made by the same person, is the same form sent twice: a double click, a reload of the answer, a
 * phone that tries again. Whoever really wants a second one waits a minute.
 */
export function sentTwiceSince(work: Pick<Work, 'now'>): Date {
  return new Date(work.now.getTime() - withinMs)
}
