import { randomUUIDv7 } from 'node:crypto'
import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { createActLink, revokeActLinks } from '#kernel/identity'
import { isMailAddress, type MailItem, sendMail } from '#kernel/mail'
import { actPath, expiryOf } from '#kernel/notices'
import { displayName, formatDateRange, type Language, localised } from '#kernel/values'
import { holdersOfRole } from '#modules/alliance'
import { contactKept } from '../entries.ts'
import { answerByLinkAction, hostByLinkAction, hostOfManyActions } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { pendingStays, type StayRow } from '../queries/stays.ts'

/** Whom an institution writes to at a partner that does not work here. */
export interface KeepContact {
  sendingOrganisationId: string
  receivingOrganisationId: string
  name: string
  email: string
  language: Language
}

/** Writes down whom to ask at a partner; they are mailed what waits for their answer. */
export async function keepContact(
  work: Work,
  input: KeepContact,
): Promise<{ asked: number } | Refusal> {
  const place = { sending_organisation_id: input.sendingOrganisationId }
  if (!work.may('mobility.contact.keep', place)) return refuse(404, m('refusal.absent'))
  if (!isMailAddress(input.email)) {
    return refuse(422, m('refusal.email'), { email: m('refusal.email') })
  }
  const receiving = input.receivingOrganisationId
  const entry = contactKept({
    object: { kind: 'organisation', id: receiving },
    organisationIds: [input.sendingOrganisationId],
    data: { receiving },
    personal: { name: input.name, email: input.email },
  })
  const { name, email, language } = input
  const values = { id: randomUUIDv7(), name, email, language }
  await endLinksOfMany(work, input)
  await work.write(entry, (tx) =>
    tx
      .insertInto('mobility_contacts')
      .values({
        ...place,
        receiving_organisation_id: receiving,
        ...values,
        changed_at: work.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['sending_organisation_id', 'receiving_organisation_id'])
          .doUpdateSet({ ...values, changed_at: work.now }),
      )
      .execute(),
  )
  const open = await openStaysOf(work, input)
  const waiting = open.filter(({ state }) => state === 'pending').map(({ id }) => id)
  const later = open.filter(({ state }) => state !== 'pending').map(({ id }) => id)
  // Whoever was written to before answers no more: the new mail has a link for each.
  await revokeActLinks(work, { action: answerByLinkAction, objectIds: waiting }, 'replaced')
  await revokeActLinks(work, { action: hostByLinkAction, objectIds: later }, 'replaced')
  await askHostAnew(work, later)
  return askPartners(work, waiting)
}

/** Whoever was written to before confirms for nobody any more by the link that was theirs. */
async function endLinksOfMany(work: Work, pair: KeepContact): Promise<void> {
  const before = await work.read
    .selectFrom('mobility_contacts')
    .select('id')
    .where('sending_organisation_id', '=', pair.sendingOrganisationId)
    .where('receiving_organisation_id', '=', pair.receivingOrganisationId)
    .execute()
  const objectIds = before.map(({ id }) => id)
  for (const action of Object.values(hostOfManyActions)) {
    await revokeActLinks(work, { action, objectIds }, 'replaced')
  }
}

/** The stays of a pair that the partner has, or will have, something to say to. */
function openStaysOf(work: Work, pair: KeepContact) {
  return work.read
    .selectFrom('mobilities')
    .select(['id', 'state'])
    .where('sending_organisation_id', '=', pair.sendingOrganisationId)
    .where('receiving_organisation_id', '=', pair.receivingOrganisationId)
    .where('state', 'in', ['pending', 'approved', 'live', 'returned'])
    .execute()
}

/** The next round of reminders writes to the new contact, however lately the one before was written to. */
async function askHostAnew(work: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('mobilities')
      .set({ host_asked_on: null })
      .where('id', 'in', [...ids])
      .execute(),
  )
}

/** More nominations than this go out in another mail: each has a link of its own. */
const mostInMail = 50

