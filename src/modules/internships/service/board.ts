import { refuse, type Refusal, type Work } from '#kernel/database'
import { m } from '../messages/index.ts'
import { evaluationsOf } from '../queries/evaluations.ts'
import { placementById } from '../queries/placements.ts'
import { askAgain } from './evaluations.ts'

/** The most placements on which an office acts at once. */
export const mostAtOnce = 200

/**
 * Asks all again who have not evaluated, of the placements that were chosen; those of other offices are passed over. Refused
 * where nobody is chosen, and where nobody is left to ask.
 */
export async function remindOf(
  work: Work,
  placementIds: readonly string[],
): Promise<{ asked: number } | Refusal> {
  if (placementIds.length === 0) return refuse(422, m('refusal.nothing-chosen'))
  let asked = 0
  for (const id of placementIds.slice(0, mostAtOnce)) {
    const placement = await placementById(work, id, 'lock')
    if (!placement || !work.may('internships.placement.manage', placement)) continue
    const waiting = (await evaluationsOf(work, id)).filter(({ givenAt }) => givenAt === null)
    for (const evaluation of waiting) await askAgain(work, evaluation)
    asked += waiting.length
  }
  return asked === 0 ? refuse(409, m('refusal.nobody-to-remind')) : { asked }
}
