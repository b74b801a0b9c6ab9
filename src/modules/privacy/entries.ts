import { entryType } from '#kernel/chronicle'
import type { FieldGroup, Purpose } from './consent-schema.ts'
import type { RequestKind, RequestOutcome } from './schema.ts'
import type { BasisKind, ClauseKind } from './transfer-schema.ts'

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

/** What is asked, allowed and taken back is told by its kinds of data; other parts subscribe to these. */
interface ConsentData extends Record<string, unknown> {
  purpose: Purpose
  fieldGroups: FieldGroup[]
}
export const consentAsked = entryType<ConsentData>('privacy.consent-asked')
export const consentGiven = entryType<ConsentData>('privacy.consent-given')
export const consentAwaitsGuardian = entryType<ConsentData>('privacy.consent-awaits-guardian')
export const consentDeclined = entryType<ConsentData>('privacy.consent-declined')
export const consentWithdrawn = entryType<ConsentData>('privacy.consent-withdrawn')
export const dataTransferred = entryType<{
  purpose: Purpose
  fieldGroups: FieldGroup[]
  basis: BasisKind
  persons: number
}>('privacy.data-transferred')
export const clauseEntered = entryType<{
  kind: ClauseKind
  signedOn: string
  validUntil: string | null
}>('privacy.clause-entered')
export const clauseEnded = entryType<{ kind: ClauseKind }>('privacy.clause-ended')

/** A breach of personal data was entered; nobody whose data it is is named. */
export const breachEntered = entryType<{
  risk: string
  persons: number | null
  countries: string[]
  duties: number
}>('privacy.breach-entered')
export const breachDutyDone = entryType<{ law: string; addressee: string }>(
  'privacy.breach-duty-done',
)
export const breachClosed = entryType('privacy.breach-closed')
