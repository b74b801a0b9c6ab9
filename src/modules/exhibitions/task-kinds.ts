import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { type Language, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { titlesOf } from './queries/exhibitions.ts'
import { mentorReviewTask, ownerReviewTask } from './service/publishing.ts'

/** The kinds of task that exhibitions open: both are about an exhibition, and name nobody. */
export const exhibitionTasks: readonly TaskKind[] = [
  { kind: ownerReviewTask, label: m('task.owner-review'), about },
  { kind: mentorReviewTask, label: m('task.mentor-review'), about },
]

async function about(work: Work, ids: readonly string[], language: Language) {
  const titles = await titlesOf(work, ids)
  return new Map(
    ids.map((id) => [id, { who: null, what: localised(titles.get(id) ?? {}, language) }]),
  )
}
