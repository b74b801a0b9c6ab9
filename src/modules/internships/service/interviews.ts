import { randomUUIDv7 } from 'node:crypto'
import { refuse, type Refusal, type Work } from '#kernel/database'
import { noticeKind, notify } from '#kernel/notices'
import { type DateOnly, instantAt } from '#kernel/values'
import { interviewPicked, slotsOffered } from '../entries.ts'
import { m } from '../messages/index.ts'
import { applicationById, type ApplicationRow } from '../queries/applications.ts'
import {
  slotForUpdate,
  slotOfApplication,
  type SlotRow,
  slotsOf,
  slotsPickedBy,
} from '../queries/interviews.ts'
import { positionById } from '../queries/positions.ts'
import { inARow, overlaps } from '../rules/interview.ts'
import { aboutApplication } from './about.ts'
import { mailInterviewer } from './interviewer-mail.ts'
import { interviewLeaves } from './leaving.ts'
import { inField } from './refusing.ts'

/** Times for an interview can be picked, or one that was picked is called off. */
export const interviewNotice = noticeKind(
  'internships.interview',
  m('notice.kind.interview'),
  'immediate',
)

/** Times that an office offers, on the host's clock. */
export interface OfferSlots {
  positionId: string
  day: DateOnly
  from: string
  minutes: number
  count: number
  place: string
}

/**
 * Offers times for interviews, one after the other, and tells everybody whose application waits. Those that are offered
 * already are no fault; others may not overlap with them.
 */
