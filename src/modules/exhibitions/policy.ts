import { allow, has, inOrganisation, isAnotherPerson, isPerson, type Rule } from '#kernel/access'

const here = inOrganisation('organisation_id')

/** Who looks after what an institution holds. */
export const holderRoles = ['curator', 'coordinator'] as const

/**
 * What is held: everybody sees what its holder released, as far as the object says; the holder's curators see and change
 * all of it. `audience` is worked out for the day on which somebody asks. A large file that is under way is for the one
 * who began it alone, as long as they look after the object.
 */
const objectRules: readonly Rule[] = [
  allow('public', 'exhibitions.object.browse'),
  allow('public', 'exhibitions.object.read', has('audience', 'everybody')),
  allow('signed-in', 'exhibitions.object.read', has('audience', 'everybody', 'signed-in')),
  ...holderRoles.flatMap((role) => [
    allow(role, 'exhibitions.object.read', here),
    allow(role, 'exhibitions.object.edit', here),
    allow(role, 'exhibitions.upload.continue', here, isPerson('created_by')),
  ]),
]

/**
 * An exhibition is its owners' alike until a version of it is public; student work is its author's too, and its mentor's to
 * look at. Nobody agrees to their own, and while it is looked at its state says who may speak.
 */
const showRules: readonly Rule[] = [
  allow('public', 'exhibitions.exhibition.browse'),
  // A working copy is not there for visitors: no route loads it for them.
  allow('public', 'exhibitions.exhibition.visit'),
  allow('signed-in', 'exhibitions.office.open'),
  ...holderRoles.flatMap((role) => [
    allow(role, 'exhibitions.exhibition.list', here),
    allow(role, 'exhibitions.exhibition.edit', here),
    allow(role, 'exhibitions.exhibition.preview', here),
    allow(role, 'exhibitions.exhibition.publish', here),
    allow(
      role,
      'exhibitions.exhibition.review',
      here,
      isAnotherPerson('author_id'),
      has('state', 'review'),
    ),
  ]),
  allow('self', 'exhibitions.exhibition.edit', isPerson('author_id')),
  allow('self', 'exhibitions.exhibition.preview', isPerson('author_id')),
  allow('self', 'exhibitions.exhibition.preview', isPerson('mentor_id')),
  allow('self', 'exhibitions.exhibition.review', isPerson('mentor_id'), has('state', 'mentor')),
]

/** The module's rows of the rule table. */
export const exhibitionRules: readonly Rule[] = [...objectRules, ...showRules]
