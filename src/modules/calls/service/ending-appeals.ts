import type { Work } from '#kernel/database'
import { cancelTasks } from '#kernel/tasks'

/** Somebody is to look again at what was decided. */
export const appealTask = 'calls.appeal'

/** Ends an open appeal that has nothing left to decide: its application was withdrawn, or its applicant has a seat. */
export async function endAppeal(
  work: Work,
  applicationId: string,
  state: 'withdrawn' | 'settled',
): Promise<void> {
  const ended = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('call_appeals')
      .set({ state })
      .where('application_id', '=', applicationId)
      .where('state', '=', 'open')
      .returning('id')
      .execute(),
  )
  if (ended.length === 0) return
  await cancelTasks(work, {
    object: { kind: 'call-application', id: applicationId },
    kinds: [appealTask],
  })
}
