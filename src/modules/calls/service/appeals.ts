import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { noticeKind, notify } from '#kernel/notices'
import { completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, dateInZone } from '#kernel/values'
import { appealDecided, appealMade } from '../entries.ts'
import { m } from '../messages/index.ts'
import { type AppealRow, appealOf } from '../queries/appeals.ts'
import { applicationById, applicationInCall, type ApplicationRow } from '../queries/applications.ts'
import { callById } from '../queries/calls.ts'
import { isAgainst, longestAppealReason, longestGrounds, mayAppeal } from '../rules/appeals.ts'
import { aboutApplication } from './about.ts'
import { seatsFor } from './decisions.ts'
import { appealTask } from './ending-appeals.ts'
import { freeSeat, offerSeat } from './moving-up.ts'
import { writeDecisions } from './writing-decisions.ts'

/** The applicant is told what became of their appeal. */
export const appealNotice = noticeKind('calls.appeal-decided', m('notice.kind.appeal'), 'immediate')

/** Days in which the office is asked to answer an appeal. */
const answerDays = 14

/** Asks for a second look at a result, once and in its window; whoever decided it is not asked. */
export async function makeAppeal(
  work: Work,
  input: { applicationId: string; grounds: string; node: string },
): Promise<true | Refusal> {
  const application = await applicationById(work, input.applicationId, 'lock')
  if (!application || !work.may('calls.appeal.make', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  if (await appealOf(work, application.id)) return refuse(409, m('appeal.made-already'))
  if (!mayAppeal(application, application.definition.appealDays ?? 0, work.now)) {
    return refuse(409, m('appeal.window-over'))
  }
  const grounds = input.grounds.trim()
  if (grounds === '' || grounds.length > longestGrounds) {
    const fault = m('appeal.no-grounds', { most: longestGrounds })
    return refuse(422, fault, { grounds: fault })
  }
  const entry = appealMade({ ...aboutApplication(application), data: {} })
  await work.write(entry, (tx) =>
    tx
      .insertInto('call_appeals')
      .values({
        id: randomUUIDv7(),
        origin: input.node,
        application_id: application.id,
        organisation_id: application.organisation_id,
        grounds,
        made_at: work.now,
        first_decided_by: application.decided_by,
        decided_by: null,
        decided_at: null,
      })
      .execute(),
  )
  await openTask(work, {
    kind: appealTask,
    assignee: { role: 'coordinator', organisationId: application.organisation_id },
    object: { kind: 'call-application', id: application.id },
    subject: m('task.appeal'),
    href: `/applications/${application.id}`,
    dueOn: addDays(dateInZone(work.now, application.time_zone), answerDays),
    closesWithAct: true,
    leavesOut: [application.decided_by, application.person_id],
  })
  return true
}

/**
 * Decides an appeal, with a reason: dismissed, or upheld with a seat that is free or a place at the head of the waiting
 * list, who takes a seat of their wishes at once where one is free. Refused for whoever made the decision that it is
 * about, and once the applicant has been offered a seat.
 */
export async function decideAppeal(
  work: Work,
  input: { applicationId: string; outcome: string; destinationId: string | null; reason: string },
): Promise<true | Refusal> {
  const application = await applicationInCall(work, input.applicationId)
  if (!application || !work.may('calls.appeal.decide', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  const appeal = await appealOf(work, application.id, 'lock')
  if (!appeal) return refuse(409, m('appeal.none'))
  if (appeal.state === 'settled' || (appeal.state === 'open' && !isAgainst(application))) {
    return refuse(409, m('appeal.settled-already'))
  }
  if (appeal.state !== 'open') return refuse(409, m('appeal.decided-already'))
  if (appeal.first_decided_by === personOf(work.actor)) return refuse(409, m('appeal.own-decision'))
  const outcome = (['accepted', 'waiting', 'dismissed'] as const).find(
    (each) => each === input.outcome,
  )
  const reason = input.reason.trim()
  const faults = {
    ...(outcome ? {} : { appealOutcome: m('appeal.no-outcome') }),
    ...(reason === '' || reason.length > longestAppealReason
      ? { appealReason: m('appeal.no-reason', { most: longestAppealReason }) }
      : {}),
  }
  const [first] = Object.values(faults)
  if (first) return refuse(422, first, faults)
  const done =
    outcome === 'dismissed' ? true : await uphold(work, application, outcome!, input.destinationId)
  if (isRefused(done)) return done
  await close(work, application, appeal, outcome === 'dismissed' ? 'dismissed' : 'upheld', reason)
  if (outcome === 'waiting') await takeFreeSeat(work, application)
  return true
}

async function uphold(
  work: Work,
  application: ApplicationRow,
  outcome: 'accepted' | 'waiting',
  destinationId: string | null,
): Promise<true | Refusal> {
  const call = await callById(work, application.call_id, 'lock')
  if (!call) return refuse(404, m('refusal.no-call'))
  if (outcome === 'accepted') {
    const seats = await seatsFor(work, call, [application], { destinationId })
    if (isRefused(seats)) {
      return refuse(409, m('appeal.no-seat'), { appealDestination: m('appeal.no-seat') })
    }
    await offerSeat(work, call, application, seats.get(application.id) ?? null, 'appeal')
    return true
  }
  await makeRoomAtHead(work, application)
  await writeDecisions(work, call, 'appeal', [
    { application, outcome, destinationId: null, reason: 'merit', note: {}, waitingPlace: 1 },
  ])
  return true
}

/** Everybody before this application on the waiting list stands one place lower. */
async function makeRoomAtHead(work: Work, application: ApplicationRow): Promise<void> {
  const own = application.waiting_place
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_applications')
      .set((eb) => ({ waiting_place: eb('waiting_place', '+', 1) }))
      .where('call_id', '=', application.call_id)
      .where('state', '=', 'submitted')
      .where('outcome', '=', 'waiting')
      .where('id', '<>', application.id)
      .$if(own !== null, (query) => query.where('waiting_place', '<', own))
      .execute(),
  )
}

/** Who stands at the head of the waiting list does not wait for a seat that is free. */
async function takeFreeSeat(work: Work, application: ApplicationRow): Promise<void> {
  const call = await callById(work, application.call_id)
  if (!call || call.definition.destinations.length === 0) return
  const seats = await seatsFor(work, call, [application], { destinationId: null })
  if (!isRefused(seats)) await freeSeat(work, call.id, seats.get(application.id)!)
}

async function close(
  work: Work,
  application: ApplicationRow,
  appeal: AppealRow,
  state: 'upheld' | 'dismissed',
  reason: string,
): Promise<void> {
  const entry = appealDecided({ ...aboutApplication(application), data: { state } })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_appeals')
      .set({ state, reason, decided_by: personOf(work.actor), decided_at: work.now })
      .where('id', '=', appeal.id)
      .execute(),
  )
  await completeTasksOf(work, {
    object: { kind: 'call-application', id: application.id },
    kinds: [appealTask],
  })
  await notify(work, {
    personId: application.person_id,
    kind: appealNotice,
    message: m(`notice.appeal-${state}`, { number: application.number ?? 0 }),
    href: `/applications/${application.id}`,
  })
}
