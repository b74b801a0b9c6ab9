import { personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { displayName, formatInstant } from '#kernel/values'
import { m } from '../messages/index.ts'
import { changesBeyond } from '../queries/case-changes.ts'
import type { LockedCase } from '../queries/case-for-update.ts'
import { recognitionEntries } from '../stories.ts'

/**
 * Refuses what was written on a case that a colleague has changed since its writer saw it, and says what the latest change
 * was, by whom and when; null where nobody else changed it. One's own changes in another window are no surprise.
 */
export async function changedByColleague(
  work: Work,
  found: Pick<LockedCase, 'id' | 'time_zone'>,
  seen: number | null,
): Promise<Refusal | null> {
  if (seen === null) return null
  const me = personOf(work.actor)
  const others = (await changesBeyond(work, found.id, seen)).filter(({ by }) => by?.id !== me)
  const [latest] = others
  if (!latest) return null
  const told = recognitionEntries.find(({ type }) => type === latest.type)
  return refuse(
    409,
    m('refusal.colleague-changed', {
      what: told ? told.label(latest.data, work.language) : latest.type,
      who: latest.by ? displayName(latest.by.name, work.language) : '–',
      at: formatInstant(latest.at, found.time_zone, work.language, 'time'),
      others: others.length - 1,
    }),
  )
}
