import type { Manifest } from '#kernel/http'
import {
  documentAmended,
  documentExpired,
  documentOpened,
  documentRefused,
  documentSent,
  documentSigned,
  documentWithdrawn,
  stepSigned,
  versionAdded,
} from './entries.ts'
import { m } from './messages/index.ts'

/** The kinds of entry that signing writes, with their words for a reader's story. */
export const signingEntries: Manifest['entries'] = [
  { type: documentOpened.type, label: () => m('entry.document-opened') },
  { type: versionAdded.type, label: () => m('entry.version-added') },
  { type: documentSent.type, label: () => m('entry.document-sent') },
  {
    type: stepSigned.type,
    label: ({ act }) => m(act === 'approve' ? 'entry.step-approved' : 'entry.step-signed'),
  },
  { type: documentSigned.type, label: () => m('entry.document-signed') },
  { type: documentAmended.type, label: () => m('entry.document-amended') },
  { type: documentRefused.type, label: () => m('entry.document-refused') },
  { type: documentExpired.type, label: () => m('entry.document-expired') },
  { type: documentWithdrawn.type, label: () => m('entry.document-withdrawn') },
]
