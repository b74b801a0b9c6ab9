import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { OutboundFailure } from './outbound.ts'

export { asFetch } from './as-fetch.ts'
export { isPublicAddress } from './addresses.ts'
export { m as outboundMessages } from './messages/index.ts'
export { createOutbound } from './outbound.ts'
export type {
  Outbound,
  OutboundAnswer,
  OutboundConfig,
  OutboundFailure,
  OutboundFault,
  OutboundRequest,
  PersonalPayload,
} from './outbound.ts'

/** What a failed call means, for the reader who asked for it. */
export function outboundMessage(failure: OutboundFailure): Message {
  return m(failure.fault)
}