export async function offerSlots(
  work: Work,
  input: OfferSlots,
): Promise<{ offered: number } | Refusal> {
  const position = await positionById(work, input.positionId, 'lock')
  if (!position || !work.may('internships.position.edit', position)) {
    return refuse(404, m('refusal.no-position'))
  }
  const startsAt = instantAt(input.day, input.from, position.timeZone)
  if (startsAt === null) return inField('from', m('refusal.time'))
  if (startsAt <= work.now) return inField('day', m('refusal.slot-past'))
  const known = await slotsOf(work, position.id)
  const isKnown = (at: Date) => known.some((each) => each.startsAt.getTime() === at.getTime())
  const wanted = inARow({ startsAt, minutes: input.minutes }, input.count).filter(
    (each) => !isKnown(each.startsAt),
  )
  if (wanted.some((each) => known.some((other) => overlaps(each, other)))) {
    return inField('from', m('refusal.slots-overlap'))
  }
  if (wanted.length === 0) return { offered: 0 }
  const entry = slotsOffered({
    object: { kind: 'internship-position', id: position.id },
    organisationIds: [position.organisation_id],
    data: { count: wanted.length },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_slots')
      .values(
        wanted.map((each) => ({
          id: randomUUIDv7(),
          position_id: position.id,
          starts_at: each.startsAt,
          minutes: each.minutes,
          place: input.place.trim(),
          application_id: null,
          picked_at: null,
          made_at: work.now,
        })),
      )
      .execute(),
  )
  await tellApplicants(work, position.id)
  return { offered: wanted.length }
}

/** Tells those who wait and have not picked a time. */
async function tellApplicants(work: Work, positionId: string): Promise<void> {
  const rows = await work.read
    .selectFrom('internship_applications as a')
    .leftJoin('internship_slots as x', 'x.application_id', 'a.id')
    .select(['a.id', 'a.person_id'])
    .where('a.position_id', '=', positionId)
    .where('a.state', '=', 'sent')
    .where('x.id', 'is', null)
    .orderBy('a.id')
    .execute()
  for (const { id, person_id: personId } of rows) {
    await notify(work, {
      personId,
      kind: interviewNotice,
      message: m('notice.slots'),
      href: `/internships/applications/${id}`,
    })
  }
}

/**
 * Picks a time for an application that waits, instead of the one before. Refused where another was quicker, where it has
 * begun, and where the applicant has another interview then; of two for one time the second is told.
 */
export async function pickSlot(
  work: Work,
  input: { applicationId: string; slotId: string; node: string },
): Promise<true | Refusal> {
  const application = await applicationById(work, input.applicationId, 'lock')
  if (!application || !work.may('internships.application.pick', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const slot = await slotForUpdate(work, input.slotId)
  if (!slot || slot.position_id !== application.position_id) {
    return inField('slot', m('refusal.slot-choose'))
  }
  if (slot.picked?.id === application.id) return true
  if (slot.picked) return refuse(409, m('refusal.slot-gone'), { slot: m('refusal.slot-gone') })
  if (slot.startsAt <= work.now) return inField('slot', m('refusal.slot-past'))
  const others = await slotsPickedBy(work, application.person_id)
  const clash = others.find((each) => each.picked?.id !== application.id && overlaps(each, slot))
  if (clash) return inField('slot', m('refusal.slot-clash', { host: clash.host }))
  const before = others.find((each) => each.picked?.id === application.id)
  if (before) {
    if (before.startsAt <= work.now) return refuse(409, m('refusal.slot-past'))
    await free(work, before, application)
  }
  const held = before
    ? null
    : await interviewLeaves(work, interviewOf(application, slot, input.node))
  if (held) return held
  const entry = interviewPicked({
    ...aboutApplication(application),
    data: { startsAt: slot.startsAt.toISOString() },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('internship_slots')
      .set({ application_id: application.id, picked_at: work.now })
      .where('id', '=', slot.id)
      .execute(),
  )
  const { id: applicationId, personName: student } = application
  await mailInterviewer(work, slot, { applicationId, student, news: 'picked' })
  return true
}

function interviewOf(application: ApplicationRow, slot: SlotRow, node: string) {
  const { id: applicationId, person_id: personId } = application
  return { applicationId, personId, officeId: slot.officeId, hostId: slot.hostId, node }
}

/** Gives a time back that was picked; one that has begun stays. */
export async function giveSlotBack(work: Work, applicationId: string): Promise<true | Refusal> {
  const application = await applicationById(work, applicationId, 'lock')
  if (!application || !work.may('internships.application.pick', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const slot = await slotOfApplication(work, application.id)
  if (!slot) return true
  if (slot.startsAt <= work.now) return refuse(409, m('refusal.slot-past'))
  await free(work, slot, application)
  return true
}

/** Takes times out of a position; whoever had picked one that is to come is told to pick another. */
export async function removeSlots(
  work: Work,
  input: { positionId: string; slotIds: readonly string[] },
): Promise<{ removed: number } | Refusal> {
  const position = await positionById(work, input.positionId, 'lock')
  if (!position || !work.may('internships.position.edit', position)) {
    return refuse(404, m('refusal.no-position'))
  }
  if (input.slotIds.length === 0) return refuse(422, m('refusal.slot-choose'))
  let removed = 0
  for (const id of input.slotIds) {
    const slot = await slotForUpdate(work, id)
    if (slot?.position_id !== position.id || slot.startsAt <= work.now) continue
    await work.writeUnchronicled((tx) =>
      tx.deleteFrom('internship_slots').where('id', '=', slot.id).execute(),
    )
    removed += 1
    if (!slot.picked) continue
    const { id: applicationId, name: student } = slot.picked
    await mailInterviewer(work, slot, { applicationId, student, news: 'freed' })
    await notify(work, {
      personId: slot.picked.person_id,
      kind: interviewNotice,
      message: m('notice.slot-removed'),
      href: `/internships/applications/${slot.picked.id}`,
    })
  }
  return { removed }
}

/** An application that waits no more needs no interview: a time to come is free for others, and the host is told. */
export async function freeSlotOf(work: Work, applicationId: string): Promise<void> {
  const slot = await slotOfApplication(work, applicationId)
  if (slot?.picked && slot.startsAt > work.now) {
    const { id, name: personName } = slot.picked
    await free(work, slot, { id, personName })
  }
}

async function free(
  work: Work,
  slot: SlotRow,
  application: Pick<ApplicationRow, 'id' | 'personName'>,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('internship_slots')
      .set({ application_id: null, picked_at: null })
      .where('id', '=', slot.id)
      .execute(),
  )
  const { id: applicationId, personName: student } = application
  await mailInterviewer(work, slot, { applicationId, student, news: 'freed' })
}
