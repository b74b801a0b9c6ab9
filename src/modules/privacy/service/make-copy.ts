import { isRefused, type Work, type WorkContext, type WorkRunner } from '#kernel/database'
import { addFile, type BlobStore, removeFile, removeUnnamed, zipStream } from '#kernel/files'
import { personById } from '#kernel/identity'
import { enqueue, jobType } from '#kernel/jobs'
import { noticeKind, notify } from '#kernel/notices'
import { dateInZone, formatDate } from '#kernel/values'
import { m } from '../messages/index.ts'
import { copyById } from '../queries/copies.ts'
import { copyDays } from '../rules/deadlines.ts'
import { type CopyParts, copyEntries } from './collect-data.ts'

/** The kind of notice that tells that a copy is ready. */
export const copyReadyNotice = noticeKind('privacy.copy-ready', m('notice.kind.copy'), 'immediate')

/** The largest archive that is made: beyond it the format would need another form. */
const mostBytes = 4_000_000_000

/** What making a copy is given. */
export interface MakeCopy extends CopyParts {
  runner: WorkRunner
  context: WorkContext
}

/**
 * Makes the archive of a copy that was asked for, and tells whoever asked. Begun again after it was cut off, it makes
 * it anew: a content that no row names is swept.
 */
export async function makeCopy(given: MakeCopy, copyId: string): Promise<void> {
  const { runner, context, blobs } = given
  const reading = runner.reading(context)
  const copy = await copyById(reading, copyId)
  if (copy?.state !== 'waiting') return
  const asker = await personById(reading, copy.asked_by)
  const work = { ...reading, language: asker?.preferredLanguage ?? reading.language }
  const stream = zipStream(copyEntries(work, given, copy.person_id), context.now)
  const stored = await blobs.put(stream, { maxBytes: mostBytes })
  if (isRefused(stored)) throw new Error(`the copy could not be stored: ${stored.message.key}`)
  await runner.perform(context, (writing) => keepCopy(writing, copyId, stored, given.node))
}

async function keepCopy(
  work: Work,
  copyId: string,
  stored: { sha256: string; sizeBytes: number },
  origin: string,
): Promise<void> {
  const copy = await copyById(work, copyId, 'lock')
  if (copy?.state !== 'waiting') return
  const file = await addFile(
    work,
    { ...stored, name: 'copy.zip', kind: 'zip', mediaType: 'application/zip' },
    { ownerKind: 'privacy.copy', ownerId: copyId, origin },
  )
  const expiresAt = new Date(work.now.getTime() + copyDays * 24 * 60 * 60_000)
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('data_exports')
      .set({
        state: 'ready',
        file_id: file.id,
        size_bytes: BigInt(stored.sizeBytes),
        ready_at: work.now,
        expires_at: expiresAt,
      })
      .where('id', '=', copyId)
      .execute(),
  )
  await enqueue(work, expireCopyJob, { copyId }, { at: expiresAt })
  const asker = await personById(work, copy.asked_by)
  if (!asker) return
  const until = formatDate(dateInZone(expiresAt, asker.timeZone), asker.preferredLanguage)
  await notify(work, {
    personId: asker.id,
    kind: copyReadyNotice,
    message: m('notice.copy-ready', { until }),
    href: copy.asked_by === copy.person_id ? '/account/data' : `/privacy/copies/${copyId}`,
  })
}

/** Removes a copy whose time is over: its row's file, and the content from the store. */
export const expireCopyJob = jobType<{ copyId: string }, { blobs: BlobStore }>(
  'privacy.expire-copy',
  {
    async run({ runner, context, services }, { copyId }) {
      const gone = await runner.perform(context, (work) => expireCopy(work, copyId))
      if (gone) await removeUnnamed(runner.reading(context), services.blobs, gone)
    },
  },
)

/** Gives back the content that is to go, or null where there is none or not yet. */
async function expireCopy(work: Work, copyId: string): Promise<string | null> {
  const copy = await copyById(work, copyId, 'lock')
  if (copy?.state !== 'ready' || !copy.expires_at || copy.expires_at > work.now) return null
  const file = await work.read
    .selectFrom('files')
    .select('sha256')
    .where('id', '=', copy.file_id)
    .executeTakeFirst()
  await work.writeUnchronicled((tx) =>
    tx
      .updateTable('data_exports')
      .set({ state: 'expired', file_id: null })
      .where('id', '=', copyId)
      .execute(),
  )
  await removeFile(work, copy.file_id!)
  return file?.sha256 ?? null
}
