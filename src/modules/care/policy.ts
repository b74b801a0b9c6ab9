import { allow, inOrganisation, isPerson, type Rule } from '#kernel/access'
import { answerByLinkAction } from './link-actions.ts'

const here = inOrganisation('organisation_id')

/** The module's rows of the rule table: an office asks and reads what it asked, and each answers for themselves. */
export const careRules: readonly Rule[] = [
  allow('coordinator', 'care.who.open'),
  allow('coordinator', 'care.check.ask', here),
  allow('coordinator', 'care.check.read', here),
  allow('self', 'care.check.answer', isPerson()),
  allow('link', answerByLinkAction),
]
