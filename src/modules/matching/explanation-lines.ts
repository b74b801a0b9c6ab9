import type { Message } from '#kernel/messages'
import type { Explanation } from './explain.ts'
import { m } from './messages/index.ts'

/** An explanation in sentences, with the names that its reader knows; `lot` is where the lottery drew the applicant. */
export function explanationLines(
  explanation: Explanation,
  names: { applicant: string; place: string },
  lot: number,
): Message[] {
  const { why: key, ...figures } = explanation
  const seatsMore = 'seatsMore' in explanation ? explanation.seatsMore : null
  const lines = [m(`why.${key}`, { ...figures, seatsMore: seatsMore ?? 0, ...names })]
  if (key === 'lottery') lines.push(m('why.lot', { lot }))
  if (seatsMore !== null) lines.push(m('why.seats-more', { count: seatsMore }))
  return lines
}
