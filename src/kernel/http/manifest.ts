import type { Rule } from '#kernel/access'
import type { Subscription } from '#kernel/chronicle'
import type { Database, Work, WorkRunner } from '#kernel/database'
import type { JobType } from '#kernel/jobs'
import type { NoticeKind } from '#kernel/notices'
import type { Catalogue, Message } from '#kernel/messages'
import type { DateOnly, Language, LocalText } from '#kernel/values'
import type { Services } from './services.ts'
import type { Shows } from './shows.ts'
import type { Route } from './types.ts'

/** One entry of the main navigation; shown to those who may do its action to something. */
export interface NavigationItem {
  label: Message
  path: string
  action: string
  order: number
  /** The path of the entry that it stands under; on its own where the visitor may not open that one. */
  within?: string
}

/** One crossing of a person's journey: where their thread meets an institution's. */
export interface JourneyStep {
  id: string
  kind: string
  from: DateOnly
  until: DateOnly | null
  organisation: { id: string; name: LocalText }
  fromOrganisation: { id: string; name: LocalText } | null
  label: Message
  state: { label: Message; tone: 'neutral' | 'attention' | 'done' | 'harm' }
  href: string
}

/** Something that a single-act link lets its holder do: its words, and the page where it is done, without the language. */
export interface Act {
  action: string
  label: Message
  path: (objectId: string) => string
}

/** A part of the demonstration's year: what a module adds to it, in the order of the list of modules. */
export interface Seeding {
  runner: WorkRunner
  database: Database
  services: Services
  now: Date
  progress(message: string): void
}

/** One command of the command line that a module brings. */
export interface Command {
  /** As it is typed: `import-courses`. */
  name: string
  /** What follows the name: `FILE --organisation ID`. */
  usage: string
  summary: Message
  options: Record<string, { kind: 'text' | 'flag'; summary: Message }>
  run: (call: CommandCall) => Promise<CommandResult>
}

/** What a command may use. */
export interface CommandCall {
  runner: WorkRunner
  database: Database
  services: Services
  words: readonly string[]
  options: Record<string, string | boolean | undefined>
  now: Date
  language: Language
  /** Shows how far it is, on a terminal only. */
  progress(done: number, total: number | null, what: Message): void
}

/** What a command came to: an exit code, lines for people, and the same as data for programs. */
export interface CommandResult {
  /** 0 done, 1 done but something was found wrong, 2 used wrongly, 3 refused. */
  exitCode: number
  lines: readonly Message[]
  data: unknown
}

/** What a module gives the rest of the house; `app.ts` alone joins the manifests. */
export interface Manifest {
  name: string
  messages: readonly Catalogue[]
  migrations: URL | null
  rules: readonly Rule[]
  routes: readonly Route[]
  navigation: readonly NavigationItem[]
  /** Pages of one's own account, beside those that the desk brings. */
  account?: readonly NavigationItem[]
  /** The kinds of entry that it writes, with the words for a reader's story; null where a story leaves it out. */
  entries: readonly {
    type: string
    label: ((data: Record<string, unknown>) => Message) | null
  }[]
  /** What it does when others' entries are sealed. */
  handlers: readonly Subscription[]
  // oxlint-disable-next-line typescript/no-explicit-any -- a list holds jobs of every payload.
  jobs: readonly JobType<any>[]
  /** What single-act links of this module are for; a link for anything else cannot be opened. */
  acts?: readonly Act[]
  commands?: readonly Command[]
  /** Whose personal data its routes show; said for every action that is not for everybody, or the start-up stops. */
  shows?: Shows
  /** The kinds of notice that it gives: people choose how they are told of each. */
  notices?: readonly NoticeKind[]
  seed?: (seeding: Seeding) => Promise<void>
  /** The steps that it adds to one person's journey, for a reader who may see them. */
  journey?: (work: Work, personId: string) => Promise<JourneyStep[]>
  /** Its part of what is handed to a person who asks for their data. */
  exportPerson?: (work: Work, personId: string) => Promise<Record<string, unknown>>
  /** Its part of an erasure: what it removed, and what it keeps with the reason. */
  erasePerson?: (work: Work, personId: string) => Promise<{ kept: Message[] }>
  /** Moves its rows from one person to another when duplicates are merged. */
  mergePersons?: (work: Work, from: string, into: string) => Promise<void>
}

/** A manifest with everything left out, for a part of the house that has only some of it. */
export const emptyManifest: Omit<Manifest, 'name'> = {
  messages: [],
  migrations: null,
  rules: [],
  routes: [],
  navigation: [],
  entries: [],
  handlers: [],
  jobs: [],
}
