export { m as cliMessage } from './messages/index.ts'
export type { Appoint, Appointed, MigrationProgress, OpenSite, Program } from './program.ts'
export { runCommandLine } from './run.ts'
export type { Invocation } from './run.ts'
