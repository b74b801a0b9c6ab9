import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { decodeCredentialPublicKey } from '@simplewebauthn/server/helpers'

/** A public key as a JSON Web Key (RFC 7517), of the kinds that are offered here. */
export interface PublicJwk {
  [part: string]: string | undefined
  kty?: string
}

/**
 * What an authenticator gave over a document: its answer to a challenge that ends in the document's SHA-256, and the public
 * key that it was checked with. Binary values are base64url. It holds nothing by which a person is named.
 */
export interface PasskeyAssertion {
  credentialId: string
  /** The key as a JSON Web Key, so that it can be checked without this program. */
  publicKey: PublicJwk
  authenticatorData: string
  clientDataJSON: string
  signature: string
}

/** How long the random part of a challenge is, in bytes; the SHA-256 follows it. */
export const nonceBytes = 32

/** The challenge that binds an answer to what is signed: random bytes, then the SHA-256, as base64url. */
export function boundChallenge(nonce: Uint8Array, sha256: string): string {
  return Buffer.concat([nonce, Buffer.from(sha256, 'hex')]).toString('base64url')
}

/** Whether a challenge is bound to a SHA-256 (64 hexadecimal digits). */
export function isBoundTo(challenge: string, sha256: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  return (
    /^[0-9a-f]{64}$/.test(sha256) &&
    bytes.length === nonceBytes + 32 &&
    bytes.subarray(nonceBytes).toString('hex') === sha256
  )
}

/** A COSE key (RFC 9052) of an algorithm that is offered here as a JSON Web Key; null for any other. */
export function keyOf(cose: Uint8Array): PublicJwk | null {
  const key = decodeCredentialPublicKey(Uint8Array.from(cose)) as unknown as Map<number, unknown>
  const bytes = (label: number) =>
    Buffer.from((key.get(label) as Uint8Array) ?? []).toString('base64url')
  switch (key.get(3)) {
    case -7:
      return { kty: 'EC', crv: 'P-256', x: bytes(-2), y: bytes(-3) }
    case -8:
      return { kty: 'OKP', crv: 'Ed25519', x: bytes(-2) }
    case -257:
      return { kty: 'RSA', n: bytes(-1), e: bytes(-2) }
    default:
      return null
  }
}

/**
 * Whether an assertion is an authenticator's answer, given with its holder verified (W3C WebAuthn 7.2, steps 17 to 20), to a
 * challenge bound to this SHA-256. It says nothing of whose key it is: that the house knows, which checked it when it was given.
 */
export function assertionHolds(assertion: PasskeyAssertion, sha256: string): boolean {
  const clientData = Buffer.from(assertion.clientDataJSON, 'base64url')
  const authenticatorData = Buffer.from(assertion.authenticatorData, 'base64url')
  const said = parsed(clientData.toString('utf8'))
  if (said?.type !== 'webauthn.get' || !isBoundTo(said.challenge, sha256)) return false
  const isVerified = ((authenticatorData[32] ?? 0) & 0b101) === 0b101
  const key = publicKeyOf(assertion.publicKey)
  if (!isVerified || !key) return false
  const signed = Buffer.concat([
    authenticatorData,
    createHash('sha256').update(clientData).digest(),
  ])
  const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256'
  return verify(algorithm, signed, key, Buffer.from(assertion.signature, 'base64url'))
}

function publicKeyOf(jwk: PublicJwk): KeyObject | null {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return null
  }
}

function parsed(text: string): { type: unknown; challenge: string } | null {
  try {
    const { type, challenge } = JSON.parse(text) as { type?: unknown; challenge?: unknown }
    return typeof challenge === 'string' ? { type, challenge } : null
  } catch {
    return null
  }
}
