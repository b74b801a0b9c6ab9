import type { Work } from '#kernel/database'
import { removeFile } from '#kernel/files'
import { emptyTranscript } from '../formats/read-transcript.ts'
import { toStored } from '../stored.ts'

/** What was brought in with personal data and left lying is gone after so many days. */
const keptDays = 30

/** A transcript that somebody began to bring in waits longer: the original may have to come from abroad. */
const draftDays = 180
/** Drafts given up in one night; what is left over goes in the next. */
const draftsANight = 500

/**
 * Removes requests to data providers, drafts of grading tables, whose files may hold single students' grades, and answers
 * of registries that nobody took over, once they have lain for thirty days; and drafts of transcripts that nobody has
 * touched for half a year, as whoever began them could discard them.
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
    await tx.deleteFrom('emrex_requests').where('created_at', '<', before).execute()
    return tx
      .deleteFrom('grading_table_drafts')
      .where('created_at', '<', before)
      .returning('file_id')
      .execute()
  })
  for (const { file_id } of drafts) await removeFile(work, file_id)
  await discardOldDrafts(work)
}

async function discardOldDrafts(work: Work): Promise<void> {
  const old = await work.read
    .selectFrom('transcript_drafts')
    .select(['id', 'file_id', 'scan_file_id'])
    .where('state', '=', 'open')
    .where('updated_at', '<', new Date(work.now.getTime() - draftDays * 86_400_000))
    .orderBy('updated_at')
    .limit(draftsANight)
    .forUpdate()
    .skipLocked()
    .execute()
  if (old.length === 0) return
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('transcript_drafts')
      .set({
        state: 'discarded',
        content: toStored(emptyTranscript(0)),
        file_id: null,
        scan_file_id: null,
        updated_at: work.now,
      })
      .where(
        'id',
        'in',
        old.map(({ id }) => id),
      )
      .execute(),
  )
  for (const { file_id, scan_file_id } of old) {
    for (const id of [file_id, scan_file_id]) if (id) await removeFile(work, id)
  }
}
