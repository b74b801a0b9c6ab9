import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { revokeActLinks, useActLink } from '#kernel/identity'
import { cancelTasks, completeTasksOf } from '#kernel/tasks'
import { nominationApproved, nominationRejected, stayCancelled } from '../entries.ts'
import { answerByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { ownStayNotice, partnerNotice } from '../notices.ts'
import type { StayRow } from '../queries/stays.ts'
import { isOver, type MobilityState } from '../rules/states.ts'
import { answerTask } from '../task-kinds.ts'
import { mailOfStay } from './by-mail.ts'
import { aboutStay, newsOf, nextColumns, stayForUpdate } from './at-work.ts'
import { tellPartnerOfCancelling, worksHere } from './partner-mail.ts'
import { offerFreeSeat, recordUse } from './seats.ts'
import { tellOfStay } from './telling.ts'

/** An answer to a nomination; it names the proposal that was read, so that a changed one is not answered unread. */
export interface AnswerNomination {
  mobilityId: string
  proposalId: string
  answer: 'approved' | 'rejected'
  /** Obligatory for a refusal, as in EWP. */
  note: string
  /** Who answers by a link. */
  as?: string
  /** The mail in which it answered, where the sending office writes that down. */
  mailId?: string
}

/** The receiving institution approves or refuses a nomination, in its office or by the link that it was sent. */
export async function answerNomination(
  work: Work,
  input: AnswerNomination,
): Promise<{ state: MobilityState } | Refusal> {
  const byLink = work.actor.kind === 'link'
  const { mailId } = input
  const office = mailId === undefined ? 'mobility.nomination.answer' : 'mobility.nomination.make'
  const action = byLink ? answerByLinkAction : office
  const found = await stayForUpdate(work, input.mobilityId, action)
  if (isRefused(found)) return found
  const { stay } = found
  if (stay.state === 'cancelled') return refuse(409, m('refusal.cancelled'))
  if (stay.state !== 'pending') return refuse(409, m('refusal.answered'))
  if (stay.proposal_id !== input.proposalId) return refuse(409, m('refusal.changed'))
  if (mailId !== undefined && (await worksHere(work, stay.receiving_organisation_id))) {
    return refuse(409, m('by-mail.works-here'))
  }
  const mail = mailId === undefined ? null : await mailOfStay(work, stay, mailId)
  if (isRefused(mail)) return mail
  const note = input.note.trim()
  if (input.answer === 'rejected' && note === '') {
    return refuse(422, m('refusal.why'), { note: m('refusal.why') })
  }
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const entry = input.answer === 'approved' ? nominationApproved : nominationRejected
  const data = { ...newsOf(stay), proposal: stay.proposal_id, byLink, byMail: mail !== null }
  await work.write(entry({ ...aboutStay(stay), data }), (tx) =>
    tx
      .updateTable('mobilities')
      .set({
        state: input.answer,
        answered_at: work.now,
        answered_by: personOf(work.actor),
        answered_as: input.as ?? mail?.from ?? null,
        answer_note: note,
        changed_at: work.now,
        ...nextColumns(work, stay, { state: input.answer }),
      })
      .where('id', '=', stay.id)
      .execute(),
  )
  await endAsking(work, stay)
  await tellAnswer(work, stay, input.answer)
  if (input.answer === 'rejected') {
    await recordUse(work, stay)
    await offerFreeSeat(work, stay)
  }
  return { state: input.answer }
}

async function endAsking(work: Work, stay: StayRow): Promise<void> {
  const object = { kind: 'mobility', id: stay.id }
  await completeTasksOf(work, { object, kinds: [answerTask] })
  if (work.actor.kind !== 'link') {
    await revokeActLinks(work, { action: answerByLinkAction, objectIds: [stay.id] }, 'done')
  }
}

async function tellAnswer(
  work: Work,
  stay: StayRow,
  answer: 'approved' | 'rejected',
): Promise<void> {
  const news = `notice.${answer}` as const
  await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
  if (stay.nominated_by !== null) {
    await tellOfStay(work, stay, { personId: stay.nominated_by, kind: partnerNotice, news })
  }
}

/** The student or the sending coordinator gives a stay up before it has begun; its seat is free for whoever waits. */
export async function cancelStay(
  work: Work,
  input: { mobilityId: string; reason: string },
): Promise<{ wasWaiting: boolean } | Refusal> {
  const found = await stayForUpdate(work, input.mobilityId, 'mobility.stay.withdraw')
  if (isRefused(found)) return found
  const { stay } = found
  if (isOver(stay.state)) return refuse(409, m('refusal.over'))
  if (stay.state !== 'waiting' && stay.state !== 'pending' && stay.state !== 'approved') {
    return refuse(409, m('refusal.begun'))
  }
  const personId = personOf(work.actor)
  const byStudent = personId === stay.person_id
  const about = aboutStay(stay)
  const organisationIds =
    stay.state === 'waiting' ? [stay.sending_organisation_id] : about.organisationIds
  const data = { ...newsOf(stay), from: stay.state, byStudent }
  await work.write(stayCancelled({ ...about, organisationIds, data }), (tx) =>
    tx
      .updateTable('mobilities')
      .set({
        state: 'cancelled',
        cancelled_at: work.now,
        cancelled_by: personId,
        cancel_reason: input.reason.trim(),
        waiting_since: null,
        next_step: null,
        next_due_on: null,
        changed_at: work.now,
      })
      .where('id', '=', stay.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'mobility', id: stay.id } })
  await revokeActLinks(work, { action: answerByLinkAction, objectIds: [stay.id] }, 'withdrawn')
  await tellCancelling(work, stay, byStudent)
  if (stay.state !== 'waiting') await recordUse(work, stay)
  await offerFreeSeat(work, stay)
  return { wasWaiting: stay.state === 'waiting' }
}

async function tellCancelling(work: Work, stay: StayRow, byStudent: boolean): Promise<void> {
  const news = 'notice.cancelled'
  if (!byStudent) {
    await tellOfStay(work, stay, { personId: stay.person_id, kind: ownStayNotice, news })
  } else if (stay.nominated_by !== null) {
    await tellOfStay(work, stay, { personId: stay.nominated_by, kind: partnerNotice, news })
  }
  if (stay.state === 'waiting') return
  if (stay.answered_by !== null) {
    await tellOfStay(work, stay, { personId: stay.answered_by, kind: partnerNotice, news })
  }
  await tellPartnerOfCancelling(work, stay)
}
