import { sql } from 'kysely'
import type { Work } from '#kernel/database'
import { editDistance } from './names.ts'

/** Why two persons may be one. */
export type DuplicateReason = 'same-address' | 'same-name-and-birth-date' | 'similar-romanised-name'

/** Two active persons who may be one, the earlier registered first. */
export interface DuplicatePair {
  personIds: [string, string]
  reasons: DuplicateReason[]
}

/**
 * Finds persons who may be one: the same address but for a "+label", the same native name and birth date, or
 * romanised names that are equal in any order, or differ by two letters on the same birth date. Pairs whose birth
 * dates contradict each other are not shown for a name alone.
 */
export async function findDuplicates(
  work: Work,
  input: { personId?: string; limit: number },
): Promise<DuplicatePair[]> {
  const found = new Map<string, DuplicatePair>()
  const add = (row: { a: string; b: string }, reason: DuplicateReason) => {
    const key = `${row.a} ${row.b}`
    const pair = found.get(key) ?? { personIds: [row.a, row.b], reasons: [] }
    if (!pair.reasons.includes(reason)) pair.reasons.push(reason)
    found.set(key, pair)
  }
  for (const row of await sameAddress(work, input)) add(row, 'same-address')
  for (const row of await sameNativeName(work, input)) add(row, 'same-name-and-birth-date')
  for (const row of await sameRomanisedName(work, input)) add(row, 'similar-romanised-name')
  for (const row of await nearOnBirthDate(work, input)) add(row, 'similar-romanised-name')
  return [...found.values()]
    .toSorted((x, y) => y.reasons.length - x.reasons.length || (x.personIds < y.personIds ? -1 : 1))
    .slice(0, input.limit)
}

interface Wanted {
  personId?: string
  limit: number
}

/** Pairs of different active persons of the same kind, each pair once. */
function pairs(work: Work, { personId }: Wanted) {
  return work.read
    .selectFrom('persons as a')
    .innerJoin('persons as b', (join) =>
      join.onRef('a.id', '<', 'b.id').onRef('a.demonstration', '=', 'b.demonstration'),
    )
    .select(['a.id as a', 'b.id as b'])
    .where('a.state', '=', 'active')
    .where('b.state', '=', 'active')
    .$if(personId !== undefined, (query) =>
      query.where((eb) => eb.or([eb('a.id', '=', personId!), eb('b.id', '=', personId!)])),
    )
    .orderBy('a.id')
    .orderBy('b.id')
}

function sameAddress(work: Work, input: Wanted) {
  const bare = (table: string) =>
    sql<string>`regexp_replace(${sql.ref(`${table}.address`)}, '[+][^@]*@', '@')`
  return pairs(work, input)
    .innerJoin('person_emails as ae', 'ae.person_id', 'a.id')
    .innerJoin('person_emails as be', 'be.person_id', 'b.id')
    .where(bare('ae'), '=', bare('be'))
    .limit(input.limit)
    .execute()
}

function sameNativeName(work: Work, input: Wanted) {
  return pairs(work, input)
    .whereRef('a.native_key', '=', 'b.native_key')
    .whereRef('a.birth_date', '=', 'b.birth_date')
    .limit(input.limit)
    .execute()
}

function sameRomanisedName(work: Work, input: Wanted) {
  return pairs(work, input)
    .whereRef('a.romanised_key', '=', 'b.romanised_key')
    .where((eb) =>
      eb.or([
        eb('a.birth_date', 'is', null),
        eb('b.birth_date', 'is', null),
        eb('a.birth_date', '=', eb.ref('b.birth_date')),
      ]),
    )
    .limit(input.limit)
    .execute()
}

interface Named {
  id: string
  letters: string
}

/** Pairs born on one day whose romanised letters, in whatever order and division, differ by two at most. */
async function nearOnBirthDate(
  work: Work,
  { personId }: Wanted,
): Promise<{ a: string; b: string }[]> {
  const rows = await work.read
    .selectFrom('persons')
    .select(['id', 'birth_date', 'romanised_key', 'demonstration'])
    .where('state', '=', 'active')
    .where('birth_date', 'is not', null)
    .$if(personId !== undefined, (query) =>
      query.where('birth_date', '=', (eb) =>
        eb
          .selectFrom('persons as asked')
          .select('asked.birth_date')
          .where('asked.id', '=', personId!),
      ),
    )
    .orderBy('id')
    .execute()
  const days = Map.groupBy(rows, (row) => `${row.birth_date} ${row.demonstration}`)
  return [...days.values()].flatMap((day) => {
    const named = day.map((row) => ({ id: row.id, letters: lettersOf(row.romanised_key) }))
    return named.flatMap((one, index) =>
      named
        .slice(index + 1)
        .filter((other) => personId === undefined || [one.id, other.id].includes(personId))
        .filter((other) => isNear(one, other))
        .map((other) => ({ a: one.id, b: other.id })),
    )
  })
}

function isNear(one: Named, other: Named): boolean {
  return one.letters !== '' && editDistance(one.letters, other.letters, 2) <= 2
}

function lettersOf(key: string): string {
  return [...key.replaceAll(' ', '')].toSorted().join('')
}
