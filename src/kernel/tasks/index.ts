import './schema.ts'
import { leaveDeclared, leaveEnded, tasksHandedOver, tasksReassigned } from './entries.ts'
import { m } from './messages/index.ts'

export { dueInWorkingDays } from './due.ts'
export { declareLeave, endLeave, leavesOf, standInsOf } from './leave.ts'
export type { DeclareLeave, StandIn } from './leave.ts'
export { m as taskMessages } from './messages/index.ts'
export { taskRules } from './policy.ts'
export { countTasks, openTasksAbout, tasksFor } from './queries.ts'
export type { Task, TaskCounts, TaskFilter } from './queries.ts'
export { erasePersonTasks, exportPersonTasks, mergePersonTasks } from './personal-data.ts'
export {
  cancelTasks,
  completeTasks,
  completeTasksOf,
  handOver,
  openTask,
  reassignTasks,
} from './service.ts'
export type { Assignee, OpenTask, TasksOfObject } from './service.ts'

/** The kinds of entry that tasks write, with their words. */
export const taskEntries = [
  { type: tasksReassigned.type, label: () => m('entry.tasks-reassigned') },
  {
    type: tasksHandedOver.type,
    label: (data: Record<string, unknown>) =>
      m('entry.tasks-handed-over', { count: Number(data['count'] ?? 0) }),
  },
  { type: leaveDeclared.type, label: () => m('entry.leave-declared') },
  { type: leaveEnded.type, label: () => m('entry.leave-ended') },
]
