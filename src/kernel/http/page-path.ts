import type { HonoRequest } from 'hono'
import type { Language } from '#kernel/values'
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
