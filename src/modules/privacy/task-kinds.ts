import type { TaskKind } from '#kernel/http'
import { m } from './messages/index.ts'
import { breachTitles } from './queries/breaches.ts'
import { breachTask } from './service/breaches.ts'

/** Telling whom the laws ask for of a breach; the title of a breach names nobody. */
export const breachTasks: TaskKind = {
  kind: breachTask,
  label: m('task.kind.breach'),
  async about(work, ids) {
    const titles = await breachTitles(work, ids)
    return new Map(
      titles.map(({ id, title }) => [id, { who: null, what: { text: title, language: null } }]),
    )
  },
}
