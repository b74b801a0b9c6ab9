import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { claimStaged } from '#kernel/files'
import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { noticeKind, notify } from '#kernel/notices'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, type DateOnly, dateInZone, daysBetween } from '#kernel/values'
import { clearanceFor, clearancesFor, mayRank } from '#modules/clearance'
import { applicationAnswered, applicationDecided, applicationSent } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  applicationById,
  type ApplicationRow,
  enrolmentOf,
  overdueOffers,
} from '../queries/applications.ts'
import { positionById, type PositionRow } from '../queries/positions.ts'
import { isVetted } from '../rules/position.ts'
import { stayOf } from '../rules/stay.ts'
import type { ApplicationState } from '../schema.ts'
import { decideTask } from '../task-kinds.ts'
import { aboutApplication, applicationOwner } from './about.ts'
import { mostPapers } from './application-papers.ts'
import { freeSlotOf } from './interviews.ts'
import { applicationLeaves } from './leaving.ts'
import { inField } from './refusing.ts'

/** An office offered or refused a place. */
export const decidedNotice = noticeKind(
  'internships.decided',
  m('notice.kind.decided'),
  'immediate',
)

/** Where somebody comes from, for the question of permission. */
interface Home {
  country: string
  level: 'undergraduate' | 'graduate'
}

/** What of a position, or of what a student found, decides which permission it needs. */
type StayPlace = Pick<PositionRow, 'mode' | 'country' | 'startsOn' | 'endsOn' | 'hoursPerWeek'>

function meantAt(position: StayPlace, home: Home, enrolledThere: boolean | null) {
  return {
    days: daysBetween(position.startsOn, position.endsOn),
    hoursPerWeek: position.hoursPerWeek,
    level: home.level,
    enrolledThere,
  }
}

/**
 * What is known of the permission for a position, for somebody of a school: the same answer for the page, before they
 * apply, and for the verb. Who works from home needs none.
 */
export async function permissionFor(
  work: Work,
  position: StayPlace,
  home: Home,
  enrolledThere: boolean | null,
) {
  const clearance = await clearanceFor(work, stayOf(position, home.country, position.startsOn))
  const meant = meantAt(position, home, enrolledThere)
  return { clearance, meant, answer: mayRank(clearance, meant) }
}

/** The same answer for each position of a list, by its id: one query, however many. */
export async function permissionsFor(work: Work, positions: readonly PositionRow[], home: Home) {
  const clearances = await clearancesFor(
    work,
    positions.map((position) => stayOf(position, home.country, position.startsOn)),
  )
  return new Map(
    positions.map((position, place) => [
      position.id,
      mayRank(clearances[place]!, meantAt(position, home, null)).verdict,
    ]),
  )
}

/** An application as a student sends it; the papers wait already where their form kept them. */
export interface ApplyForPosition {
  positionId: string
  motivation: string
  enrolledThere: boolean
  papers?: { stagedIds: readonly string[]; ownerKey: string }
  node: string
}

/**
 * Applies for a position. Refused where no place is open, the day is over, the person is no student, has applied already,
 * or where every known way of permission rules the stay out; what is not known is for the office to find out.
 */
export async function applyForPosition(
  work: Work,
  input: ApplyForPosition,
): Promise<{ applicationId: string } | Refusal> {
  const personId = personOf(work.actor)
  const position = await positionById(work, input.positionId, 'lock')
  if (!position || !personId || !work.may('internships.application.send', position)) {
    return refuse(404, m('refusal.no-position'))
  }
  const closed = notOpen(work, position)
  if (closed) return closed
  if (position.roundId !== null) return refuse(409, m('refusal.in-round'))
  const home = await enrolmentOf(work, personId, dateInZone(work.now, position.timeZone))
  if (!home) return refuse(409, m('refusal.no-student'))
  const live = await work.read
    .selectFrom('internship_applications')
    .select('id')
    .where('position_id', '=', position.id)
    .where('person_id', '=', personId)
    .where('state', 'in', ['sent', 'offered', 'accepted'])
    .executeTakeFirst()
  if (live) return { applicationId: live.id }
  if (input.motivation.trim() === '') return inField('motivation', m('refusal.motivation'))
  const { answer } = await permissionFor(work, position, home, input.enrolledThere)
  if (answer.verdict === 'no') return inField('enrolledThere', m('refusal.not-permitted'))
  const { stagedIds, ownerKey } = input.papers ?? { stagedIds: [], ownerKey: '' }
  if (stagedIds.length > mostPapers) {
    return inField('papers', m('refusal.papers', { most: mostPapers }))
  }
  const sent = await insertApplication(work, {
    ...input,
    personId,
    position,
    home,
    clearance: answer.verdict,
    round: null,
  })
  if (isRefused(sent)) return sent
  const claimed = await claimStaged(work, stagedIds, ownerKey, {
    ownerKind: applicationOwner,
    ownerId: sent.applicationId,
    origin: input.node,
  })
  return isRefused(claimed) ? refuse(422, claimed.message, { papers: claimed.message }) : sent
}

