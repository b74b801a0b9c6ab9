import type { Shows } from '#kernel/http'

/** Permission packs are about countries and name nobody. */
export const clearanceShows: Shows = {
  'clearance.pack.open': null,
  'clearance.pack.publish': null,
}
