import { entryType } from '#kernel/chronicle'

/** Tasks were given to somebody else; the object of the entry is the first of them. */
export const tasksReassigned = entryType<{
  taskIds: string[]
  toPerson: string | null
  toRole: string | null
  toOrganisation: string | null
}>('tasks.tasks-reassigned')

/** Everything that waited for a person at an organisation went to somebody else. */
export const tasksHandedOver = entryType<{
  count: number
  toPerson: string | null
  toRole: string | null
}>('tasks.tasks-handed-over')

/** A person said on which day they mean to do a task. */
export const taskPlanned = entryType<{ on: string }>('tasks.task-planned')

/** A person said that another acts for them in a period. */
export const leaveDeclared = entryType<{
  standInId: string
  from: string
  until: string
  roles: string[]
}>('tasks.leave-declared')

/** A leave ended before its time, or was taken back. */
export const leaveEnded = entryType<{ standInId: string; until: string | null }>(
  'tasks.leave-ended',
)
