import { sql } from 'kysely'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { createActLink } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { openTask } from '#kernel/tasks'
import { type DateOnly, dateInZone, displayName, formatDate, localised } from '#kernel/values'
import { hostByLinkAction, hostOfManyActions } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { stayById, type StayRow } from '../queries/stays.ts'
import { confirmTask, hostTask } from '../task-kinds.ts'
import { type Contact, contactFor, worksHere } from './partner-mail.ts'

/** A host that has not answered is asked again after so many days. */
const daysBetweenMails = 7
const atOnce = 500

/** The stays whose host has something to confirm or to send now, and was not asked within a week; of one step of a pair where it is named. One query. */
export function dueForHost(
  work: Work,
  of?: Pick<StayRow, 'sending_organisation_id' | 'receiving_organisation_id' | 'next_step'>,
): Promise<{ id: string }[]> {
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
    .$if(of !== undefined, (query) =>
      query
        .where('x.sending_organisation_id', '=', of!.sending_organisation_id)
        .where('x.receiving_organisation_id', '=', of!.receiving_organisation_id)
        .where('x.next_step', '=', of!.next_step),
    )
    .orderBy('x.next_due_on')
    .orderBy('x.id')
    .limit(atOnce)
    .execute()
}

/**
 * Asks the host of one stay: its office by a task, a partner without one by a mail. Of several students of a pair who wait for
 * the same word the partner has one mail, with one link for all; those are asked with the first of them.
 */
export async function remindHost(work: Work, mobilityId: string): Promise<true | Refusal> {
  const stay = await stayById(work, mobilityId, 'lock')
  if (!stay || stay.next_step === null) return true
  const due = await dueForHost(work, stay)
  if (!due.some(({ id }) => id === mobilityId)) return true
  let asked = [mobilityId]
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
    const contact = await contactFor(work, stay)
    const kind = kindOf(stay)
    const isOfMany = contact !== null && kind !== null && due.length > 1
    if (isOfMany) asked = due.map(({ id }) => id)
    const sent = isOfMany
      ? await mailOfMany(work, { stay, contact, kind, count: due.length })
      : await mailHost(work, stay, contact)
    if (isRefused(sent)) return sent
  }
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mobilities')
      .set({ host_asked_on: dateInZone(work.now, stay.receivingTimeZone) })
      .where('id', 'in', asked)
      .execute(),
  )
  return true
}

function kindOf({ next_step: step }: StayRow): 'arrival' | 'departure' | null {
  return step === 'arrival' || step === 'departure' ? step : null
}

async function mailOfMany(
  work: Work,
  {
    stay,
    contact,
    kind,
    count,
  }: { stay: StayRow; contact: Contact; kind: 'arrival' | 'departure'; count: number },
): Promise<string | null | Refusal> {
  const { language } = contact
  const sending = localised(stay.sending, language).text
  const { token } = await createActLink(work, {
    action: hostOfManyActions[kind],
    objectId: contact.id,
    personId: null,
    expiresAt: expiryOf(work.now, stay.next_due_on),
    // Some come later than others: the link serves until all are confirmed, each time for those that are ticked.
    maxUses: 200,
  })
  return sendMail(work, {
    to: { address: contact.email, name: contact.name, personId: null },
    language,
    subject: m('mail.many-subject', { sending, count }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: contact.name }) },
      { kind: 'text', message: m(`mail.many-${kind}`, { sending, count }) },
      { kind: 'acts', acts: [{ label: m('mail.host-act'), href: actPath(token) }] },
    ],
    secret: true,
    organisationId: stay.sending_organisation_id,
    about: { kind: 'mobility', id: stay.id },
  })
}

async function mailHost(
  work: Work,
  stay: StayRow,
  contact: Contact | null,
): Promise<string | null | Refusal> {
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
