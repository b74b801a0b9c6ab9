import { allow, inOrganisation, type Rule } from '#kernel/access'

/** The module's rows of the rule table: one's own data are one's own, and an administrator answers for an organisation. */
export const privacyRules: readonly Rule[] = [
  allow('signed-in', 'privacy.own-data.open'),
  // What the people of an organisation read is looked at by its administrator.
  allow('administrator', 'privacy.read.list', inOrganisation('organisation_id')),
]
