import type { Database } from '#kernel/database'

interface SeedingsTable {
  module: string
  finished_at: Date
}

declare module '#kernel/database' {
  interface Tables {
    seedings: SeedingsTable
  }
}

/** The modules whose part of the demonstration is in the database, whole. */
export async function seededModules(database: Database): Promise<Set<string>> {
  const rows = await database.kysely.selectFrom('seedings').select('module').execute()
  return new Set(rows.map(({ module }) => module))
}

/** Notes that a module's part of the demonstration is whole. */
export async function markSeeded(database: Database, module: string, now: Date): Promise<void> {
  await database.kysely
    .insertInto('seedings')
    .values({ module, finished_at: now })
    .onConflict((conflict) => conflict.column('module').doUpdateSet({ finished_at: now }))
    .execute()
}
