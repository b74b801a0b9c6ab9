import { isRefused } from '#kernel/database'
import { type Answer, type Call, page, plain, type Route } from '#kernel/http'
import {
  beginFederatedSignIn,
  beginPasskeySignIn,
  type FederatedSignIn,
  findService,
  finishFederatedSignIn,
  type IdentitySettings,
  signInAdapters,
  signInWithPasskey,
  keepFederatedAnswer,
  servicesOf,
} from '#kernel/identity'
import { renderPage } from '#ui'
import { frameAt, keepPendingIdentity, keepSignIn, sessionToken, signInToken } from '../cookies.ts'
import { m } from '../messages/index.ts'
import { completeSignIn, deviceOf, nextOf } from './complete.ts'
import { saidNo } from './link-routes.ts'
import { SaidPage } from './pages.tsx'

const adapters = new WeakMap<IdentitySettings, ReadonlyMap<string, FederatedSignIn>>()

/** The adapters of the other services; each remembers what it has discovered. */
export function adaptersOf(settings: IdentitySettings): ReadonlyMap<string, FederatedSignIn> {
  const known = adapters.get(settings) ?? signInAdapters(settings)
  adapters.set(settings, known)
  return known
}

/** Signing in with a passkey (called by the island) and at another service. */
export const serviceRoutes: Route[] = [
  page('POST', '/sign-in/passkey/options', {
    action: 'site.open',
    perMinute: 300,
    handle: async (call) => {
      const { identity } = call.services
      return {
        kind: 'json',
        data: await call.perform((work) => beginPasskeySignIn(work, identity)),
      }
    },
  }),
  page('POST', '/sign-in/passkey', { action: 'site.open', perMinute: 300, handle: byPasskey }),
  page('GET', '/sign-in/with/:provider', { action: 'site.open', perMinute: 300, handle: begin }),
  plain('GET', '/sign-in/oidc/:provider', { action: 'site.open', perMinute: 300, handle: finish }),
  plain('POST', '/sign-in/saml/:provider', {
    action: 'site.open',
    perMinute: 300,
    maxBytes: 128 * 1024,
    // The service's page posts here. It is kept for a request that waits; only the browser that began it signs in with it.
    crossSite: true,
    handle: keepAnswer,
  }),
  plain('GET', '/sign-in/saml/:provider', { action: 'site.open', perMinute: 300, handle: finish }),
]

async function byPasskey(call: Call): Promise<Answer> {
  const step = await call.perform((work) =>
    signInWithPasskey(work, call.services.identity, {
      response: call.body,
      device: deviceOf(call),
      replaces: sessionToken(call),
    }),
  )
  if (isRefused(step)) return asJson(call, step)
  const answer = completeSignIn(call, step, nextOf(call))
  return { kind: 'json', data: { href: answer.kind === 'redirect' ? answer.to : call.href('/') } }
}

/** A refusal as the passkey button reads it. */
export function asJson(call: Call, refusal: { status: number; message: Parameters<Call['t']>[0] }) {
  return {
    kind: 'json' as const,
    status: refusal.status,
    data: { message: call.t(refusal.message) },
  }
}

async function begin(call: Call): Promise<Answer> {
  const adapter = findService(adaptersOf(call.services.identity), call.params['provider'] ?? '')
  if (isRefused(adapter)) return saidNo(call, adapter)
  const begun = await beginFederatedSignIn(call.perform, call.services.identity, adapter, {
    next: nextOf(call),
    language: call.language,
  })
  if (isRefused(begun)) return saidNo(call, begun)
  keepSignIn(call, begun.browserToken)
  return { kind: 'redirect', to: begun.url.href }
}

/** The browser's own cookie comes only with the address that it is sent on to. */
async function keepAnswer(call: Call): Promise<Answer> {
  const { identity } = call.services
  const provider = call.params['provider'] ?? ''
  const adapter = findService(adaptersOf(identity), provider)
  if (isRefused(adapter)) return saidNo(call, adapter)
  const form = new URLSearchParams(
    Object.entries(call.form.values).flatMap(([name, values]) =>
      (values ?? []).map((value) => [name, value]),
    ),
  )
  const kept = await call.perform((work) => keepFederatedAnswer(work, identity, adapter, form))
  if (isRefused(kept)) return saidNo(call, kept)
  return { kind: 'redirect', to: `/sign-in/saml/${provider}?state=${kept.state}` }
}

async function finish(call: Call): Promise<Answer> {
  const adapter = findService(adaptersOf(call.services.identity), call.params['provider'] ?? '')
  if (isRefused(adapter)) return saidNo(call, adapter)
  const outcome = await finishFederatedSignIn(call.perform, call.services.identity, adapter, {
    callback: new URL(`?${call.query.toString()}`, call.services.origin),
    state: call.query.get('state') ?? '',
    browserToken: signInToken(call),
    device: deviceOf(call),
    replaces: sessionToken(call),
  })
  if (isRefused(outcome)) return saidNo(call, outcome)
  switch (outcome.kind) {
    case 'linked':
      return call.redirect('/account/security', m('identities.linked'))
    case 'unknown':
      keepPendingIdentity(call, outcome.pendingToken)
      return { kind: 'html', html: renderPage(SaidPage(unknownIdentity(call))) }
    default:
      return completeSignIn(call, outcome, outcome.next)
  }
}

function unknownIdentity(call: Call): Parameters<typeof SaidPage>[0] {
  const { identity } = call.services
  const provider = servicesOf(identity).find(({ id }) => id === call.params['provider'])
  return {
    frame: frameAt(call, '/sign-in'),
    title: call.t(m('identities.unknown.title')),
    text: call.t(m('identities.unknown.text', { provider: provider?.label ?? '' })),
    action: { href: call.href('/sign-in'), label: call.t(m('frame.sign-in')) },
  }
}
