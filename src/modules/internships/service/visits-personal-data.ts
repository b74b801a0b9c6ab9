import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, sentAbout } from '#kernel/mail'
import { visitByLinkAction } from '../link-actions.ts'
import { visitsOf } from '../queries/visits.ts'
import { visitOwner } from './visit-mail.ts'
import { mailsTo } from './own-mails.ts'

/** The visits to one placement, as its student is handed them. */
export async function exportVisits(work: Work, placementId: string) {
  const visits = await visitsOf(work, placementId)
  return visits.map(({ state, dueOn, mode, startsAt, place, notes, mentorName }) => ({
    state,
    dueOn,
    mode,
    startsAt,
    place,
    notes,
    mentor: mentorName,
  }))
}

/** Takes away what was noted of a student, and visits that are not over: nobody visits somebody who is gone. */
export async function eraseVisits(work: Work, personId: string): Promise<void> {
  const rows = await work.read
    .selectFrom('internship_visits as v')
    .innerJoin('internship_placements as l', 'l.id', 'v.placement_id')
    .select('v.id')
    .where('l.person_id', '=', personId)
    .execute()
  await forget(
    work,
    rows.map(({ id }) => id),
    { place: '', notes: '' },
  )
}

/** The visits that a mentor was asked for: theirs by an address that they have proved. */
async function askedOf(work: Work, personId: string) {
  return work.read
    .selectFrom('internship_visits as v')
    .innerJoin('internship_placements as l', 'l.id', 'v.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .select(['v.id', 'h.name as host', 'v.state', 'v.mentor_name as name'])
    .select(['v.mentor_email as email', 'v.mentor_language as language', 'v.asked_at as askedAt'])
    .select(['v.due_on as dueOn', 'v.mode', 'v.starts_at as startsAt', 'v.place', 'v.notes'])
    .where(sql<SqlBool>`lower(v.mentor_email) in ${provedAddressesOf(personId)}`)
    .orderBy('v.asked_at')
    .orderBy('v.id')
    .execute()
}

/** How many visits to others a person was asked for. */
export async function countVisiting(work: Work, personId: string): Promise<number> {
  return (await askedOf(work, personId)).length
}

/** What a mentor was asked for and noted, with the mails about it; whom they visited is another's data. */
export async function exportVisiting(work: Work, personId: string) {
  const asked = await askedOf(work, personId)
  const mails = await sentAbout(
    work,
    visitOwner,
    asked.map(({ id }) => id),
  )
  return asked.map(({ id, ...row }) => ({
    ...row,
    sent: mailsTo(mails, id, row.email),
  }))
}

/** Removes who a mentor is and what they noted; that a visit took place stays. They are not asked any more. */
export async function eraseVisitor(work: Work, personId: string): Promise<{ visited: number }> {
  const asked = await askedOf(work, personId)
  await forget(
    work,
    asked.map(({ id }) => id),
    { mentor_name: '', mentor_email: '', notes: '' },
  )
  return { visited: asked.filter(({ state }) => state === 'done').length }
}

async function forget(
  work: Work,
  ids: readonly string[],
  words: { place?: string; notes: string; mentor_name?: string; mentor_email?: string },
): Promise<void> {
  if (ids.length === 0) return
  await revokeActLinks(work, { objectIds: ids, action: visitByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, visitOwner, ids)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('internship_visits')
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .where('state', '<>', 'done')
      .execute()
    await tx
      .updateTable('internship_visits')
      .set(words)
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .execute()
  })
}
