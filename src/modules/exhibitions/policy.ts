import { allow, has, inOrganisation, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')

/** Who looks after what an institution holds. */
export const holderRoles = ['curator', 'coordinator'] as const

/**
 * What is held: everybody sees what its holder released, as far as the object says; the holder's curators see and change
 * all of it. `audience` is worked out for the day on which somebody asks.
 */
const objectRules: readonly Rule[] = [
  allow('public', 'exhibitions.object.browse'),
  allow('public', 'exhibitions.object.read', has('audience', 'everybody')),
  allow('signed-in', 'exhibitions.object.read', has('audience', 'everybody', 'signed-in')),
  ...holderRoles.flatMap((role) => [
    allow(role, 'exhibitions.object.read', here),
    allow(role, 'exhibitions.object.edit', here),
  ]),
]

/** The module's rows of the rule table. */
export const exhibitionRules: readonly Rule[] = [...objectRules]
