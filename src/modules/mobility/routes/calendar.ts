import { personOf } from '#kernel/database'
import { type Answer, type Call, page, type Route } from '#kernel/http'
import {
  type CalendarEvent,
  displayName,
  localised,
  urlSegment,
  writeCalendar,
} from '#kernel/values'
import { m } from '../messages/index.ts'
import { base, todayOf } from '../pages/words.tsx'
import { officesOf } from '../queries/choices.ts'
import { listStays, type StayRow, staysOf } from '../queries/stays.ts'
import { isOver } from '../rules/states.ts'
import { filterOf } from './stays.ts'

/** A year of a large office. */
const mostInCalendar = 2000

/** Stays and deadlines as a file for a calendar: of an office as the list is narrowed, and of a student their own. */
export const calendarRoutes: readonly Route[] = [
  page('GET', `${base}/calendar.ics`, { action: 'mobility.stay.open', handle: ofOffice }),
  page('GET', `${base}/mine/calendar.ics`, { action: 'mobility.own-stay.open', handle: ofStudent }),
]

async function ofOffice(call: Call): Promise<Answer> {
  const filter = { ...filterOf(call), own: officesOf(call.work), today: todayOf(call) }
  const found = await listStays(call.work, filter, { page: 1, pageSize: mostInCalendar })
  call.shows(found.stays.map((stay) => stay.person_id))
  return calendar(call, found.stays, (stay) => displayName(stay.name, call.language))
}

async function ofStudent(call: Call): Promise<Answer> {
  const personId = personOf(call.work.actor)
  const stays = personId === null ? [] : await staysOf(call.work, personId)
  call.shows([])
  return calendar(call, stays, (stay) => localised(stay.receiving, call.language).text)
}

function calendar(
  call: Call,
  stays: readonly StayRow[],
  titleOf: (stay: StayRow) => string,
): Answer {
  const events = stays
    .filter(({ state }) => !isOver(state) && state !== 'waiting')
    .flatMap((stay) => eventsOf(call, stay, titleOf(stay)))
  return {
    kind: 'file',
    body: new TextEncoder().encode(
      writeCalendar({ name: call.t(m('stays.title')), node: call.services.node }, events),
    ),
    type: 'text/calendar; charset=utf-8',
    name: 'mobility.ics',
  }
}

function eventsOf(call: Call, stay: StayRow, title: string): CalendarEvent[] {
  const { t, language, services } = call
  const url = `${services.origin}/${urlSegment(language)}${base}/${stay.id}`
  const shared = { url, changedAt: stay.changed_at }
  const whole = {
    ...shared,
    id: stay.id,
    when: {
      from: stay.arrived_on ?? stay.starts_on,
      until: stay.departed_on ?? stay.ends_on,
    },
    title: `${title} · ${t(m(`kind.${stay.kind}`))}`,
  }
  if (stay.next_step === null || stay.next_due_on === null) return [whole]
  return [
    whole,
    {
      ...shared,
      id: `${stay.id}-${stay.next_step}`,
      when: { from: stay.next_due_on, until: stay.next_due_on },
      title: `${t(m(`step.${stay.next_step}`))} · ${title}`,
    },
  ]
}
