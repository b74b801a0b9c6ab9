import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** A new secret for a cookie or a link: 256 random bits in base64url, 43 characters. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The SHA-256 under which a token is stored and found; 256 random bits need neither salt nor stretching. */
export function hashOf(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}

/** Compares two secrets or hashes in a time that does not depend on where they differ. */
export function sameSecret(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a text can be a token at all, so that nonsense never reaches the database. */
export function looksLikeToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/** Eight random digits, to be typed by hand on the device that asked for them. */
export function newCode(): string {
  return randomInt(0, 100_000_000).toString().padStart(8, '0')
}
