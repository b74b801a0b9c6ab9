import type { Work } from '#kernel/database'
import { jobType } from '#kernel/jobs'
import { removeUnnamed } from '../personal-data.ts'
import type { FileServices } from '../sweep.ts'
import { liveStates } from './open-uploads.ts'

/** A content that was put lately may be another's upload under way; its pieces wait for so long. */
const restsMs = 16 * 60_000
/** So long its sender can learn that it was taken. */
const rememberedMs = 24 * 60 * 60 * 1000
const batchSize = 20

/**
 * Every half hour: the pieces of uploads that are done, failed, given up or too old lose their names and then their
 * contents. One that is cut off between the two leaves contents without a name to the nightly sweep.
 */
export const clearUploadsJob = jobType<Record<string, never>, FileServices>('files.clear-uploads', {
  schedule: { everyMinutes: 30 },
  timeoutSeconds: 1800,
  async run({ runner, context, services, signal }) {
    for (;;) {
      const hashes = await runner.perform(context, clearSome)
      if (hashes === null) return
      for (const sha256 of hashes) {
        if (signal.aborted) return
        await removeUnnamed(runner.reading(context), services.blobs, sha256)
      }
    }
  },
})

/** Forgets the pieces of some uploads, and those that are over; null once there is nothing more to clear. */
export async function clearSome(work: Work): Promise<string[] | null> {
  const rested = new Date(work.now.getTime() - restsMs)
  const remembered = new Date(work.now.getTime() - rememberedMs)
  return work.writeUnchronicled(async (tx) => {
    const old = await tx
      .selectFrom('open_uploads')
      .select('id')
      .where((eb) =>
        eb.or([
          eb('expires_at', '<=', work.now),
          eb.and([eb('state', '=', 'over'), eb('changed_at', '<=', rested)]),
          eb.and([eb('state', '=', 'taken'), eb('changed_at', '<=', remembered)]),
          eb.and([
            eb('state', 'not in', [...liveStates, 'over']),
            eb('changed_at', '<=', rested),
            eb.exists(
              eb
                .selectFrom('open_upload_pieces')
                .select('upload_id')
                .whereRef('upload_id', '=', 'open_uploads.id'),
            ),
          ]),
        ]),
      )
      .orderBy('id')
      .limit(batchSize)
      .forUpdate()
      .execute()
    if (old.length === 0) return null
    const ids = old.map(({ id }) => id)
    const pieces = await tx
      .deleteFrom('open_upload_pieces')
      .where('upload_id', 'in', ids)
      .returning('sha256')
      .execute()
    await tx
      .deleteFrom('open_uploads')
      .where('id', 'in', ids)
      .where((eb) =>
        eb.or([
          eb('expires_at', '<=', work.now),
          eb('state', '=', 'over'),
          eb.and([eb('state', '=', 'taken'), eb('changed_at', '<=', remembered)]),
        ]),
      )
      .execute()
    return [...new Set(pieces.map(({ sha256 }) => sha256))]
  })
}
