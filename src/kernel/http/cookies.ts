import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Translator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { openFlash } from './flash.ts'
import type { CookieOptions, Frame } from './types.ts'

interface CookieParts {
  origin: string
  secret: Uint8Array
  translator: Translator
}

/** What the last answer wanted to be said on the next page, once. */
export function takeFlash(
  parts: CookieParts,
  context: Context,
  language: Language,
): Frame['flash'] {
  const cookie = getCookie(context, 'weft-flash')
  if (cookie === undefined) return null
  putCookie(parts, context, 'weft-flash', '', { maxAgeSeconds: 0 })
  return openFlash(cookie, parts, language)
}

/** The cookie that names the browser of somebody signed out; its prefix keeps neighbouring hosts from setting it. */
function browserCookie({ origin }: { origin: string }): string {
  return origin.startsWith('https:') ? '__Host-weft-browser' : 'weft-browser'
}

/** The name that the browser was given, if it was. */
export function browserOf(parts: { origin: string }, context: Context): string | undefined {
  return getCookie(context, browserCookie(parts))
}

/**
 * The same; a browser that does not say from where it asks gets a name, until it is closed, by which its public forms are
 * told from those of another site. One that says so needs none.
 */
export function namedBrowser(parts: { origin: string }, context: Context): string | null {
  const known = browserOf(parts, context)
  if (known !== undefined) return known
  if (context.req.header('sec-fetch-site') !== undefined) return null
  const name = randomBytes(18).toString('base64url')
  putCookie(parts, context, browserCookie(parts), name, { maxAgeSeconds: null })
  return name
}

/** Sets a cookie of this site: for its own pages only, and only over a sealed line where the site has one. */
export function putCookie(
  parts: { origin: string },
  context: Context,
  name: string,
  value: string,
  options: CookieOptions,
): void {
  setCookie(context, name, value, {
    path: '/',
    sameSite: 'Lax',
    httpOnly: options.httpOnly ?? true,
    secure: parts.origin.startsWith('https:'),
    ...(options.maxAgeSeconds === null ? {} : { maxAge: options.maxAgeSeconds }),
  })
}