/**
 * Mails the partners of some nominations that do not work here, with a link for each student; of many in several mails. A
 * partner with an office here has tasks instead; one of whom nobody is known is not asked, which the pages of the stays say.
 */
export async function askPartners(
  work: Work,
  mobilityIds: readonly string[],
): Promise<{ asked: number } | Refusal> {
  const stays = await pendingStays(work, mobilityIds)
  let asked = 0
  for (const group of Map.groupBy(stays, pairOf).values()) {
    const contact = await contactFor(work, group[0]!)
    if (contact === null) continue
    for (let from = 0; from < group.length; from += mostInMail) {
      const sent = await mailNominations(work, contact, group.slice(from, from + mostInMail))
      if (isRefused(sent)) return sent
    }
    asked += group.length
  }
  return { asked }
}

const pairOf = (stay: StayRow) =>
  `${stay.sending_organisation_id} ${stay.receiving_organisation_id}`

export type Contact = { id: string; name: string; email: string; language: Language }

/** Whom to write to, where the partner has no coordinator here. */
export async function contactFor(work: Work, stay: StayRow): Promise<Contact | null> {
  if (await worksHere(work, stay.receiving_organisation_id)) return null
  const row = await work.read
    .selectFrom('mobility_contacts')
    .select(['id', 'name', 'email', 'language'])
    .where('sending_organisation_id', '=', stay.sending_organisation_id)
    .where('receiving_organisation_id', '=', stay.receiving_organisation_id)
    .executeTakeFirst()
  return row ?? null
}

/** Whether an institution has a coordinator here, for whom tasks wait. */
export async function worksHere(work: Work, organisationId: string): Promise<boolean> {
  const place = { role: 'coordinator', organisationId, programmeId: null }
  return (await holdersOfRole(work.read, place, work.now)).length > 0
}

async function mailNominations(work: Work, contact: Contact, stays: readonly StayRow[]) {
  const { language } = contact
  const first = stays[0]!
  const sending = localised(first.sending, language).text
  const items: MailItem[] = []
  for (const stay of stays) {
    const { token } = await createActLink(work, {
      action: answerByLinkAction,
      objectId: stay.id,
      personId: null,
      expiresAt: expiryOf(work.now, stay.next_due_on),
      maxUses: 1,
    })
    items.push({
      message: m('mail.nominee', {
        name: displayName(stay.name, language),
        programme: localised(stay.programme, language).text,
      }),
      detail: m('mail.dates', { dates: formatDateRange(stay.starts_on, stay.ends_on, language) }),
      href: null,
      acts: [{ label: m('mail.answer'), href: actPath(token) }],
    })
  }
  return sendMail(work, {
    to: { address: contact.email, name: contact.name, personId: null },
    language,
    subject: m('mail.nominated-subject', { sending, count: stays.length }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: contact.name }) },
      { kind: 'text', message: m('mail.nominated', { sending, count: stays.length }) },
      { kind: 'list', items },
      { kind: 'text', message: m('mail.personal') },
    ],
    secret: true,
    organisationId: first.sending_organisation_id,
    about: { kind: 'mobility', id: first.id },
  })
}

/** Tells a partner without an office here that a nomination of which it knows was taken back. */
export async function tellPartnerOfCancelling(work: Work, stay: StayRow): Promise<void> {
  const contact = await contactFor(work, stay)
  if (contact === null) return
  const { language } = contact
  await sendMail(work, {
    to: { address: contact.email, name: contact.name, personId: null },
    language,
    subject: m('mail.cancelled-subject', { sending: localised(stay.sending, language).text }),
    blocks: [
      { kind: 'text', message: m('mail.greeting', { name: contact.name }) },
      {
        kind: 'text',
        message: m('mail.cancelled', {
          name: displayName(stay.name, language),
          dates: formatDateRange(stay.starts_on, stay.ends_on, language),
        }),
      },
    ],
    organisationId: stay.sending_organisation_id,
    about: { kind: 'mobility', id: stay.id },
  })
}
