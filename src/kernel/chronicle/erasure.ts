import type { Work } from '#kernel/database'

/**
 * Erases the personal values of the entries about a person (under all their ids), with their salts; the entries and the chain stay provable.
 * `keepTypes` names kinds of entry whose values must be kept, for which the caller shows the reason. Gives back the count.
 */
export async function erasePersonalValues(
  work: Work,
  personIds: readonly string[],
  keepTypes: readonly string[] = [],
): Promise<number> {
  return work.writeUnchronicled(async (tx) => {
    const result = await tx
      .deleteFrom('chronicle_personal')
      .where('entry_id', 'in', (eb) => {
        const entries = eb
          .selectFrom('chronicle_entries')
          .select('id')
          .where('person_id', 'in', [...personIds])
        return keepTypes.length === 0 ? entries : entries.where('type', 'not in', keepTypes)
      })
      .executeTakeFirst()
    return Number(result.numDeletedRows)
  })
}
