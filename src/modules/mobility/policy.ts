import {
  allow,
  has,
  inOrganisation,
  inProgramme,
  isAnotherPerson,
  isPerson,
  type Rule,
} from '#kernel/access'
import { toldStates } from './rules/states.ts'

const sending = inOrganisation('sending_organisation_id')
const receiving = inOrganisation('receiving_organisation_id')
const ofProgramme = inProgramme('degree_programme_id')
const another = isAnotherPerson('person_id')
/** A waiting list is the sending institution's own. */
const told = has('state', ...toldStates)
const under = has('state', 'approved', 'live')
/** Whom to call is nobody's to know once a stay is over. */
const prepared = has('state', 'approved', 'live', 'returned')

/**
 * The module's rows of the rule table. Both institutions' offices see a stay, the receiving one once the student was
 * nominated; the sending coordinator nominates, the receiving one answers. A stay is its student's to see and to give up.
 */
export const mobilityRules: readonly Rule[] = [
  ...['coordinator', 'administrator', 'registrar'].flatMap((role) => [
    allow(role, 'mobility.stay.open'),
    allow(role, 'mobility.stay.list', sending, ofProgramme),
    allow(role, 'mobility.stay.list', receiving, told),
    allow(role, 'mobility.stay.read', sending, ofProgramme),
    allow(role, 'mobility.stay.read', receiving, told),
  ]),
  allow('student', 'mobility.own-stay.open'),
  allow('self', 'mobility.stay.read', isPerson()),
  allow('self', 'mobility.stay.withdraw', isPerson()),

  allow('coordinator', 'mobility.nomination.open'),
  allow('coordinator', 'mobility.nomination.make', sending, ofProgramme, another),
  allow('coordinator', 'mobility.stay.withdraw', sending, ofProgramme, another),
  allow('coordinator', 'mobility.nomination.answer', receiving, told, another),
  allow('coordinator', 'mobility.contact.keep', sending),
  // What is studied is chosen once the host has approved, and changed while the stay runs.
  allow('self', 'mobility.agreement.edit', isPerson(), under),
  allow('coordinator', 'mobility.agreement.edit', sending, ofProgramme, another, under),
  allow('coordinator', 'mobility.stay.confirm', receiving, told, another),
  allow('coordinator', 'mobility.transcript.give', receiving, told, another),
  allow('coordinator', 'mobility.stay.change', sending, ofProgramme, another),
  allow('coordinator', 'mobility.stay.change', receiving, told, another),
  allow('link', 'mobility.stay.confirm-by-link'),
  allow('link', 'mobility.contact.confirm-arrivals-by-link'),
  allow('link', 'mobility.contact.confirm-departures-by-link'),

  // What is settled before a stay is its student's to say, on paper through the home office; the host reads whom to call.
  allow('self', 'mobility.preparation.read', isPerson(), prepared),
  allow('self', 'mobility.preparation.keep', isPerson(), under),
  allow('coordinator', 'mobility.preparation.read', sending, ofProgramme, another, prepared),
  allow('coordinator', 'mobility.preparation.read', receiving, another, prepared),
  allow('coordinator', 'mobility.preparation.keep', sending, ofProgramme, another, under),
  // A selection concerns the institution as a whole, as its call does.
  allow('coordinator', 'mobility.selection.read', inOrganisation('organisation_id')),
  allow('link', 'mobility.nomination.answer-by-link'),

  // Visits of staff, artists and delegations: their maker's office writes them, the partner's answers once it was asked.
  ...['coordinator', 'administrator'].flatMap((role) => [
    allow(role, 'mobility.visit.open'),
    ...['mobility.visit.list', 'mobility.visit.read'].flatMap((action) => [
      allow(role, action, inOrganisation('made_by_organisation_id')),
      allow(role, action, inOrganisation('partner_organisation_id'), has('visible', true)),
    ]),
  ]),
  allow('coordinator', 'mobility.visit.make'),
  allow('coordinator', 'mobility.visit.edit', inOrganisation('made_by_organisation_id')),
  allow(
    'coordinator',
    'mobility.visit.answer',
    inOrganisation('partner_organisation_id'),
    has('visible', true),
  ),
  allow('link', 'mobility.visit.answer-by-link'),
]
