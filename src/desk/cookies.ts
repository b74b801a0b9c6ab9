import type { Answer, Call } from '#kernel/http'
import { safePath, sessionCookieName, signInCookieName } from '#kernel/identity'
import { isLanguage } from '#kernel/values'

/** Whether the site is reached over HTTPS: then its cookies carry the `__Host-` prefix. */
export function isSecure(call: Call): boolean {
  return call.services.origin.startsWith('https:')
}

/** The session token that the browser came with: whoever signs in ends it. */
export function sessionToken(call: Call): string | null {
  return cookie(call, sessionCookieName(isSecure(call)))
}

/** Puts the sign-in session's token into the browser. */
export function keepSession(call: Call, token: string, maxAgeSeconds: number | null): void {
  call.setCookie(sessionCookieName(isSecure(call)), token, { maxAgeSeconds })
}

/** Takes the sign-in session's token out of the browser. */
export function dropSession(call: Call): void {
  call.setCookie(sessionCookieName(isSecure(call)), '', { maxAgeSeconds: 0 })
}

/** What a sign-in under way has left in this browser: a half session, an asked-for letter, another service. */
export function signInToken(call: Call): string {
  return cookie(call, signInCookieName(isSecure(call))) ?? ''
}

/** Keeps what a sign-in under way needs; an empty token ends it. */
export function keepSignIn(call: Call, token: string): void {
  const maxAgeSeconds = token === '' ? 0 : 15 * 60
  call.setCookie(signInCookieName(isSecure(call)), token, { maxAgeSeconds })
}

/** The identity at another service that waits to be linked by whoever signs in here next. */
export function pendingIdentity(call: Call): string {
  return cookie(call, pendingName(call)) ?? ''
}

/** Keeps or, when empty, forgets the identity that waits to be linked. */
export function keepPendingIdentity(call: Call, token: string): void {
  call.setCookie(pendingName(call), token, { maxAgeSeconds: token === '' ? 0 : 15 * 60 })
}

/** Goes to a path of this site, whether or not it names a language; anything else leads home. */
export function goTo(call: Call, path: string | null | undefined): Answer {
  const to = safePath(path)
  const [, first = ''] = to.split(/[/?#]/)
  return { kind: 'redirect', to: isLanguage(first) ? to : call.href(to) }
}

/** The frame of a page that answers a form: the language switch leads to the page that shows the form. */
export function frameAt(call: Call, path: string): Call['frame'] {
  return { ...call.frame, path }
}

function pendingName(call: Call): string {
  return isSecure(call) ? '__Host-weft-pending' : 'weft-pending'
}

function cookie(call: Call, name: string): string | null {
  for (const part of (call.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) {
      const value = part.slice(at + 1).trim()
      return /^[\w-]+$/.test(value) ? value : null
    }
  }
  return null
}
