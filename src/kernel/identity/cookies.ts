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
