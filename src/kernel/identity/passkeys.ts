import { randomBytes, randomUUIDv7 } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { isRefused, refuse, type Refusal, type Work } from '#kernel/database'
import { displayName } from '#kernel/values'
import { passkeyAdded, passkeyRemoved } from './entries.ts'
import { tellOwner } from './letters.ts'
import { m } from './messages/index.ts'
import { authenticationResponseSchema, registrationResponseSchema } from './passkey-responses.ts'
import {
  assertionHolds,
  boundChallenge,
  keyOf,
  nonceBytes,
  type PasskeyAssertion,
} from './passkey-signature.ts'
import { personById } from './persons.ts'
import type { PasskeyChallengesTable } from './schema.ts'
import {
  completeFirstFactor,
  freshSession,
  ownSession,
  rotateSession,
  type SignInStep,
} from './sessions.ts'
import type { Device, IdentitySettings } from './settings.ts'
import { hashOf, newToken } from './tokens.ts'

type Site = Pick<IdentitySettings, 'siteUrl' | 'siteName'>
type Told = Pick<IdentitySettings, 'siteName' | 'deliver'>

/** EdDSA, ES256 and RS256 as COSE numbers: what authenticators in use can do. */
const algorithms = [-8, -7, -257]
const challengeLifetimeMs = 5 * 60_000

