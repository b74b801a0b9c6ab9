import { allow, inOrganisation, type Rule } from '#kernel/access'

const home = inOrganisation('home_organisation_id')
const own = inOrganisation('organisation_id')

/** Who does the registrar's and the office's work: for the institution as a whole, so that no limit to a programme reaches here. */
export const officeRules: readonly Rule[] = [
  // Nobody enters their own credit: the verb leaves it out.
  allow('registrar', 'recognition.posting.list', home),
  allow('registrar', 'recognition.posting.read', own),
  allow('registrar', 'recognition.posting.post', own),
  allow('registrar', 'recognition.posting-layout.edit', own),
  allow('administrator', 'recognition.posting-layout.edit', own),
]
