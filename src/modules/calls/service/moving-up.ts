import { refuse, type Refusal, type Work } from '#kernel/database'
import type { Services } from '#kernel/http'
import { jobType, oneByOne } from '#kernel/jobs'
import { noticeKind, notify } from '#kernel/notices'
import { offerMade, replyGiven } from '../entries.ts'
import { m } from '../messages/index.ts'
import { applicationInCall, type ApplicationRow, outcomeCounts } from '../queries/applications.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { overdueOffers, waitingFor } from '../queries/telling.ts'
import { freeSeats, nextFor, seatsTaken } from '../rules/waiting.ts'
import { aboutApplication, seatFacts } from './about.ts'
import { endAppeal } from './ending-appeals.ts'
import { replyDue } from './telling.ts'
import { seatFor, writeDecisions } from './writing-decisions.ts'

/** Somebody on the waiting list moved up to a seat. */
export const movedUpNotice = noticeKind('calls.moved-up', m('notice.kind.moved-up'), 'immediate')

/** An offer lapsed because nobody accepted it in time. */
export const lapsedNotice = noticeKind('calls.offer-lapsed', m('notice.kind.lapsed'), 'immediate')

/** Accepts or declines an offer, in its time. A seat that is declined goes to the next who waits. */
export async function replyToOffer(
  work: Work,
  input: { applicationId: string; reply: string },
): Promise<true | Refusal> {
  const reply = (['accepted', 'declined'] as const).find((each) => each === input.reply)
  const application = await applicationInCall(work, input.applicationId)
  if (!application || !work.may('calls.application.reply', application)) {
    return refuse(404, m('refusal.no-application'))
  }
  if (application.outcome !== 'accepted' || application.call_state !== 'told') {
    return refuse(409, m('refusal.no-offer'))
  }
  if (!reply) return refuse(422, m('refusal.no-reply'), { reply: m('refusal.no-reply') })
  if (application.reply === reply) return true
  if (application.reply !== null) return refuse(409, m('refusal.replied-already'))
  if (application.reply_due_at !== null && application.reply_due_at <= work.now) {
    return refuse(409, m('refusal.reply-late'))
  }
  await writeReply(work, application, reply)
  return true
}

async function writeReply(
  work: Work,
  application: ApplicationRow,
  reply: 'accepted' | 'declined' | 'lapsed',
): Promise<void> {
  const { call_id: callId, destination_id: destinationId } = application
  const entry = replyGiven({
    ...aboutApplication(application),
    data: { ...seatFacts(application, callId, destinationId), reply },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('call_applications')
      .set({ reply, replied_at: work.now })
      .where('id', '=', application.id)
      .execute(),
  )
  if (reply !== 'accepted') await freeSeat(work, callId, destinationId)
}

/**
 * Gives a seat that became free after the telling to the first on the waiting list who wished for it, and tells them; an
 * appeal of theirs has nothing left to decide. No destination gets more people than seats.
 */
export async function freeSeat(
  work: Work,
  callId: string,
  destinationId: string | null,
): Promise<void> {
  const call = await callById(work, callId, 'lock')
  if (!call || call.state !== 'told') return
  const isFull =
    destinationId !== null &&
    freeSeats(call.definition, seatsTaken(await outcomeCounts(work, callId)), destinationId) === 0
  if (isFull) return
  const next = nextFor(await waitingFor(work, callId), call.definition, destinationId)
  if (!next) return
  await offerSeat(work, call, next, destinationId, 'moved-up')
  await endAppeal(work, next.id, 'settled')
  await notify(work, {
    personId: next.person_id,
    kind: movedUpNotice,
    message: m('notice.moved-up', { number: next.number ?? 0 }),
    href: `/applications/${next.id}`,
  })
}

/** Offers a seat after the telling: to who is next on the waiting list, or whose appeal was upheld. */
export async function offerSeat(
  work: Work,
  call: CallRow,
  next: { id: string; person_id: string },
  destinationId: string | null,
  way: 'moved-up' | 'appeal',
): Promise<void> {
  await writeDecisions(work, call, way, [seatFor(next, destinationId)])
  const offer = offerMade({
    ...aboutApplication({ ...next, organisation_id: call.organisation_id }),
    data: { ...seatFacts(call, call.id, destinationId), movedUp: way === 'moved-up' },
  })
  await work.write(offer, (tx) =>
    tx
      .updateTable('call_applications')
      .set({ reply_due_at: replyDue(work.now, call), told_at: work.now })
      .where('id', '=', next.id)
      .execute(),
  )
}

/** Every hour: offers whose day is over lapse, and their seats go on. */
export const lapseOffers = jobType<Record<string, never>, Services>('calls.lapse-offers', {
  schedule: { everyMinutes: 60 },
  timeoutSeconds: 900,
  async run(job) {
    const { runner, context } = job
    const parts = oneByOne(job)
    const ids = await runner.perform(context, (work) => overdueOffers(work))
    for (const id of ids) {
      await parts.attempt(id, () => runner.perform(context, (work) => lapse(work, id)))
    }
    parts.end()
  },
})

async function lapse(work: Work, applicationId: string): Promise<void> {
  const application = await applicationInCall(work, applicationId)
  const isDue =
    application?.outcome === 'accepted' &&
    application.reply === null &&
    application.reply_due_at !== null &&
    application.reply_due_at <= work.now
  if (!application || !isDue) return
  await writeReply(work, application, 'lapsed')
  await notify(work, {
    personId: application.person_id,
    kind: lapsedNotice,
    message: m('notice.lapsed', { number: application.number ?? 0 }),
    href: `/applications/${application.id}`,
  })
}
