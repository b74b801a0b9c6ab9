import { allow, type Rule } from '#kernel/access'

/**
 * The module's rows of the rule table: what a stay needs is everybody's to read, offices see the whole of it with its gaps,
 * and the secretariat alone publishes.
 */
export const clearanceRules: readonly Rule[] = [
  allow('public', 'clearance.pack.read'),
  ...['secretariat', 'administrator', 'coordinator', 'registrar'].map((role) =>
    allow(role, 'clearance.pack.open'),
  ),
  allow('secretariat', 'clearance.pack.publish'),
]
