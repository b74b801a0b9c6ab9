import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import type { DateOnly, PersonName } from '#kernel/values'

/** Names by person id, in one query; an unknown id is left out. */
export async function namesOf(
  work: Work,
  ids: readonly string[],
): Promise<Map<string, PersonName>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await work.read
    .selectFrom('persons')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What is compared with the holder whom a transcript names, of the person whose enrolment it is. */
export async function enrolledStudent(
  work: Work,
  enrolmentId: string,
): Promise<{ name: PersonName; birthDate: DateOnly | null }> {
  const row = await work.read
    .selectFrom('enrolments as e')
    .innerJoin('persons as p', 'p.id', 'e.person_id')
    .select(['p.name', 'p.birth_date'])
    .where('e.id', '=', enrolmentId)
    .executeTakeFirstOrThrow()
  return { name: row.name, birthDate: row.birth_date }
}

/** A pattern that finds a text anywhere, in small letters; what means something in a pattern stands for itself. */
export function likeOf(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&').toLowerCase()}%`
}

/** Whether a person's name is like the pattern in any of its forms. */
export function nameIsLike(column: string, like: string) {
  const form = (key: keyof PersonName) => sql`${sql.ref(column)} ->> ${sql.lit(key)}`
  const forms = (['native', 'romanised', 'passportGiven', 'passportFamily'] as const).map(form)
  return sql<boolean>`lower(concat_ws(' ', ${sql.join(forms)})) like ${like}`
}
