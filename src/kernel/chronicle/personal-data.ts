import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { erasePersonalValues } from './erasure.ts'
import { m } from './messages/index.ts'
import { entriesOfPerson } from './queries.ts'

/**
 * What the chronicle holds of a person. Entries stay under the id under which they were written, so a person who was
 * merged from duplicates has several; who they are is known to a higher part, which says it here.
 */
export interface PersonEntries {
  data: PersonalData
  exportPerson(work: Work, personId: string): Promise<Record<string, unknown>>
  erasePerson(work: Work, personId: string): Promise<{ kept: Message[] }>
}

/** The chronicle's part in what a person can have done with their data; `idsOf` gives all ids of a person. */
export function personEntries(
  idsOf: (work: Work, personId: string) => Promise<readonly string[]>,
): PersonEntries {
  return {
    data: {
      part: m('held.part'),
      async holds(work, personId) {
        const count = await countEntries(work, await idsOf(work, personId))
        return [{ what: m('held.entries'), count, stays: m('kept.entries') }]
      },
    },
    exportPerson: async (work, personId) => exportEntries(work, await idsOf(work, personId)),
    erasePerson: async (work, personId) => eraseEntries(work, await idsOf(work, personId)),
  }
}

async function countEntries(work: Work, personIds: readonly string[]): Promise<number> {
  const row = await work.read
    .selectFrom('chronicle_entries')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('person_id', 'in', [...personIds])
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What the chronicle tells about a person, for the person who asks for it. */
async function exportEntries(work: Work, personIds: readonly string[]) {
  const story: Record<string, unknown>[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof entriesOfPerson>> = await entriesOfPerson(
      work,
      personIds,
      { before, limit: 500 },
    )
    for (const { type, objectKind, objectId, data, personal, recordedAt } of page.entries) {
      story.push({ type, objectKind, objectId, data, personal, recordedAt })
    }
    before = page.next
  } while (before !== null)
  return { entries: story }
}

/** Erases the values of a person's entries; the entries themselves stay, and the reason is said. */
async function eraseEntries(work: Work, personIds: readonly string[]) {
  const story = await entriesOfPerson(work, personIds, { limit: 1 })
  await erasePersonalValues(work, personIds)
  return { kept: story.entries.length > 0 ? [m('kept.entries')] : [] }
}
