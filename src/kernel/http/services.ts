import type { Signer } from '#kernel/chronicle'
import type { BlobStore } from '#kernel/files'
import type { IdentitySettings, PersonReference } from '#kernel/identity'
import type { KeptPeriods, PersonalPart, Work, WorkRunner } from '#kernel/database'
import type { Mailer } from '#kernel/mail'
import type { Message, Translator } from '#kernel/messages'
import type { NoticeServices } from '#kernel/notices'
import type { Outbound } from '#kernel/outbound'
import type { TaskServices } from '#kernel/tasks'
import type { Metrics } from './metrics.ts'
import type { PaperCheck } from './paper-checks.ts'
import type { Shows } from './shows.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What a handler may use beside its work: things with a connection, a key or a folder, put together by `app.ts`. */
export interface Services {
  runner: WorkRunner
  /** Where file contents are kept; handlers store and fetch outside of transactions. */
  blobs: BlobStore
  identity: IdentitySettings
  /** Everything that holds something of a person, for merging two who are one. */
  personReferences: readonly PersonReference[]
  /** Everything that holds something of a person, for handing it out and for erasing it. */
  personalParts: readonly PersonalPart[]
  mail: Mailer
  notices: NoticeServices
  tasks: TaskServices
  /** The only way out to the network. */
  outbound: Outbound
  demonstration: boolean
  /** The sentence that says so on a document. */
  demonstrationBanner: Message
  /** For what is said in another language than the reader's: documents, mails. */
  translator: Translator
  /** The address that people use, without a path: links in documents and mails begin with it. */
  origin: string
  /** The name under which this node makes rows that may cross to another. */
  node: string
  /** Signs what leaves the house as evidence, with the key of the chronicle's checkpoints. */
  signer: Signer
  metrics: Metrics
  /** A proxy stands in front: it is said so, or people come by HTTPS, which this process does not speak. */
  isBehindProxy: boolean
  /** With this bearer token the metrics may be read from elsewhere; without one only from this machine. */
  metricsToken: string | null
  /** The checks of the papers that the modules issue; left out where only one module stands. */
  paperChecks?: readonly PaperCheck[]
  /** Whose personal data the routes show. */
  shows: Shows
  /** Who is where now, as every module that sends people knows it. */
  whereabouts(work: Work): Promise<Whereabouts[]>
  /** How long what is kept for a time is kept. */
  kept: KeptPeriods
  /** The file that lists who was erased, beside the database and not in it. */
  erasedList: string
  /** Whether the database has every table that this program was made for. */
  schemaIsCurrent(): Promise<boolean>
  /** Whether the disk of the data folder has room left to write into. */
  hasRoom(): Promise<boolean>
}
