import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

const person = '/organisations/:id/people/:person/data'

/** Whose personal data the routes of privacy show. */
export const privacyShows: Shows = {
  'privacy.own-data.open': null,
  'privacy.read.list': m('reads.staff-log'),
  'privacy.request.answer': m('reads.office'),
  'GET /privacy': m('reads.requests'),
  'privacy.person.act-for': m('reads.office'),
  'privacy.person.hand-out': m('reads.office'),
  [`POST ${person}/copies`]: m('reads.copy'),
  'privacy.transfer.list': null,
  'privacy.clause.keep': null,
  'privacy.breach.keep': m('reads.breach'),
  'privacy.transfer.record': m('reads.transfer'),
  'privacy.copy.fetch': m('reads.copy'),
}
