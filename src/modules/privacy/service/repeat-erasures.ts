import { randomUUIDv7 } from 'node:crypto'
import type { PersonalPart, Work } from '#kernel/database'
import { personById } from '#kernel/identity'
import { enqueue } from '#kernel/jobs'
import { eraseJob } from '../jobs.ts'
import { erasureUnderWay } from '../queries/erasures.ts'
import type { Erased } from './erased-list.ts'
import { beginErasure } from './run-erasure.ts'

/** What became of one line of the list. */
export type Repeated = 'begun' | 'erased-already' | 'unknown'

/**
 * Begins an erasure again that was done after the backup was taken which has been restored. Nothing stands against it
 * any more and no days are waited: it was granted and done once.
 */
export async function repeatErasure(
  work: Work,
  parts: readonly PersonalPart[],
  { personId, erasedAt }: Erased,
): Promise<Repeated> {
  const person = await personById(work, personId)
  if (person === null || person.id !== personId) return 'unknown'
  if (person.state !== 'active') return 'erased-already'
  const underWay = await erasureUnderWay(work, personId)
  if (underWay?.state === 'running') return 'begun'
  const erasureId = underWay?.id ?? randomUUIDv7()
  if (underWay === null) {
    const askedAt = new Date(Math.min(Date.parse(erasedAt), work.now.getTime() - 1))
    await work.writeUnchronicled((tx) =>
      tx
        .insertInto('erasures')
        .values({
          id: erasureId,
          person_id: personId,
          asked_by: personId,
          taken_down: null,
          request_id: null,
          state: 'waiting',
          asked_at: askedAt,
          runs_at: work.now,
          begun_at: null,
          ended_at: null,
          farewell: null,
        })
        .execute(),
    )
  }
  // They were told when it was done.
  await beginErasure(work, parts, { erasureId, personId, farewell: null })
  await enqueue(work, eraseJob, { erasureId })
  return 'begun'
}
