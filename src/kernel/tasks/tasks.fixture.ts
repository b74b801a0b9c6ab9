import { createPolicy } from '#kernel/access'
import { appendEntries } from '#kernel/chronicle'
import {
  type Actor,
  createWorkRunner,
  type Database,
  type Grant,
  type Work,
} from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import { type Assignee, type OpenTask, openTask, taskRules } from './index.ts'

const base = await testDatabase(
  ['jobs', 'chronicle', 'mail', 'identity', 'tasks'].map((name) => ({
    name,
    directory: new URL(`../${name}/migrations/`, import.meta.url),
  })),
)

/** The moment at which the clock of these tests stands. */
export const now = new Date('2026-11-22T09:00:00Z')
export const policy = createPolicy(taskRules)
export const [malee, jun, chloe] = ['1', '2', '3'].map(
  (digit) => `01a20306-0000-7000-8000-00000000000${digit}`,
) as [string, string, string]
export const au = '01a20306-0000-7000-8000-0000000000aa'
export const pku = '01a20306-0000-7000-8000-0000000000bb'
export const system: Actor = { kind: 'system', name: 'test' }

/** Runs a test on the tables of tasks; `as` gives the work of an actor, at another time where one is given. */
export async function withWork(
  run: (as: (actor: Actor, at?: Date) => Work, database: Database) => Promise<void>,
): Promise<void> {
  await base.withRollback(async (_kysely, database) => {
    const runner = createWorkRunner(database, {
      append: appendEntries,
      decisions: { can: policy.can, scope: policy.scope as never },
    })
    await run((actor, at = now) => performing(runner, actor, at), database)
  })
}

/** A work whose every write is a transaction of its own, so that one test can act for several people. */
function performing(runner: ReturnType<typeof createWorkRunner>, actor: Actor, at: Date): Work {
  const context = { actor, now: at, language: 'en' as const }
  return {
    ...runner.reading(context),
    write: (entries, rows) => runner.perform(context, (work) => work.write(entries, rows)),
    writeUnchronicled: (rows) => runner.perform(context, (work) => work.writeUnchronicled(rows)),
  }
}

export function grant(role: string, organisationId: string | null, programmeId?: string): Grant {
  const limits = { programmeId: programmeId ?? null, objectId: null }
  return { role, organisationId, ...limits, via: 'appointment' }
}

/** A person who holds a role, or none. */
export function holder(
  personId: string,
  role?: string,
  organisationId: string | null = null,
  programmeId?: string,
) {
  const grants = role === undefined ? [] : [grant(role, organisationId, programmeId)]
  return { kind: 'person' as const, personId, grants }
}

/** Opens a task about one case. */
export function open(
  work: Work,
  assignee: Assignee,
  rest: Partial<OpenTask> = {},
): Promise<string> {
  return openTask(work, {
    kind: 'test.decision',
    assignee,
    object: { kind: 'case', id: 'one' },
    subject: { module: 'test', key: 'subject', args: { on: now } },
    href: '/cases/one',
    ...rest,
  })
}
