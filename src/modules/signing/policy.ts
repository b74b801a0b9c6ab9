import { allow, has, inOrganisation, isPerson, type Rule } from '#kernel/access'
import { appointmentRoles } from '#modules/alliance'

const here = inOrganisation('organisation_id')
/** A draft asks nobody yet: its signers see it once it was their turn. */
const reached = has('state', 'asked', 'done', 'refused', 'ended')

/** The roles at an organisation that can be asked; the secretariat's is at none. */
const askedRoles = appointmentRoles.filter((role) => role !== 'secretariat')

/** Who keeps an organisation's documents. */
const offices = ['coordinator', 'registrar', 'administrator']

/**
 * The module's rows of the rule table. The offices of an organisation open its documents and keep them; whoever is asked
 * signs: the person, or whoever holds the role at the organisation that is asked. A link signs its one step.
 */
export const signingRules: readonly Rule[] = [
  ...offices.flatMap((role) => [
    allow(role, 'signing.document.open'),
    allow(role, 'signing.document.list', here),
    allow(role, 'signing.document.read', here),
    allow(role, 'signing.document.manage', here),
  ]),
  allow('signed-in', 'signing.step.open'),
  ...['signing.step.list', 'signing.step.read', 'signing.step.sign'].flatMap((action) => [
    allow('self', action, isPerson('person_id'), reached),
    ...askedRoles.map((role) => allow(role, action, here, has('role', role), reached)),
  ]),
  allow('link', 'signing.step.sign-by-link'),
  allow('link', 'signing.step.copy-by-link'),
  // Whoever holds a document may ask whether it is genuine; no name is told.
  allow('public', 'signing.check'),
]
