import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The module's kinds of entry, with the words for a reader's story. */
export const agreementEntries: Manifest['entries'] = [
  { type: entries.agreementMade.type, label: () => m('story.agreement-made') },
  { type: entries.versionSent.type, label: () => m('story.version-sent') },
  { type: entries.versionApproved.type, label: () => m('story.version-approved') },
  { type: entries.versionRefused.type, label: () => m('story.version-refused') },
  { type: entries.agreementConcluded.type, label: () => m('story.agreement-concluded') },
  { type: entries.agreementRecorded.type, label: () => m('story.agreement-recorded') },
  { type: entries.copyWithdrawn.type, label: () => m('story.copy-withdrawn') },
  { type: entries.endDeclared.type, label: () => m('story.end-declared') },
  { type: entries.endSettled.type, label: null },
  { type: entries.partnerInvited.type, label: () => m('story.partner-invited') },
  { type: entries.changeProposed.type, label: () => m('story.change-proposed') },
  { type: entries.putToSignature.type, label: () => m('story.put-to-signature') },
  { type: entries.seatsRecorded.type, label: () => m('story.seats-recorded') },
]
