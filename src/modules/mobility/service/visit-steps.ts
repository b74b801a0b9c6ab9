import { isRefused, personOf, type Refusal, refuse, type Work } from '#kernel/database'
import { createActLink, revokeActLinks, useActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf, notify } from '#kernel/notices'
import { cancelTasks, completeTasksOf, openTask } from '#kernel/tasks'
import { addDays, formatDateRange, type Language, localised } from '#kernel/values'
import { visitAnswered, visitAsked, visitCancelled, visitReported } from '../entries.ts'
import { answerVisitByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { partnerNotice } from '../notices.ts'
import { partsOf, type VisitRow } from '../queries/visits.ts'
import {
  isOpenVisit,
  mayAskPartner,
  reportWithinDays,
  visitFault,
  type VisitOutcome,
} from '../rules/visits.ts'
import { visitReportTask, visitTask } from '../task-kinds.ts'
import { worksHere } from './partner-mail.ts'
import { aboutVisit, newsOfVisit, visitForUpdate } from './visits.ts'

/** Whom to ask at a partner that does not work here. */
export interface VisitContact {
  name: string
  email: string
  language: Language
}

/** The one whom an institution writes to at the partner of a visit; null where nobody is known. */
export async function contactOfVisit(work: Work, visit: VisitRow): Promise<VisitContact | null> {
  const row = await work.read
    .selectFrom('mobility_contacts')
    .select(['name', 'email', 'language'])
    .where('sending_organisation_id', '=', visit.made_by_organisation_id)
    .where('receiving_organisation_id', '=', visit.partner_organisation_id)
    .executeTakeFirst()
  return row ?? null
}

/** Asks the partner to approve: its office by a task, one without an office here by a mail with a link. */
export async function askForVisit(
  work: Work,
  input: { visitId: string; basedOn: number },
): Promise<{ byMail: boolean } | Refusal> {
  const found = await visitForUpdate(work, input.visitId, 'mobility.visit.edit')
  if (isRefused(found)) return found
  const { visit } = found
  if (!mayAskPartner(visit)) return refuse(409, m('visit-fault.asked'))
  if (visit.edition !== input.basedOn) return refuse(409, m('visit-fault.changed'))
  const parts = await partsOf(work, visit.id)
  const dates = { startsOn: visit.starts_on, endsOn: visit.ends_on }
  const fault = visitFault({ ...dates, ...parts })
  if (fault) return refuse(422, m(`visit-fault.${fault}`))
  const isHere = await worksHere(work, visit.partner_organisation_id)
  const contact = isHere ? null : await contactOfVisit(work, visit)
  if (!isHere && contact === null) return refuse(422, m('visit-fault.contact'))
  const data = { ...newsOfVisit(visit), edition: visit.edition, byMail: !isHere }
  await work.write(visitAsked({ ...aboutVisit(visit, true), data }), (tx) =>
    tx
      .updateTable('visits')
      .set({ state: 'asked', visible: true, asked_at: work.now, changed_at: work.now })
      .where('id', '=', visit.id)
      .execute(),
  )
  // Asked anew, it is reported only once the partner has approved it anew.
  const object = { kind: 'visit', id: visit.id }
  await cancelTasks(work, { object, kinds: [visitReportTask] })
  if (contact) {
    const sent = await mailPartner(work, visit, contact)
    if (isRefused(sent)) return sent
  } else {
    await openTask(work, {
      kind: visitTask,
      assignee: { role: 'coordinator', organisationId: visit.partner_organisation_id },
      object,
      subject: m('task.visit'),
      href: `/mobility/visits/${visit.id}`,
      dueOn: visit.starts_on,
      closesWithAct: true,
    })
  }
  return { byMail: contact !== null }
}

async function mailPartner(work: Work, visit: VisitRow, contact: VisitContact) {
  const { language } = contact
  const { token } = await createActLink(work, {
    action: answerVisitByLinkAction,
    objectId: visit.id,
    personId: null,
    expiresAt: expiryOf(work.now, visit.starts_on),
    maxUses: 1,
  })
  const maker = localised(visit.maker, language).text
  return sendMail(work, {
    to: { address: contact.email, name: contact.name, personId: null },
    language,
    subject: m('mail.visit-subject', { maker }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: contact.name }) },
      {
        kind: 'text',
        message: m(visit.comes_to_maker ? 'mail.visit-invites' : 'mail.visit-comes', {
          maker,
          title: visit.title,
          dates: formatDateRange(visit.starts_on, visit.ends_on, language),
        }),
      },
      { kind: 'acts', acts: [{ label: m('mail.visit-act'), href: actPath(token) }] },
      { kind: 'text', message: m('mail.personal') },
    ],
    secret: true,
    organisationId: visit.made_by_organisation_id,
    about: { kind: 'visit', id: visit.id },
  })
}

/** An answer to a visit; it names the edition that was read, so that a changed one is not approved unread. */
export interface AnswerVisit {
  visitId: string
  edition: number
  answer: 'agreed' | 'refused'
  /** Obligatory for a refusal. */
  note: string
  /** Who answers by a link. */
  as?: string
}

