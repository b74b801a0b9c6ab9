import { sql, type SqlBool } from 'kysely'
import type { HeldFile, Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, incomingAbout, sentAbout } from '#kernel/mail'
import { notify } from '#kernel/notices'
import { m } from '../messages/index.ts'
import { filesOfReferences } from '../queries/references.ts'
import { referenceAction, referenceNotice, referenceOwner } from './references.ts'

/**
 * The references that a person was asked for: a referee is known by the address alone. Only one that the person has
 * shown to be theirs counts, or anybody who adds another's address would read what was given in confidence.
 */
function isRefereeOf(personId: string) {
  return sql<SqlBool>`r.address in ${provedAddressesOf(personId)}`
}

async function askedOf(work: Work, personId: string) {
  return work.read
    .selectFrom('call_references as r')
    .innerJoin('call_applications as a', 'a.id', 'r.application_id')
    .innerJoin('calls as c', 'c.id', 'a.call_id')
    .select(['r.id', 'r.application_id', 'r.name', 'r.address', 'r.language', 'r.state'])
    .select(['r.asked_at', 'r.answered_at', 'r.rating', 'r.text'])
    .select(['a.person_id as applicant_id', 'a.state as application_state'])
    .select(['c.titles', 'c.state as call_state'])
    .where(isRefereeOf(personId))
    .orderBy('r.asked_at')
    .orderBy('r.id')
    .execute()
}

/** How many references a person was asked for or gave. */
export async function countAskedOf(work: Work, personId: string): Promise<number> {
  return (await askedOf(work, personId)).length
}

/** Whether decisions still rest on a reference of the person's. */
export async function isReadStill(work: Work, personId: string): Promise<boolean> {
  return (await askedOf(work, personId)).some(
    ({ state, application_state, call_state }) =>
      state === 'given' && application_state !== 'withdrawn' && call_state !== 'told',
  )
}

/** What a person was asked for and gave as a referee, with the mails about it; whom it is about is another's data. */
export async function exportReferencesBy(work: Work, personId: string) {
  const asked = await askedOf(work, personId)
  const mails = await mailsOf(
    work,
    asked.map(({ id }) => id),
  )
  return asked.map(
    ({ id, applicant_id: _whose, application_id: _of, application_state: _state, ...row }) => ({
      ...row,
      ...mails(id),
    }),
  )
}

/** The mails about references, by the reference: those that went out without the link in them, and the answers. */
export async function mailsOf(work: Work, ids: readonly string[]) {
  const sent = await sentAbout(work, referenceOwner, ids)
  const received = await incomingAbout(work, referenceOwner, ids)
  return (id: string) => ({
    sent: sent.filter((each) => each.about_id === id).map(({ about_id: _of, ...mail }) => mail),
    received: received
      .filter((each) => each.about_id === id)
      .map(({ about_id: _of, ...mail }) => mail),
  })
}

/** The files that a person gave with references. */
export async function filesOfReferee(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('files as f')
    .innerJoin('call_references as r', (join) => join.on(sql<SqlBool>`f.owner_id = r.id::text`))
    .select(['f.id', 'f.name', 'f.sha256', 'f.size_bytes'])
    .where('f.owner_kind', '=', referenceOwner)
    .where(isRefereeOf(personId))
    .orderBy('f.created_at')
    .orderBy('f.id')
    .execute()
  return rows.map(({ id, name, sha256, size_bytes }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size_bytes),
  }))
}

/**
 * Removes who a referee is and what they wrote; that a reference was given, and its rating, stays. Who has not answered
 * is not asked any more, and the applicant is told to name somebody else.
 */
export async function eraseReferee(work: Work, personId: string): Promise<{ given: number }> {
  const asked = await askedOf(work, personId)
  const ids = asked.map(({ id }) => id)
  if (ids.length === 0) return { given: 0 }
  await removeTraces(work, ids)
  const waiting = asked.filter(({ state }) => state === 'asked')
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('call_references')
      .set({ state: 'declined', answered_at: work.now })
      .where(sql<SqlBool>`id = any(${waiting.map(({ id }) => id)}::uuid[])`)
      .execute()
  })
  for (const { applicant_id, application_id, application_state } of waiting) {
    if (application_state === 'withdrawn') continue
    await notify(work, {
      personId: applicant_id,
      kind: referenceNotice,
      message: m('notice.reference-gone'),
      href: `/applications/${application_id}`,
    })
  }
  return { given: asked.filter(({ state }) => state === 'given').length }
}

/** Takes names, addresses, words, files and mails from references, and ends their links. */
export async function removeTraces(work: Work, ids: readonly string[]): Promise<void> {
  const files = await filesOfReferences(work, referenceOwner, ids)
  await revokeActLinks(work, { objectIds: ids, action: referenceAction }, 'withdrawn')
  await eraseMailsAbout(work, referenceOwner, ids)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_references')
      .set({ name: '', address: '', text: '' })
      .where('id', 'in', [...ids])
      .execute(),
  )
  for (const { id } of [...files.values()].flat()) await removeFile(work, id)
}
