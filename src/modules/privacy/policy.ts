import { allow, has, inOrganisation, isAnotherPerson, isPerson, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')
const exports = inOrganisation('exporter_organisation_id')
const another = isAnotherPerson('person_id')

/**
 * The module's rows of the rule table: one's own data are one's own; an administrator answers for an organisation, and
 * the secretariat for the alliance. Nobody answers themselves.
 */
export const privacyRules: readonly Rule[] = [
  allow('signed-in', 'privacy.own-data.open'),

  // What the people of an organisation read is looked at by its administrator.
  allow('administrator', 'privacy.read.list', here),

  allow('administrator', 'privacy.request.answer', here, another),
  allow('secretariat', 'privacy.request.answer', another),

  // Taking down requests for somebody. A copy and an erasure take in what every organisation holds, and so an
  // administrator hands out and erases only whom no other organisation knows.
  allow('administrator', 'privacy.person.act-for', here, another),
  allow('secretariat', 'privacy.person.act-for', another),
  allow('administrator', 'privacy.person.hand-out', here, another, has('known_elsewhere', false)),
  allow('secretariat', 'privacy.person.hand-out', another),
  // What leaves an organisation is entered by those who hand it over, and looked at by them; by the secretariat for all.
  allow('administrator', 'privacy.transfer.list', exports),
  allow('coordinator', 'privacy.transfer.list', exports),
  allow('secretariat', 'privacy.transfer.list'),
  allow('administrator', 'privacy.transfer.record', exports),
  allow('coordinator', 'privacy.transfer.record', exports),
  allow('secretariat', 'privacy.transfer.record'),

  // The documents on which transfers rest are kept by administrators, and by the secretariat for all.
  allow('administrator', 'privacy.clause.keep', exports),
  allow('secretariat', 'privacy.clause.keep'),
  // So is the register of breaches.
  allow('administrator', 'privacy.breach.keep', here),
  allow('secretariat', 'privacy.breach.keep'),
  // Whoever holds the link that a guardian got signs beside somebody under age.
  allow('link', 'privacy.consent.co-sign'),

  allow('self', 'privacy.copy.fetch', isPerson('asked_by')),
]
