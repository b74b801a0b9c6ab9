import { type Refusal, refuse, type Work } from '#kernel/database'
import { completeTasksOf, openTask } from '#kernel/tasks'
import type { DateOnly, Fraction } from '#kernel/values'
import { equivalenceReverseAsked, equivalenceReverseDeclined } from '../entries.ts'
import { m } from '../messages/index.ts'
import {
  equivalenceById,
  type EquivalenceRow,
  homeText,
  hostText,
  requirementsOf,
} from '../queries/equivalences.ts'
import { judgeEquivalence } from './equivalences.ts'

/** The kind of task by which the host's evaluators are asked for the other direction. */
export const reverseTask = 'recognition.equivalence-reverse'

/** Whether an equivalence can be turned round: no package, and no alternatives. */
export function canReverse(row: EquivalenceRow): boolean {
  return (
    row.package === null && requirementsOf(row.hostCourses).every((codes) => codes.length === 1)
  )
}

/**
 * Asks the host institution to judge the other direction. An equivalence counts at an institution only by its own
 * judgement: what this one judged is what the other is asked to look at.
 */
export async function askReverse(work: Work, id: string): Promise<EquivalenceRow | Refusal> {
  const found = await equivalenceById(work, id, 'lock')
  if (!found || !work.may('recognition.equivalence.edit', found)) return absent()
  if (found.withdrawnAt !== null) return refuse(409, m('equivalence.refusal.withdrawn'))
  if (!canReverse(found)) return refuse(422, m('equivalence.refusal.not-reversible'))
  if (found.mirrorOfId !== null || (found.reverseAskedAt && !found.reverseDeclinedAt)) {
    return refuse(409, m('equivalence.refusal.asked-already'))
  }
  const [host, home] = [hostText(found), homeText(found)]
  const entry = equivalenceReverseAsked({
    object: { kind: 'recognition-equivalence', id: found.id },
    organisationIds: [found.home_organisation_id, found.host_organisation_id],
    data: { host, home },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('equivalences')
      .set({ reverse_asked_at: work.now, reverse_declined_at: null })
      .where('id', '=', found.id)
      .execute(),
  )
  await openTask(work, {
    kind: reverseTask,
    assignee: { role: 'evaluator', organisationId: found.host_organisation_id },
    object: { kind: 'recognition-equivalence', id: found.id },
    subject: m('task.equivalence-reverse', { host, home }),
    href: `/recognition/equivalences/${found.id}/reverse`,
    closesWithAct: true,
  })
  return found
}

/** The question of the other direction as the rule table sees it: the institution that answers is the home one. */
export interface ReverseQuestion {
  [fact: string]: unknown
  id: string
  home_organisation_id: string
  degree_programme_id: null
  asked: EquivalenceRow
}

/** The open question about an equivalence, or null: asked, not answered, and still standing. */
export async function reverseQuestion(work: Work, id: string): Promise<ReverseQuestion | null> {
  const asked = await equivalenceById(work, id)
  if (!asked?.reverseAskedAt || asked.reverseDeclinedAt || asked.withdrawnAt) return null
  const answered = await work.read
    .selectFrom('equivalences')
    .select('id')
    .where('mirror_of_id', '=', asked.id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (answered) return null
  return {
    id: asked.id,
    home_organisation_id: asked.host_organisation_id,
    degree_programme_id: null,
    asked,
  }
}

/** What the institution that is asked adds of its own. */
export interface AnswerReverse {
  contentShare: Fraction | null
  validFrom: DateOnly
  validTo: DateOnly | null
  note: string
}

/** Judges the other direction, at the credit of the own catalogue. */
export async function acceptReverse(
  work: Work,
  id: string,
  input: AnswerReverse,
): Promise<{ equivalenceId: string } | Refusal> {
  const locked = await equivalenceById(work, id, 'lock')
  const question = locked && (await reverseQuestion(work, id))
  if (!question || !work.may('recognition.equivalence.edit', question)) return absent()
  const { asked } = question
  const result = await judgeEquivalence(work, {
    homeOrganisationId: asked.host_organisation_id,
    hostOrganisationId: asked.home_organisation_id,
    hostCourses: asked.homeCourses.map((course) => [course.code]),
    homeCourses: requirementsOf(asked.hostCourses).flat(),
    package: null,
    degreeProgrammeId: null,
    ...input,
    mirrorOf: asked.id,
  })
  if ('refusal' in result) return result
  await closeQuestion(work, asked.id)
  return result
}

/** Says no to the other direction; this one stands as it is. */
export async function declineReverse(work: Work, id: string): Promise<EquivalenceRow | Refusal> {
  const locked = await equivalenceById(work, id, 'lock')
  const question = locked && (await reverseQuestion(work, id))
  if (!question || !work.may('recognition.equivalence.edit', question)) return absent()
  const { asked } = question
  const entry = equivalenceReverseDeclined({
    object: { kind: 'recognition-equivalence', id: asked.id },
    organisationIds: [asked.home_organisation_id, asked.host_organisation_id],
    data: { host: hostText(asked), home: homeText(asked) },
  })
  await work.write(entry, (tx) =>
    tx
      .updateTable('equivalences')
      .set({ reverse_declined_at: work.now })
      .where('id', '=', asked.id)
      .execute(),
  )
  await closeQuestion(work, asked.id)
  return asked
}

async function closeQuestion(work: Work, id: string): Promise<void> {
  await completeTasksOf(work, {
    object: { kind: 'recognition-equivalence', id },
    kinds: [reverseTask],
  })
}

function absent(): Refusal {
  return refuse(404, m('equivalence.refusal.absent'))
}
