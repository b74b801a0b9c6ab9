import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

const person = '/organisations/:id/people/:person'
const year = '/programmes/:id/years/:year'

/** Whose personal data the alliance's routes show. What an import repeats is what its sender has just sent. */
export const allianceShows: Shows = {
  'alliance.person.read': m('reads.people'),
  'GET /organisations/:id/people/table': m('reads.people-file'),
  [`GET ${person}`]: m('reads.person'),
  'alliance.person.invite': m('reads.people'),
  'GET /organisations/:id/invitations/new': null,
  'POST /organisations/:id/invitations': null,
  'GET /organisations/:id/appointments/import': null,
  'POST /organisations/:id/appointments/import': null,
  // It answers with numbers; refused it shows the person's page.
  'alliance.person.end-sign-ins': m('reads.person'),
  [`POST ${person}/appointments`]: m('reads.person'),
  [`POST ${person}/appointments/ends`]: m('reads.person'),
  [`POST ${person}/appointments/continuations`]: m('reads.person'),
  'alliance.enrolment.change': m('reads.person'),
  'GET /organisations/:id/enrolments/import': null,
  'POST /organisations/:id/enrolments/import': null,
  'POST /organisations/:id/enrolments': null,
  'alliance.person.merge': m('reads.duplicates'),
  'alliance.cohort.read': m('reads.cohort'),
  [`GET ${year}/table`]: m('reads.cohort-file'),
  'alliance.cohort.change': m('reads.cohort'),
  [`GET ${year}/import`]: null,
  [`POST ${year}/import`]: null,
  'alliance.organisation.create': null,
  'alliance.organisation.change': null,
  'alliance.membership.change': null,
  'alliance.own-organisation.open': null,
  'alliance.own-organisation.read': null,
  'alliance.unit.change': null,
  'alliance.term.change': null,
  'alliance.mailbox.change': null,
  'alliance.degree-programme.change': null,
  'alliance.programme.change': null,
  'alliance.initiative.change': null,
}
