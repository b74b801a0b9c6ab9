import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { noticeKind, notify } from '#kernel/notices'
import { parseDate } from '#kernel/values'
import { placementInterrupted } from '../entries.ts'
import { m } from '../messages/index.ts'
import { interruptionsOf } from '../queries/agreements.ts'
import { placementById } from '../queries/placements.ts'
import { interruptionFault } from '../rules/interruption.ts'
import { interruptionKinds } from '../schema-agreements.ts'
import { aboutPlacement } from './about.ts'
import { inField } from './refusing.ts'

/** A placement was suspended, goes on, or ends early. */
export const interruptedNotice = noticeKind(
  'internships.interrupted',
  m('notice.kind.interrupted'),
  'immediate',
)

/** Says from when a placement is suspended or goes on, or on which day it ends early, with the reason; see the rule. */
export async function interruptPlacement(
  work: Work,
  input: { placementId: string; kind: string; day: string; reason: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.manage', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const kind = interruptionKinds.find((each) => each === input.kind)
  if (!kind) return inField('kind', m('refusal.interruption-order'))
  const day = parseDate(input.day)
  if (day === null) return inField('day', m('refusal.day'))
  const reason = input.reason.trim().slice(0, 2000)
  if (reason === '') return inField('reason', m('refusal.reason'))
  const known = await interruptionsOf(work, placement.id)
  if (known.some((each) => each.kind === kind && each.day === day)) return true
  const fault = interruptionFault(known, { kind, day }, placement)
  if (fault === 'outside') return inField('day', m('refusal.outside'))
  if (fault === 'before') return inField('day', m('refusal.interruption-before'))
  if (fault === 'order') return inField('kind', m('refusal.interruption-order'))
  const entry = placementInterrupted({ ...aboutPlacement(placement), data: { kind, day } })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_interruptions')
      .values({
        id: randomUUIDv7(),
        placement_id: placement.id,
        kind,
        day,
        reason,
        said_at: work.now,
      })
      .execute(),
  )
  await notify(work, {
    personId: placement.person_id,
    kind: interruptedNotice,
    message: m(`notice.${kind}`),
    href: `/internships/placements/${placement.id}`,
  })
  return true
}
