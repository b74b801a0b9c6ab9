import type { TaskKind } from '#kernel/http'
import { localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { breachTitles } from './queries/breaches.ts'
import { recipientsOfClauses } from './queries/clauses.ts'
import { breachTask } from './service/breaches.ts'
import { clauseTask } from './service/clauses.ts'

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

/** Renewing a document on which transfers rest, before it ends: with whom, in the reader's language. */
export const clauseTasks: TaskKind = {
  kind: clauseTask,
  label: m('task.kind.clause'),
  async about(work, ids, language) {
    const recipients = await recipientsOfClauses(work, ids)
    return new Map(
      recipients.map(({ id, names }) => [id, { who: null, what: localised(names, language) }]),
    )
  },
}
