import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, sentAbout } from '#kernel/mail'
import { evaluateByLinkAction } from '../link-actions.ts'
import { mailsTo } from './own-mails.ts'

/** Under which kind tasks and mails are about an evaluation. */
export const evaluationOwner = 'internship-evaluation'

/** The evaluations that a tutor or an academic mentor was asked for by a link: theirs by an address that they have proved. */
async function askedOf(work: Work, personId: string) {
  return work.read
    .selectFrom('internship_evaluations as e')
    .innerJoin('internship_placements as l', 'l.id', 'e.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .select(['e.id', 'h.name as host', 'e.round', 'e.party', 'e.name', 'e.email', 'e.language'])
    .select(['e.asked_at as askedAt', 'e.due_on as dueOn', 'e.marks', 'e.overall', 'e.strengths'])
    .select(['e.wishes', 'e.given_at as givenAt'])
    .where('e.email', 'is not', null)
    .where(sql<SqlBool>`lower(e.email) in ${provedAddressesOf(personId)}`)
    .orderBy('e.asked_at')
    .orderBy('e.id')
    .execute()
}

/** How many evaluations of others a person was asked for or gave. */
export async function countEvaluating(work: Work, personId: string): Promise<number> {
  return (await askedOf(work, personId)).length
}

/** What a person was asked for and gave as a mentor, with the mails about it; whom it is about is another's data. */
export async function exportEvaluationsBy(work: Work, personId: string) {
  const asked = await askedOf(work, personId)
  const mails = await sentAbout(
    work,
    evaluationOwner,
    asked.map(({ id }) => id),
  )
  return asked.map(({ id, ...row }) => ({
    ...row,
    sent: mailsTo(mails, id, row.email),
  }))
}

/**
 * Removes who a mentor is and what they wrote; that a placement was judged, and the marks, stay. Who has not answered is not
 * asked any more.
 */
export async function eraseEvaluator(work: Work, personId: string): Promise<{ given: number }> {
  const asked = await askedOf(work, personId)
  const ids = asked.map(({ id }) => id)
  if (ids.length === 0) return { given: 0 }
  await revokeActLinks(work, { objectIds: ids, action: evaluateByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, evaluationOwner, ids)
  const given = asked.filter(({ givenAt }) => givenAt !== null)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('internship_evaluations')
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .where('given_at', 'is', null)
      .execute()
    await tx
      .updateTable('internship_evaluations')
      .set({ name: '', email: '', strengths: '', wishes: '' })
      .where(sql<SqlBool>`id = any(${given.map(({ id }) => id)}::uuid[])`)
      .execute()
  })
  return { given: given.length }
}
