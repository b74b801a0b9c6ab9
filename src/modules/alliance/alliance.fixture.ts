import { createPolicy } from '#kernel/access'
import { createAppend } from '#kernel/chronicle'
import {
  createWorkRunner,
  type Actor,
  type Database,
  type Grant,
  type Work,
} from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import type { Seeding } from '#kernel/http'
import { rules } from './policy.ts'
import { seed } from './seed.ts'

const at = (part: string) => new URL(`../../kernel/${part}/migrations/`, import.meta.url)

/** The tables that the alliance stands on, and its own. */
export const sources = ['jobs', 'chronicle', 'mail', 'identity', 'tasks', 'search']
  .map((name) => ({ name, directory: at(name) }))
  .concat([{ name: 'alliance', directory: new URL('./migrations/', import.meta.url) }])

export const now = new Date('2026-11-22T03:00:00Z')

export const alliancePolicy = createPolicy(rules)

/** A runner of works on a database of the tests. */
export function runnerOn(database: Database) {
  return createWorkRunner(database, { append: createAppend('test'), decisions: alliancePolicy })
}

/** Runs a test on a database that forgets it. */
export async function onDatabase(
  test: (run: {
    database: Database
    as: <T>(actor: Actor, verb: (work: Work) => Promise<T>, day?: Date) => Promise<T>
    reading: (actor: Actor) => Work
  }) => Promise<void>,
): Promise<void> {
  const { withRollback } = await testDatabase(sources)
  await withRollback(async (_kysely, database) => {
    const runner = runnerOn(database)
    await test({
      database,
      as: (actor, verb, day = now) => runner.perform({ actor, now: day, language: 'en' }, verb),
      reading: (actor) => runner.reading({ actor, now, language: 'en' }),
    })
  })
}

/** Tells the demonstration alliance on a database of the tests; it needs none of the running house's services. */
export async function tellStory(database: Database): Promise<void> {
  const seeding = { runner: runnerOn(database), database, now, progress: () => {} }
  await seed(seeding as unknown as Seeding)
}

export const system: Actor = { kind: 'system', name: 'test' }

/** A person who acts with one role. */
export function acting(personId: string, role: string, organisationId: string | null): Actor {
  const grant: Grant = {
    role,
    organisationId,
    programmeId: null,
    objectId: null,
    via: 'appointment',
  }
  return { kind: 'person', personId, grants: [grant] }
}
