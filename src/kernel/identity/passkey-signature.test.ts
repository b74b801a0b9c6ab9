import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Authenticator } from '../../../test/harness/authenticator.ts'
import {
  assertionHolds,
  boundChallenge,
  isBoundTo,
  type PasskeyAssertion,
} from './passkey-signature.ts'

const sha256 = createHash('sha256').update('a document').digest('hex')
const other = createHash('sha256').update('another document').digest('hex')
const key = new Authenticator('https://weft.example')

function signed(faults: Parameters<Authenticator['get']>[1] = {}): PasskeyAssertion {
  const challenge = boundChallenge(randomBytes(32), sha256)
  const { response } = key.get({ challenge, rpId: 'weft.example' }, faults) as unknown as {
    response: { authenticatorData: string; clientDataJSON: string; signature: string }
  }
  const { authenticatorData, clientDataJSON, signature } = response
  return {
    credentialId: key.id.toString('base64url'),
    publicKey: key.jwk(),
    authenticatorData,
    clientDataJSON,
    signature,
  }
}

test('a passkey’s answer holds for the document whose hash it was asked with, and for no other', () => {
  assert(assertionHolds(signed(), sha256))
  assert(!assertionHolds(signed(), other))
  assert(!isBoundTo(randomBytes(64).toString('base64url'), sha256))
  assert(!isBoundTo(Buffer.from(sha256, 'hex').toString('base64url'), sha256), 'without a nonce')
})

test('an answer that was altered, or given without its holder, does not hold', () => {
  const one = signed()
  const two = signed()
  assert(!assertionHolds({ ...one, signature: two.signature }, sha256))
  assert(!assertionHolds({ ...one, clientDataJSON: two.clientDataJSON }, sha256))
  assert(!assertionHolds({ ...one, publicKey: new Authenticator('x').jwk() }, sha256))
  assert(!assertionHolds({ ...one, publicKey: { kty: 'EC' } }, sha256))
  assert(!assertionHolds(signed({ userVerified: false }), sha256))
  assert(!assertionHolds(signed({ type: 'webauthn.create' }), sha256))
})
