import type { AcademicYearId } from '#kernel/values'
import { type Condition, type ConditionKind, pairsOf } from './conditions.ts'
import { isEndedBefore, isInForce } from './quotas.ts'

/** Places and people in one direction: those of the pair itself, those of pools that it shares in, and those used. */
export interface Direction {
  seats: number
  pooled: number
  used: number
}

/** What one's institution sends to a partner and receives from it in an academic year. */
export interface BalanceRow {
  partnerId: string
  year: AcademicYearId
  out: Direction
  in: Direction
}

/** An institution's own agreed copy, as far as a balance needs it. */
export interface BalancedCopy {
  partnerIds: readonly string[]
  conditions: readonly Condition[]
  /** The last academic year of an agreement that was ended. */
  lastYear: AcademicYearId | null
}

/** People who went from one institution to another in an academic year. */
export interface SeatUse {
  kind: ConditionKind
  sending: string
  receiving: string
  year: AcademicYearId
  used: number
}

/**
 * The balance of one institution with each partner over some academic years, of one kind of mobility. Years in which
 * neither a place nor a person stands are left out; a pool is counted with each partner that shares in it.
 */
export function balanceOf(
  own: string,
  kind: ConditionKind,
  { copies, uses }: { copies: readonly BalancedCopy[]; uses: readonly SeatUse[] },
  years: readonly AcademicYearId[],
): BalanceRow[] {
  const rows = new Map<string, BalanceRow>()
  const at = (partnerId: string, year: AcademicYearId) => {
    const key = `${partnerId} ${year}`
    const row = rows.get(key) ?? { partnerId, year, out: nothing(), in: nothing() }
    rows.set(key, row)
    return row
  }
  for (const { partnerIds, conditions, lastYear } of copies) {
    for (const condition of conditions.filter((each) => each.kind === kind)) {
      for (const year of years) {
        if (!isInForce(condition, year) || isEndedBefore(year, lastYear)) continue
        for (const pair of pairsOf(condition, partnerIds)) {
          const direction = directionAt(own, pair, (partner) => at(partner, year))
          if (direction) direction[condition.shared ? 'pooled' : 'seats'] += condition.seats
        }
      }
    }
  }
  for (const use of uses) {
    if (use.kind !== kind || !years.includes(use.year)) continue
    const direction = directionAt(own, use, (partner) => at(partner, use.year))
    if (direction) direction.used += use.used
  }
  return [...rows.values()].toSorted(
    (a, b) => compare(a.partnerId, b.partnerId) || compare(a.year, b.year),
  )
}

function nothing(): Direction {
  return { seats: 0, pooled: 0, used: 0 }
}

function directionAt(
  own: string,
  { sending, receiving }: { sending: string; receiving: string },
  rowOf: (partner: string) => BalanceRow,
): Direction | null {
  if (sending === own) return rowOf(receiving).out
  return receiving === own ? rowOf(sending).in : null
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
