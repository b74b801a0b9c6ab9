import { createActLink, sessionCookieName, signInAsDemonstrationPerson } from '#kernel/identity'
import { isRefused } from '#kernel/database'
import type { Route } from '#kernel/http'
import { formToken } from '../../src/kernel/http/security.ts'
import { type MatrixSite, probeHeader } from './fixture.ts'
import { addressOf, type Thing } from './things.ts'
import { runCodes } from './world-matching.ts'
import type { Viewer } from './viewers.ts'

/** What became of a request: it came to the handler, was sent to sign in, or found nothing. */
export type Outcome = 'allowed' | 'denied' | 'sign in' | `status ${number}`

/** A viewer who asks a site. */
export interface Asker {
  viewer: Viewer
  /** Asks a route about a thing; the handler runs only when `run` is said. */
  ask(route: Route, thing: Thing, how?: How): Promise<Answered>
}

/** How a route is asked: only whether it opens, or to do its work; about the thing or one that is absent; with what in the form. */
export interface How {
  run?: boolean
  absent?: boolean
  /** What is refused is told without a page around it. */
  plainly?: boolean
  fields?: Readonly<Record<string, string>>
}

/** What came of it. */
export interface Answered {
  outcome: Outcome
  response: Response
}

const device = { label: 'Matrix', network: '192.0.2.1', lasting: true }

/** Signs a viewer in, as far as they have somebody to be. */
export async function askerOf(matrix: MatrixSite, viewer: Viewer): Promise<Asker> {
  const session = viewer.who.person ? await signIn(matrix, viewer.who.person) : null
  const links = new Map<string, string>()
  const cookieFor = async (route: Route, thing: Thing) => {
    if (session) return `${sessionCookieName(false)}=${session.token}`
    if (!viewer.link) return ''
    const key = `${route.action} ${thing.what.id}`
    const link =
      links.get(key) ?? (await makeLink(matrix, viewer.link, route.action, thing.what.id))
    links.set(key, link)
    // A link counts on its own page alone, however else it is shown.
    return `weft-act=${link}`
  }
  return {
    viewer,
    async ask(route, thing, how = {}) {
      const headers: Record<string, string> = {
        cookie: await cookieFor(route, thing),
        'sec-fetch-site': 'same-origin',
      }
      if (!how.run) headers[probeHeader] = '1'
      if (how.plainly) headers['accept'] = 'application/problem+json'
      const init: RequestInit = { method: route.method, headers }
      if (route.method !== 'GET' && route.kind === 'api') {
        headers['content-type'] = 'application/json'
        init.body = JSON.stringify(how.fields ?? {})
      } else if (route.method !== 'GET') {
        const { secret } = matrix.site.house
        const token = formToken(secret, session?.sessionId ?? null, matrix.clock.now)
        headers['content-type'] = 'application/x-www-form-urlencoded'
        init.body = new URLSearchParams({ ...how.fields, csrf: token }).toString()
      }
      const response = await matrix.ask(addressOf(route, thing, how.absent), init)
      return { response, outcome: outcomeOf(response, matrix.reached()) }
    },
  }
}

function outcomeOf(response: Response, reached: Route | null): Outcome {
  if (reached) return 'allowed'
  if (response.status === 404) return 'denied'
  const leadsToSignIn = response.headers.get('location')?.includes('/sign-in?next=') === true
  if (response.status === 401 || (response.status === 303 && leadsToSignIn)) return 'sign in'
  return `status ${response.status}`
}

/** A new sign-in session, by the same verb as the one click of the demonstration. */
export async function signIn(
  matrix: MatrixSite,
  personId: string,
): Promise<{ token: string; sessionId: string }> {
  const { site, clock } = matrix
  const context = { actor: { kind: 'public' }, now: clock.now, language: 'en' } as const
  const started = await site.services.runner.perform(context, (work) =>
    signInAsDemonstrationPerson(work, site.services.identity, { personId, device }),
  )
  if (isRefused(started)) throw new Error(started.message.key)
  return started
}

async function makeLink(
  { site, clock }: MatrixSite,
  link: NonNullable<Viewer['link']>,
  action: string,
  objectId: string,
): Promise<string> {
  const context = {
    actor: { kind: 'system', name: 'matrix' },
    now: clock.now,
    language: 'en',
  } as const
  const hours = link === 'expired' ? -1 : 24
  const { token } = await site.services.runner.perform(context, (work) =>
    createActLink(work, {
      action: link === 'another act' ? 'another.action' : action,
      objectId: link === 'another object' ? 'another' : objectId,
      expiresAt: new Date(clock.now.getTime() + hours * 3_600_000),
      maxUses: 1000,
    }),
  )
  return token
}

/** A page without what differs from request to request: its id, its form token, the address asked for. */
export async function bodyOf({ response }: Answered): Promise<string> {
  const text = await response.text()
  return text
    .replaceAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g, 'ID')
    .replaceAll(runCodes.applicant, 'ID')
    .replaceAll(/\/places\/1\b/g, '/places/ID')
    .replaceAll(/\/journal\/2027-01-11\b/g, '/journal/ID')
    .replaceAll(/name="csrf" value="[^"]+"/g, 'CSRF')
}
