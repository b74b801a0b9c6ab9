import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { type Language, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { engagementsOfTasks } from './queries/mentorships.ts'

/** The kind of task by which a mentor learns that they are asked for. */
export const answerTask = 'mentorship.answer'

/** The kind of task by which an office learns that a mentor left and a successor is to be found. */
export const successorTask = 'mentorship.successor'

/** The kinds of task that mentorship opens; each says in which engagement, and names nobody. */
export const mentorshipTasks: readonly TaskKind[] = [
  { kind: answerTask, label: m('task.kind.answer'), about },
  { kind: successorTask, label: m('task.kind.successor'), about },
]

async function about(work: Work, ids: readonly string[], language: Language) {
  const rows = await engagementsOfTasks(work, ids)
  return new Map(
    rows.map(({ id, titles }) => [id, { who: null, what: localised(titles, language) }]),
  )
}
