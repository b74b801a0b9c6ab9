import { sql } from 'kysely'
import { type PersonalData, renamePerson, type Work } from '#kernel/database'
import { formerIds, provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, sentAbout } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import { invitationLetters, linkAction } from './invitations.ts'

/** What agreements tell of what they hold of a person. */
export const agreementData: PersonalData = {
  part: m('agreements.title'),
  async holds(work, personId) {
    const held = await exportAgreementsOf(work, personId)
    return [
      { what: m('held.contacts'), count: held.contacts.length, stays: null },
      { what: m('held.invitations'), count: held.invitations.length, stays: null },
      { what: m('held.acts'), count: held.acts.length, stays: m('held.acts-stay') },
    ]
  },
}

/**
 * A contact is a person's by an address that they have proved: other contacts are offices or people whom this house does
 * not know, and an address that anybody may type is nobody's.
 */
function isAddressOf(personId: string, column: 'email' | 'address') {
  return sql<boolean>`lower(${sql.ref(column)}) in ${provedAddressesOf(personId)}`
}

/** Everything that agreements hold of a person: where they are a contact, and what they sent and approved. */
export async function exportAgreementsOf(work: Work, personId: string) {
  const contacts = await work.read
    .selectFrom('agreement_contacts')
    .select(['copy_id', 'name', 'email'])
    .where(isAddressOf(personId, 'email'))
    .orderBy('copy_id')
    .orderBy('position')
    .execute()
  // What was sent and approved is never changed: it goes on naming whoever they were before a merge.
  const ids = sql`(${sql.join([personId, ...(await formerIds(work, personId))].map((id) => sql`${id}::uuid`))})`
  const { rows: acts } = await sql<{ act: string; version_id: string; at: Date }>`
    select 'sent' as act, id as version_id, sent_at as at from agreement_versions where sent_by in ${ids}
    union all
    select 'approved', version_id, approved_at from agreement_approvals where approved_by in ${ids}
    union all
    select 'refused', version_id, refused_at from agreement_refusals where refused_by in ${ids}
    union all
    select 'ended', id, declared_at from agreement_ends where declared_by in ${ids}
    union all
    select 'agreed to the end', end_id, consented_at from agreement_consents where consented_by in ${ids}
    union all
    select 'asked a partner', id, asked_at from agreement_invitations where asked_by in ${ids}
    order by at`.execute(work.read as never)
  const invitations = await work.read
    .selectFrom('agreement_invitations')
    .select(['id', 'name', 'address', 'asked_at', 'answer', 'words'])
    .where(isAddressOf(personId, 'address'))
    .orderBy('asked_at')
    .execute()
  const mails = await sentAbout(
    work,
    invitationLetters,
    invitations.map(({ id }) => id),
  )
  return { contacts, invitations, acts, mails }
}

/** Takes a person out of the contacts. What they did for their institution stays with it, as its act. */
export async function eraseAgreementsOf(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const { acts, invitations } = await exportAgreementsOf(work, personId)
  const ids = invitations.map(({ id }) => id)
  await revokeActLinks(work, { objectIds: ids, action: linkAction }, 'withdrawn')
  await eraseMailsAbout(work, invitationLetters, ids)
  await work.writeUnchronicled(async (tx) => {
    // Whoever is not known any more is not waited for.
    await tx
      .updateTable('agreement_invitations')
      .set({ ended_at: work.now })
      .where(isAddressOf(personId, 'address'))
      .where('answered_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute()
    await tx
      .updateTable('agreement_invitations')
      .set({ name: '', address: '' })
      .where(isAddressOf(personId, 'address'))
      .execute()
    await tx.deleteFrom('agreement_contacts').where(isAddressOf(personId, 'email')).execute()
  })
  return { kept: acts.length > 0 ? [m('held.acts-stay')] : [] }
}

/** Says of what may still change that the one who stays did it; versions, approvals, refusals and consents stay as they are. */
export async function mergeAgreementsOf(work: Work, from: string, into: string): Promise<void> {
  const columns = {
    agreement_invitations: ['asked_by'],
    agreement_ends: ['declared_by'],
  } as const
  await work.writeUnchronicled((tx) => renamePerson(tx, columns, from, into))
}
