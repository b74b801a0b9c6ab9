import type { BlobStore } from '#kernel/files'
import type { IdentitySettings } from '#kernel/identity'
import type { WorkRunner } from '#kernel/database'
import type { Message, Translator } from '#kernel/messages'

/** What a handler may use beside its work: things with a connection, a key or a folder, put together by `app.ts`. */
export interface Services {
  runner: WorkRunner
  /** Where file contents are kept; handlers store and fetch outside of transactions. */
  blobs: BlobStore
  identity: IdentitySettings
  demonstration: boolean
  /** The sentence that says so on a document. */
  demonstrationBanner: Message
  /** For what is said in another language than the reader's: documents, mails. */
  translator: Translator
  /** The address that people use, without a path: links in documents and mails begin with it. */
  origin: string
  /** The name under which this node makes rows that may cross to another. */
  node: string
}
