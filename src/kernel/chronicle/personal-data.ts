import type { PersonalData, Work } from '#kernel/database'
import type { Message } from '#kernel/messages'
import { erasePersonalValues } from './erasure.ts'
import { m } from './messages/index.ts'
import { entriesOfPerson } from './queries.ts'

/** What the chronicle tells of what it holds: entries that stay without their values. */
export const chronicleData: PersonalData = {
  part: m('held.part'),
  async holds(work, personId) {
    const row = await work.read
      .selectFrom('chronicle_entries')
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow()
    return [{ what: m('held.entries'), count: Number(row.count), stays: m('kept.entries') }]
  },
}

/** What the chronicle tells about a person, for the person who asks for it. */
export async function exportPersonEntries(
  work: Work,
  personId: string,
): Promise<Record<string, unknown>> {
  const story: Record<string, unknown>[] = []
  let before: string | null = null
  do {
    const page: Awaited<ReturnType<typeof entriesOfPerson>> = await entriesOfPerson(
      work,
      personId,
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
export async function erasePersonEntries(
  work: Work,
  personId: string,
): Promise<{ kept: Message[] }> {
  const story = await entriesOfPerson(work, personId, { limit: 1 })
  await erasePersonalValues(work, personId)
  return { kept: story.entries.length > 0 ? [m('kept.entries')] : [] }
}
