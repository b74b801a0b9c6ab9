import { argon2, randomBytes } from 'node:crypto'
import { sameSecret } from './tokens.ts'

/** Turns passwords into what may be stored, and compares. Slow on purpose, so never called inside a transaction. */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** Compares with a stored hash; null stands for "no such account" and costs the same. */
  verify(password: string, stored: string | null): Promise<boolean>
  /** Whether the stored hash was made with weaker parameters than those of today. */
  isOutdated(stored: string): boolean
}

/** The cost of Argon2id: OWASP's first recommendation unless configured otherwise. */
export interface PasswordCost {
  memoryKib: number
  passes: number
}

const owasp: PasswordCost = { memoryKib: 19_456, passes: 2 }

/** Argon2id of RFC 9106 in PHC strings, one lane, 16 bytes of salt, 32 of tag. */
export function argon2Hasher(cost: PasswordCost = owasp): PasswordHasher {
  // Nobody's password: compared with when there is no account, so that both answers cost the same.
  const decoy = randomBytes(32)
  const decoySalt = randomBytes(16)
  return {
    async hash(password) {
      const salt = randomBytes(16)
      return phc(cost, salt, await derive(cost, password, salt))
    },
    async verify(password, stored) {
      const known = stored === null ? null : readPhc(stored)
      const tag = await derive(known ?? cost, password, known?.salt ?? decoySalt)
      return sameSecret(tag, known?.tag ?? decoy) && known !== null
    },
    isOutdated(stored) {
      const known = readPhc(stored)
      return known === null || known.memoryKib < cost.memoryKib || known.passes < cost.passes
    },
  }
}

/** Why a new password is not taken, or null when it is: NIST SP 800-63B-4 §3.1.1, ASVS 6.2. */
export function passwordFault(
  password: string,
  about: { address: string; siteName: string },
): 'too-short' | 'too-long' | 'too-common' | 'about-you' | null {
  const characters = [...password.normalize('NFC')].length
  if (characters < 12) return 'too-short'
  if (characters > 200) return 'too-long'
  const folded = password.normalize('NFKC').toLowerCase()
  if (isCommon(folded)) return 'too-common'
  const words = [about.siteName, about.address.split('@')[0]!]
  const rest = words.reduce((text, word) => text.replaceAll(word.toLowerCase(), ''), folded)
  return [...rest].length < 8 ? 'about-you' : null
}

const commonStems = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'qwerty',
  'qwertyuiop',
  'azerty',
  'asdfgh',
  'asdfghjkl',
  'zxcvbn',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'qazwsx',
  'q1w2e3r4',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'administrator',
  'changeme',
  'secret',
  'dragon',
  'monkey',
  'football',
  'baseball',
  'princess',
  'sunshine',
  'superman',
  'starwars',
  'trustno1',
  'whatever',
  'student',
  'university',
  'woaini',
  'aini',
  'motdepasse',
  'bonjour',
  'jetaime',
  'sawasdee',
  'saranghae',
  'abc',
  'abcd',
  'abcdef',
  'abcdefgh',
  'test',
]

/** Well-known passwords of this length are short ones repeated, joined, or followed by digits. */
function isCommon(folded: string): boolean {
  if (/^(.{1,6})\1+.{0,5}$/u.test(folded)) return true
  if (isSequence(folded)) return true
  const stem = folded.replaceAll(/[\d!@#$%^&*()._\-+=?~\s]+$|^[\d!@#$%^&*()._\-+=?~\s]+/g, '')
  if (stem === '') return new Set(folded).size < 8
  return commonStems.some((word) => stem === word || stem.replaceAll(word, '') === '')
}

function isSequence(text: string): boolean {
  const steps = new Set<number>()
  for (let i = 1; i < text.length; i++) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1)
    steps.add(step === -9 || step === 9 ? Math.sign(step) * -1 : step)
  }
  return steps.size === 1
}

function derive(
  { memoryKib, passes }: PasswordCost,
  password: string,
  salt: Uint8Array,
): Promise<Buffer> {
  const input = { message: password.normalize('NFC'), nonce: salt, parallelism: 1, tagLength: 32 }
  return new Promise((resolve, reject) => {
    argon2('argon2id', { ...input, memory: memoryKib, passes }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    )
  })
}

function phc(cost: PasswordCost, salt: Uint8Array, tag: Uint8Array): string {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${cost.memoryKib},t=${cost.passes},p=1$${text(salt)}$${text(tag)}`
}

function readPhc(stored: string): (PasswordCost & { salt: Buffer; tag: Buffer }) | null {
  const found =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=1\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(
      stored,
    )
  if (!found) return null
  return {
    memoryKib: Number(found[1]),
    passes: Number(found[2]),
    salt: Buffer.from(found[3]!, 'base64'),
    tag: Buffer.from(found[4]!, 'base64'),
  }
}
