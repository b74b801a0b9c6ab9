import type { DateOnly } from '#kernel/values'
import { sectors, type Sector } from '../schema.ts'

/** One sector that an organisation plays in one engagement, for a time. */
export interface SectorRole {
  id: string
  sector: Sector
  engagement: string
  startsOn: DateOnly
  endsOn: DateOnly | null
}

/** The sectors that an organisation plays in an engagement on a day, in the alliance's order, each once. */
export function sectorsOn(
  roles: readonly SectorRole[],
  day: DateOnly,
  engagement = 'alliance',
): Sector[] {
  const played = new Set(
    roles.filter((role) => role.engagement === engagement && runs(role, day)).map((r) => r.sector),
  )
  return sectors.filter((sector) => played.has(sector))
}

/**
 * What to do so that an organisation plays exactly the wanted sectors from a day on: roles that are no longer wanted
 * end on the day before (or are removed where they would never have run), missing ones begin on the day.
 */
export function changeSectors(
  roles: readonly SectorRole[],
  wanted: readonly Sector[],
  day: DateOnly,
  engagement = 'alliance',
): { begin: Sector[]; end: string[]; remove: string[] } {
  const running = roles.filter((role) => role.engagement === engagement && runs(role, day))
  const unwanted = running.filter((role) => !wanted.includes(role.sector))
  const played = new Set(running.map((role) => role.sector))
  return {
    begin: sectors.filter((sector) => wanted.includes(sector) && !played.has(sector)),
    end: unwanted.filter((role) => role.startsOn < day).map((role) => role.id),
    remove: unwanted.filter((role) => role.startsOn >= day).map((role) => role.id),
  }
}

function runs(role: SectorRole, day: DateOnly): boolean {
  return role.startsOn <= day && (role.endsOn === null || role.endsOn >= day)
}
