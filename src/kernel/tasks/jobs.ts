import { jobType } from '#kernel/jobs'
import type { Work } from '#kernel/database'

/** What tasks must be told by the parts above: `services.tasks`. */
export interface TaskServices {
  /** Tells those for whom a task waits of it, once. */
  tell(work: Work, taskId: string): Promise<void>
}

/** Tells whom a task waits for, after the verb that opened it or gave it away has come to stand. */
export const tellOfTask = jobType<{ taskId: string }, { tasks: TaskServices }>(
  'tasks.tell-of-task',
  {
    async run(job, { taskId }) {
      await job.runner.perform(job.context, (work) => job.services.tasks.tell(work, taskId))
    },
  },
)
