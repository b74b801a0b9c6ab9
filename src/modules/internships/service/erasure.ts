import { sql } from 'kysely'
import type { Work, Writer } from '#kernel/database'
import { revokeActLinks } from '#kernel/identity'
import { eraseMailsAbout } from '#kernel/mail'
import type { Message } from '#kernel/messages'
import { cancelTasks } from '#kernel/tasks'
import { evaluateByLinkAction } from '../link-actions.ts'
import { m } from '../messages/index.ts'
import { applicationsOf } from '../queries/applications.ts'
import { withoutWords } from '../rules/agreement.ts'
import { decideTask, disagreementTask } from '../task-kinds.ts'
import { eraseEvaluator, evaluationOwner } from './evaluators-personal-data.ts'
import { erasePapers } from './application-papers.ts'
import { applicationOwner } from './about.ts'
import { eraseJournal, eraseTutor } from './journal-personal-data.ts'
import { eraseIncidents, eraseReporter } from './incidents-personal-data.ts'
import { freeSlotOf } from './interviews.ts'
import { eraseProposals } from './proposals.ts'
import { eraseVisitor, eraseVisits } from './visits-personal-data.ts'

/**
 * Removes what the person wrote, and what was written of them: that they applied and worked stays, for places and hours to add
 * up, and so does what was signed, with all who signed it. Nobody is asked about them any more.
 */
export async function eraseInternshipsOf(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const applications = await applicationsOf(work, personId)
  const ids = applications.map(({ id }) => id)
  for (const id of ids) await freeSlotOf(work, id)
  await eraseMailsAbout(work, applicationOwner, ids)
  await cancelEvaluations(work, personId)
  await erasePapers(work, personId)
  await eraseJournal(work, personId)
  await eraseVisits(work, personId)
  await eraseIncidents(work, personId)
  await work.writeUnchronicled(async (tx) => {
    await eraseApplications(tx, personId, work.now)
    await erasePlacements(tx, personId)
    await tx
      .updateTable('internship_past_placements')
      .set({ title: null, tutor: null, mentor: null, result: null, credit: null })
      .where('person_id', '=', personId)
      .execute()
  })
  await eraseDrafts(work, personId)
  await eraseProposals(work, personId)
  await nobodyDecides(work, ids)
  const { given } = await eraseEvaluator(work, personId)
  const { confirmed } = await eraseTutor(work, personId)
  const { visited } = await eraseVisitor(work, personId)
  const { reported } = await eraseReporter(work, personId)
  return {
    kept: [
      ...(applications.length > 0 ? [m('held.stays')] : []),
      ...(given > 0 ? [m('held.marks-stay')] : []),
      ...(confirmed > 0 ? [m('held.hours-stay')] : []),
      ...(visited > 0 ? [m('held.visits-stay')] : []),
      ...(reported > 0 ? [m('held.incidents-stay')] : []),
    ],
  }
}

async function eraseApplications(tx: Writer, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('internship_applications')
    .set({ motivation: '', permission_note: '' })
    .where('person_id', '=', personId)
    .execute()
  await tx
    .updateTable('internship_applications')
    .set({ state: 'withdrawn', answered_at: now })
    .where('person_id', '=', personId)
    .where('state', 'in', ['sent', 'offered'])
    .execute()
}

async function erasePlacements(tx: Writer, personId: string): Promise<void> {
  const own = tx.selectFrom('internship_placements').select('id').where('person_id', '=', personId)
  await tx
    .updateTable('internship_hours')
    .set({ work: '–' })
    .where('placement_id', 'in', own)
    .execute()
  await tx
    .updateTable('internship_evaluations')
    .set({ strengths: '', wishes: '' })
    .where('placement_id', 'in', own)
    .execute()
  await tx
    .updateTable('internship_disagreements')
    .set({ settlement: '–' })
    .where('placement_id', 'in', own)
    .where('settlement', 'is not', null)
    .execute()
  await tx
    .updateTable('internship_interruptions')
    .set({ reason: '–' })
    .where('placement_id', 'in', own)
    .execute()
}

/** What is still being written names people and says why; what was signed belongs to all who signed. */
async function eraseDrafts(work: Work, personId: string): Promise<void> {
  const drafts = await work.read
    .selectFrom('internship_agreements as a')
    .innerJoin('internship_placements as l', 'l.id', 'a.placement_id')
    .select(['a.placement_id', 'a.draft'])
    .where('l.person_id', '=', personId)
    .execute()
  await work.writeUnchronicled(async (tx) => {
    for (const { placement_id: id, draft } of drafts) {
      await tx
        .updateTable('internship_agreements')
        .set({ draft: JSON.stringify(withoutWords(draft)) })
        .where('placement_id', '=', id)
        .execute()
    }
  })
}

/** Nobody is asked any more about somebody who is gone: tasks, links and mails go, and what nobody has answered. */
async function cancelEvaluations(work: Work, personId: string): Promise<void> {
  const rows = await work.read
    .selectFrom('internship_evaluations as e')
    .innerJoin('internship_placements as l', 'l.id', 'e.placement_id')
    .select(['e.id', 'l.id as placementId'])
    .where('l.person_id', '=', personId)
    .execute()
  for (const { id, placementId } of rows) {
    await cancelTasks(work, { object: { kind: evaluationOwner, id } })
    await cancelTasks(work, {
      object: { kind: 'internship-placement', id: placementId },
      kinds: [disagreementTask],
    })
  }
  const ids = rows.map(({ id }) => id)
  await revokeActLinks(work, { objectIds: ids, action: evaluateByLinkAction }, 'withdrawn')
  await eraseMailsAbout(work, evaluationOwner, ids)
  await work.writeUnchronicled((tx) =>
    tx
      .deleteFrom('internship_evaluations')
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .where('given_at', 'is', null)
      .execute(),
  )
}

/** What is withdrawn waits for no office. */
export async function nobodyDecides(work: Work, applicationIds: readonly string[]): Promise<void> {
  for (const id of applicationIds) {
    await cancelTasks(work, {
      object: { kind: applicationOwner, id },
      kinds: [decideTask],
    })
  }
}
