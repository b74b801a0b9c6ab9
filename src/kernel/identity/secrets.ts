import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * The node's secret for identity, 32 random bytes or more. The first one seals; older ones still open,
 * so that the key can be changed without asking anybody to enrol again.
 */
export type SecretKeys = readonly [Uint8Array, ...Uint8Array[]]

/** Encrypts a secret that must be read again (AES-256-GCM); `context` ties it to its row. */
export function seal(keys: SecretKeys, context: string, plain: Uint8Array): Uint8Array {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(keys[0], 'seal'), iv)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([keyId(keys[0]), iv, cipher.getAuthTag(), body])
}

/** Decrypts what `seal` made; throws when no key fits or the bytes were changed. */
export function open(keys: SecretKeys, context: string, sealed: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sealed)
  const key = keys.find((each) => keyId(each).equals(bytes.subarray(0, 4)))
  if (!key)
    throw new Error('No identity key opens this secret; was an older key removed too early?')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(key, 'seal'), bytes.subarray(4, 16))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(16, 32))
  return Buffer.concat([decipher.update(bytes.subarray(32)), decipher.final()])
}

/** A keyed hash for short or guessable values: typed codes, addresses in counts of attempts. */
export function keyedHash(keys: SecretKeys, purpose: string, ...parts: string[]): Uint8Array {
  const mac = createHmac('sha256', keyFor(keys[0], purpose))
  for (const part of parts) mac.update(`${part.length}:${part}`)
  return mac.digest()
}

function keyFor(key: Uint8Array, purpose: string): Uint8Array {
  if (key.length < 32) throw new Error('The identity key must have at least 32 bytes.')
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `weft identity ${purpose}`, 32))
}

function keyId(key: Uint8Array): Buffer {
  return Buffer.from(keyFor(key, 'id')).subarray(0, 4)
}
