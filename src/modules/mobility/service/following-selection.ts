import type { Entry } from '#kernel/chronicle'
import type { Work } from '#kernel/database'
import { openTask } from '#kernel/tasks'
import { m } from '../messages/index.ts'
import { selectionById, selectionSubject } from '../queries/selections.ts'
import { selectedTask } from '../task-kinds.ts'

/** Follows the replies to offers of a selection: who has taken their place is to be nominated, which the office has as a task. */
export async function followReply(work: Work, entry: Pick<Entry, 'data'>): Promise<void> {
  const subject = entry.data['subject'] as { kind: string; id: string } | null
  if (subject?.kind !== selectionSubject || entry.data['reply'] !== 'accepted') return
  const selection = await selectionById(work, subject.id)
  if (!selection) return
  await openTask(work, {
    kind: selectedTask,
    assignee: { role: 'coordinator', organisationId: selection.organisation_id },
    object: { kind: 'mobility-selection', id: selection.id },
    subject: m('task.selected'),
    href: `/mobility/selections/${selection.id}`,
    closesWithAct: true,
  })
}
