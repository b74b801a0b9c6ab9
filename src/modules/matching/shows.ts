import type { Shows } from '#kernel/http'

/** Whose personal data the routes of matching show: none that this house knows, for its lists hold names that others gave. */
export const matchingShows: Shows = {
  'matching.round.open': null,
  'matching.round.read': null,
  'matching.round.edit': null,
  'matching.run.start': null,
  'matching.run.publish': null,
}
