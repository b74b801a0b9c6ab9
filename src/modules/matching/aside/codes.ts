import { createHmac } from 'node:crypto'

/** Letters and digits that are not taken for one another (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The code of an applicant in certificates of a round: 60 bits of HMAC-SHA-256 of the name under the round's key, in
 * three groups of four. Who has not the key cannot tell whose code it is.
 */
export function applicantCode(key: string, name: string): string {
  const digest = createHmac('sha256', key).update(name.normalize('NFC'), 'utf8').digest()
  let code = ''
  for (let at = 0; at < 12; at += 1) {
    if (at > 0 && at % 4 === 0) code += '-'
    code += alphabet[digest[at]! % 32]!
  }
  return code
}

/** A code by which the public finds something, of ten letters and digits. */
export function publicCode(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 10), (byte) => alphabet[byte % 32]!).join('')
}
