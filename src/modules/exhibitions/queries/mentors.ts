import type { Work } from '#kernel/database'
import { displayName, type PersonName } from '#kernel/values'
import { holdersOfRole } from '#modules/alliance'
import type { ExhibitionRow } from './exhibitions.ts'

/** Who may mentor student work: the academic mentors of its institutions, but not its author. */
export async function mentorIds(
  work: Work,
  { owners, author_id }: Pick<ExhibitionRow, 'owners' | 'author_id'>,
): Promise<string[]> {
  const found = new Set<string>()
  for (const { id: organisationId } of owners) {
    const place = { role: 'academic-mentor', organisationId, programmeId: null }
    for (const id of await holdersOfRole(work.read, place, work.now)) found.add(id)
  }
  return [...found].filter((id) => id !== author_id)
}

/** The same with their names, for a choice. */
export async function mentorsAt(
  work: Work,
  exhibition: Pick<ExhibitionRow, 'owners' | 'author_id'>,
): Promise<{ value: string; label: string; labelLanguage: '' }[]> {
  const ids = await mentorIds(work, exhibition)
  if (ids.length === 0) return []
  const rows = await work.read
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, name }) => ({
    value: id,
    label: displayName(name as PersonName, work.language),
    labelLanguage: '',
  }))
}
