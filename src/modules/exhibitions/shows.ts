import type { Shows } from '#kernel/http'

/** Whose personal data the routes of exhibitions show. */
export const exhibitionShows: Shows = {}
