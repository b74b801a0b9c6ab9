import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of care show. */
export const careShows: Shows = {
  'care.who.open': m('reads.who'),
  'care.check.read': m('reads.who'),
  'care.check.answer': null,
}
