import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from './addresses.ts'
import { countAttempts, limits } from './attempts.ts'
import { primaryEmailChanged } from './entries.ts'
import { noticeLetter } from './letters.ts'
import { m } from './messages/index.ts'
import { addAddress, verifyAddress } from './persons.ts'
import { freshSession } from './sessions.ts'
import type { IdentitySettings } from './settings.ts'
import { consumeLink, makeLink, type RequestedLink } from './sign-in-links.ts'

/**
 * Asks for another primary address: the new one gets a link, and only its redemption changes anything.
 * The answer is the same when somebody else has the address; then no letter leaves.
 */
export async function requestPrimaryEmail(
  work: Work,
  settings: IdentitySettings,
  input: { sessionId: string; email: string; network: string },
): Promise<RequestedLink | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const address = normaliseAddress(input.email)
  if (address === null) return refuse(422, m('email.faulty'), { email: m('email.faulty') })
  const counted = await countAttempts(work, settings.keys, [
    { limit: limits.mailByAddress, key: address },
    { limit: limits.mailByNetwork, key: input.network },
  ])
  if (isRefused(counted)) return counted
  const holder = await work.read
    .selectFrom('person_emails')
    .select('person_id')
    .where('address', '=', address)
    .executeTakeFirst()
  const free = holder === undefined || holder.person_id === session.personId
  return makeLink(work, settings, {
    purpose: 'confirm-email',
    personId: free ? session.personId : null,
    address,
    language: work.language,
    next: '/',
  })
}

/** Redeems the confirmation: the address becomes the primary one, and the former primary address is told. */
export async function confirmPrimaryEmail(
  work: Work,
  settings: IdentitySettings,
  input: { token: string },
): Promise<{ personId: string; address: string } | Refusal> {
  const link = await consumeLink(work, input.token, 'confirm-email')
  if (isRefused(link)) return link
  const { personId, address } = link
  const emails = await work.read
    .selectFrom('person_emails as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['e.id', 'e.address', 'e.is_primary', 'p.preferred_language'])
    .where('e.person_id', '=', personId)
    .where('p.state', '=', 'active')
    .execute()
  const former = emails.find((each) => each.is_primary)
  if (former?.address === address) {
    await verifyAddress(work, personId, address)
    return { personId, address }
  }
  if (!emails.some((each) => each.address === address)) {
    const added = await addAddress(work, personId, address, { verified: true, primary: false })
    if (isRefused(added)) return added
  }
  await verifyAddress(work, personId, address)
  await makePrimary(work, personId, address)
  if (former) {
    const owner = { address: former.address, personId, language: former.preferred_language }
    await settings.deliver(work, noticeLetter('email-changed', settings, owner))
  }
  return { personId, address }
}

/** A person's addresses, the primary one first. */
export async function listEmails(
  work: Work,
  personId: string,
): Promise<{ address: string; primary: boolean; verified: boolean }[]> {
  const rows = await work.read
    .selectFrom('person_emails')
    .select(['address', 'is_primary', 'verified_at'])
    .where('person_id', '=', personId)
    .orderBy('is_primary', 'desc')
    .orderBy('address')
    .execute()
  return rows.map((row) => ({
    address: row.address,
    primary: row.is_primary,
    verified: row.verified_at !== null,
  }))
}

async function makePrimary(work: Work, personId: string, address: string): Promise<void> {
  const entry = primaryEmailChanged({
    object: { kind: 'person', id: personId },
    personId,
    data: {},
  })
  await work.write(entry, async (tx) => {
    await tx
      .updateTable('person_emails')
      .set({ is_primary: false })
      .where('person_id', '=', personId)
      .where('is_primary', '=', true)
      .execute()
    await tx
      .updateTable('person_emails')
      .set({ is_primary: true })
      .where('person_id', '=', personId)
      .where('address', '=', address)
      .execute()
  })
}
