import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** What an authenticator may be told to do wrong. */
export interface Faults {
  origin?: string
  rpId?: string
  userVerified?: boolean
  challenge?: string
  counter?: number
  userHandle?: string
  signature?: Buffer
  type?: string
}

/** A passkey authenticator in software: ES256, no attestation, a counter that rises with every use. */
export class Authenticator {
  readonly id = randomBytes(16)
  counter = 0
  readonly #origin: string
  readonly #privateKey: KeyObject
  readonly #publicKey: KeyObject

  constructor(origin: string) {
    this.#origin = origin
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    this.#privateKey = pair.privateKey
    this.#publicKey = pair.publicKey
  }

  /** The answer of `navigator.credentials.create`. */
  create(options: { challenge: string; rp: { id?: string } }, faults: Faults = {}) {
    const clientData = this.#clientData('webauthn.create', options.challenge, faults)
    const authData = Buffer.concat([
      this.#head(faults.rpId ?? options.rp.id!, 0x41, faults),
      Buffer.alloc(16),
      Buffer.from([0, this.id.length]),
      this.id,
      this.#coseKey(),
    ])
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]),
    )
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer of `navigator.credentials.get`. */
  get(options: { challenge: string; rpId?: string }, faults: Faults = {}) {
    this.counter += 1
    const clientData = this.#clientData('webauthn.get', options.challenge, faults)
    const authData = this.#head(faults.rpId ?? options.rpId!, 0x01, faults)
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: (faults.signature ?? sign('sha256', signed, this.#privateKey)).toString(
        'base64url',
      ),
      ...(faults.userHandle === undefined ? {} : { userHandle: faults.userHandle }),
    })
  }

  /** The public key as whoever checks an answer needs it. */
  jwk(): Record<string, string> {
    return this.#publicKey.export({ format: 'jwk' }) as Record<string, string>
  }

  #answer(response: Record<string, unknown>) {
    const id = this.id.toString('base64url')
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
  }

  #clientData(type: string, challenge: string, faults: Faults): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: faults.type ?? type,
        challenge: faults.challenge ?? challenge,
        origin: faults.origin ?? this.#origin,
        crossOrigin: false,
      }),
    )
  }

  #head(rpId: string, flags: number, faults: Faults): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(faults.counter ?? this.counter)
    const verified = faults.userVerified === false ? 0 : 0x04
    const hash = createHash('sha256').update(rpId).digest()
    return Buffer.concat([hash, Buffer.from([flags | verified]), counter])
  }

  #coseKey(): Buffer {
    const jwk = this.#publicKey.export({ format: 'jwk' })
    return cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x!, 'base64url')],
        [-3, Buffer.from(jwk.y!, 'base64url')],
      ]),
    )
  }
}

/** CBOR (RFC 8949) of what an authenticator sends: integers, bytes, text and maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value])
  if (value instanceof Map) {
    const pairs = [...value].map(([key, each]) => Buffer.concat([cbor(key), cbor(each)]))
    return Buffer.concat([head(5, value.size), ...pairs])
  }
  throw new TypeError('not for an authenticator')
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255])
}
