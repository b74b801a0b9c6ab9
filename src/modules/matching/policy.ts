import { allow, inOrganisation, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')
const managers = ['administrator', 'coordinator'] as const

/** What is done with a round and its runs. */
const acts = ['round.list', 'round.read', 'round.edit', 'run.start', 'run.publish'] as const

/** The module's rows of the rule table: rounds are the institution's; a certificate is for everybody. */
export const matchingRules: readonly Rule[] = [
  allow('public', 'matching.certificate.check'),
  ...managers.flatMap((role) => [
    allow(role, 'matching.round.open'),
    ...acts.map((act) => allow(role, `matching.${act}`, here)),
  ]),
  allow('secretariat', 'matching.round.open'),
  ...acts.map((act) => allow('secretariat', `matching.${act}`)),
]
