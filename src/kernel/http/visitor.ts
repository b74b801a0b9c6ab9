import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Actor } from '#kernel/database'
import type { Language, PersonName } from '#kernel/values'
import { failure, type Failure } from './failures.ts'
import { inTime } from './outage.ts'
import type { RateLimiter } from './limits.ts'
import type { Route } from './types.ts'

// Who asks: somebody by the cookies of a sign-in session, or a program by the token of its person.

/** Who a request comes from, as `app.ts` found out from its cookies. */
export interface Visitor {
  actor: Actor
  session: { id: string; authenticatedAt: Date } | null
  person: {
    id: string
    name: PersonName
    language: Language | null
    timeZone?: string
  } | null
  /** The token by which a program of the person's asks; null where they ask themselves. */
  program?: Program | null
}

/** A program that asks for its person: which token it holds, and whether that may change something. */
interface Program {
  tokenId: string
  scope: 'read' | 'write'
}

interface VisitorParts {
  authenticate(cookies: (name: string) => string | undefined, now: Date): Promise<Visitor>
  authenticateProgram(token: string, now: Date): Promise<Visitor | null>
  perMinute: number
  firstAnswerMs: number
}

/** Why a call by a token is refused, as the answer that is made of it. */
interface RefusedProgram {
  answer(refuseWith: (failure: Failure) => Promise<Response>): Promise<Response>
}

/**
 * Who asks. A token counts for the API alone: on a page it is as if it were not there, and beside it no cookie counts
 * (RFC 6750 §2.1, §3.1).
 */
export async function visitorOf(
  parts: VisitorParts,
  route: Route,
  context: Context,
  { now, limiter }: { now: Date; limiter: RateLimiter },
): Promise<Visitor | RefusedProgram> {
  const token = route.kind === 'api' ? bearerOf(context) : null
  if (token === null) {
    const asked = parts.authenticate((name) => getCookie(context, name), now)
    return inTime(asked, parts.firstAnswerMs)
  }
  const visitor = await inTime(parts.authenticateProgram(token, now), parts.firstAnswerMs)
  if (visitor?.program == null) {
    return refusedProgram(failure(401, 'bad-token'), 'Bearer error="invalid_token"')
  }
  if (parts.perMinute > 0) {
    // From however many networks: a token is one program.
    const wait = limiter.take(`token ${visitor.program.tokenId}`, parts.perMinute, now)
    if (wait !== null) {
      return refusedProgram(failure(429, 'too-many', { seconds: wait }), null, wait)
    }
  }
  return route.method === 'GET' || visitor.program.scope === 'write'
    ? visitor
    : refusedProgram(failure(403, 'reading-token'), 'Bearer error="insufficient_scope"')
}

function refusedProgram(
  failed: Failure,
  challenge: string | null,
  retryAfter: number | null = null,
): RefusedProgram {
  return {
    async answer(refuseWith) {
      const response = await refuseWith(failed)
      if (challenge !== null) response.headers.set('www-authenticate', challenge)
      if (retryAfter !== null) response.headers.set('retry-after', String(retryAfter))
      return response
    },
  }
}

function bearerOf(context: Context): string | null {
  return /^bearer +(\S+) *$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? null
}
