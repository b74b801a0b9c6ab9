import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout } from '#kernel/mail'
import { documentById } from '../queries/documents.ts'
import { copyAction, guestLetters, linkAction } from './asks.ts'
import { takeBack } from './rounds.ts'

/** The steps for which a person was asked as a guest, known by an address alone that has turned out to be theirs. */
export function guestSteps(work: Work, personId: string) {
  return work.read
    .selectFrom('signing_steps as guest')
    .select('guest.id')
    .where(sql<boolean>`lower(guest.guest_address) in ${provedAddressesOf(personId)}`)
}

/**
 * Empties who a guest was, what they wrote and the letters to them; that somebody signed, when and what stays. A document
 * that still waits for them goes back to whoever opened it: nobody can sign it in their place.
 */
export async function eraseGuest(work: Work, personId: string): Promise<void> {
  const steps = await guestSteps(work, personId)
    .select(['guest.document_id', 'guest.version', 'guest.state'])
    .execute()
  if (steps.length === 0) return
  const waiting = steps.filter(({ state }) => state === 'asked' || state === 'later')
  for (const documentId of new Set(waiting.map(({ document_id }) => document_id))) {
    const document = await documentById(work, documentId, 'lock')
    if (document?.state === 'open') await takeBack(work, document, '')
  }
  const ids = steps.map(({ id }) => id)
  for (const action of [linkAction, copyAction]) {
    await revokeActLinks(work, { objectIds: ids, action }, 'withdrawn')
  }
  await eraseMailsAbout(work, guestLetters, ids)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('signing_personal')
      .set({ salt: null, value: null })
      .where('step_id', 'in', ids)
      .execute()
    await tx
      .updateTable('signing_signatures')
      .set((eb) => ({
        name: '',
        reason: eb.case().when('reason', 'is', null).then(null).else('').end(),
      }))
      .where('step_id', 'in', ids)
      .execute()
    // Of a draft that nobody was asked to sign the signer goes, and the office names another.
    await tx
      .deleteFrom('signing_steps')
      .where('id', 'in', ids)
      .where('state', '=', 'later')
      .where('document_id', 'in', (eb) =>
        eb.selectFrom('signing_documents').select('id').where('state', '=', 'draft'),
      )
      .execute()
    await tx
      .updateTable('signing_steps')
      .set({ guest_name: '', guest_address: '' })
      .where('id', 'in', ids)
      .execute()
  })
}
