import { allow, has, inOrganisation, isAnotherPerson, isPerson, type Rule } from '#kernel/access'
import {
  answerWeekByLinkAction,
  evaluateByLinkAction,
  rankByLinkAction,
  reportByLinkAction,
  visitByLinkAction,
} from './link-actions.ts'

const here = inOrganisation('organisation_id')
const home = inOrganisation('enrolled_organisation_id')
const hosting = inOrganisation('host_organisation_id')
const managers = ['coordinator', 'administrator'] as const

/**
 * The module's rows of the rule table: positions are everybody's to read, the secretariat vets hosts for all, an office works
 * on its own positions, and students on what is theirs.
 */
export const internshipRules: readonly Rule[] = [
  allow('public', 'internships.position.browse'),
  // A draft is not there for whoever may not edit it: no route loads it for them.
  allow('public', 'internships.position.read'),
  ...[...managers, 'secretariat'].flatMap((role) => [
    allow(role, 'internships.office.open'),
    allow(role, 'internships.host.read'),
  ]),
  allow('secretariat', 'internships.host.vet'),
  ...managers.flatMap((role) => [
    allow(role, 'internships.host.propose'),
    allow(role, 'internships.position.make'),
    allow(role, 'internships.position.edit', here),
  ]),
  allow('signed-in', 'internships.application.send'),
  ...[here, home].flatMap((place) => [
    allow('coordinator', 'internships.application.list', place),
    allow('coordinator', 'internships.application.read', place),
    allow('coordinator', 'internships.placement.list', place),
    allow('coordinator', 'internships.placement.read', place),
    allow('coordinator', 'internships.placement.manage', place, isAnotherPerson()),
  ]),
  allow('coordinator', 'internships.application.decide', here, isAnotherPerson()),
  allow('coordinator', 'internships.proposal.list', here),
  allow('coordinator', 'internships.proposal.read', here),
  allow('coordinator', 'internships.proposal.decide', here, isAnotherPerson()),
  allow('self', 'internships.proposal.read', isPerson()),
  allow('self', 'internships.proposal.withdraw', isPerson(), has('state', 'sent', 'withdrawn')),
  allow('self', 'internships.application.read', isPerson()),
  allow('self', 'internships.application.answer', isPerson(), has('state', 'offered', 'accepted')),
  allow('self', 'internships.application.pick', isPerson(), has('state', 'sent')),
  allow('self', 'internships.application.withdraw', isPerson(), has('state', 'sent', 'withdrawn')),
  allow('self', 'internships.placement.read', isPerson()),
  allow('self', 'internships.placement.log', isPerson()),
  allow('self', 'internships.evaluation.give', isPerson()),
  allow('link', evaluateByLinkAction),
  allow('link', answerWeekByLinkAction),
  allow('link', visitByLinkAction),
  // That a round is held, when, and what it came to in numbers is public; who wished what is not.
  allow('public', 'internships.round.read'),
  allow('signed-in', 'internships.round.wish'),
  allow('coordinator', 'internships.round.open'),
  allow('coordinator', 'internships.round.list', here),
  allow('coordinator', 'internships.round.manage', here, isAnotherPerson()),
  ...[here, hosting].map((place) =>
    allow('coordinator', 'internships.round.rank', place, isAnotherPerson()),
  ),
  allow('link', rankByLinkAction),
  // What happened is the offices' to read and to see through; whoever reports it reads their own words and what was done.
  allow('self', 'internships.incident.report', isPerson()),
  ...[here, home].flatMap((place) => [
    allow('coordinator', 'internships.incident.report', place, isAnotherPerson()),
    allow('coordinator', 'internships.incident.list', place, isAnotherPerson()),
    allow('coordinator', 'internships.incident.handle', place, isAnotherPerson()),
  ]),
  allow('coordinator', 'internships.incident.open'),
  // What was before the house is the school's to bring in, to read and to take back; the student reads their own.
  allow('coordinator', 'internships.past.open'),
  allow('coordinator', 'internships.past.list', here),
  allow('coordinator', 'internships.past.read', here),
  allow('coordinator', 'internships.past.bring', here, isAnotherPerson()),
  allow('coordinator', 'internships.past.manage', here),
  allow('self', 'internships.past.read', isPerson()),
  allow('link', reportByLinkAction),
]
