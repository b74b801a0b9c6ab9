import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { dateInZone, formatClock, isUuid, parseDate } from '#kernel/values'
import { type Clearance, clearanceFor, hourCaps } from '#modules/clearance'
import { hoursLogged, hoursRemoved } from '../entries.ts'
import { m } from '../messages/index.ts'
import { interruptionsOf } from '../queries/agreements.ts'
import { enrolmentOf } from '../queries/applications.ts'
import { closedWeeks } from '../queries/journal.ts'
import { hoursOf, placementById, type PlacementRow } from '../queries/placements.ts'
import {
  byDay,
  type HourLimits,
  hoursFault,
  minutesOf,
  type Stretch,
  stretchOn,
  weekOf,
} from '../rules/hours.ts'
import { isInterrupted } from '../rules/interruption.ts'
import { stayOf } from '../rules/stay.ts'
import { aboutPlacement } from './about.ts'
import { inField } from './refusing.ts'

/** The caps that hold for a placement, with what they were read from. */
export async function limitsOf(
  work: Work,
  placement: PlacementRow,
): Promise<{ limits: HourLimits; clearance: Clearance }> {
  const today = dateInZone(work.now, placement.timeZone)
  const on = placement.startsOn > today ? placement.startsOn : today
  const clearance = await clearanceFor(work, stayOf(placement, placement.homeCountry, on))
  const enrolment = await enrolmentOf(work, placement.person_id, today)
  const caps = hourCaps(clearance, {
    level: enrolment?.level ?? null,
    enrolledThere: placement.enrolledThere,
  })
  const of = (per: 'week' | 'year') => caps?.find((cap) => cap.per === per)?.hours ?? null
  return {
    limits: {
      visaWeek: of('week'),
      visaYear: of('year'),
      agreementWeek: placement.hoursPerWeek,
    },
    clearance,
  }
}

/** Logs a stretch of work on the host's clock; see the rule for what it refuses. Nothing typed is lost with a refusal. */
export async function logHours(
  work: Work,
  input: { placementId: string; day: string; from: string; until: string; work: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.log', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const day = parseDate(input.day)
  if (day === null) return inField('day', m('refusal.day'))
  const stretch = stretchOn(day, input.from, input.until, placement.timeZone)
  if ('fault' in stretch) return inField(stretch.fault, m('refusal.time'))
  if (input.work.trim() === '') return inField('work', m('refusal.work'))
  if (isInterrupted(await interruptionsOf(work, placement.id), day)) {
    return inField('day', m('refusal.interrupted'))
  }
  if (await isClosed(work, placement, stretch)) return inField('day', m('refusal.week-closed'))
  const known = await hoursOf(work, placement.id)
  const { limits } = await limitsOf(work, placement)
  const found = hoursFault(stretch, known, { ...placement, limits }, work.now)
  if (found) return faultAsRefusal(work, found, placement, limits)
  await work.write(
    hoursLogged({ ...aboutPlacement(placement), data: { day, minutes: minutesOf(stretch) } }),
    (tx) =>
      tx
        .insertInto('internship_hours')
        .values({
          id: randomUUIDv7(),
          placement_id: placement.id,
          day,
          starts_at: stretch.startsAt,
          ends_at: stretch.endsAt,
          work: input.work.trim().slice(0, 500),
          logged_at: work.now,
        })
        .execute(),
  )
  return true
}

function faultAsRefusal(
  work: Work,
  found: NonNullable<ReturnType<typeof hoursFault>>,
  { timeZone }: PlacementRow,
  limits: HourLimits,
): Refusal {
  switch (found.fault) {
    case 'overlap': {
      const clock = (at: Date) => formatClock(at, timeZone, work.language)
      const { startsAt, endsAt } = found.with
      const span = { from: clock(startsAt), until: clock(endsAt) }
      return inField('from', m('refusal.overlap', span))
    }
    case 'outside':
      return inField('day', m('refusal.outside'))
    case 'future':
      return inField('until', m('refusal.future'))
    case 'visa-week':
      return inField('until', m('refusal.visa-week', { hours: limits.visaWeek! }))
    case 'visa-year':
      return inField('until', m('refusal.visa-year', { hours: limits.visaYear! }))
  }
}

/** Whether a stretch touches a week that is with the host or confirmed by it: its hours stay as they are. */
async function isClosed(
  work: Work,
  { id, timeZone }: PlacementRow,
  stretch: Stretch,
): Promise<boolean> {
  const closed = await closedWeeks(work, id)
  return byDay(stretch, timeZone).some(({ day }) => closed.has(weekOf(day)))
}

/** Takes a line of hours out; what is not there any more is no fault. */
export async function removeHours(
  work: Work,
  input: { placementId: string; hoursId: string },
): Promise<true | Refusal> {
  const placement = await placementById(work, input.placementId, 'lock')
  if (!placement || !work.may('internships.placement.log', placement)) {
    return refuse(404, m('refusal.no-placement'))
  }
  const line = isUuid(input.hoursId)
    ? (await hoursOf(work, placement.id)).find(({ id }) => id === input.hoursId)
    : undefined
  if (!line) return true
  if (await isClosed(work, placement, line)) return refuse(409, m('refusal.week-closed'))
  await work.write(
    hoursRemoved({
      ...aboutPlacement(placement),
      data: { day: line.day, minutes: minutesOf(line) },
    }),
    (tx) => tx.deleteFrom('internship_hours').where('id', '=', line.id).execute(),
  )
  return true
}
