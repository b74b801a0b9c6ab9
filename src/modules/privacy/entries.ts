import { entryType } from '#kernel/chronicle'
import type { RequestKind, RequestOutcome } from './schema.ts'

/** What the module tells the chronicle: that something was asked and became of it, never in whose words. */
export const dataExported = entryType<
  { format: 'json' | 'zip'; by: 'self' | 'house' },
  { reason?: string }
>('privacy.data-exported')
export const requestMade = entryType<{ kind: RequestKind; by: 'self' | 'house' }>(
  'privacy.request-made',
)
export const requestAnswered = entryType<{ kind: RequestKind; outcome: RequestOutcome }>(
  'privacy.request-answered',
)
export const requestWithdrawn = entryType<{ kind: RequestKind }>('privacy.request-withdrawn')
export const erasureAsked = entryType<{ runsAt: string; by: 'self' | 'house' }>(
  'privacy.erasure-asked',
)
export const erasureWithdrawn = entryType('privacy.erasure-withdrawn')
export const erasureHindered = entryType('privacy.erasure-hindered')
