/** A group of fewer cases is not shown: with little more knowledge somebody could be told apart in it. */
export const smallestGroup = 5

/** Counts of a group of cases, and on how many of them each of its figures rests. */
export interface GroupCounts {
  received: number
  decided: number
  /** Decided and on the record. */
  posted: number
  /** Decided cases that had a day. */
  withDay: number
  /** Cases of which somebody or something has settled a line. */
  settled: number
}

/** Which figures of a group may be told: its time to the decision, to the record, its share within the day, who settled its lines. */
export type Told = Record<'decided' | 'posted' | 'withDay' | 'settled', boolean>

/**
 * Which groups of a table may be shown beside its total. Groups below the limit are not; and as long as those that are
 * left out are fewer than the limit together, the next smallest is left out too, so that nobody subtracts them from the
 * total. Of a shown group each figure is told by the same rule over the cases on which it rests, beside those of groups
 * that are not shown. Gives back the shown groups in their order, and how many are not.
 */
export function shownGroups<Group extends GroupCounts>(
  groups: readonly Group[],
  limit = smallestGroup,
): { shown: (Group & { told: Told })[]; hidden: number } {
  const large = largeEnough(groups, ({ received }) => received, { limit, withheld: new Set() })
  const withheld = new Set(groups.filter((group) => !large.has(group)))
  const told = (figure: keyof Told) =>
    largeEnough(groups, (group) => group[figure], { limit, withheld })
  const figures = {
    decided: told('decided'),
    posted: told('posted'),
    withDay: told('withDay'),
    settled: told('settled'),
  }
  return {
    shown: groups
      .filter((group) => large.has(group))
      .map((group) => ({
        ...group,
        told: {
          decided: figures.decided.has(group),
          posted: figures.posted.has(group),
          withDay: figures.withDay.has(group),
          settled: figures.settled.has(group),
        },
      })),
    hidden: withheld.size,
  }
}

/** The groups that rest on enough cases, without those that would give a smaller one away. */
function largeEnough<Group>(
  groups: readonly Group[],
  sizeOf: (group: Group) => number,
  { limit, withheld }: { limit: number; withheld: ReadonlySet<Group> },
): Set<Group> {
  const hidden = new Set(withheld)
  let sum = [...withheld].reduce((all, group) => all + sizeOf(group), 0)
  const smallestFirst = groups.toSorted((a, b) => sizeOf(a) - sizeOf(b))
  for (const group of smallestFirst) {
    if (hidden.has(group)) continue
    const isSmall = sizeOf(group) < limit
    const wouldTell = sum > 0 && sum < limit
    if (!isSmall && !wouldTell) break
    hidden.add(group)
    sum += sizeOf(group)
  }
  return new Set(groups.filter((group) => !hidden.has(group)))
}
