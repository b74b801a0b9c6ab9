import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The kinds of entry that mobility writes, with the words for a reader's story. */
export const mobilityEntries: Manifest['entries'] = [
  { type: entries.studentNominated.type, label: () => m('story.nominated') },
  { type: entries.studentWaits.type, label: () => m('story.waits') },
  { type: entries.nominationApproved.type, label: () => m('story.approved') },
  { type: entries.nominationRejected.type, label: () => m('story.rejected') },
  { type: entries.stayCancelled.type, label: () => m('story.cancelled') },
  { type: entries.contactKept.type, label: null },
  {
    type: entries.stayEvent.type,
    label: ({ kind }) =>
      m(
        kind === 'arrival'
          ? 'story.arrival'
          : kind === 'departure'
            ? 'story.departure'
            : 'story.event',
      ),
  },
  { type: entries.transcriptCame.type, label: () => m('story.transcript') },
  { type: entries.stayRecognised.type, label: () => m('story.recognised') },
  { type: entries.agreementSent.type, label: () => m('story.agreement-sent') },
  { type: entries.agreementSigned.type, label: () => m('story.agreement-signed') },
  { type: entries.agreementReturned.type, label: () => m('story.agreement-returned') },
  { type: entries.preparationKept.type, label: () => m('story.preparation') },
  { type: entries.selectionOpened.type, label: null },
  { type: entries.stayImported.type, label: () => m('story.imported') },
  { type: entries.stayWidened.type, label: () => m('story.widened') },
  { type: entries.stayTakenBack.type, label: () => m('story.taken-back') },
  { type: entries.visitMade.type, label: () => m('story.visit-made') },
  { type: entries.visitChanged.type, label: () => m('story.visit-changed') },
  { type: entries.visitAsked.type, label: () => m('story.visit-asked') },
  {
    type: entries.visitAnswered.type,
    label: ({ answer }) => m(answer === 'refused' ? 'story.visit-refused' : 'story.visit-agreed'),
  },
  { type: entries.visitCancelled.type, label: () => m('story.visit-cancelled') },
  { type: entries.visitReported.type, label: () => m('story.visit-reported') },
]
