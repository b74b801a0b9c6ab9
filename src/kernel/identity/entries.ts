import { entryType } from '#kernel/chronicle'
import type { Message } from '#kernel/messages'
import { m } from './messages/index.ts'
import type { AccessScope, SignInFactor, SignInMethod } from './schema.ts'

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
export const accessTokenMade = entryType<{ scope: AccessScope; days: number }>(
  'identity.access-token-made',
)
export const accessTokensEnded = entryType<{ count: number; reason: string }>(
  'identity.access-tokens-ended',
)
export const personInvited = entryType<{ kind: string }>('identity.person-invited')
export const invitationAccepted = entryType<{ kind: string; registered: boolean }>(
  'identity.invitation-accepted',
)
export const invitationWithdrawn = entryType<{ kind: string }>('identity.invitation-withdrawn')
export const actLinkUsed = entryType<{ action: string; objectId: string; use: number }>(
  'identity.act-link-used',
)
export const actLinksRevoked = entryType<{ objectId: string; reason: string; count: number }>(
  'identity.act-links-revoked',
)
export const personsMerged = entryType<{
  from: string
  into: string
  moved: Record<string, number>
}>('identity.persons-merged')
export const personErased = entryType('identity.person-erased')

/** Every kind of entry that identity writes, with the words for a reader's story. */
export const identityEntries: readonly { type: string; label: () => Message }[] = [
  { type: personRegistered.type, label: () => m('entry.person-registered') },
  { type: personChanged.type, label: () => m('entry.person-changed') },
  { type: emailVerified.type, label: () => m('entry.email-verified') },
  { type: primaryEmailChanged.type, label: () => m('entry.primary-email-changed') },
  { type: passwordSet.type, label: () => m('entry.password-set') },
  { type: totpEnabled.type, label: () => m('entry.totp-enabled') },
  { type: totpDisabled.type, label: () => m('entry.totp-disabled') },
  { type: recoveryCodesMade.type, label: () => m('entry.recovery-codes-made') },
  { type: recoveryCodeUsed.type, label: () => m('entry.recovery-code-used') },
  { type: passkeyAdded.type, label: () => m('entry.passkey-added') },
  { type: passkeyRemoved.type, label: () => m('entry.passkey-removed') },
  { type: identityLinked.type, label: () => m('entry.federated-identity-linked') },
  { type: identityUnlinked.type, label: () => m('entry.federated-identity-unlinked') },
  { type: sessionStarted.type, label: () => m('entry.session-started') },
  { type: sessionsEnded.type, label: () => m('entry.sessions-ended') },
  { type: accessTokenMade.type, label: () => m('entry.access-token-made') },
  { type: accessTokensEnded.type, label: () => m('entry.access-tokens-ended') },
  { type: personInvited.type, label: () => m('entry.person-invited') },
  { type: invitationAccepted.type, label: () => m('entry.invitation-accepted') },
  { type: invitationWithdrawn.type, label: () => m('entry.invitation-withdrawn') },
  { type: actLinkUsed.type, label: () => m('entry.act-link-used') },
  { type: actLinksRevoked.type, label: () => m('entry.act-links-revoked') },
  { type: personsMerged.type, label: () => m('entry.persons-merged') },
  { type: personErased.type, label: () => m('entry.person-erased') },
]
