import type { Rule } from '#kernel/access'
import type { Subscription } from '#kernel/chronicle'
import type { Actor, Database, PersonalData, Refusal, Work, WorkRunner } from '#kernel/database'
import type { ActLink } from '#kernel/identity'
import type { JobType } from '#kernel/jobs'
import type { NoticeKind, TaskFacts } from '#kernel/notices'
import type { Catalogue, Message, Translate } from '#kernel/messages'
import type { DateOnly, Language, LocalText } from '#kernel/values'
import type { PaperCheck } from './paper-checks.ts'
import type { Services } from './services.ts'
import type { Shows } from './shows.ts'
import type { Answer, Call, Route } from './types.ts'
import type { Whereabouts } from './whereabouts.ts'

/** One entry of the main navigation; shown to those who may do its action to something. */
export interface NavigationItem {
  label: Message
  path: string
  action: string
  /**
   * Its place, and its part of the navigation: below 10 what is one's own, to 29 the alliance, to 59 the work, from 60 the
   * office; a thin line stands between the parts.
   */
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

/** A call by whoever holds a single-act link: its actor is the link, whoever is signed in beside it. */
export interface ActCall extends Call {
  link: ActLink
  /** The person in whose name the link acts, with what they may do today; the public for a nameless link. */
  principal: Actor
  /** Where the form of the link's page posts. */
  action: string
}

/** Why a link has nothing to do any more, or what it has done, and where to go from there. */
export interface ActOver {
  over: true
  tone: 'done' | 'info'
  title: Message
  text: Message
  /** A page of this site, without the language; it may ask for a sign-in. */
  next?: { label: Message; path: string } | null
}

/** Something that a single-act link lets its holder do, on one page and without signing in. */
export interface Act {
  action: string
  /** For tasks of these kinds, mails offer the act to the task's object under this name. */
  ofTasks?: { kinds: readonly string[]; label: Message; maxUses: number }
  /** The most that its form may bring, where that is more than words. */
  maxBytes?: number
  /** The page of an open link: what is asked, what happens next, one form. After a refusal with everything typed. */
  show(call: ActCall, refusal: Refusal | null): Promise<Answer | ActOver>
  /** Does it, counting the use; a refusal brings the page back. */
  perform(call: ActCall): Promise<unknown>
  /** What became of it: for a link that did its act, and for one that is closed. */
  outcome(call: ActCall): Promise<ActOver>
  /** A file that the page shows, by the name that its address gives. */
  file?(call: ActCall, name: string): Promise<Answer>
}

/** A kind of task, with the words that an inbox and a mail have for it. */
export interface TaskKind {
  kind: string
  label: Message
  /** What such tasks are about, by their objects' ids: one query, however many; a name only for who may read it. */
  about(
    work: Work,
    objectIds: readonly string[],
    language: Language,
  ): Promise<Map<string, TaskFacts>>
}

/** A part of the demonstration's year: what a module adds to it, in the order of the list of modules. */
export interface Seeding {
  runner: WorkRunner
  database: Database
  services: Services
  now: Date
  progress(message: string): void
}

/** What is told of a command that a module brings. */
interface CommandFace {
  /** As it is typed: `import-courses`. */
  name: string
  /** What follows the name: `FILE --organisation ID`. */
  usage: string
  summary: Message
  options: Record<string, { kind: 'text' | 'flag'; summary: Message }>
  /** What `--help` says beside usage and options: formats, methods, examples. */
  details?: (t: Translate) => string[]
}

/** One command of the command line that a module brings, with the house open. */
export interface Command extends CommandFace {
  run: (call: CommandCall) => Promise<CommandResult>
}

/** A command that works on files alone: it opens no house, so that anybody can run it anywhere. */
export interface LoneCommand extends CommandFace {
  alone: (call: LoneCall) => Promise<CommandResult>
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

/** What a command without a house may use. */
export type LoneCall = Pick<CommandCall, 'words' | 'options' | 'now' | 'language'>

/** What a command came to: an exit code, lines for people, and the same as data for programs. */
export interface CommandResult {
  /** 0 done, 1 done but something was found wrong, 2 used wrongly, 3 refused. */
  exitCode: number
  lines: readonly Message[]
  data: unknown
}

/** A part of a person's home: what stands with their work now, in figures that lead on, and what is nearest its day. */
export interface HomePart {
  id: string
  title: Message
  figures: { label: Message; value: number; href: string }[]
  /** `language` is that of a text which is somebody's own words; null where it is not known. */
  lines: { text: Message; language?: Language | null; detail: Message | null; href: string }[]
  /** Where the whole of it is, for the end of the part. */
  all: { label: Message; href: string } | null
}

/** Something that was found by its exact name. */
export interface FoundByName {
  kind: string
  objectId: string
  title: Message
  subtitle: Message | null
  href: string
}

/** A kind of thing with which a mail that came in can be filed. */
export interface FilingPlace {
  /** One of the module's `searchKinds`. */
  kind: string
  /** Those of these that the actor may see, by id: one query, however many. Left out where the search has them. */
  named?(work: Work, ids: readonly string[]): Promise<Map<string, { title: Message; href: string }>>
}

/** What a module gives the rest of the house; `app.ts` alone joins the manifests. */
export interface Manifest {
  name: string
  messages: readonly Catalogue[]
  migrations: URL | null
  rules: readonly Rule[]
  routes: readonly Route[]
  navigation: readonly NavigationItem[]
  /** Pages for whoever comes from outside, at the foot of every page. */
  footer?: readonly NavigationItem[]
  /** The check of the papers that it issues: whoever brings one to another module's check is led to this one. */
  paperCheck?: PaperCheck
  /** Pages of one's own account, beside those that the desk brings. */
  account?: readonly NavigationItem[]
  /**
   * The kinds of entry that it writes, with the words for a reader's story; null where a story leaves it out. Numbers in
   * them are written for the reader's language.
   */
  entries: readonly {
    type: string
    label: ((data: Record<string, unknown>, language: Language) => Message) | null
    /** Told to the person alone, not to an office that reads their journey. */
    ownOnly?: boolean
  }[]
  /** What it does when others' entries are sealed. */
  handlers: readonly Subscription[]
  // oxlint-disable-next-line typescript/no-explicit-any -- a list holds jobs of every payload.
  jobs: readonly JobType<any>[]
  /** What single-act links of this module are for; a link for anything else cannot be opened. */
  acts?: readonly Act[]
  /** The kinds of task that it opens. */
  tasks?: readonly TaskKind[]
  commands?: readonly (Command | LoneCommand)[]
  /** Whose personal data its routes show; said for every action that is not for everybody, or the start-up stops. */
  shows?: Shows
  /** The kinds of notice that it gives: people choose how they are told of each. */
  notices?: readonly NoticeKind[]
  /** Its part of the reader's own home; nothing for whoever has nothing to do with it. It names nobody. */
  home?: (call: Pick<Call, 'work' | 'may' | 'now' | 'timeZone' | 'language'>) => Promise<HomePart[]>
  /** What the documents that it puts into the search are called, by their kinds. */
  searchKinds?: Readonly<Record<string, Message>>
  /** What an exact name finds that stands in no index, such as the number of a case: only what the actor may see. */
  find?: (work: Work, typed: string) => Promise<FoundByName[]>
  /** What of it a mail that came in can be filed with. */
  filing?: readonly FilingPlace[]
  seed?: (seeding: Seeding) => Promise<void>
  /** The steps that it adds to one person's journey, for a reader who may see them. */
  journey?: (work: Work, personId: string) => Promise<JourneyStep[]>
  /** Who is where now by what it knows, as far as the actor may list it: one query. */
  whereabouts?: (work: Work) => Promise<Whereabouts[]>
  /** What it holds of a person, in words. */
  personalData?: PersonalData
  /** Its part of what is handed to a person who asks for their data. */
  exportPerson?: (work: Work, personId: string) => Promise<Record<string, unknown>>
  /** Its part of an erasure: what it removed, and what it keeps with the reason. */
  erasePerson?: (work: Work, personId: string) => Promise<{ kept: Message[] }>
  /** Moves its rows from one person to another when duplicates are merged. */
  mergePersons?: (work: Work, from: string, into: string) => Promise<Refusal | void>
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