/** The partner approves or refuses, in its office or by the link that it was sent. */
export async function answerVisit(
  work: Work,
  input: AnswerVisit,
): Promise<{ state: 'agreed' | 'refused' } | Refusal> {
  const byLink = work.actor.kind === 'link'
  const action = byLink ? answerVisitByLinkAction : 'mobility.visit.answer'
  const found = await visitForUpdate(work, input.visitId, action)
  if (isRefused(found)) return found
  const { visit } = found
  if (visit.state === 'cancelled') return refuse(409, m('visit-fault.cancelled'))
  if (visit.state !== 'asked') return refuse(409, m('visit-fault.answered'))
  if (visit.edition !== input.edition) return refuse(409, m('visit-fault.changed'))
  const note = input.note.trim().slice(0, 2000)
  if (input.answer === 'refused' && note === '') {
    return refuse(422, m('refusal.why'), { note: m('refusal.why') })
  }
  const used = await useActLink(work)
  if (isRefused(used)) return used
  const { answer, edition } = input
  const data = { ...newsOfVisit(visit), answer, edition, byLink }
  await work.write(visitAnswered({ ...aboutVisit(visit), data }), (tx) =>
    tx
      .updateTable('visits')
      .set({
        state: answer,
        answered_at: work.now,
        answered_by: personOf(work.actor),
        answered_as: input.as ?? null,
        answered_edition: edition,
        answer_note: note,
        changed_at: work.now,
      })
      .where('id', '=', visit.id)
      .execute(),
  )
  await endAsking(work, visit)
  await tellAnswer(work, visit, answer)
  return { state: answer }
}

async function endAsking(work: Work, visit: VisitRow): Promise<void> {
  await completeTasksOf(work, { object: { kind: 'visit', id: visit.id }, kinds: [visitTask] })
  if (work.actor.kind !== 'link') {
    await revokeActLinks(work, { action: answerVisitByLinkAction, objectIds: [visit.id] }, 'done')
  }
}

async function tellAnswer(work: Work, visit: VisitRow, answer: 'agreed' | 'refused') {
  const href = `/mobility/visits/${visit.id}`
  if (visit.created_by !== null) {
    const partner = localised(visit.partner, work.language).text
    const message = m(answer === 'agreed' ? 'notice.visit-agreed' : 'notice.visit-refused', {
      partner,
    })
    await notify(work, { personId: visit.created_by, kind: partnerNotice, message, href })
  }
  if (answer === 'refused') return
  await openTask(work, {
    kind: visitReportTask,
    assignee: { role: 'coordinator', organisationId: visit.made_by_organisation_id },
    object: { kind: 'visit', id: visit.id },
    subject: m('task.visit-report'),
    href,
    dueOn: addDays(visit.ends_on, reportWithinDays),
    closesWithAct: true,
  })
}

/** Calls a visit off before it is over; the partner's office sees it with the reason, and what it was asked is closed. */
export async function cancelVisit(
  work: Work,
  input: { visitId: string; reason: string },
): Promise<true | Refusal> {
  const found = await visitForUpdate(work, input.visitId, 'mobility.visit.edit')
  if (isRefused(found)) return found
  const { visit } = found
  if (!isOpenVisit(visit.state)) return refuse(409, m('visit-fault.over'))
  const reason = input.reason.trim().slice(0, 2000)
  if (visit.visible && reason === '') {
    return refuse(422, m('refusal.why'), { reason: m('refusal.why') })
  }
  const data = { ...newsOfVisit(visit), from: visit.state }
  await work.write(visitCancelled({ ...aboutVisit(visit), data }), (tx) =>
    tx
      .updateTable('visits')
      .set({ state: 'cancelled', cancel_reason: reason, changed_at: work.now })
      .where('id', '=', visit.id)
      .execute(),
  )
  await cancelTasks(work, { object: { kind: 'visit', id: visit.id } })
  await revokeActLinks(
    work,
    { action: answerVisitByLinkAction, objectIds: [visit.id] },
    'withdrawn',
  )
  return true
}

/** The maker's office reports what a visit that both sides approved was and what came of it; with that it is over. */
export async function reportVisit(
  work: Work,
  input: { visitId: string; report: string; outcome: VisitOutcome | null; today: string },
): Promise<true | Refusal> {
  const found = await visitForUpdate(work, input.visitId, 'mobility.visit.edit')
  if (isRefused(found)) return found
  const { visit } = found
  const report = input.report.trim().slice(0, 10_000)
  if (visit.state !== 'agreed') return refuse(409, m('visit-fault.not-agreed'))
  if (input.today < visit.starts_on) return refuse(409, m('visit-fault.early'))
  if (report === '')
    return refuse(422, m('visit-fault.report'), { report: m('visit-fault.report') })
  if (input.outcome === null) {
    return refuse(422, m('visit-fault.outcome'), { outcome: m('visit-fault.outcome') })
  }
  const { outcome } = input
  const data = { ...newsOfVisit(visit), outcome }
  await work.write(visitReported({ ...aboutVisit(visit), data }), (tx) =>
    tx
      .updateTable('visits')
      .set({
        state: 'reported',
        report,
        outcome,
        reported_at: work.now,
        reported_by: personOf(work.actor),
        changed_at: work.now,
      })
      .where('id', '=', visit.id)
      .execute(),
  )
  const object = { kind: 'visit', id: visit.id }
  await completeTasksOf(work, { object, kinds: [visitReportTask] })
  return true
}
