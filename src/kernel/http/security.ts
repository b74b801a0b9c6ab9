import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The headers of every answer. No inline script or style, nothing from another host,
 * no framing but by ourselves; `report-only` modes are not used, so a mistake shows at once.
 */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "media-src 'self'",
      "frame-src 'self'",
      "object-src 'none'",
      "form-action 'self'",
      "frame-ancestors 'self'",
      "base-uri 'none'",
      "manifest-src 'self'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/** The headers of a page that other sites may frame, because nothing is changed on it: over those of every answer. */
export function framedByAnybody(): Record<string, string> {
  const policy = securityHeaders(false)['content-security-policy'] ?? ''
  return {
    'content-security-policy': policy.replace("frame-ancestors 'self'", 'frame-ancestors *'),
  }
}

/**
 * Whether a request that changes something comes from this site's own pages. The browser's word
 * (`Sec-Fetch-Site`, `Origin`) is asked first; a browser that says neither, as those inside chat applications may, must
 * show the form token. `Origin: null` says nothing: it is sent for privacy as well as from a frame that belongs to nobody.
 */
export function comesFromHere(headers: Headers, ownOrigin: string): 'yes' | 'no' | 'unknown' {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return 'no'
  const origin = headers.get('origin')
  if (origin !== null && origin !== ownOrigin && origin !== 'null') return 'no'
  if (origin === 'null') return site === 'same-origin' ? 'yes' : 'unknown'
  return site === null && origin === null ? 'unknown' : 'yes'
}

/** The form token: bound to the sign-in session, or to the public form of one day. */
export function formToken(secret: Uint8Array, sessionId: string | null, now: Date): string {
  const subject = sessionId ?? `public:${now.toISOString().slice(0, 10)}`
  return sign(secret, 'form', subject)
}

/** The form token of one rendered page: the same right, which page it was, and for which browser where that has a name. */
export function pageToken(
  secret: Uint8Array,
  sessionId: string | null,
  now: Date,
  browser: string | null = null,
): string {
  const token = `${formToken(secret, sessionId, now)}.${randomBytes(12).toString('hex')}`
  return browser === null ? token : `${token}.${sign(secret, 'browser', browser)}`
}

/**
 * Whether a page's token was made for the browser of this name. The token of a public form is everybody's: whoever gets one
 * could put it into a page of theirs, and a browser that does not say from where a form comes would sign its owner in as them.
 */
export function isTokenOfBrowser(
  secret: Uint8Array,
  browser: string | undefined,
  token: string | undefined,
): boolean {
  const bound = token?.split('.')[2]
  if (browser === undefined || bound === undefined) return false
  return same(bound, sign(secret, 'browser', browser))
}

/** Whether a token was made for this session; yesterday's public token still counts, for forms open at midnight. */
export function isFormToken(
  secret: Uint8Array,
  sessionId: string | null,
  now: Date,
  token: string | undefined,
): boolean {
  const right = token?.split('.')[0]
  if (right === undefined) return false
  const yesterday = new Date(now.getTime() - 86_400_000)
  return (
    same(right, formToken(secret, sessionId, now)) ||
    (sessionId === null && same(right, formToken(secret, null, yesterday)))
  )
}

/** Seals a short text for a cookie: whoever changes it is found out. */
export function seal(secret: Uint8Array, purpose: string, text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${sign(secret, purpose, text)}`
}

/** Opens a sealed text, or null where it was made by somebody else. */
export function unseal(secret: Uint8Array, purpose: string, sealed: string): string | null {
  const [body, mac, ...more] = sealed.split('.')
  if (body === undefined || mac === undefined || more.length > 0) return null
  const text = Buffer.from(body, 'base64url').toString('utf8')
  return same(mac, sign(secret, purpose, text)) ? text : null
}

function sign(secret: Uint8Array, purpose: string, text: string): string {
  return createHmac('sha256', secret).update(`${purpose}\u0000${text}`).digest('base64url')
}

function same(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.length === b.length && timingSafeEqual(a, b)
}
