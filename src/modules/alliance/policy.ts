import {
  allow,
  atAnyProgramme,
  has,
  inOrganisation,
  isAnotherPerson,
  isPerson,
  type Rule,
} from '#kernel/access'
import { appointmentRoles } from './schema.ts'

const office = ['administrator', 'coordinator', 'registrar'] as const
const managers = ['administrator', 'coordinator'] as const

/** What a coordinator may appoint to: everything at her organisation but its administrators. */
const coordinated = appointmentRoles.filter(
  (role) => role !== 'administrator' && role !== 'secretariat',
)

/** The module's rows of the rule table. Nobody appoints themselves, and only the secretariat acts for the alliance. */
export const rules: readonly Rule[] = [
  allow('public', 'alliance.organisation.read'),
  allow('public', 'alliance.programme.read'),
  allow('public', 'alliance.initiative.read'),

  allow('secretariat', 'alliance.organisation.create'),
  allow('secretariat', 'alliance.organisation.change'),
  ...managers.map((role) => allow(role, 'alliance.organisation.change', inOrganisation('id'))),
  allow('secretariat', 'alliance.membership.change'),

  ...[...office, 'evaluator', 'academic-mentor'].flatMap((role) =>
    (['alliance.own-organisation.read', 'alliance.own-organisation.open'] as const).map((action) =>
      allow(role, action, inOrganisation('id'), atAnyProgramme()),
    ),
  ),
  allow('secretariat', 'alliance.own-organisation.read'),
  ...managers.flatMap((role) => [
    allow(role, 'alliance.unit.change', inOrganisation('organisation_id')),
    allow(role, 'alliance.mailbox.change', inOrganisation('organisation_id')),
  ]),
  ...office.flatMap((role) => [
    allow(role, 'alliance.term.change', inOrganisation('organisation_id')),
    allow(role, 'alliance.degree-programme.change', inOrganisation('organisation_id')),
  ]),

  ...[...office, 'evaluator', 'academic-mentor'].map((role) =>
    allow(role, 'alliance.person.read', inOrganisation('organisation_id')),
  ),
  allow('self', 'alliance.person.read', isPerson('person_id')),
  ...managers.map((role) =>
    allow(role, 'alliance.person.invite', inOrganisation('organisation_id')),
  ),
  allow('secretariat', 'alliance.person.invite'),
  // A lost device does not wait for its owner; who ends their own has a page for it.
  ...managers.map((role) =>
    allow(
      role,
      'alliance.person.end-sign-ins',
      inOrganisation('organisation_id'),
      isAnotherPerson('person_id'),
    ),
  ),
  ...office.map((role) =>
    allow(role, 'alliance.enrolment.change', inOrganisation('organisation_id')),
  ),

  // Whoever is merged into another brings their roles along, so nobody merges themselves.
  allow('secretariat', 'alliance.person.merge', isAnotherPerson('person_id')),

  ...(['make', 'end'] as const).flatMap((verb) => {
    // An office that is left can be closed by its holder, but nobody gives themselves a role.
    const limits = verb === 'make' ? [isAnotherPerson('person_id')] : []
    const action = `alliance.appointment.${verb}`
    return [
      allow('administrator', action, inOrganisation('organisation_id'), ...limits),
      allow(
        'coordinator',
        action,
        inOrganisation('organisation_id'),
        has('role', ...coordinated),
        ...limits,
      ),
      allow(
        'secretariat',
        action,
        has('role', 'secretariat', 'administrator', 'coordinator'),
        ...limits,
      ),
    ]
  }),

  allow('secretariat', 'alliance.programme.change'),
  allow('secretariat', 'alliance.cohort.change'),
  allow('secretariat', 'alliance.cohort.read'),
  ...[...office].map((role) =>
    allow(role, 'alliance.cohort.read', inOrganisation('organisation_id')),
  ),
  allow('self', 'alliance.cohort.read', isPerson('person_id')),
  allow('secretariat', 'alliance.initiative.change'),
]
