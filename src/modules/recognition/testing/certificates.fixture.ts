import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key and a certificate that it signed for itself. */
export interface Signer {
  privateKey: KeyObject
  certificate: string
}

interface Made {
  kind?: 'rsa' | 'ec'
  bits?: number
  name?: string
  notBefore?: string
  notAfter?: string
}

/** Makes a key with a certificate of its own (RFC 5280), because node:crypto reads certificates and makes none. */
export function makeSigner({
  kind = 'rsa',
  bits = 2048,
  name = 'Peking University',
  notBefore = '2024-01-01',
  notAfter = '2034-01-01',
}: Made = {}): Signer {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: bits })
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const algorithm =
    kind === 'rsa'
      ? sequence(objectId(1, 2, 840, 113_549, 1, 1, 11), Buffer.from([5, 0]))
      : sequence(objectId(1, 2, 840, 10_045, 4, 3, 2))
  const subject = sequence(
    tagged(0x31, sequence(objectId(2, 5, 4, 3), tagged(0x0c, Buffer.from(name)))),
  )
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const serial = createHash('sha256').update(spki).digest().subarray(0, 8)
  // Positive, and never with an empty first byte, which DER forbids (X.690, 8.3.2).
  serial[0] = (serial[0]! & 0x7f) | 0x40
  const body = sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    algorithm,
    subject,
    sequence(time(notBefore), time(notAfter)),
    subject,
    spki,
  )
  const value = sign('sha256', body, privateKey)
  const der = sequence(body, algorithm, tagged(0x03, Buffer.concat([Buffer.from([0]), value])))
  return { privateKey, certificate: der.toString('base64') }
}

function time(day: string): Buffer {
  return tagged(0x18, Buffer.from(`${day.replaceAll('-', '')}000000Z`))
}

function sequence(...parts: Buffer[]): Buffer {
  return tagged(0x30, Buffer.concat(parts))
}

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content])
  const bytes = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...bytes]), content])
}

function objectId(first: number, second: number, ...rest: number[]): Buffer {
  const bytes = rest.flatMap((number) => {
    const digits = [number & 0x7f]
    for (let left = number >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80)
    return digits
  })
  return tagged(0x06, Buffer.from([first * 40 + second, ...bytes]))
}
