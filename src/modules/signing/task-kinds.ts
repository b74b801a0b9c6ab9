import type { Work } from '#kernel/database'
import type { TaskKind } from '#kernel/http'
import { type Language, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { titlesOfSteps } from './queries/steps.ts'

/** The kind of task by which a signer learns that it is their turn. */
export const signTask = 'signing.sign'

/** The kind of task by which an office learns that a signature on paper is to be brought in. */
export const paperTask = 'signing.paper'

/** The kinds of task that signing opens; each says which document it is and who keeps it, and names nobody. */
export const signingTasks: readonly TaskKind[] = [
  { kind: signTask, label: m('task.kind.sign'), about },
  { kind: paperTask, label: m('task.kind.paper'), about },
]

async function about(work: Work, ids: readonly string[], language: Language) {
  const rows = await titlesOfSteps(work, ids)
  return new Map(
    rows.map(({ id, titles, keeper }) => {
      const [title, office] = [localised(titles, language), localised(keeper, language)]
      const isOne = title.language === office.language
      const what = {
        text: `${title.text} · ${office.text}`,
        language: isOne ? title.language : null,
      }
      return [id, { who: null, what }]
    }),
  )
}
