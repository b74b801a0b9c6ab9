import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of calls show. */
export const callShows: Shows = {
  'calls.office.open': null,
  'calls.call.edit': null,
  'calls.application.begin': null,
  'calls.application.read': m('reads.application'),
  'GET /applications/:id/file': m('reads.file'),
  'calls.application.fill': m('reads.application'),
  'calls.application.send': m('reads.application'),
  'calls.application.withdraw': m('reads.application'),
  'calls.application.refer': m('reads.application'),
  'calls.appeal.make': m('reads.application'),
  'calls.appeal.decide': m('reads.application'),
  'calls.application.reply': m('reads.application'),
  'calls.review.open': m('reads.review'),
  'calls.review.read': m('reads.review'),
  'calls.review.give': m('reads.review'),
  'calls.sitting.read': m('reads.committee'),
  'calls.sitting.plan': m('reads.committee'),
  'calls.sitting.record': m('reads.committee'),
  'calls.sitting.approve': m('reads.committee'),
  'calls.selection.open': m('reads.list'),
  'calls.selection.decide': m('reads.list'),
}
