import type { Work } from '#kernel/database'
import { removeFile } from '#kernel/files'

/** What was brought in with personal data and left lying is gone after so many days. */
const keptDays = 30

/**
 * Removes drafts of grading tables, whose files may hold single students' grades, and answers of registries
 * that nobody took over, once they have lain for thirty days.
 */
export async function forgetUnfinished(work: Work): Promise<void> {
  const before = new Date(work.now.getTime() - keptDays * 86_400_000)
  const drafts = await work.writeUnchronicled(async (tx) => {
    await tx
      .updateTable('posting_answers')
      .set({ state: 'discarded', closed_at: work.now, rows: JSON.stringify([]) })
      .where('state', '=', 'open')
      .where('uploaded_at', '<', before)
      .execute()
    return tx
      .deleteFrom('grading_table_drafts')
      .where('created_at', '<', before)
      .returning('file_id')
      .execute()
  })
  for (const { file_id } of drafts) await removeFile(work, file_id)
}
