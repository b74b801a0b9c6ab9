import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the pages that cross modules show; what waits for the reader is the reader's own. */
export const deskShows: Shows = {
  'desk.journey.read': m('reads.journey'),
  'GET /search': m('reads.search'),
  'GET /search/options': m('reads.search'),
  'desk.own-journey.open': null,
  'tasks.task.list': null,
  'tasks.task.manage': null,
  'site.open-signed-in': null,
}
