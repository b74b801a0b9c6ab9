import { type PersonalData, renamePerson, type Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import { batchKey } from './staging.ts'
import type { BlobStore } from './store.ts'

/** What files tell of what they hold: what waits on a form that was refused, and large files that are under way. */
export const stagedFileData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    return [
      { what: m('held.staged'), count: (await stagedBy(work, personId)).length, stays: null },
      { what: m('held.uploads'), count: (await uploadsBy(work, personId)).length, stays: null },
    ]
  },
}

/** The files that wait on a form of the person. */
export async function exportPersonFiles(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  return { staged: await stagedBy(work, personId), uploads: await uploadsBy(work, personId) }
}

/** Forgets the files that wait on a form of the person and what they have under way; the sweep takes the contents. */
export async function erasePersonFiles(work: Work, personId: string): Promise<{ kept: Message[] }> {
  await work.writeUnchronicled(async (tx) => {
    await tx.deleteFrom('staged_files').where('owner_key', 'in', keysOf(personId)).execute()
    await tx.deleteFrom('open_uploads').where('person_id', '=', personId).execute()
  })
  return { kept: [] }
}

/** Of two who are one, what either has under way is the other's. */
export async function mergePersonFiles(work: Work, from: string, into: string): Promise<void> {
  await work.writeUnchronicled((tx) =>
    renamePerson(tx, { open_uploads: ['person_id'] }, from, into),
  )
}

/**
 * Takes a content out of the store when no row names it any more and nobody has put it lately, which an upload under
 * way has; the sweep takes the rest. Tells whether it is gone.
 */
export async function removeUnnamed(
  work: Work,
  store: BlobStore,
  sha256: string,
): Promise<boolean> {
  const named = await work.read
    .selectFrom('files')
    .select('sha256')
    .where('sha256', '=', sha256)
    .union(work.read.selectFrom('staged_files').select('sha256').where('sha256', '=', sha256))
    .union(work.read.selectFrom('open_upload_pieces').select('sha256').where('sha256', '=', sha256))
    .execute()
  if (named.length > 0) return false
  const lately = new Date(work.now.getTime() - 15 * 60_000)
  await store.remove(sha256, { ifOlderThan: lately })
  return !(await store.has(sha256))
}

function stagedBy(work: Work, personId: string) {
  return work.read
    .selectFrom('staged_files')
    .select(['name', 'kind', 'size_bytes', 'staged_at', 'expires_at'])
    .where('owner_key', 'in', keysOf(personId))
    .orderBy('staged_at')
    .execute()
}

function uploadsBy(work: Work, personId: string) {
  return work.read
    .selectFrom('open_uploads')
    .select(['name', 'length_bytes', 'received_bytes', 'state', 'begun_at', 'expires_at'])
    .where('person_id', '=', personId)
    .orderBy('begun_at')
    .execute()
}

/** How forms name the person for whom they keep a file. */
function keysOf(personId: string): string[] {
  return [personId, `person:${personId}`, batchKey(personId)]
}