/**
 * Writes an application: alone, for the office to decide, or as a wish in a round, which decides for all. Refused where the
 * student's data may not leave their school for the office.
 */
export async function insertApplication(
  work: Work,
  input: {
    motivation: string
    enrolledThere: boolean
    node: string
    personId: string
    position: PositionRow
    home: { organisationId: string }
    clearance: 'yes' | 'conditions' | 'unknown'
    round: { id: string; wish: number } | null
  },
): Promise<{ applicationId: string } | Refusal> {
  const { position, personId, home, clearance } = input
  const id = randomUUIDv7()
  const held = await applicationLeaves(work, {
    applicationId: id,
    personId,
    schoolId: home.organisationId,
    officeId: position.organisation_id,
    hostId: position.hostOrganisationId,
    isWish: input.round !== null,
    node: input.node,
  })
  if (held) return held
  const entry = applicationSent({
    object: { kind: 'internship-application', id },
    organisationIds: [...new Set([position.organisation_id, home.organisationId])],
    personId,
    data: { positionId: position.id, clearance },
  })
  await work.write(entry, (tx) =>
    tx
      .insertInto('internship_applications')
      .values({
        id,
        origin: input.node,
        position_id: position.id,
        organisation_id: position.organisation_id,
        enrolled_organisation_id: home.organisationId,
        person_id: personId,
        motivation: input.motivation.trim(),
        enrolled_there: input.enrolledThere,
        clearance,
        state: 'sent',
        answer_by: null,
        sent_at: work.now,
        decided_at: null,
        answered_at: null,
        round_id: input.round?.id ?? null,
        wish: input.round?.wish ?? null,
      })
      .execute(),
  )
  if (input.round === null) {
    const { organisation_id: organisationId, applyBy } = position
    await askToDecide(work, { id, organisationId, personId, dueOn: applyBy })
  }
  return { applicationId: id }
}

/** Asks the office to decide an application that no round decides. */
export async function askToDecide(
  work: Work,
  input: { id: string; organisationId: string; personId: string; dueOn: DateOnly },
): Promise<void> {
  await openTask(work, {
    kind: decideTask,
    assignee: { role: 'coordinator', organisationId: input.organisationId },
    object: { kind: 'internship-application', id: input.id },
    subject: m('task.decide'),
    href: `/internships/applications/${input.id}`,
    dueOn: input.dueOn,
    closesWithAct: true,
    leavesOut: [input.personId],
  })
}

/** Why a position takes no application today; in a round the round's own days count. */
export function notOpen(
  work: Work,
  position: PositionRow,
  way: 'alone' | 'in-round' = 'alone',
): Refusal | null {
  const today = dateInZone(work.now, position.timeZone)
  if (!isVetted(position, today)) return refuse(409, m('refusal.host-suspended'))
  if (position.state !== 'published' || (way === 'alone' && position.applyBy < today)) {
    return refuse(409, m('refusal.position-closed'))
  }
  return position.taken >= position.places ? refuse(409, m('refusal.position-full')) : null
}

/** How long an applicant has for an answer. */
const daysToAnswer = 10

/**
 * Offers the place, to be answered by a day, or refuses it. Where no pack says how the stay is permitted, an offer wants
 * the office's word on it. Refused where all places are taken.
 */
