import type { Work } from '#kernel/database'
import { openTask } from '#kernel/tasks'
import type { DateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'
import { caseDecision } from '../task-kinds.ts'

/** What of a case the task to decide it must know. */
export interface CaseToDecide {
  id: string
  number: string
  person_id: string
  home_organisation_id: string
  degree_programme_id: string
  /** The unit that evaluates it; null is the office. */
  unit_id: string | null
}

/** Lets those who evaluate a case know that it waits for them: those of its unit, or of the whole institution. */
export async function askForDecision(
  work: Work,
  found: CaseToDecide,
  dueOn: DateOnly | null,
  /** Who is not asked beside the student, because somebody else decides. */
  notOf: string | null = null,
): Promise<void> {
  await openTask(work, {
    kind: caseDecision,
    assignee: { role: 'evaluator', organisationId: found.home_organisation_id },
    object: { kind: 'recognition-case', id: found.id },
    subject: m('task.decide', { number: found.number }),
    href: `/recognition/cases/${found.id}`,
    closesWithAct: true,
    programmeId: found.degree_programme_id,
    unitId: found.unit_id,
    leavesOut: [found.person_id, notOf],
    dueOn,
  })
}
