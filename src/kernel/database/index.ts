export { actorLabel, personOf } from './actor.ts'
export type { Actor, Grant } from './actor.ts'
export { isRefused, refuse } from './refusal.ts'
export type { Refusal, RefusalStatus } from './refusal.ts'
export type { Tables } from './tables.ts'
export { createWorkRunner } from './work.ts'
export type {
  AppendEntries,
  Decisions,
  EntryDraft,
  Reader,
  ScopePredicate,
  Work,
  WorkContext,
  WorkParts,
  WorkRunner,
  Writer,
} from './work.ts'
export { openDatabase, retrying, savepoint, transaction } from './engine.ts'
export type { Database, DatabaseConfig } from './engine.ts'
export { migrate } from './migrate.ts'
export type { MigrationReport, MigrationSource } from './migrate.ts'
export { backup, restore } from './backup.ts'
export { maintain } from './vacuum.ts'
