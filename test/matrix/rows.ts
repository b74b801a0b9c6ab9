import type { Database } from '#kernel/database'

/** Puts rows in, in the order in which tables refer to one another; objects and arrays of objects go in as JSON. */
export async function insert(
  database: Database,
  table: string,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  for (const row of rows) {
    const names = Object.keys(row)
    const places = names.map((_name, place) => `$${place + 1}`)
    const values = names.map((name) => storable(row[name]))
    await database.execute(
      `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`,
      values,
    )
  }
}

function storable(value: unknown): unknown {
  const isJson = typeof value === 'object' && value !== null && !(value instanceof Date)
  return isJson && !isTexts(value) ? JSON.stringify(value) : value
}

/** An array column of texts, as `stand_ins.roles`, is not JSON. */
function isTexts(value: object): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string')
}

/** An id that says what it is: the kind of thing, then its number. */
export function idOf(kind: number, number: number): string {
  return `01990000-00${kind.toString(16).padStart(2, '0')}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** A name that is nobody else's, so that a page that shows it betrays that it does. */
export function uniqueName(number: number) {
  const name = `Zq${number.toString(36)}xyzzy`
  return {
    native: name,
    romanised: name,
    passportGiven: name,
    passportFamily: 'Matrix',
    order: 'given-first',
  }
}
