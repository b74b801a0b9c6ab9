import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SignatureFacts } from '../formats/elmo-signature.ts'
import { judgeSigner, type KnownSigner } from './signer.ts'

const fingerprint = 'a'.repeat(64)
const facts = (state: SignatureFacts['state']): SignatureFacts => ({
  state,
  reason: state === 'intact' ? null : 'structure',
  algorithm: 'RSA, SHA-256',
  weak: [],
  certificate: {
    fingerprint,
    subject: '',
    issuer: '',
    serial: '',
    notBefore: '',
    notAfter: '',
    key: '',
    isShort: false,
    pem: '',
  },
})
const known = (id: string, rest: Partial<KnownSigner> = {}): KnownSigner => ({
  id,
  fingerprint,
  issuerOrganisationId: 'host',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  ...rest,
})
const at = { hostOrganisationId: 'host', issuedOn: '2026-07-20' }

describe('a signature', () => {
  for (const [name, signature, signers, outcome, certificateId] of [
    ['that is absent', null, [known('1')], 'absent', null],
    ['of the host, on a day of its validity', facts('intact'), [known('1')], 'valid', '1'],
    ['of a service', facts('intact'), [known('1', { issuerOrganisationId: null })], 'valid', '1'],
    ['of nobody known', facts('intact'), [], 'unknown-signer', null],
    [
      'of another certificate than the known one',
      facts('intact'),
      [known('1', { fingerprint: 'b'.repeat(64) })],
      'unknown-signer',
      null,
    ],
    [
      'of another institution',
      facts('intact'),
      [known('1', { issuerOrganisationId: 'x' })],
      'other-signer',
      '1',
    ],
    [
      'before the certificate counted',
      facts('intact'),
      [known('1', { validFrom: '2026-07-21' })],
      'out-of-time',
      '1',
    ],
    [
      'after it counted',
      facts('intact'),
      [known('1', { validTo: '2026-07-19' })],
      'out-of-time',
      '1',
    ],
    [
      'kept twice, once in time',
      facts('intact'),
      [known('1', { validTo: '2026-07-19' }), known('2')],
      'valid',
      '2',
    ],
    [
      'that is broken, whoever’s certificate is beside it',
      facts('broken'),
      [known('1')],
      'invalid',
      null,
    ],
    ['that cannot be checked', facts('unverifiable'), [known('1')], 'unverifiable', null],
  ] as const) {
    test(`${name} is ${outcome}`, () => {
      assert.deepEqual(judgeSigner(signature, signers, at), { outcome, certificateId })
    })
  }

  test('never counts for a host that is not chosen yet, unless a service signed it', () => {
    const nowhere = { ...at, hostOrganisationId: null }
    assert.equal(judgeSigner(facts('intact'), [known('1')], nowhere).outcome, 'other-signer')
    const service = known('1', { issuerOrganisationId: null })
    assert.equal(judgeSigner(facts('intact'), [service], nowhere).outcome, 'valid')
  })
})
