import type { Manifest } from '#kernel/http'
import * as entries from './entries.ts'
import { m } from './messages/index.ts'

/** The module's kinds of entry, with the words for a reader's story. */
export const internshipEntries: Manifest['entries'] = [
  { type: entries.hostProposed.type, label: () => m('story.host-proposed') },
  { type: entries.hostDecided.type, label: () => m('story.host-decided') },
  { type: entries.positionMade.type, label: () => m('story.position-made') },
  { type: entries.positionChanged.type, label: null },
  { type: entries.slotsOffered.type, label: null },
  { type: entries.interviewPicked.type, label: () => m('story.interview-picked') },
  { type: entries.applicationSent.type, label: () => m('story.application-sent') },
  { type: entries.applicationDecided.type, label: () => m('story.application-decided') },
  { type: entries.applicationAnswered.type, label: () => m('story.application-answered') },
  { type: entries.hoursLogged.type, label: null },
  { type: entries.hoursRemoved.type, label: null },
  { type: entries.agreementSent.type, label: () => m('story.agreement-sent') },
  { type: entries.agreementSigned.type, label: () => m('story.agreement-signed') },
  { type: entries.agreementReturned.type, label: () => m('story.agreement-returned') },
  { type: entries.placementInterrupted.type, label: () => m('story.placement-interrupted') },
  { type: entries.evaluationsAsked.type, label: null },
  { type: entries.evaluationGiven.type, label: () => m('story.evaluation-given') },
  { type: entries.weekSent.type, label: null },
  { type: entries.weekTakenBack.type, label: null },
  { type: entries.weekAnswered.type, label: null },
  { type: entries.visitAsked.type, label: null },
  { type: entries.visitChanged.type, label: () => m('story.visit-changed') },
  { type: entries.proposalSent.type, label: () => m('story.proposal-sent') },
  { type: entries.proposalDecided.type, label: () => m('story.proposal-decided') },
  { type: entries.creditAsked.type, label: () => m('story.credit-asked') },
  { type: entries.disagreementSettled.type, label: () => m('story.disagreement-settled') },
]
