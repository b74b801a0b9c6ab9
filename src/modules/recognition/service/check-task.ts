import type { Work } from '#kernel/database'
import { openTask } from '#kernel/tasks'
import type { DateOnly } from '#kernel/values'
import { m } from '../messages/index.ts'
import { caseForUpdate } from '../queries/case-for-update.ts'
import { settingsOf } from '../queries/settings.ts'
import { checkStateOf } from '../queries/transcript-checks.ts'
import { transcriptCheckTask } from '../task-kinds.ts'
import type { CaseToDecide } from './decision-task.ts'

/** Asks those who may, but not whoever typed it, to check the typed transcript of an open case; nobody where it needs none. */
export async function askForCheck(
  work: Work,
  found: CaseToDecide & { transcript_id: string },
  dueOn: DateOnly | null,
): Promise<void> {
  const { state, typedBy } = await checkStateOf(work, found.transcript_id)
  if (state === 'not-typed' || state === 'checked') return
  for (const role of ['evaluator', 'registrar'] as const) {
    await openTask(work, {
      kind: transcriptCheckTask,
      assignee: { role, organisationId: found.home_organisation_id },
      object: { kind: 'recognition-case', id: found.id },
      subject: m('check.task', { number: found.number }),
      href: `/recognition/cases/${found.id}/check`,
      closesWithAct: true,
      programmeId: found.degree_programme_id,
      ...(role === 'evaluator' ? { unitId: found.unit_id } : {}),
      // Neither whose transcript it is nor who typed it looks at it again.
      leavesOut: [found.person_id, typedBy],
      dueOn,
    })
  }
}

/**
 * Asks for the check of a case that was open before its institution demanded it. Of one that is asked about already, that
 * was decided meanwhile, or of which the check is demanded no more, nobody is asked.
 */
export async function askForLateCheck(work: Work, caseId: string): Promise<void> {
  const found = await caseForUpdate(work, caseId)
  if (found?.state !== 'open') return
  const { demandsCheck } = await settingsOf(work, found.home_organisation_id)
  if (demandsCheck) await askForCheck(work, found, found.due_on)
}
