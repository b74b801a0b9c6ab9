import type { AccessKind, ObjectState } from '../schema.ts'

/** To whom an object and everything of it (tiles, files, manifests, what a search finds) shows at a moment. */
export type Audience = 'everybody' | 'signed-in' | 'holder'

/** What of an object says who may see it. */
export interface AccessFacts {
  state: ObjectState
  access: AccessKind
  /** Days of the year, MM-DD; both or neither. */
  season_from: string | null
  season_until: string | null
}

/**
 * Who may see an object on a day (YYYY-MM-DD in the holder's time zone). A draft, what was withdrawn and what is out of
 * its season show to the holder alone.
 */
export function audienceOf(object: AccessFacts, today: string): Audience {
  if (object.state !== 'available' || !isInSeason(object, today)) return 'holder'
  return object.access === 'open' ? 'everybody' : object.access
}

/** Whether a day lies in the season, both ends in it; a season from November to February passes the turn of the year. */
export function isInSeason(
  { season_from: from, season_until: until }: Pick<AccessFacts, 'season_from' | 'season_until'>,
  today: string,
): boolean {
  if (from === null || until === null) return true
  const day = today.slice(5)
  return from <= until ? day >= from && day <= until : day >= from || day <= until
}
