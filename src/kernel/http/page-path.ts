import type { HonoRequest } from 'hono'
import { type Language, languages } from '#kernel/values'
import type { Route } from './types.ts'

/**
 * The path of the page that the reader is on, without its language: of a form that was refused the page on which it
 * stood, where its own address shows no page.
 */
export function pathOfPage(
  { routes, origin }: { routes: readonly Route[]; origin: string },
  request: HonoRequest,
  route: Route,
  language: Language,
): string {
  const here = new URL(request.url)
  const isShown =
    route.method === 'GET' ||
    routes.some(
      ({ kind, method, path }) => kind === 'page' && method === 'GET' && path === route.path,
    )
  const from = URL.parse(request.header('referer') ?? '')
  const at = !isShown && from?.origin === origin ? from : here
  const path = at.pathname
  const prefix = `/${language}`
  const isOurs = path === prefix || path.startsWith(`${prefix}/`)
  return ((isOurs ? path.slice(prefix.length) : path) || '/') + at.search
}

/** The names by which people write a language whose pages have another. */
const otherNames: Readonly<Record<string, Language>> = {
  zh: 'zh-Hans',
  'zh-cn': 'zh-Hans',
  'zh-hans': 'zh-Hans',
  cn: 'zh-Hans',
  kr: 'ko',
}

/**
 * Where somebody wanted to go who typed an address without its language, with another name of it, or with a stroke at
 * its end; null where the address is not nearly one of a page. Whether there is something to see there, is not said.
 */
export function betterAddress(
  url: string,
  routes: readonly Route[],
  languageOfReader: () => Language,
): string | null {
  const { pathname, search } = new URL(url)
  // A program that asks for what is not there is told so in its own way.
  if (pathname.startsWith('/api/')) return null
  const [first = '', ...rest] = pathname.split('/').filter(Boolean)
  const named = languages.find((language) => language === first)
  const meant = named ?? otherNames[first.toLowerCase()]
  const segments = meant === undefined ? [first, ...rest] : rest
  const isOfPages = routes.some(
    ({ kind, path }) => kind === 'page' && path.split('/', 2)[1] === (segments[0] ?? ''),
  )
  if (!isOfPages) return null
  const language = meant ?? languageOfReader()
  const better = `/${language}/${segments.join('/')}`
  return better === pathname ? null : better + search
}
