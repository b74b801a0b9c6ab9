/** The credit scheme and grade scale of the students of some intakes; both years are included, null is open. */
export interface SchemePeriod {
  intakeFrom: number
  intakeTo: number | null
  scheme: string
  scale: string
}

/**
 * Lays a period over those that an institution has: what it covers gives way, the rest stays. Refuses a
 * result with a gap between intakes or without an open end, because a student of such an intake would have no scale.
 */
export function layPeriod(
  present: readonly SchemePeriod[],
  next: SchemePeriod,
): { ok: true; periods: SchemePeriod[] } | { ok: false; fault: 'intake' | 'gap' | 'open-end' } {
  const end = next.intakeTo
  if (end !== null && end < next.intakeFrom) return { ok: false, fault: 'intake' }
  const before = present
    .filter((each) => each.intakeFrom < next.intakeFrom)
    .map((each) => ({ ...each, intakeTo: earlier(each.intakeTo, next.intakeFrom - 1) }))
  const after = present
    .filter((each) => end !== null && (each.intakeTo === null || each.intakeTo > end))
    .map((each) => ({ ...each, intakeFrom: Math.max(each.intakeFrom, (end ?? 0) + 1) }))
  const periods = joined([...before, next, ...after].toSorted(byBeginning))
  if (periods.at(-1)?.intakeTo !== null) return { ok: false, fault: 'open-end' }
  const hasGap = periods.some((each, place) => {
    const last = periods[place - 1]
    return last !== undefined && last.intakeTo !== each.intakeFrom - 1
  })
  return hasGap ? { ok: false, fault: 'gap' } : { ok: true, periods }
}

function earlier(year: number | null, other: number): number {
  return year === null ? other : Math.min(year, other)
}

function byBeginning(a: SchemePeriod, b: SchemePeriod): number {
  return a.intakeFrom - b.intakeFrom
}

/** Neighbours that say the same are one. */
function joined(periods: readonly SchemePeriod[]): SchemePeriod[] {
  const result: SchemePeriod[] = []
  for (const each of periods) {
    const last = result.at(-1)
    const isSame = last?.scheme === each.scheme && last.scale === each.scale
    if (last && isSame && last.intakeTo === each.intakeFrom - 1) last.intakeTo = each.intakeTo
    else result.push({ ...each })
  }
  return result
}

/** Whether a scale that applies to some intakes covers a whole period; an open end covers without limit. */
export function covers(
  scale: { intakeFrom: number | null; intakeTo: number | null },
  period: Pick<SchemePeriod, 'intakeFrom' | 'intakeTo'>,
): boolean {
  if (scale.intakeFrom !== null && scale.intakeFrom > period.intakeFrom) return false
  if (scale.intakeTo === null) return true
  return period.intakeTo !== null && period.intakeTo <= scale.intakeTo
}
