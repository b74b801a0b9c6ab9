import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { useActLink } from '#kernel/identity'
import type { Message } from '#kernel/messages'
import { type DateOnly, isUuid } from '#kernel/values'
import { hostOfManyActions } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import { eventChange, writeEvent } from './during.ts'

/** What a host confirms of many students at once. */
export type ManyKind = keyof typeof hostOfManyActions

/** Whom a link about many students was sent to, and for which pair. */
export interface HostContact {
  id: string
  name: string
  sending_organisation_id: string
  receiving_organisation_id: string
}

/** The contact that a link leads to; null once somebody else is written to. */
export async function hostContact(work: Work, id: string): Promise<HostContact | null> {
  if (!isUuid(id)) return null
  const row = await work.read
    .selectFrom('mobility_contacts')
    .select(['id', 'name', 'sending_organisation_id', 'receiving_organisation_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The day that the host gave, where it did. */
export function givenDay(stay: StayRow, kind: ManyKind): DateOnly | null {
  return kind === 'arrival' ? stay.arrived_on : stay.departed_on
}

/** A student that is ticked, with the day, and the field where that was typed. */
export interface TickedStay {
  id: string
  onDay: DateOnly
  field: string
}

/**
 * Records the arrivals or departures of the students that are ticked, each with an event of its own as if confirmed alone, all
 * or none: a day that does not fit is said beside it. Whoever was confirmed before keeps the day that was given then.
 */
export async function confirmMany(
  work: Work,
  { contactId, kind, ticked }: { contactId: string; kind: ManyKind; ticked: TickedStay[] },
): Promise<{ recorded: number } | Refusal> {
  const contact = await hostContact(work, contactId)
  if (!contact || !work.may(hostOfManyActions[kind], { id: contact.id })) {
    return refuse(404, m('refusal.absent'))
  }
  const errors: Record<string, Message> = {}
  const ready: Parameters<typeof writeEvent>[] = []
  // In one order for all, so that two who confirm at once wait for each other instead of both failing.
  for (const { id, onDay, field } of ticked.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const stay = await stayById(work, id, 'lock')
    if (!stay || !isOfPair(stay, contact)) return refuse(404, m('refusal.absent'))
    if (givenDay(stay, kind) !== null) continue
    if (stay.state !== (kind === 'arrival' ? 'approved' : 'live')) {
      return refuse(409, m('many.gone'))
    }
    const event = { mobilityId: id, kind, onDay, note: '', as: contact.name }
    const set = await eventChange(work, stay, event)
    if (isRefused(set)) errors[field] = set.message
    else ready.push([work, stay, event, set])
  }
  if (Object.keys(errors).length > 0) return refuse(422, m('many.check'), errors)
  if (ready.length === 0) return { recorded: 0 }
  const used = await useActLink(work)
  if (isRefused(used)) return used
  for (const each of ready) await writeEvent(...each)
  return { recorded: ready.length }
}

function isOfPair(stay: StayRow, contact: HostContact): boolean {
  return (
    stay.sending_organisation_id === contact.sending_organisation_id &&
    stay.receiving_organisation_id === contact.receiving_organisation_id &&
    stay.imported_at === null
  )
}