/** Begins to add a passkey, from a fresh session: options for `navigator.credentials.create`. */
export async function beginPasskey(
  work: Work,
  site: Site,
  input: { sessionId: string },
): Promise<PublicKeyCredentialCreationOptionsJSON | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const person = await personById(work, session.personId)
  if (!person) return refuse(404, m('person.unknown'))
  const name = displayName(person.name, work.language)
  const challenge = await newChallenge(work, 'register', person.id)
  return generateRegistrationOptions({
    rpName: site.siteName,
    rpID: site.siteUrl.hostname,
    userName: person.email ?? name,
    userDisplayName: name,
    userID: Uint8Array.from(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: challengeLifetimeMs,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: (await passkeysOf(work, person.id)).map((row) => ({
      id: row.credential_id,
      transports: row.transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** Adds the passkey that the browser made, and tells the owner. The session gets a new token. */
export async function addPasskey(
  work: Work,
  site: Site & Told,
  input: { sessionId: string; response: unknown; label: string },
): Promise<{ passkeyId: string; token: string } | Refusal> {
  const faulty = refuse(422, m('passkey.faulty'))
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const response = registrationResponseSchema.safeParse(input.response)
  if (!response.success) return faulty
  const verified = await settled(() =>
    verifyRegistrationResponse({
      response: response.data as RegistrationResponseJSON,
      expectedChallenge: (challenge) =>
        takeChallenge(work, challenge, 'register', session.personId),
      expectedOrigin: site.siteUrl.origin,
      expectedRPID: site.siteUrl.hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }),
  )
  if (!verified?.verified) return faulty
  const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo
  const id = randomUUIDv7()
  const entry = passkeyAdded({
    object: { kind: 'passkey', id },
    personId: session.personId,
    data: { backedUp: credentialBackedUp },
  })
  const added = await work.write(entry, (tx) =>
    tx
      .insertInto('passkeys')
      .values({
        id,
        person_id: session.personId,
        credential_id: credential.id,
        public_key: credential.publicKey,
        counter: BigInt(credential.counter),
        transports: JSON.stringify(credential.transports ?? []),
        device_type: credentialDeviceType,
        backed_up: credentialBackedUp,
        label: input.label.trim().slice(0, 60),
        added_at: work.now,
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.column('credential_id').doNothing())
      .returning('id')
      .executeTakeFirst(),
  )
  if (!added) return refuse(409, m('passkey.known'))
  await tellOwner(work, site, 'passkey-added', session.personId)
  const rotated = await rotateSession(work, input.sessionId, 'passkey')
  return isRefused(rotated) ? rotated : { passkeyId: id, token: rotated.token }
}

/** Begins to sign in with any passkey that the device offers: options for `navigator.credentials.get`. */
export async function beginPasskeySignIn(
  work: Work,
  site: Site,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return requestOptions(site, await newChallenge(work, 'sign-in', null), [])
}

/** Signs in with a passkey: possession and user verification at once, so no second factor is asked for. */
export async function signInWithPasskey(
  work: Work,
  site: Site,
  input: { response: unknown; device: Device; replaces?: string | null },
): Promise<SignInStep | Refusal> {
  const used = await usePasskey(work, site, input.response, 'sign-in', null)
  if (isRefused(used)) return used
  return completeFirstFactor(work, {
    personId: used.personId,
    method: 'passkey',
    factors: ['passkey'],
    device: input.device,
    replaces: input.replaces ?? null,
  })
}

/** Begins to prove oneself again with one of the actor's own passkeys. */
export async function beginPasskeyConfirmation(
  work: Work,
  site: Site,
  input: { sessionId: string },
): Promise<PublicKeyCredentialRequestOptionsJSON | Refusal> {
  const session = await ownSession(work, input.sessionId)
  if (isRefused(session)) return session
  const own = await passkeysOf(work, session.personId)
  if (own.length === 0) return refuse(422, m('passkey.none'))
  return requestOptions(site, await newChallenge(work, 'confirm', session.personId), own)
}

/** Proves oneself again with a passkey; the session gets a new token. */
export async function confirmWithPasskey(
  work: Work,
  site: Site,
  input: { sessionId: string; response: unknown },
): Promise<{ token: string } | Refusal> {
  const session = await ownSession(work, input.sessionId)
  if (isRefused(session)) return session
  const used = await usePasskey(work, site, input.response, 'confirm', session.personId)
  if (isRefused(used)) return used
  return rotateSession(work, input.sessionId, 'passkey')
}

/**
 * Begins to sign a document with one of the actor's own passkeys: the challenge ends in the document's SHA-256 (64
 * hexadecimal digits), so that the answer is one over exactly this document.
 */
export async function beginPasskeySignature(
  work: Work,
  site: Site,
  input: { sessionId: string; sha256: string },
): Promise<PublicKeyCredentialRequestOptionsJSON | Refusal> {
  const session = await ownSession(work, input.sessionId)
  if (isRefused(session)) return session
  const own = await passkeysOf(work, session.personId)
  if (own.length === 0) return refuse(422, m('passkey.none'))
  const challenge = boundChallenge(randomBytes(nonceBytes), input.sha256)
  await keepChallenge(work, challenge, 'sign', session.personId)
  return requestOptions(site, challenge, own)
}

/** Signs a document with a passkey; what the authenticator answered is given back to be kept with the signature. */
export async function signWithPasskey(
  work: Work,
  site: Site,
  input: { sessionId: string; sha256: string; response: unknown },
): Promise<{ personId: string; assertion: PasskeyAssertion } | Refusal> {
  const session = await ownSession(work, input.sessionId)
  if (isRefused(session)) return session
  const used = await usePasskey(work, site, input.response, 'sign', session.personId)
  if (isRefused(used)) return used
  const { authenticatorData, clientDataJSON, signature } = used.response
  const publicKey = keyOf(used.publicKey)
  const assertion = publicKey && {
    credentialId: used.credentialId,
    publicKey,
    authenticatorData,
    clientDataJSON,
    signature,
  }
  // The challenge of another document was answered, in another tab: it signs that one and not this.
  if (!assertion || !assertionHolds(assertion, input.sha256)) {
    return refuse(422, m('passkey.faulty'))
  }
  return { personId: used.personId, assertion }
}

/** A passkey as its owner's security page lists it. */
export interface ListedPasskey {
  id: string
  label: string
  addedAt: Date
  lastUsedAt: Date | null
  backedUp: boolean
}

/** A person's passkeys, the oldest first. */
export async function listPasskeys(work: Work, personId: string): Promise<ListedPasskey[]> {
  return (await passkeysOf(work, personId)).map((row) => ({
    id: row.id,
    label: row.label,
    addedAt: row.added_at,
    lastUsedAt: row.last_used_at,
    backedUp: row.backed_up,
  }))
}

/** Removes one of the actor's own passkeys, from a fresh session, and tells the owner. */
export async function removePasskey(
  work: Work,
  settings: Told,
  input: { sessionId: string; passkeyId: string },
): Promise<{ token: string } | Refusal> {
  const session = await freshSession(work, input.sessionId)
  if (isRefused(session)) return session
  const own = await passkeysOf(work, session.personId)
  if (!own.some((row) => row.id === input.passkeyId)) return refuse(404, m('passkey.unknown'))
  const entry = passkeyRemoved({
    object: { kind: 'passkey', id: input.passkeyId },
    personId: session.personId,
    data: {},
  })
  await work.write(entry, (tx) =>
    tx.deleteFrom('passkeys').where('id', '=', input.passkeyId).execute(),
  )
  await tellOwner(work, settings, 'passkey-removed', session.personId)
  return rotateSession(work, input.sessionId)
}

interface UsedPasskey {
  personId: string
  credentialId: string
  publicKey: Uint8Array
  response: { authenticatorData: string; clientDataJSON: string; signature: string }
}

async function usePasskey(
  work: Work,
  site: Site,
  given: unknown,
  purpose: 'sign-in' | 'confirm' | 'sign',
  personId: string | null,
): Promise<UsedPasskey | Refusal> {
  const faulty = refuse(422, m('passkey.faulty'))
  const response = authenticationResponseSchema.safeParse(given)
  if (!response.success) return faulty
  const row = await work.read
    .selectFrom('passkeys as k')
    .innerJoin('persons as p', 'p.id', 'k.person_id')
    .select(['k.id', 'k.person_id', 'k.credential_id', 'k.public_key', 'k.counter', 'k.transports'])
    .where('k.credential_id', '=', response.data.id)
    .where('p.state', '=', 'active')
    .executeTakeFirst()
  if (!row || (personId !== null && row.person_id !== personId)) return faulty
  const verified = await settled(() =>
    verifyAuthenticationResponse({
      response: response.data as AuthenticationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(work, challenge, purpose, personId),
      expectedOrigin: site.siteUrl.origin,
      expectedRPID: site.siteUrl.hostname,
      requireUserVerification: true,
      credential: {
        id: row.credential_id,
        publicKey: Uint8Array.from(row.public_key),
        counter: Number(row.counter),
        transports: row.transports,
      },
    }),
  )
  if (!verified?.verified) return faulty
  const { newCounter, credentialBackedUp } = verified.authenticationInfo
  const moved = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('passkeys')
      .set({ counter: BigInt(newCounter), backed_up: credentialBackedUp, last_used_at: work.now })
      .where('id', '=', row.id)
      // Of two uses at once only one finds the counter that it was checked against.
      .where('counter', '=', row.counter)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!moved) return faulty
  return {
    personId: row.person_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    response: response.data.response,
  }
}

function requestOptions(
  site: Site,
  challenge: string,
  allowed: { credential_id: string; transports: string[] }[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site.siteUrl.hostname,
    challenge: Uint8Array.from(Buffer.from(challenge, 'base64url')),
    timeout: challengeLifetimeMs,
    userVerification: 'required',
    allowCredentials: allowed.map((row) => ({ id: row.credential_id, transports: row.transports })),
  })
}

async function passkeysOf(work: Work, personId: string) {
  return work.read
    .selectFrom('passkeys')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
}

async function newChallenge(
  work: Work,
  purpose: PasskeyChallengesTable['purpose'],
  personId: string | null,
): Promise<string> {
  const challenge = newToken()
  await keepChallenge(work, challenge, purpose, personId)
  return challenge
}

async function keepChallenge(
  work: Work,
  challenge: string,
  purpose: PasskeyChallengesTable['purpose'],
  personId: string | null,
): Promise<void> {
  await work.writeUnchronicled((tx) =>
    tx
      .insertInto('passkey_challenges')
      .values({
        id: randomUUIDv7(),
        challenge_hash: hashOf(challenge),
        purpose,
        person_id: personId,
        expires_at: new Date(work.now.getTime() + challengeLifetimeMs),
        used_at: null,
      })
      .execute(),
  )
}

/** A challenge counts once, for its purpose and its person. */
async function takeChallenge(
  work: Work,
  challenge: string,
  purpose: PasskeyChallengesTable['purpose'],
  personId: string | null,
): Promise<boolean> {
  const taken = await work.writeUnchronicled((tx) =>
    tx
      .updateTable('passkey_challenges')
      .set({ used_at: work.now })
      .where('challenge_hash', '=', hashOf(challenge))
      .where('purpose', '=', purpose)
      .where('person_id', personId === null ? 'is' : '=', personId)
      .where('used_at', 'is', null)
      .where('expires_at', '>', work.now)
      .returning('id')
      .executeTakeFirst(),
  )
  return taken !== undefined
}

/** The library throws for every faulty answer of a browser; that is an expected situation here. */
async function settled<T>(verify: () => Promise<T>): Promise<T | null> {
  try {
    return await verify()
  } catch {
    return null
  }
}
