import type { TaskKind } from '#kernel/http'
import { formatList, localised } from '#kernel/values'
import { m } from './messages/index.ts'
import { partnersOfCopies } from './queries/partners.ts'

/** The kind of task by which a partner's office learns of a copy that waits for its answer. */
export const answerTask = 'agreements.answer'

/** The kind of task by which an office learns of an agreement that ends soon. */
export const renewalTask = 'agreements.renewal'

/** The kind of task by which a partner's office learns that another asks to end an agreement. */
export const endTask = 'agreements.end'

/** The kind of task by which an office learns of a change that a partner proposed by its link. */
export const proposalTask = 'agreements.proposal'

/** The kinds of task that agreements open; each says which agreement it is, and with whom. */
export const agreementTasks: readonly TaskKind[] = (
  [
    [answerTask, m('task.kind.answer')],
    [renewalTask, m('task.kind.renewal')],
    [endTask, m('task.kind.end')],
    [proposalTask, m('task.kind.proposal')],
  ] as const
).map(([kind, label]) => ({
  kind,
  label,
  async about(work, copyIds, language) {
    const partners = await partnersOfCopies(work, copyIds)
    return new Map(
      [...partners].map(([id, { title, names }]) => {
        const others = formatList(
          names.map((each) => localised(each, language).text),
          language,
        )
        return [id, { who: null, what: { text: `${title} · ${others}`, language: null } }]
      }),
    )
  },
}))
