import { subscribe } from '#kernel/chronicle'
import {
  documentExpired,
  documentRefused,
  documentSigned,
  documentWithdrawn,
} from '#modules/signing'
import { applicationWithdrawn, replyGiven } from '#modules/calls'
import { followCase, followDocument } from './service/following.ts'
import { followSelection } from './service/following-selection.ts'

/** What mobility does when others' entries are sealed. */
export const mobilityHandlers = [
  subscribe({
    name: 'mobility.follow-signing',
    types: [documentSigned, documentRefused, documentExpired, documentWithdrawn].map(
      ({ type }) => type,
    ),
    from: 'beginning',
    handle: followDocument,
  }),
  subscribe({
    name: 'mobility.follow-recognition',
    types: [
      'recognition.case-opened',
      'recognition.decision-released',
      'recognition.credit-posted',
      'recognition.case-withdrawn',
    ],
    from: 'now',
    handle: followCase,
  }),
  subscribe({
    name: 'mobility.follow-selection',
    types: [replyGiven.type, applicationWithdrawn.type],
    from: 'now',
    handle: followSelection,
  }),
]
