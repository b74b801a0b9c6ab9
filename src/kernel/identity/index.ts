import './schema.ts'
import { m } from './messages/index.ts'

export {
  accessTokenRules,
  endAccessToken,
  holderOfAccessToken,
  listAccessTokens,
  makeAccessToken,
  touchAccessToken,
} from './access-tokens.ts'
export type { ListedAccessToken } from './access-tokens.ts'
export { actorOfLink, createActLink, readActLink, revokeActLinks, useActLink } from './act-links.ts'
export type { ActLink, CreateActLink, LinksToRevoke } from './act-links.ts'
export {
  bareAddress,
  maskedAddress,
  normaliseAddress,
  provedAddressesOf,
  safePath,
} from './addresses.ts'
export { sessionCookieName, signInCookieName } from './cookies.ts'
export {
  assertDemonstrationAllowed,
  demonstrationPersons,
  signInAsDemonstrationPerson,
} from './demonstration.ts'
export { deviceLabel } from './device.ts'
export { findDuplicates } from './duplicates.ts'
export type { DuplicatePair, DuplicateReason } from './duplicates.ts'
export { confirmPrimaryEmail, listEmails, requestPrimaryEmail } from './emails.ts'
export { identityEntries } from './entries.ts'
export {
  beginFederatedSignIn,
  finishFederatedSignIn,
  linkPendingIdentity,
  listFederatedIdentities,
  unlinkFederatedIdentity,
  keepFederatedAnswer,
  servicesOf,
} from './federation.ts'
export type { FederatedOutcome, ListedIdentity } from './federation.ts'
export { acceptInvitation, invite, readInvitation, withdrawInvitation } from './invitations.ts'
export type { AcceptedInvitation, AcceptInvitation, Invite, OpenInvitation } from './invitations.ts'
export { forgetExpiredJob } from './jobs.ts'
export { deliverByMail, letterPaths } from './letters.ts'
export { formerIds, mergePersons } from './merging.ts'
export type { PersonReference } from './merging.ts'
export { nameOrder } from './name-order.ts'
export { editDistance, nameFromParts, nameKeys, personNameSchema } from './names.ts'
export type { NameInParts } from './names.ts'
export { findService, oidcCallbackPath, signInAdapters } from './oidc.ts'
export {
  addPasskey,
  beginPasskey,
  beginPasskeyConfirmation,
  beginPasskeySignature,
  beginPasskeySignIn,
  confirmWithPasskey,
  listPasskeys,
  removePasskey,
  signInWithPasskey,
  signWithPasskey,
} from './passkeys.ts'
export type { ListedPasskey } from './passkeys.ts'
export { assertionHolds } from './passkey-signature.ts'
export type { PasskeyAssertion } from './passkey-signature.ts'
export {
  confirmWithPassword,
  hasPassword,
  resetPassword,
  setPassword,
  signInWithPassword,
} from './password-sign-in.ts'
export { argon2Hasher } from './passwords.ts'
export type { PasswordCost, PasswordHasher } from './passwords.ts'
export { erasePerson, exportPerson, forgetExpired, identityData } from './personal-data.ts'
export {
  changePerson,
  changePersonSchema,
  personByEmail,
  personById,
  personsById,
  registerPerson,
  registerPersonSchema,
} from './persons.ts'
export type { ChangePerson, Person, RegisterPerson } from './persons.ts'
export { readerOf } from './reader.ts'
export type { ReachedPerson } from './reader.ts'
export type { LinkEnd, SignInFactor, SignInMethod } from './schema.ts'
export type { SecretKeys } from './secrets.ts'
export { endEverySignIn, endSignInsOf, endWaysIn } from './end-sign-ins.ts'
export {
  endOtherSessions,
  endSession,
  isFreshlyAuthenticated,
  listSessions,
  rotateSession,
  sessionByToken,
  sessionLifetime,
  sessionRules,
  touchSession,
} from './sessions.ts'
export type {
  HalfSession,
  ListedSession,
  SignInSession,
  SignInStep,
  StartedSession,
} from './sessions.ts'
export type { Device, IdentitySettings, Letter, OidcProvider, Perform } from './settings.ts'
export {
  readSignInLink,
  redeemSignInCode,
  redeemSignInLink,
  requestPasswordReset,
  requestSignInLink,
} from './sign-in-links.ts'
export type { LinkPurpose, RequestedLink, RequestLink } from './sign-in-links.ts'
export { hashOf, looksLikeToken, newToken, sameSecret } from './tokens.ts'
export {
  confirmTotp,
  confirmWithTotp,
  disableTotp,
  enrolTotp,
  renewRecoveryCodes,
  totpState,
  verifySecondFactor,
} from './totp.ts'
export type { TotpEnrolment } from './totp.ts'

/** The texts of identity, for the translator. */
export const identityMessages = m.catalogue
export type { FederatedClaims, FederatedSignIn, SignInService } from './service-port.ts'
