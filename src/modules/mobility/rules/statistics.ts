/** A figure of fewer people is not told: with little more knowledge somebody could be told apart in it. */
export const smallestFigure = 5

/** By what stays are counted for a ministry. */
export const statisticsBy = ['country', 'sector', 'field', 'level'] as const
/** One of the ways of counting. */
export type StatisticsBy = (typeof statisticsBy)[number]

/**
 * Which counts of a table may be told beside its total, the largest first, and how many are together in those that are
 * not. Counts below the limit are not told; and as long as what is left out is less than the limit together, the next
 * smallest is left out too, so that nobody finds it by subtracting from the total. Counts are whole numbers of stays that
 * add up to the total: each stay is in one group.
 */
export function toldCounts<Group extends { count: number }>(
  groups: readonly Group[],
  limit = smallestFigure,
): { told: Group[]; rest: number } {
  const told = groups.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
  let rest = 0
  while (told.length > 0 && (told.at(-1)!.count < limit || (rest > 0 && rest < limit))) {
    rest += told.pop()!.count
  }
  return { told, rest }
}

/** The total of a table, or null where it is itself too small to be told. */
export function toldTotal(
  groups: readonly { count: number }[],
  limit = smallestFigure,
): number | null {
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  return total === 0 || total >= limit ? total : null
}
