import { sqlState } from '#kernel/database'

/** What of the machine a request failed for: no room to write, or no database to ask; null for a fault of the program. */
export type Outage = 'full' | 'away'

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
