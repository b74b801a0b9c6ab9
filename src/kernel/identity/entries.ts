import { entryType } from '#kernel/chronicle'
import type { SignInFactor, SignInMethod } from './schema.ts'

/** The security story of a person: no entry holds a name, an address or a network in `data`. */
export const personRegistered = entryType<{ demonstration: boolean }>('identity.person-registered')
export const personChanged = entryType<{ fields: string[] }>('identity.person-changed')
export const emailVerified = entryType<{ primary: boolean }>('identity.email-verified')
export const primaryEmailChanged = entryType('identity.primary-email-changed')
export const passwordSet = entryType<{ by: 'owner' | 'reset' }>('identity.password-set')
export const totpEnabled = entryType('identity.totp-enabled')
export const totpDisabled = entryType('identity.totp-disabled')
export const recoveryCodesMade = entryType<{ count: number }>('identity.recovery-codes-made')
export const recoveryCodeUsed = entryType<{ left: number }>('identity.recovery-code-used')
export const passkeyAdded = entryType<{ backedUp: boolean }>('identity.passkey-added')
export const passkeyRemoved = entryType('identity.passkey-removed')
export const identityLinked = entryType<{ providerId: string }>(
  'identity.federated-identity-linked',
)
export const identityUnlinked = entryType<{ providerId: string }>(
  'identity.federated-identity-unlinked',
)
export const sessionStarted = entryType<{ method: SignInMethod; factors: SignInFactor[] }>(
  'identity.session-started',
)
export const sessionsEnded = entryType<{ count: number; reason: string }>('identity.sessions-ended')
export const personInvited = entryType<{ kind: string }>('identity.person-invited')
export const invitationAccepted = entryType<{ kind: string; registered: boolean }>(
  'identity.invitation-accepted',
)
export const invitationWithdrawn = entryType<{ kind: string }>('identity.invitation-withdrawn')
export const actLinkUsed = entryType<{ action: string; objectId: string; use: number }>(
  'identity.act-link-used',
)
export const actLinkRevoked = entryType<{ action: string; objectId: string }>(
  'identity.act-link-revoked',
)
export const personsMerged = entryType<{
  from: string
  into: string
  moved: Record<string, number>
}>('identity.persons-merged')
export const personErased = entryType('identity.person-erased')

/** Every kind of entry that identity writes, for the manifest. */
export const identityEntries = [
  personRegistered,
  personChanged,
  emailVerified,
  primaryEmailChanged,
  passwordSet,
  totpEnabled,
  totpDisabled,
  recoveryCodesMade,
  recoveryCodeUsed,
  passkeyAdded,
  passkeyRemoved,
  identityLinked,
  identityUnlinked,
  sessionStarted,
  sessionsEnded,
  personInvited,
  invitationAccepted,
  invitationWithdrawn,
  actLinkUsed,
  actLinkRevoked,
  personsMerged,
  personErased,
]
