import { sql, type SqlBool } from 'kysely'
import type { Work } from '#kernel/database'
import { provedAddressesOf, revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout } from '#kernel/mail'
import { cancelTasks } from '#kernel/tasks'
import { reportByLinkAction } from '../link-actions.ts'
import { incidentsOfPerson } from '../queries/incidents.ts'
import { incidentTask } from '../task-kinds.ts'
import { incidentOwner } from './incident-mail.ts'

/**
 * The incidents of a person's placements. What they reported is theirs in full; of what others reported they get that it
 * happened, for the words are of those who trusted the offices with them.
 */
export async function exportIncidents(work: Work, personId: string) {
  const incidents = await incidentsOfPerson(work, personId)
  return incidents.map(({ kind, urgent, onDay, party, words, outcome, reportedAt, closedAt }) => ({
    kind,
    urgent,
    onDay,
    reportedAt,
    closedAt,
    ...(party === 'student' ? { words, outcome } : {}),
  }))
}

/** Takes away the words about incidents of a person, what was done too; that they happened stays. */
export async function eraseIncidents(work: Work, personId: string): Promise<void> {
  const ids = (await incidentsOfPerson(work, personId)).map(({ id }) => id)
  for (const id of ids) {
    await cancelTasks(work, { object: { kind: incidentOwner, id }, kinds: [incidentTask] })
  }
  await eraseMailsAbout(work, incidentOwner, ids)
  const reporters = await work.read
    .selectFrom('internship_reporters as r')
    .innerJoin('internship_placements as l', 'l.id', 'r.placement_id')
    .select('r.id')
    .where('l.person_id', '=', personId)
    .execute()
  await revokeActLinks(
    work,
    { objectIds: reporters.map(({ id }) => id), action: reportByLinkAction },
    'withdrawn',
  )
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('internship_incidents')
      .set({ words: '', outcome: '' })
      .where('person_id', '=', personId)
      .execute()
    await tx
      .updateTable('internship_incident_steps')
      .set({ words: '' })
      .where(sql<SqlBool>`incident_id = any(${ids}::uuid[])`)
      .execute()
  })
}

/** What somebody reported as a mentor: theirs by an address that they have proved. */
function reportedBy(work: Work, personId: string) {
  return work.read
    .selectFrom('internship_reporters as r')
    .leftJoin('internship_incidents as x', 'x.reporter_id', 'r.id')
    .select(['r.id', 'r.name', 'r.email', 'r.party', 'r.language'])
    .select(['x.id as incidentId', 'x.kind', 'x.on_day as onDay', 'x.words', 'x.outcome'])
    .select('x.reported_at as reportedAt')
    .where(sql<SqlBool>`lower(r.email) in ${provedAddressesOf(personId)}`)
    .orderBy('x.reported_at')
    .orderBy('r.id')
    .execute()
}

/** How many incidents a person reported as a mentor. */
export async function countReporting(work: Work, personId: string): Promise<number> {
  const rows = await reportedBy(work, personId)
  return rows.filter(({ incidentId }) => incidentId !== null).length
}

/** What a mentor reported by links, and under which name and address; about whom is another's data. */
export async function exportReporting(work: Work, personId: string) {
  const rows = await reportedBy(work, personId)
  return rows.map(({ id: _id, incidentId: _incident, ...row }) => row)
}

/** Removes who a mentor is and what they wrote of incidents; that one was reported stays. */
export async function eraseReporter(work: Work, personId: string): Promise<{ reported: number }> {
  const rows = await reportedBy(work, personId)
  const reporters = [...new Set(rows.map(({ id }) => id))]
  const incidents = rows.flatMap(({ incidentId }) => (incidentId === null ? [] : [incidentId]))
  await revokeActLinks(work, { objectIds: reporters, action: reportByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, incidentOwner, incidents)
  await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('internship_reporters')
      .set({ name: '', email: '' })
      .where(sql<SqlBool>`id = any(${reporters}::uuid[])`)
      .execute()
    await tx
      .updateTable('internship_incidents')
      .set({ words: '' })
      .where(sql<SqlBool>`id = any(${incidents}::uuid[])`)
      .execute()
  })
  return { reported: incidents.length }
}
