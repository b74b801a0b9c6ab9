import { allow, has, inOrganisation, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')
const known = has('visible', true)
const managers = ['administrator', 'coordinator'] as const

/** What is done with an institution's own copy. */
const acts = ['edit', 'send', 'approve', 'refuse', 'end', 'record'] as const

/** The module's rows of the rule table: each institution works on its own copy and reads its partners' beside it. */
export const agreementRules: readonly Rule[] = [
  ...[...managers, 'registrar'].flatMap((role) => [
    allow(role, 'agreements.agreement.open'),
    allow(role, 'agreements.agreement.list', here, known),
    allow(role, 'agreements.agreement.read', here, known),
  ]),
  ...managers.flatMap((role) => [
    allow(role, 'agreements.agreement.make'),
    ...acts.map((act) => allow(role, `agreements.agreement.${act}`, here, known)),
  ]),
  // A partner without an account answers the one version that its link is about.
  allow('link', 'agreements.agreement.answer-by-link'),
]
