/** A group of fewer cases is not shown: with little more knowledge somebody could be told apart in it. */
export const smallestGroup = 5

/**
 * Which groups of a table may be shown beside its total. Groups below the limit are not; and as long as those that are
 * left out are fewer than the limit together, the next smallest is left out too, so that nobody subtracts them from the
 * total. Gives back the shown groups in their order, and how many are not.
 */
export function shownGroups<Group extends { received: number }>(
  groups: readonly Group[],
  limit = smallestGroup,
): { shown: Group[]; hidden: number } {
  const smallestFirst = groups.toSorted((a, b) => a.received - b.received)
  const hidden = new Set<Group>()
  let sum = 0
  for (const group of smallestFirst) {
    const isSmall = group.received < limit
    const wouldTell = sum > 0 && sum < limit
    if (!isSmall && !wouldTell) break
    hidden.add(group)
    sum += group.received
  }
  return { shown: groups.filter((group) => !hidden.has(group)), hidden: hidden.size }
}
