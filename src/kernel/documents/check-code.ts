const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Sixty bits of a SHA-256: nobody guesses one, and a person can type it. */
const hexDigits = 15

/**
 * The code by which whoever holds a document on paper finds what is recorded of it: the first sixty bits of its
 * SHA-256 in Crockford's base 32, in three groups of four.
 */
export function statementCode(sha256: string): string {
  let bits = BigInt(`0x${sha256.slice(0, hexDigits)}`)
  let code = ''
  for (let place = 0; place < 12; place += 1) {
    code = alphabet[Number(bits % 32n)]! + code
    bits /= 32n
  }
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * The beginning of the SHA-256 that a code stands for, however it was typed: small letters, spaces, O for
 * 0, I or L for 1. Null where it is no code.
 */
export function hashOfCode(typed: string): string | null {
  const clean = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{12}$/.test(clean)) return null
  let value = 0n
  for (const letter of clean) value = value * 32n + BigInt(alphabet.indexOf(letter))
  return value.toString(16).padStart(hexDigits, '0')
}

/** A hash in groups of eight, so that a person can compare it with another. */
export function grouped(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(' ')
}
