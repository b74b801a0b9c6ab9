import type { TaskKind } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { callsOfTasks } from './queries/reviews.ts'
import { callsOfAppeals } from './queries/appeals.ts'
import { sittingsOfTasks } from './queries/sittings.ts'
import { appealTask } from './service/ending-appeals.ts'
import { reviewTask } from './service/review-tasks.ts'
import { minutesTask } from './service/sittings.ts'

/** The kinds of task that calls open, with what each is about; a reviewer's names nobody. */
export const callTasks: readonly TaskKind[] = [
  {
    kind: reviewTask,
    label: m('task.kind.review'),
    async about(work, ids, language) {
      const found = await callsOfTasks(work, ids)
      return new Map(
        found.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: appealTask,
    label: m('task.kind.appeal'),
    async about(work, ids, language) {
      const found = await callsOfAppeals(work, ids)
      return new Map(
        found.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
  {
    kind: minutesTask,
    label: m('task.kind.minutes'),
    async about(work, ids, language) {
      const found = await sittingsOfTasks(work, ids)
      return new Map(
        found.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
      )
    },
  },
]
