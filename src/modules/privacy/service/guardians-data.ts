import { sql } from 'kysely'
import type { HeldData, Work } from '#kernel/database'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, sentAbout } from '#kernel/mail'
import { notify } from '#kernel/notices'
import { m } from '../messages/index.ts'
import { consentRequestById } from '../queries/consents.ts'
import { moveConsents } from './consent-steps.ts'
import { consentAskedNotice } from './consents.ts'
import { cosignAction, guardianLetters } from './guardians.ts'

/** The requests beside which a person signs as a guardian, known by an address alone that has turned out to be theirs. */
async function guardedBy(work: Work, personId: string) {
  return work.read
    .selectFrom('consent_guardians as g')
    .innerJoin('consent_requests as r', 'r.id', 'g.request_id')
    .select(['g.request_id', 'g.name', 'g.address', 'g.language', 'g.asked_at', 'g.answered_at'])
    .select(['g.agreed', 'r.purpose'])
    .where(sql<boolean>`lower(g.address) in ${provedAddressesOf(personId)}`)
    .orderBy('g.asked_at')
    .orderBy('g.request_id')
    .execute()
}

/** How often somebody was asked to sign beside a person under age. */
export async function heldAsGuardian(work: Work, personId: string): Promise<HeldData> {
  const { length } = await guardedBy(work, personId)
  return { what: m('held.guardian'), count: length, stays: m('held.guardian-stays') }
}

/** What a guardian was asked and answered, with the letters; beside whom they signed is another's data. */
export async function exportAsGuardian(work: Work, personId: string): Promise<unknown[]> {
  const asked = await guardedBy(work, personId)
  const mails = await sentAbout(
    work,
    guardianLetters,
    asked.map(({ request_id }) => request_id),
  )
  return asked.map(({ request_id, ...row }) => ({
    ...row,
    mails: mails
      .filter(({ about_id }) => about_id === request_id)
      .map(({ about_id: _of, ...mail }) => mail),
  }))
}

/** Empties who a guardian was; that one agreed, or did not, stays. What still waits for them is asked of another. */
export async function eraseGuardian(work: Work, personId: string): Promise<void> {
  const ids = (await guardedBy(work, personId)).map(({ request_id }) => request_id)
  if (ids.length === 0) return
  for (const id of ids) await releaseMinor(work, id)
  await forgetGuardians(work, ids)
}

/** What waits for a guardian who is gone is not allowed, and the person is told, to name another. */
async function releaseMinor(work: Work, requestId: string): Promise<void> {
  const asked = await consentRequestById(work, requestId, 'lock')
  const rows = asked?.rows.filter(({ state }) => state === 'awaiting-guardian') ?? []
  if (!asked || rows.length === 0) return
  const { request } = asked
  const lapsed = { state: 'withdrawn', kind: 'lapsed', by: 'house', sha256: null } as const
  await moveConsents(work, request, rows, lapsed)
  if (request.ended_at !== null) return
  await notify(work, {
    personId: request.person_id,
    kind: consentAskedNotice,
    message: m('notice.guardian-gone'),
    href: `/account/consents/${request.id}`,
  })
}

/** Takes names, addresses, letters and links of guardians away. */
export async function forgetGuardians(work: Work, requestIds: readonly string[]): Promise<void> {
  await revokeActLinks(work, { objectIds: requestIds, action: cosignAction }, 'withdrawn')
  await eraseMailsAbout(work, guardianLetters, requestIds)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('consent_guardians')
      .set({ name: '', address: '' })
      .where('request_id', 'in', [...requestIds])
      .execute(),
  )
}
