import type { Refusal, Work } from '#kernel/database'
import { createActLink, personById } from '#kernel/identity'
import { sendMail } from '#kernel/mail'
import { actPath, expiryOf, notify } from '#kernel/notices'
import { openTask } from '#kernel/tasks'
import { addDays, dateInZone, formatDate, localised } from '#kernel/values'
import { m } from '../messages/index.ts'
import { endedNotice, signedNotice } from '../notices.ts'
import type { DocumentRow } from '../queries/documents.ts'
import type { StepRow } from '../queries/steps.ts'
import { paperTask, signTask } from '../task-kinds.ts'

/** The act of a link: signing or refusing one step. */
export const linkAction = 'signing.step.sign-by-link'
/** The act of a link: taking one's copy of what all have signed. */
export const copyAction = 'signing.step.copy-by-link'
/** What letters to guests are about: the step that they are asked for. */
export const guestLetters = 'signing-step'
/** The offices to whom a signature on paper is a task. */
const paperRole = 'coordinator'
/** How long a guest can get their copy, in days. */
const copyDays = 30

/** Asks a signer whose turn it is: by a task, by a mail with a link, or through the office that brings in the paper. */
export async function askSigner(
  work: Work,
  document: DocumentRow,
  step: StepRow,
): Promise<Refusal | null> {
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('signing_steps')
      .set({ state: 'asked', asked_at: work.now })
      .where('id', '=', step.id)
      .execute(),
  )
  if (step.means === 'paper') return openPaperTask(work, document, step)
  if (step.guest_address !== null) return mailGuest(work, document, step)
  await openTask(work, {
    kind: signTask,
    assignee:
      step.person_id === null
        ? { role: step.role ?? '', organisationId: step.organisation_id }
        : { personId: step.person_id },
    object: { kind: 'signing-step', id: step.id },
    subject: m(step.act === 'sign' ? 'task.sign' : 'task.approve'),
    href: `/signing/steps/${step.id}`,
    dueOn: document.due_on,
    closesWithAct: true,
  })
  return null
}

async function openPaperTask(work: Work, document: DocumentRow, step: StepRow): Promise<null> {
  await openTask(work, {
    kind: paperTask,
    assignee: { role: paperRole, organisationId: document.organisation_id },
    object: { kind: 'signing-step', id: step.id },
    subject: m('task.paper'),
    href: `/signing/documents/${document.id}`,
    dueOn: document.due_on,
    closesWithAct: true,
  })
  return null
}

/** Mails a guest a link of their own, in their language; what it says names the document and who asks. */
export async function mailGuest(
  work: Work,
  document: DocumentRow,
  step: StepRow,
  isReminder = false,
): Promise<Refusal | null> {
  const language = step.guest_language ?? 'en'
  const { token } = await createActLink(work, {
    action: linkAction,
    objectId: step.id,
    personId: null,
    expiresAt: expiryOf(work.now, document.due_on),
    maxUses: 1,
  })
  const title = localised(document.titles, language).text
  const organisation = localised(document.organisation, language).text
  const said = [
    m('mail.greeting', { name: step.guest_name ?? '' }),
    m(step.act === 'sign' ? 'mail.asked' : 'mail.asked-approval', { organisation, title }),
    m('mail.how'),
    ...(document.due_on === null
      ? []
      : [m('mail.until', { until: formatDate(document.due_on, language) })]),
    m('mail.personal'),
  ]
  const sent = await sendMail(work, {
    to: { address: step.guest_address ?? '', name: step.guest_name ?? '', personId: null },
    language,
    subject: m(isReminder ? 'mail.reminder-subject' : 'mail.subject', { title }),
    blocks: [
      ...said.map((message) => ({ kind: 'text' as const, message })),
      { kind: 'acts', acts: [{ label: m('mail.act'), href: actPath(token) }] },
    ],
    secret: true,
    about: { kind: guestLetters, id: step.id },
  })
  return typeof sent === 'string' ? null : sent
}

/** Mails the guests who signed where they get their copy and the evidence; people with an account find both on their page. */
export async function mailCopies(
  work: Work,
  document: DocumentRow,
  steps: readonly StepRow[],
): Promise<Refusal | null> {
  // One who was erased meanwhile has no address any more.
  const guests = steps.filter((step) => step.state === 'done' && step.guest_address)
  for (const step of guests) {
    const language = step.guest_language ?? 'en'
    const expiresAt = expiryOf(work.now, addDays(dateInZone(work.now, 'UTC'), copyDays))
    const { token } = await createActLink(work, {
      action: copyAction,
      objectId: step.id,
      personId: null,
      expiresAt,
      maxUses: 1,
    })
    const title = localised(document.titles, language).text
    const until = formatDate(dateInZone(expiresAt, 'UTC'), language)
    const sent = await sendMail(work, {
      to: { address: step.guest_address ?? '', name: step.guest_name ?? '', personId: null },
      language,
      subject: m('copy.subject', { title }),
      blocks: [
        { kind: 'text', message: m('mail.greeting', { name: step.guest_name ?? '' }) },
        { kind: 'text', message: m('copy.mail', { title, until }) },
        { kind: 'acts', acts: [{ label: m('copy.act'), href: actPath(token) }] },
      ],
      secret: true,
      about: { kind: guestLetters, id: step.id },
    })
    if (typeof sent !== 'string') return sent
  }
  return null
}

/** Whom the end of a round concerns: whoever opened it, and the persons who were asked. */
export async function tellEnd(
  work: Work,
  document: DocumentRow,
  steps: readonly StepRow[],
  how: 'signed' | 'refused' | 'expired' | 'withdrawn',
  by: string | null,
): Promise<void> {
  const kind = how === 'signed' ? signedNotice : endedNotice
  const told = new Set<string>(by === null ? [] : [by])
  const tell = async (personId: string | null, href: string) => {
    if (personId === null || told.has(personId)) return
    told.add(personId)
    const reader = await personById(work, personId)
    if (reader?.state !== 'active') return
    const title = localised(document.titles, reader.preferredLanguage).text
    await notify(work, { personId, kind, message: m(`notice.${how}`, { title }), href })
  }
  await tell(document.created_by, `/signing/documents/${document.id}`)
  for (const step of steps.filter(({ state }) => state !== 'later')) {
    await tell(step.signature?.person_id ?? step.person_id, `/signing/steps/${step.id}`)
  }
}
