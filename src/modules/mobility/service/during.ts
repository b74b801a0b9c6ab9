import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { useActLink } from '#kernel/identity'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, type DateOnly, dateInZone } from '#kernel/values'
import { stayEvent } from '../entries.ts'
import { hostByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ownStayNotice } from '../notices.ts'
import { overlapping, type StayRow } from '../queries/stays.ts'
import type { MobilityState } from '../rules/states.ts'
import type { EventKind } from '../schema-during.ts'
import { confirmTask, hostTask, incidentTask } from '../task-kinds.ts'
import { aboutStay, clashRefusal, lockPerson, newsOf, stayForUpdate, writeNext } from './at-work.ts'
import { settlePreparation } from './preparation.ts'
import { tellOfStay } from './telling.ts'

/** Something that happened during a stay, on a day. */
export interface RecordEvent {
  mobilityId: string
  kind: EventKind
  /** The day of arrival or departure; of an extension the new last day. */
  onDay: DateOnly
  note: string
  /** Who records it by a link. */
  as?: string
}

/** The events that the receiving institution alone confirms, as in EWP. */
const ofTheHost: readonly EventKind[] = ['arrival', 'departure']

/** What a stay becomes by an event, or the word of why it cannot be. */
type Change = { set: EventChange } | 'state' | 'order' | 'future'
type EventChange = Partial<Record<'arrived_on' | 'departed_on' | 'ends_on', DateOnly>> & Ended
interface Ended {
  state?: MobilityState
  ended_how?: 'completed' | 'early' | 'interrupted' | null
}

/**
 * Records what happened: the host confirms arrival and departure, either side an extension, an interruption, an early return
 * or an incident. Refuses days that cannot be, and an extension into another stay of the student.
 */
export async function recordEvent(
  work: Work,
  input: RecordEvent,
): Promise<{ state: MobilityState } | Refusal> {
  const byLink = work.actor.kind === 'link'
  const isHosts = ofTheHost.includes(input.kind)
  const action = byLink
    ? hostByLinkAction
    : isHosts
      ? 'mobility.stay.confirm'
      : 'mobility.stay.change'
  const found = await stayForUpdate(work, input.mobilityId, action)
  if (isRefused(found)) return found
  const { stay } = found
  const set = await eventChange(work, stay, input)
  if (isRefused(set)) return set
  const used = await useActLink(work)
  if (isRefused(used)) return used
  await writeEvent(work, stay, input, set)
  return { state: set.state ?? stay.state }
}

/** What an event makes of a stay, or why it cannot be. */
export async function eventChange(
  work: Work,
  stay: StayRow,
  input: RecordEvent,
): Promise<EventChange | Refusal> {
  const today = dateInZone(work.now, stay.receivingTimeZone)
  const change = changeOf(stay, input, today)
  if (typeof change === 'string') {
    const message = m(`event-fault.${change}`)
    return refuse(change === 'state' ? 409 : 422, message, { onDay: message })
  }
  if (input.kind === 'incident' && input.note.trim() === '') {
    return refuse(422, m('event-fault.note'), { note: m('event-fault.note') })
  }
  const clash = input.kind === 'extension' ? await clashOf(work, stay, input.onDay) : null
  return clash ?? change.set
}

/** Both offices see to it by the next day; an office ticks it off when it has. The student is not told. */
async function openIncident(work: Work, stay: StayRow): Promise<void> {
  for (const organisationId of [stay.sending_organisation_id, stay.receiving_organisation_id]) {
    await openTask(work, {
      kind: incidentTask,
      assignee: { role: 'coordinator', organisationId },
      object: { kind: 'mobility', id: stay.id },
      subject: m('task.incident'),
      href: `/mobility/${stay.id}`,
      dueOn: addDays(dateInZone(work.now, stay.receivingTimeZone), 1),
      leavesOut: [stay.person_id],
    })
  }
}

function changeOf(stay: StayRow, { kind, onDay }: RecordEvent, today: DateOnly): Change {
  const { state } = stay
  switch (kind) {
    case 'arrival':
      if (state !== 'approved' && state !== 'live') return 'state'
      if (onDay > today) return 'future'
      if (onDay > stay.ends_on) return 'order'
      return { set: { state: 'live', arrived_on: onDay } }
    case 'departure':
      if (state !== 'live' && state !== 'returned') return 'state'
      if (onDay > today) return 'future'
      if (stay.arrived_on === null || onDay < stay.arrived_on) return 'order'
      return {
        set: {
          // The credit may have been recognised before the host said that the student left.
          state: stay.recognised_on === null ? 'returned' : 'recognised',
          departed_on: onDay,
          ended_how: stay.ended_how ?? 'completed',
        },
      }
    case 'extension':
      if (state !== 'approved' && state !== 'live') return 'state'
      return onDay <= stay.ends_on ? 'order' : { set: { ends_on: onDay } }
    case 'early-return':
      if (state !== 'live') return 'state'
      if (stay.arrived_on === null || onDay < stay.arrived_on || onDay > stay.ends_on)
        return 'order'
      return { set: { ends_on: onDay, ended_how: 'early' } }
    case 'interruption':
      return state === 'live' ? { set: { ended_how: 'interrupted' } } : 'state'
    case 'resumption':
      return state === 'live' && stay.ended_how === 'interrupted'
        ? { set: { ended_how: null } }
        : 'state'
    case 'incident':
      return state === 'live' || state === 'approved' ? { set: {} } : 'state'
  }
}

async function clashOf(work: Work, stay: StayRow, endsOn: DateOnly): Promise<Refusal | null> {
  await lockPerson(work, stay.person_id)
  const clash = await overlapping(work, {
    personId: stay.person_id,
    startsOn: stay.starts_on,
    endsOn,
    except: stay.id,
  })
  return clash && clashRefusal(work, clash, 'onDay')
}

/** Writes an event that may be, and tells whom it concerns. */
export async function writeEvent(
  work: Work,
  stay: StayRow,
  { kind, onDay, note, as }: RecordEvent,
  set: EventChange,
): Promise<void> {
  const entry = stayEvent({
    ...aboutStay(stay),
    data: { ...newsOf(stay), kind, stay: stay.kind, onDay, byLink: work.actor.kind === 'link' },
  })
  await work.write(entry, async (tx) => {
    await tx
      .insertInto('mobility_events')
      .values({
        id: randomUUIDv7(),
        mobility_id: stay.id,
        kind,
        on_day: onDay,
        note: note.trim(),
        recorded_at: work.now,
        recorded_by: personOf(work.actor),
        recorded_as: as ?? null,
      })
      .execute()
    await tx
      .updateTable('mobilities')
      .set({ ...set, changed_at: work.now })
      .where('id', '=', stay.id)
      .execute()
  })
  await writeNext(work, stay.id)
  await settlePreparation(work, { ...stay, ...set })
  if (kind === 'arrival' || kind === 'departure') {
    // Tasks that were opened before confirming had a kind of its own are of the other one.
    const kinds = [confirmTask, hostTask]
    await completeTasksOf(work, { object: { kind: 'mobility', id: stay.id }, kinds })
  }
  if (kind === 'incident') return openIncident(work, stay)
  const news = `notice.event-${kind}` as const
  await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
}
