import type { StayQuestion } from '#modules/clearance'
import type { DateOnly } from '#kernel/values'
import type { PositionMode } from '../schema.ts'

/** The question of permission for a place: who works from home goes nowhere, and needs none. */
export function stayOf(
  place: { mode: PositionMode; country: string },
  homeCountry: string,
  on: DateOnly,
): StayQuestion {
  const from = place.mode === 'remote' ? place.country : homeCountry
  return { from, to: place.country, kind: 'internship', on }
}

/** Where a placement stands on a day of its host's clock; one that ended early, after the last day of work. */
export function placementState(
  {
    startsOn,
    endsOn,
    endedOn,
  }: { startsOn: DateOnly; endsOn: DateOnly; endedOn?: DateOnly | null },
  today: DateOnly,
): 'ahead' | 'running' | 'ended' {
  if ((endedOn ?? endsOn) < today) return 'ended'
  return startsOn > today ? 'ahead' : 'running'
}
