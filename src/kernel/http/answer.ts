import type { Context } from 'hono'
import { isRefused } from '#kernel/database'
import { m } from './messages/index.ts'
import { securityHeaders } from './security.ts'
import type { Answer, Call } from './types.ts'

/** Turns a handler's answer into the response, with the headers that every answer has. */
export function respond(
  parts: { origin: string },
  context: Context,
  answer: Exclude<Answer, { kind: 'absent' }>,
  requestId: string,
): Response {
  const headers: Record<string, string> = {
    ...securityHeaders(parts.origin.startsWith('https:')),
    'x-request-id': requestId,
    'cache-control': 'no-store',
    ...answer.headers,
  }
  for (const [name, value] of Object.entries(headers)) context.header(name, value)
  switch (answer.kind) {
    case 'html':
      return context.html(answer.html, (answer.status ?? 200) as 200)
    case 'empty':
      return context.body(null, answer.status)
    case 'redirect':
      return context.redirect(answer.to, 303)
    case 'json':
      // Hono would put its own content type over the answer's.
      return context.json(answer.data as object, (answer.status ?? 200) as 200, answer.headers)
    case 'file': {
      context.header('content-type', answer.type)
      context.header('content-disposition', disposition(answer.name, answer.inline === true))
      if (!answer.headers?.['content-security-policy']) {
        context.header('content-security-policy', "default-src 'none'; sandbox")
      }
      return context.body(answer.body as ReadableStream, answer.status ?? 200)
    }
  }
}

/** RFC 6266 with RFC 5987: names in any script, and an ASCII fallback. */
function disposition(name: string, inline: boolean): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  )
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/** Turns a refusal of a verb into the answer of an API call (RFC 9457). */
export function problem(call: Call, refusal: unknown): Answer {
  if (!isRefused(refusal)) throw new Error('problem() wants a refusal')
  const fields = Object.entries(refusal.fields).map(([field, message]) => ({
    field,
    message: call.t(message),
  }))
  return {
    kind: 'json',
    status: refusal.status,
    headers: { 'content-type': 'application/problem+json' },
    data: {
      type: 'about:blank',
      status: refusal.status,
      title: call.t(m('refused.title')),
      detail: call.t(refusal.message),
      fields,
      request: call.requestId,
    },
  }
}
