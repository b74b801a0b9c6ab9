import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { keptText, type Language, languages, negotiateLanguage } from '#kernel/values'

// What a request says of itself: in which language it reads, from where it comes, what its address names.

export function languageOf(
  context: Context,
  visitor: { person: { language: Language | null } | null },
): Language {
  const inPath = context.req.path.split('/')[1] as Language
  if (languages.includes(inPath)) return inPath
  return visitor.person?.language ?? languageOfVisitor(context)
}

export function languageOfVisitor(context: Context): Language {
  const inPath = context.req.path.split('/')[1] as Language
  if (languages.includes(inPath)) return inPath
  const chosen = getCookie(context, 'weft-language') as Language | undefined
  if (chosen && languages.includes(chosen)) return chosen
  return negotiateLanguage(context.req.header('accept-language') ?? '') ?? 'en'
}

export function addressOf(parts: { behindProxy: boolean }, context: Context): string {
  if (parts.behindProxy) {
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded) return forwarded
  }
  const incoming = (
    context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined
  )?.incoming
  return incoming?.socket?.remoteAddress ?? 'unknown'
}

export function paramsOf(context: Context): Record<string, string> {
  const params = Object.entries(context.req.param() as Record<string, string>)
  return Object.fromEntries(params.map(([name, value]) => [name, keptText(value)]))
}

export function queryOf(url: URL): URLSearchParams {
  return new URLSearchParams([...url.searchParams].map(([name, value]) => [name, keptText(value)]))
}
