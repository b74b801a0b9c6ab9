import type { Entry } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { cancelTasks, openTask } from '#kernel/tasks'
import { m } from '../messages/index.ts'
import { applicantsOf, selectionById, selectionSubject } from '../queries/selections.ts'
import { selectedTask } from '../task-kinds.ts'

/**
 * Follows what applicants of a selection do with their places: as long as somebody has taken one and is not nominated yet the
 * office has that as a task, and no longer.
 */
export async function followSelection(work: Work, entry: Pick<Entry, 'data'>): Promise<void> {
  const subject = entry.data['subject'] as { kind: string; id: string } | null
  if (subject?.kind !== selectionSubject) return
  const selection = await selectionById(work, subject.id)
  if (!selection) return
  const object = { kind: 'mobility-selection', id: selection.id }
  const applicants = await applicantsOf(work, selection)
  if (!applicants.some(({ standing }) => standing === 'ready')) {
    await cancelTasks(work, { object, kinds: [selectedTask] })
    return
  }
  await openTask(work, {
    kind: selectedTask,
    assignee: { role: 'coordinator', organisationId: selection.organisation_id },
    object,
    subject: m('task.selected'),
    href: `/mobility/selections/${selection.id}`,
    closesWithAct: true,
  })
}
