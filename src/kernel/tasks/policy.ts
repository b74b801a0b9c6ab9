import { allow, inOrganisation, isPerson, type Rule } from '#kernel/access'

/** Who may arrange others' work and leave; what waits for an actor themselves needs no rule but theirs. */
export const taskRules: readonly Rule[] = [
  allow('signed-in', 'tasks.task.list'),
  allow('administrator', 'tasks.task.manage', inOrganisation('organisation_id')),
  allow('coordinator', 'tasks.task.manage', inOrganisation('organisation_id')),
  allow('self', 'tasks.leave.declare', isPerson('person_id')),
  allow('administrator', 'tasks.leave.declare', inOrganisation('organisation_id')),
]
