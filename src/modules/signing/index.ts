import { emptyManifest, type Manifest } from '#kernel/http'
import { signingCommand } from './commands.ts'
import { signingJobs } from './jobs.ts'
import { m } from './messages/index.ts'
import { signingNotices } from './notices.ts'
import { documentCheck } from './paper-check.ts'
import { signingRules } from './policy.ts'
import { findDocuments } from './find.ts'
import { signingHome } from './home.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { checkRoutes } from './routes/check.ts'
import { documentRoutes } from './routes/document.ts'
import { documentListRoutes } from './routes/documents.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { signByLink } from './routes/link.ts'
import { copyByLink } from './routes/copy-link.ts'
import { paperRoutes } from './routes/paper.ts'
import { passkeyRoutes } from './routes/passkey.ts'
import { stepRoutes } from './routes/steps.ts'
import { seedSigning } from './seed.ts'
import {
  erasePersonSigning,
  exportPersonSigning,
  mergePersonSigning,
  signingData,
} from './service/personal-data.ts'
import { signingShows } from './shows.ts'
import { signingEntries } from './stories.ts'
import { signingTasks } from './task-kinds.ts'
import './schema.ts'

export {
  documentAmended,
  documentEndOf,
  documentExpired,
  documentRefused,
  documentSent,
  documentSigned,
  documentWithdrawn,
  stepSigned,
} from './entries.ts'
export type { DocumentEnd, DocumentNews } from './entries.ts'
export { documentsAbout } from './queries/summaries.ts'
export type { SigningSummary } from './queries/summaries.ts'
export type { Capacity, Party, Signer } from './rules/signers.ts'
export { signerLabels } from './schema.ts'
export type { DocumentState, SignerLabel, StepAct, StepMeans, StepState } from './schema.ts'
export type { GivenPdf, SignedContent } from './service/content.ts'
export { addVersion, openDocument } from './service/documents.ts'
export type { AddVersion, OpenDocument } from './service/documents.ts'
export { sendDocument, withdrawDocument } from './service/rounds.ts'

/** Signing's part of the house: documents with versions, their signers, and the evidence of what was signed. */
export const signing: Manifest = {
  ...emptyManifest,
  name: 'signing',
  messages: [m.catalogue],
  migrations: new URL('./migrations/', import.meta.url),
  rules: signingRules,
  routes: [
    ...documentListRoutes,
    ...documentRoutes,
    ...stepRoutes,
    ...evidenceRoutes,
    ...checkRoutes,
    ...paperRoutes,
    ...passkeyRoutes,
    ...attachmentRoutes,
    ...bulkRoutes,
  ],
  navigation: [
    {
      label: m('navigation'),
      path: '/signing/documents',
      action: 'signing.document.open',
      order: 50,
    },
    {
      label: m('to-sign.navigation'),
      path: '/signing/to-sign',
      action: 'signing.step.open',
      order: 51,
      within: '/signing/documents',
    },
    {
      label: m('register.navigation'),
      path: '/signing/originals',
      action: 'signing.document.open',
      order: 52,
      within: '/signing/documents',
    },
  ],
  entries: signingEntries,
  shows: signingShows,
  jobs: signingJobs,
  tasks: signingTasks,
  notices: signingNotices,
  acts: [signByLink, copyByLink],
  home: signingHome,
  find: findDocuments,
  searchKinds: { 'signing-document': m('found.kind') },
  commands: [signingCommand],
  paperCheck: documentCheck,
  footer: [
    { label: m('check.footer'), path: '/document-checks', action: 'signing.check', order: 20 },
  ],
  seed: seedSigning,
  personalData: signingData,
  exportPerson: exportPersonSigning,
  erasePerson: erasePersonSigning,
  mergePersons: mergePersonSigning,
}
