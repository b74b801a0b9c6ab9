import './schema.ts'

export { appendEntries, createAppend } from './append.ts'
export { canonicalJson } from './canonical-json.ts'
export { commitment } from './hashes.ts'
export {
  exportCheckpoint,
  latestCheckpoint,
  parseCheckpoint,
  writeCheckpoint,
} from './checkpoints.ts'
export type { Checkpoint } from './checkpoints.ts'
export { entryType } from './entries.ts'
export type { EntryType } from './entries.ts'
export { entriesAbout, entriesOfPerson, oldestUnsealedAt } from './queries.ts'
export type { Entries, Entry, EntryPage } from './queries.ts'
export { createChronicleRunner } from './runner.ts'
export type { ChronicleParts, ChronicleRunner } from './runner.ts'
export { sealAll, sealPending } from './seal.ts'
export { createSigner, readPublicKeys, rotateKey } from './signer.ts'
export type { PublicKeys, Signer } from './signer.ts'
export { openDeadLetters, retryDeadLetters } from './dead-letters.ts'
export type { DeadLetter } from './dead-letters.ts'
export { registerSubscriptions } from './standing.ts'
export { subscribe } from './subscription.ts'
export type { Subscription, SubscriptionParts } from './subscription.ts'
export { runSubscriptions, subscriptionStates, tryAgainNow } from './subscriptions.ts'
export type { SubscriptionState } from './subscriptions.ts'
export { personEntries } from './personal-data.ts'
export { m as chronicleMessages } from './messages/index.ts'
export { verifyChronicle } from './verify.ts'
export type { ChronicleFault, ChronicleReport } from './verify.ts'
