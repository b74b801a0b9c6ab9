import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { BlobStore } from './store.ts'

/** What files tell of what they hold: what waits on a form that was refused. */
export const stagedFileData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    return [{ what: m('held.staged'), count: (await stagedBy(work, personId)).length, stays: null }]
  },
}

/** The files that wait on a form of the person. */
export async function exportPersonFiles(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  return { staged: await stagedBy(work, personId) }
}

/** Forgets the files that wait on a form of the person; the sweep takes their contents. */
export async function erasePersonFiles(work: Work, personId: string): Promise<{ kept: Message[] }> {
  await work.writeUnchronicled((tx) =>
    tx.deleteFrom('staged_files').where('owner_key', 'in', ownerKeys(personId)).execute(),
  )
  return { kept: [] }
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
    .where('owner_key', 'in', ownerKeys(personId))
    .orderBy('staged_at')
    .execute()
}

/** How forms name the person for whom they keep a file. */
function ownerKeys(personId: string): string[] {
  return [personId, `person:${personId}`]
}
