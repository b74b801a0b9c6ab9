import './schema.ts'
import {
  leaveDeclared,
  leaveEnded,
  taskPlanned,
  tasksHandedOver,
  tasksReassigned,
} from './entries.ts'
import { m } from './messages/index.ts'

export {
  actsOfTask,
  completeByLink,
  giveAwayByLink,
  planByLink,
  taskActs,
  taskOfLink,
} from './acts.ts'
export type { LinkedTask } from './acts.ts'
export { dueInWorkingDays } from './due.ts'
export { tellOfTask } from './jobs.ts'
export type { TaskServices } from './jobs.ts'
export {
  declareLeave,
  endedStandIns,
  endLeave,
  leavesOf,
  leavesTouching,
  standInsOf,
  takeEndOfStandIn,
} from './leave.ts'
export type { DeclareLeave, StandIn } from './leave.ts'
export { m as taskMessages } from './messages/index.ts'
export { taskRules } from './policy.ts'
export { countTasks, kindsWaiting, openTasksAbout, tasksFor } from './queries.ts'
export type { Task, TaskCounts, TaskFilter } from './queries.ts'
export { erasePersonTasks, exportPersonTasks, mergePersonTasks, taskData } from './personal-data.ts'
export { handOver, reassignTasks, takeBackTasks } from './moving.ts'
export { planTasks, unplanTasks } from './plans.ts'
export {
  cancelTasks,
  completeTasks,
  completeTasksOf,
  openTask,
  reopenTasks,
  rescheduleTasks,
} from './service.ts'
export type { Assignee, OpenTask, TasksOfObject } from './service.ts'
export {
  duePlans,
  plannersOf,
  standInsFor,
  takeForReminder,
  takeForTelling,
  takePlan,
  tasksById,
  tasksToRemind,
} from './telling.ts'
export type { DuePlan, ToldTask } from './telling.ts'

/** The kinds of entry that tasks write, with their words. */
export const taskEntries = [
  { type: tasksReassigned.type, label: () => m('entry.tasks-reassigned') },
  {
    type: tasksHandedOver.type,
    label: (data: Record<string, unknown>) =>
      m('entry.tasks-handed-over', { count: Number(data['count'] ?? 0) }),
  },
  {
    type: taskPlanned.type,
    label: (data: Record<string, unknown>) => m('entry.task-planned', { on: dayOf(data['on']) }),
  },
  { type: leaveDeclared.type, label: () => m('entry.leave-declared') },
  { type: leaveEnded.type, label: () => m('entry.leave-ended') },
]

/** A day of an entry, at noon: no time zone makes another day of it. */
function dayOf(on: unknown): Date {
  return new Date(typeof on === 'string' ? `${on}T12:00:00Z` : 0)
}
