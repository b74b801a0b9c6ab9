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
}

/** Lets the evaluators of a case's home institution know that it waits for their decision. */
export async function askForDecision(
  work: Work,
  found: CaseToDecide,
  dueOn: DateOnly | null,
): Promise<void> {
  await openTask(work, {
    kind: caseDecision,
    assignee: { role: 'evaluator', organisationId: found.home_organisation_id },
    object: { kind: 'recognition-case', id: found.id },
    subject: m('task.decide', { number: found.number }),
    href: `/recognition/cases/${found.id}`,
    closesWithAct: true,
    programmeId: found.degree_programme_id,
    aboutPersonId: found.person_id,
    dueOn,
  })
}
