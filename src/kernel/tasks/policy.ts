import { allow, inOrganisation, isPerson, type Rule } from '#kernel/access'
import { taskActs } from './acts.ts'

/** Who may arrange others' work and leave; what waits for an actor themselves needs no rule but theirs. */
export const taskRules: readonly Rule[] = [
  allow('signed-in', 'tasks.task.list'),
  allow('administrator', 'tasks.task.manage', inOrganisation('organisation_id')),
  allow('coordinator', 'tasks.task.manage', inOrganisation('organisation_id')),
  allow('self', 'tasks.leave.declare', isPerson('person_id')),
  allow('administrator', 'tasks.leave.declare', inOrganisation('organisation_id')),
  // What a link in a mail may do, to its one task and only while that waits for the person whom the mail went to.
  ...Object.values(taskActs).map((action) => allow('link', action)),
]
