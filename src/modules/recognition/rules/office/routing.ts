import type { Verdict } from '../types.ts'

/** A line of a case, with the unit of the home course that it stands for, or may stand for; null where nobody knows. */
export interface RoutedLine {
  verdict: Verdict
  unitId: string | null
}

/** The units of a home institution: which stands under which, and which have somebody who evaluates now. */
export interface RoutingUnits {
  parents: ReadonlyMap<string, string | null>
  staffed: ReadonlySet<string>
}

/** Where a case goes, and by what: the unit of its courses, that of the degree programme, or the office. */
export type Route = { unitId: string; by: 'course' | 'programme' } | { unitId: null; by: 'office' }

/**
 * Who evaluates a case: the unit of most home courses among the lines that need a person's decision, or among all lines
 * where none does; of units with as many the degree programme's, else the one whose line comes first. A unit without an
 * evaluator passes it to the unit above. Where no unit of a course has one, the degree programme's unit is asked, and
 * after that the office of the whole institution.
 */
export function routeOf(
  lines: readonly RoutedLine[],
  programmeUnitId: string | null,
  units: RoutingUnits,
): Route {
  const open = lines.filter((line) => line.verdict === 'needs-decision')
  const asked = open.some((line) => staffedUnit(line.unitId, units) !== null) ? open : lines
  const votes = new Map<string, number>()
  for (const line of asked) {
    const unit = staffedUnit(line.unitId, units)
    if (unit !== null) votes.set(unit, (votes.get(unit) ?? 0) + 1)
  }
  const programme = staffedUnit(programmeUnitId, units)
  const most = Math.max(0, ...votes.values())
  const first = [...votes].filter(([, count]) => count === most).map(([unit]) => unit)
  if (programme !== null && first.includes(programme)) return { unitId: programme, by: 'course' }
  if (first[0] !== undefined) return { unitId: first[0], by: 'course' }
  return programme === null
    ? { unitId: null, by: 'office' }
    : { unitId: programme, by: 'programme' }
}

/** The unit itself, or the nearest one above it, that has somebody who evaluates; null where none has. */
export function staffedUnit(
  unitId: string | null,
  { parents, staffed }: RoutingUnits,
): string | null {
  const seen = new Set<string>()
  for (let unit = unitId; unit !== null && !seen.has(unit); unit = parents.get(unit) ?? null) {
    if (staffed.has(unit)) return unit
    seen.add(unit)
  }
  return null
}
