import type { Shows } from '#kernel/http'
import { m } from './messages/index.ts'

/** Whose personal data the routes of internships show. */
export const internshipShows: Shows = {
  'internships.office.open': m('reads.list'),
  'internships.host.read': null,
  'internships.host.propose': null,
  'internships.host.vet': null,
  'internships.position.make': null,
  'internships.position.edit': m('reads.application'),
  'internships.application.send': null,
  'internships.application.read': m('reads.application'),
  'internships.application.decide': m('reads.application'),
  'internships.application.answer': m('reads.application'),
  'internships.application.pick': m('reads.application'),
  'internships.application.withdraw': m('reads.application'),
  'internships.proposal.read': m('reads.application'),
  'internships.proposal.decide': m('reads.application'),
  'internships.proposal.withdraw': m('reads.application'),
  'internships.placement.read': m('reads.placement'),
  'internships.placement.log': m('reads.placement'),
  'internships.placement.manage': m('reads.placement'),
  'internships.evaluation.give': m('reads.placement'),
  'internships.incident.report': m('reads.incident'),
  'internships.incident.open': m('reads.incident'),
  'internships.incident.handle': m('reads.incident'),
  'internships.round.read': null,
  'internships.round.wish': null,
  'internships.round.open': null,
  'internships.round.manage': m('reads.round'),
  'internships.round.rank': m('reads.round'),
}
