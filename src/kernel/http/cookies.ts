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
