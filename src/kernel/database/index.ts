export { databaseAnswers } from './answers.ts'
export { actorLabel, personOf, principalsOf } from './actor.ts'
export type { Actor, Grant } from './actor.ts'
export type {
  HeldData,
  HeldFile,
  KeptPeriods,
  PersonalData,
  PersonalPart,
} from './personal-data.ts'
export { renamePerson, renamePersonOnce } from './personal-data.ts'
export { isRefused, refuse } from './refusal.ts'
export type { Refusal, RefusalStatus } from './refusal.ts'
export type { Tables } from './tables.ts'
export { createWorkRunner } from './work.ts'
export type {
  AppendEntries,
  Committed,
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
export type { Database, DatabaseConfig, QueryEvent } from './engine.ts'
export { DatabaseError, isStillReferred, sqlState } from './failure.ts'
export { json } from './types.ts'
export type { Json } from './types.ts'
export { FolderInUseError } from './lock.ts'
export { describeSchema } from './describe-schema.ts'
export { migrate, MigrationError } from './migrate.ts'
export type { MigrationReport, MigrationSource } from './migrate.ts'
export { backup, BackupError, dumpVersion, restore } from './backup.ts'
export type { BackupReport } from './backup.ts'
export { maintain, maintainRegularly } from './vacuum.ts'
export type { MaintenanceReport } from './vacuum.ts'
