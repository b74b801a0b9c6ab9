import { sql } from 'kysely'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { openTask } from '#kernel/tasks'
import { type DateOnly, dateInZone, displayName, formatDate, localised } from '#kernel/values'
import { hostByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import { confirmTask, hostTask } from '../task-kinds.ts'
import { contactFor, worksHere } from './partner-mail.ts'

/** A host that has not answered is asked again after so many days. */
const daysBetweenMails = 7
const atOnce = 500

/** The stays whose host has something to confirm or to send now, and was not asked within a week; one query. */
export function dueForHost(work: Work): Promise<{ id: string }[]> {
  const today = sql`(${work.now}::timestamptz at time zone r.time_zone)::date`
  return work.read
    .selectFrom('mobilities as x')
    .innerJoin('organisations as r', 'r.id', 'x.receiving_organisation_id')
    .select('x.id')
    .where(
      sql<boolean>`((x.next_step = 'arrival' and x.starts_on <= ${today})
        or (x.next_step = 'departure' and x.ends_on <= ${today}) or x.next_step = 'transcript')`,
    )
    .where(
      sql<boolean>`(x.host_asked_on is null or x.host_asked_on <= ${today} - ${daysBetweenMails}::int)`,
    )
    .orderBy('x.next_due_on')
    .limit(atOnce)
    .execute()
}

/** Asks the host of one stay: its office by a task, a partner without one by a mail. */
export async function remindHost(work: Work, mobilityId: string): Promise<true | Refusal> {
  const stay = await stayById(work, mobilityId, 'lock')
  if (!stay || stay.next_step === null) return true
  if (await worksHere(work, stay.receiving_organisation_id)) {
    await openTask(work, {
      kind: stay.next_step === 'transcript' ? hostTask : confirmTask,
      assignee: { role: 'coordinator', organisationId: stay.receiving_organisation_id },
      object: { kind: 'mobility', id: stay.id },
      subject: m(stay.next_step === 'transcript' ? 'task.host' : 'task.confirm'),
      href: `/mobility/${stay.id}`,
      dueOn: stay.next_due_on,
      closesWithAct: true,
      leavesOut: [stay.person_id],
    })
  } else {
    const sent = await mailHost(work, stay)
    if (isRefused(sent)) return sent
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mobilities')
      .set({ host_asked_on: dateInZone(work.now, stay.receivingTimeZone) })
      .where('id', '=', stay.id)
      .execute(),
  )
  return true
}

async function mailHost(work: Work, stay: StayRow): Promise<string | null | Refusal> {
  const contact = await contactFor(work, stay)
  if (contact === null || stay.next_due_on === null) return null
  const { language } = contact
  const name = displayName(stay.name, language)
  const day = formatDate(stay.next_due_on, language)
  // A file does not come by a link: for a transcript there is none.
  const act = stay.next_step === 'transcript' ? null : await hostAct(work, stay, stay.next_due_on)
  return sendMail(work, {
    to: { address: contact.email, name: contact.name, personId: null },
    language,
    subject: m('mail.host-subject', { sending: localised(stay.sending, language).text, name }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: contact.name }) },
      {
        kind: 'text',
        message: act
          ? m('mail.host-confirm', { name, day, kind: stay.next_step ?? '' })
          : m('mail.host-transcript', { name, day }),
      },
      ...(act ? [{ kind: 'acts' as const, acts: [act] }] : []),
    ],
    secret: act !== null,
    organisationId: stay.sending_organisation_id,
    about: { kind: 'mobility', id: stay.id },
  })
}

async function hostAct(work: Work, stay: StayRow, dueOn: DateOnly) {
  const { token } = await createActLink(work, {
    action: hostByLinkAction,
    objectId: stay.id,
    personId: null,
    expiresAt: expiryOf(work.now, dueOn),
    maxUses: 1,
  })
  return { label: m('mail.host-act'), href: actPath(token) }
}
