import type { TaskKind } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { titlesOfApplications } from './queries/applications.ts'

/** The kind of task by which an office learns of an application that waits for its decision. */
export const decideTask = 'internships.decide'

/** The kinds of task that internships open; each says for which position and at which host. */
export const internshipTasks: readonly TaskKind[] = [
  {
    kind: decideTask,
    label: m('task.kind.decide'),
    async about(work, ids, language) {
      const rows = await titlesOfApplications(work, ids)
      return new Map(
        rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
]