export async function decideApplication(
  work: Work,
  input: { applicationId: string; decision: string; permissionNote: string },
): Promise<true | Refusal> {
  const application = await applicationById(work, input.applicationId, 'lock')
  if (!application || !work.may('internships.application.decide', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const state = (['offered', 'refused'] as const).find((each) => each === input.decision)
  if (!state) return inField('decision', m('refusal.decision'))
  if (application.state === state) return true
  if (application.state !== 'sent') return refuse(409, m('refusal.decided-already'))
  if (application.roundId !== null) return refuse(409, m('refusal.round-decides'))
  const position = await positionById(work, application.position_id, 'lock')
  if (!position) return refuse(404, m('refusal.no-position'))
  const note = input.permissionNote.trim()
  const today = dateInZone(work.now, position.timeZone)
  if (state === 'offered') {
    if (!isVetted(position, today)) return refuse(409, m('refusal.host-suspended'))
    if (position.taken >= position.places) return refuse(409, m('refusal.position-full'))
    if (application.clearance === 'unknown' && note === '') {
      return inField('permissionNote', m('refusal.permission-note'))
    }
  }
  const answerBy = state === 'offered' ? addDays(today, daysToAnswer) : null
  await work.write(
    applicationDecided({ ...aboutApplication(application), data: { state, answerBy } }),
    (tx) =>
      tx
        .updateTable('internship_applications')
        .set({ state, answer_by: answerBy, permission_note: note, decided_at: work.now })
        .where('id', '=', application.id)
        .execute(),
  )
  const object = { kind: 'internship-application', id: application.id }
  await completeTasksOf(work, { object, kinds: [decideTask] })
  await freeSlotOf(work, application.id)
  await notify(work, {
    personId: application.person_id,
    kind: decidedNotice,
    message: m(state === 'offered' ? 'notice.offered' : 'notice.refused'),
    href: `/internships/applications/${application.id}`,
  })
  return true
}

/** The applicant accepts, which makes the placement, or declines; not after the day. Saying the same twice is no fault. */
export async function answerOffer(
  work: Work,
  input: { applicationId: string; answer: string; node: string },
): Promise<{ placementId: string | null } | Refusal> {
  const application = await applicationById(work, input.applicationId, 'lock')
  if (!application || !work.may('internships.application.answer', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const state = (['accepted', 'declined'] as const).find((each) => each === input.answer)
  if (!state) return inField('answer', m('refusal.answer'))
  if (application.state === state) return { placementId: application.placementId }
  if (application.state !== 'offered') return refuse(409, m('refusal.answered-already'))
  const position = await positionById(work, application.position_id, 'lock')
  if (!position) return refuse(404, m('refusal.no-position'))
  const today = dateInZone(work.now, position.timeZone)
  if (application.answerBy !== null && application.answerBy < today) {
    return refuse(409, m('refusal.answer-late'))
  }
  await setAnswer(work, application, state)
  if (state === 'declined') return { placementId: null }
  return { placementId: await insertPlacement(work, application, position, input.node) }
}

async function insertPlacement(
  work: Work,
  application: ApplicationRow,
  position: PositionRow,
  node: string,
): Promise<string> {
  const id = randomUUIDv7()
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('internship_placements')
      .values({
        id,
        origin: node,
        application_id: application.id,
        position_id: position.id,
        organisation_id: application.organisation_id,
        enrolled_organisation_id: application.enrolled_organisation_id,
        person_id: application.person_id,
        starts_on: position.startsOn,
        ends_on: position.endsOn,
        hours_per_week: position.hoursPerWeek,
        time_zone: position.timeZone,
        made_at: work.now,
      })
      .execute(),
  )
  return id
}

/** Takes an application back before it is decided. */
export async function withdrawApplication(
  work: Work,
  applicationId: string,
): Promise<true | Refusal> {
  const application = await applicationById(work, applicationId, 'lock')
  if (!application || !work.may('internships.application.withdraw', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  if (application.state === 'withdrawn') return true
  await setAnswer(work, application, 'withdrawn')
  await freeSlotOf(work, application.id)
  const object = { kind: 'internship-application', id: application.id }
  await completeTasksOf(work, { object, kinds: [decideTask] })
  return true
}

/** Every hour: offers that nobody answered in time lapse, and their places are free again. */
export const lapseOffers = jobType<Record<string, never>, Services>('internships.lapse-offers', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 300,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    // Nowhere is a day over before it is over at the last place on earth.
    const today: DateOnly = dateInZone(context.now, 'Etc/GMT+12')
    const ids = await runner.perform(context, (work) => overdueOffers(work, today))
    for (const id of ids) {
      await parts.attempt(id, () =>
        runner.perform(context, async (work) => {
          const application = await applicationById(work, id, 'lock')
          if (application?.state === 'offered') await setAnswer(work, application, 'lapsed')
        }),
      )
    }
    parts.end()
  },
})

/** Writes what became of an application by its applicant or by the clock. */
export async function setAnswer(
  work: Work,
  application: ApplicationRow,
  state: Extract<ApplicationState, 'accepted' | 'declined' | 'withdrawn' | 'lapsed'>,
): Promise<void> {
  await work.write(
    applicationAnswered({ ...aboutApplication(application), data: { state } }),
    (tx) =>
      tx
        .updateTable('internship_applications')
        .set({ state, answered_at: work.now })
        .where('id', '=', application.id)
        .execute(),
  )
}
