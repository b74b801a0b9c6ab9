import { sql, type SqlBool } from 'kysely'
import type { HeldFile, Work } from '#kernel/database'
import { filesOf, removeFile } from '#kernel/files'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout, sentAbout } from '#kernel/mail'
import { cancelTasks } from '#kernel/tasks'
import { answerWeekByLinkAction } from '../link-actions.ts'
import { journalOf } from '../queries/journal.ts'
import { weekOwner } from './journal.ts'
import { mailsTo } from './own-mails.ts'

/** A student's weeks at one placement, as they are handed out. */
export async function exportJournal(work: Work, placementId: string) {
  const weeks = await journalOf(work, placementId)
  return weeks.map(
    ({ week, state, words, goals, minutes, remark, sentAt, answeredAt, answeredBy }) => ({
      week,
      state,
      words,
      goals,
      confirmedMinutes: minutes,
      remark,
      sentAt,
      answeredAt,
      answeredBy,
    }),
  )
}

/** The files with which a person showed what they did. */
export async function evidenceOf(work: Work, personId: string): Promise<HeldFile[]> {
  const rows = await work.read
    .selectFrom('files')
    .select(['id', 'name', 'sha256', 'size_bytes'])
    .where('owner_kind', '=', weekOwner)
    .where(
      sql<SqlBool>`owner_id in (select w.id::text from internship_weeks w
        join internship_placements l on l.id = w.placement_id where l.person_id = ${personId})`,
    )
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, sha256, size_bytes: size }) => ({
    fileId: id,
    name,
    sha256,
    sizeBytes: Number(size),
  }))
}

/** Takes a student's journal away: words, files, what waits and what nobody has confirmed. The hours that were confirmed stay. */
export async function eraseJournal(work: Work, personId: string): Promise<void> {
  const rows = await work.read
    .selectFrom('internship_weeks as w')
    .innerJoin('internship_placements as l', 'l.id', 'w.placement_id')
    .select('w.id')
    .where('l.person_id', '=', personId)
    .execute()
  const ids = rows.map(({ id }) => id)
  for (const id of ids) {
    await cancelTasks(work, { object: { kind: weekOwner, id } })
    for (const file of await filesOf(work, weekOwner, id)) await removeFile(work, file.id)
  }
  await revokeActLinks(work, { objectIds: ids, action: answerWeekByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, weekOwner, ids)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .deleteFrom('internship_weeks')
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .where('state', '<>', 'confirmed')
      .execute()
    await tx
      .updateTable('internship_weeks')
      .set({ words: '', goals: [], remark: '' })
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .execute()
  })
}

/** The weeks that a tutor was asked to confirm: theirs by an address that they have proved. */
async function askedOf(work: Work, personId: string) {
  return work.read
    .selectFrom('internship_weeks as w')
    .innerJoin('internship_placements as l', 'l.id', 'w.placement_id')
    .innerJoin('internship_positions as p', 'p.id', 'l.position_id')
    .innerJoin('internship_hosts as h', 'h.id', 'p.host_id')
    .select(['w.id', 'h.name as host', 'w.week', 'w.state', 'w.tutor_name as name'])
    .select(['w.tutor_email as email', 'w.tutor_language as language', 'w.sent_at as sentAt'])
    .select(['w.answered_at as answeredAt', 'w.answered_by as answeredBy', 'w.remark'])
    .where('w.tutor_email', 'is not', null)
    .where(sql<SqlBool>`lower(w.tutor_email) in ${provedAddressesOf(personId)}`)
    .orderBy('w.week')
    .orderBy('w.id')
    .execute()
}

/** How many weeks of others a person was asked to confirm. */
export async function countConfirming(work: Work, personId: string): Promise<number> {
  return (await askedOf(work, personId)).length
}

/** What a tutor was asked to confirm and wrote back, with the mails about it; whose weeks they are is another's data. */
export async function exportConfirming(work: Work, personId: string) {
  const asked = await askedOf(work, personId)
  const mails = await sentAbout(
    work,
    weekOwner,
    asked.map(({ id }) => id),
  )
  return asked.map(({ id, remark, answeredBy, ...row }) => ({
    ...row,
    // What an office noted down is not the tutor's.
    remark: answeredBy === 'tutor' ? remark : '',
    sent: mailsTo(mails, id, row.email),
  }))
}

/** Removes who a tutor is and what they wrote back; that hours were confirmed stays. They are not asked any more. */
export async function eraseTutor(work: Work, personId: string): Promise<{ confirmed: number }> {
  const asked = await askedOf(work, personId)
  const ids = asked.map(({ id }) => id)
  if (ids.length === 0) return { confirmed: 0 }
  await revokeActLinks(work, { objectIds: ids, action: answerWeekByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, weekOwner, ids)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('internship_weeks')
      .set({ remark: '' })
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .where('answered_by', '=', 'tutor')
      .execute()
    await tx
      .updateTable('internship_weeks')
      .set({ tutor_name: '', tutor_email: '' })
      .where(sql<SqlBool>`id = any(${ids}::uuid[])`)
      .execute()
  })
  return { confirmed: asked.filter(({ state }) => state === 'confirmed').length }
}
