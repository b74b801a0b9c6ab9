import { refuse, type Refusal, type Work } from '#kernel/database'
import type { Services } from '#kernel/http'
import { enqueue, jobType, oneByOne } from '#kernel/jobs'
import { noticeKind, notify } from '#kernel/notices'
import { addDays, dateInZone, startOfDay } from '#kernel/values'
import { offerMade, resultsTold } from '../entries.ts'
import { m } from '../messages/index.ts'
import { acceptedIn, untoldApplications } from '../queries/telling.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { about, aboutApplication, seatFacts } from './about.ts'
import { passOnGivenUp } from './given-up.ts'

/** The applicant is told what became of their application. */
export const resultNotice = noticeKind('calls.result-told', m('notice.kind.result'), 'immediate')

/** At the moment that a call names: shows every result at once, then tells each applicant. */
export const tellResults = jobType<{ callId: string }, Services>('calls.tell-results', {
  retries: 20,
  timeoutSeconds: 1800,
  async run(job, { callId }) {
    const { runner, context } = job
    const told = await runner.perform(context, (work) => markTold(work, callId))
    if (told === 'not-yet') return
    const parts = oneByOne(job)
    const ids = await runner.perform(context, (work) => untoldApplications(work, callId))
    for (const id of ids) {
      await parts.attempt(id, () => runner.perform(context, (work) => tellApplicant(work, id)))
    }
    parts.end()
  },
})

/** Shows the results of a call now: by its job at the set moment, or earlier by its office. */
export async function tellNow(work: Work, callId: string): Promise<true | Refusal> {
  const call = await callById(work, callId, 'lock')
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  if (call.state !== 'decided' && call.state !== 'told') {
    return refuse(409, m('refusal.not-decided'))
  }
  await enqueue(work, tellResults, { callId }, { singletonKey: callId })
  return markShown(work, call)
}

async function markTold(work: Work, callId: string): Promise<'told' | 'not-yet'> {
  const call = await callById(work, callId, 'lock')
  // Decisions that were opened again bring a job of their own when they are closed.
  if (!call || (call.state !== 'decided' && call.state !== 'told')) return 'not-yet'
  if (call.state === 'decided' && call.results_at! > work.now) {
    await tellAt(work, call)
    return 'not-yet'
  }
  await markShown(work, call)
  return 'told'
}

/** Has the results of a call told at the moment that it names now; one that was put off is looked at again then. */
export async function tellAt(work: Work, call: Pick<CallRow, 'id' | 'results_at'>): Promise<void> {
  await enqueue(
    work,
    tellResults,
    { callId: call.id },
    { at: call.results_at!, singletonKey: call.id },
  )
}

async function markShown(work: Work, call: CallRow): Promise<true> {
  if (call.state === 'told') return true
  await passOnGivenUp(work, call)
  const offers = (await acceptedIn(work, call.id)).map((each) =>
    offerMade({
      ...aboutApplication({ ...each, organisation_id: call.organisation_id }),
      data: { ...seatFacts(call, call.id, each.destination_id), movedUp: false },
    }),
  )
  const due = replyDue(work.now, call)
  await work.write([resultsTold({ ...about(call), data: {} }), ...offers], async (tx) => {
    await tx
      .updateTable('calls')
      .set({ state: 'told', told_at: work.now })
      .where('id', '=', call.id)
      .execute()
    await tx
      .updateTable('call_applications')
      .set({ reply_due_at: due })
      .where('call_id', '=', call.id)
      .where('state', '=', 'submitted')
      .where('outcome', '=', 'accepted')
      .execute()
  })
  return true
}

/** The end of the last day on which an offer is accepted, in the time zone of the institution. */
export function replyDue(now: Date, call: Pick<CallRow, 'reply_days' | 'time_zone'>): Date {
  const last = addDays(dateInZone(now, call.time_zone), call.reply_days)
  return startOfDay(addDays(last, 1), call.time_zone)
}

async function tellApplicant(work: Work, applicationId: string): Promise<void> {
  const told = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_applications')
      .set({ told_at: work.now })
      .where('id', '=', applicationId)
      .where('told_at', 'is', null)
      .where('outcome', 'is not', null)
      .returning(['person_id', 'outcome', 'number'])
      .executeTakeFirst(),
  )
  if (!told?.outcome) return
  await notify(work, {
    personId: told.person_id,
    kind: resultNotice,
    message: m(`notice.${told.outcome}`, { number: told.number ?? 0 }),
    href: `/applications/${applicationId}`,
  })
}
