import { looksLikeToken } from './tokens.ts'

/**
 * The cookie of the sign-in session. `__Host-` binds it to this host over HTTPS (RFC 6265bis §4.1.3.2);
 * a browser refuses that prefix on plain loopback, where the bare name serves.
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-weft' : 'weft'
}

/** The cookie that ties a sign-in under way (half session, asked-for link, other service) to the browser that began it. */
export function signInCookieName(secure: boolean): string {
  return secure ? '__Host-weft-sign-in' : 'weft-sign-in'
}

/** The token in a Cookie header, or null; a cookie sent twice is not believed. */
export function tokenFromCookies(header: string | null | undefined, name: string): string | null {
  const values = (header ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  return values.length === 1 && looksLikeToken(values[0]!) ? values[0]! : null
}

/** A Set-Cookie value; without `maxAgeSeconds` the cookie goes when the browser closes. */
export function setCookieHeader(
  name: string,
  token: string,
  options: { secure: boolean; maxAgeSeconds: number | null },
): string {
  return [
    `${name}=${token}`,
    'Path=/',
    ...(options.maxAgeSeconds === null ? [] : [`Max-Age=${options.maxAgeSeconds}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(options.secure ? ['Secure'] : []),
  ].join('; ')
}

/** A Set-Cookie value that removes the cookie. */
export function clearCookieHeader(name: string, secure: boolean): string {
  return setCookieHeader(name, '', { secure, maxAgeSeconds: 0 })
}
