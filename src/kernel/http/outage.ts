import { sqlState } from '#kernel/database'
import { StoreAwayError } from '#kernel/files'

/** What of the machine a request failed for: no room to write, no database or no file store to ask; null for a fault of the program. */
export type Outage = 'full' | 'away' | 'store-away'

const fullCodes: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', '53100'])
/** Of the database alone: calls to other hosts turn theirs into refusals. */
const awayCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'ENOENT',
  'EAI_AGAIN',
  'ETIMEDOUT',
  // PostgreSQL, Appendix A: too many connections; the server is stopping, crashed, or starting.
  '53300',
  '57P01',
  '57P02',
  '57P03',
])
const deepest = 5

/** Which outage an error, or what caused it, tells of. */
export function outageOf(error: unknown): Outage | null {
  let each = error as Partial<Error & { code: unknown; syscall: unknown }> | undefined
  for (let depth = 0; each && typeof each === 'object' && depth < deepest; depth += 1) {
    if (each instanceof StoreAwayError) return 'store-away'
    const code = typeof each.code === 'string' ? each.code : ''
    const text = each.message ?? ''
    if (fullCodes.has(code) || /no space left on device/i.test(text)) return 'full'
    // A file that is not there is a fault of ours; a socket that is not there is a server that is away.
    const isAway = awayCodes.has(code) && (code !== 'ENOENT' || each.syscall === 'connect')
    if (isAway || (sqlState(each) ?? '').startsWith('08')) return 'away'
    if (/timeout exceeded when trying to connect|connection terminated/i.test(text)) return 'away'
    each = each.cause as typeof each
  }
  return null
}

/**
 * The first answer of the database to a request, which is who asks. A server that hangs is given up well before a connection
 * to it would be, as one that is away: whoever waits learns so while they still look. 0 waits for as long as it takes.
 */
export function inTime<T>(asked: Promise<T>, milliseconds: number): Promise<T> {
  if (milliseconds === 0) return asked
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const error = new Error(`The database was silent for ${milliseconds} ms.`)
    timer = setTimeout(() => reject(Object.assign(error, { code: 'ETIMEDOUT' })), milliseconds)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
