import type { EmrexResult } from '../schema-emrex.ts'

const results: Readonly<Record<string, EmrexResult>> = {
  OK: 'ok',
  CANCEL: 'cancelled',
  NO_RESULTS: 'no-results',
  ERROR: 'error',
}

/**
 * What a provider's `returnCode` says (EMREX technical guide): `NCP_OK`, `NCP_CANCEL`, `NCP_NO_RESULTS`, `NCP_ERROR`, or the
 * same with `EMP_`, as later versions write them. Any other code is an error.
 */
export function resultOf(returnCode: string): EmrexResult {
  const code = /^(?:NCP|EMP)_([A-Z_]{1,20})$/.exec(returnCode.trim())?.[1] ?? ''
  return Object.hasOwn(results, code) ? results[code]! : 'error'
}

/** A provider's address as it is kept: https, by name, without credentials, query or fragment; null where it is none. */
export function providerAddress(text: string): string | null {
  const url = URL.parse(text.trim())
  if (!url || url.protocol !== 'https:' || url.href.length > 500) return null
  const isName = /^(?=.*[a-z])[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(url.hostname)
  const hasMore = url.username !== '' || url.password !== '' || url.hash !== ''
  return isName && !hasMore ? url.href : null
}
