import * as oidc from 'openid-client'
import { isRefused, refuse, type Refusal } from '#kernel/database'
import type { FederatedSignIn } from './service-port.ts'
import { m } from './messages/index.ts'
import type { IdentitySettings, OidcProvider } from './settings.ts'

type Needs = Pick<IdentitySettings, 'siteUrl' | 'fetch'>

interface Memory {
  nonce: string
  verifier: string
}

/** Where a provider sends the browser back to. */
export function oidcCallbackPath(providerId: string): string {
  return `/sign-in/oidc/${providerId}`
}

/**
 * The OpenID Connect adapter (Core 1.0 §3.1, code flow) with PKCE, state and nonce; the ID token's signature is
 * checked although it came over TLS. Discovery is asked once and again after an hour.
 */
export function oidcSignIn(provider: OidcProvider, needs: Needs): FederatedSignIn {
  const configuration = hourly(() => discover(provider, needs.fetch))
  const redirectUri = new URL(oidcCallbackPath(provider.id), needs.siteUrl).href
  const unreachable = refuse(503, m('federated.unreachable', { provider: provider.label }))
  const faulty = refuse(422, m('federated.faulty', { provider: provider.label }))
  return {
    providerId: provider.id,
    answers: { by: 'query' },
    async begin({ state, language }) {
      const config = await configuration().catch(() => unreachable)
      if (isRefused(config)) return config
      const memory: Memory = { nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: provider.scope ?? 'openid',
        state,
        nonce: memory.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
        ui_locales: language,
      })
      return { url, memory: JSON.stringify(memory) }
    },
    async finish({ callback, state, memory }) {
      const config = await configuration().catch(() => unreachable)
      if (isRefused(config)) return config
      const { nonce, verifier } = JSON.parse(memory) as Memory
      // The address as the provider knows it: a proxy in front may have changed scheme and host.
      const asSent = new URL(redirectUri)
      asSent.search = callback.search
      try {
        const tokens = await oidc.authorizationCodeGrant(config, asSent, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        return claims ? { issuer: claims.iss, subject: claims.sub } : faulty
      } catch (error) {
        return callback.searchParams.has('error') && !isForged(error)
          ? refuse(422, m('federated.declined', { provider: provider.label }))
          : faulty
      }
    },
  }
}

/** The adapter of a configured service, or a refusal for a name that nobody configured. */
export function findService(
  adapters: ReadonlyMap<string, FederatedSignIn>,
  providerId: string,
): FederatedSignIn | Refusal {
  return adapters.get(providerId) ?? refuse(404, m('federated.no-provider'))
}

/** The adapters of all configured services; made once, because each OpenID provider's remembers its discovery. */
export function signInAdapters(
  settings: Pick<IdentitySettings, 'siteUrl' | 'fetch' | 'oidcProviders' | 'otherServices'>,
): ReadonlyMap<string, FederatedSignIn> {
  return new Map([
    ...settings.otherServices.map(({ id, signIn }) => [id, signIn] as const),
    ...settings.oidcProviders.map((each) => [each.id, oidcSignIn(each, settings)] as const),
  ])
}

async function discover(provider: OidcProvider, fetch: typeof globalThis.fetch) {
  const issuer = new URL(provider.issuer)
  const symmetric = provider.idTokenAlgorithm?.startsWith('HS') ?? false
  return oidc.discovery(
    issuer,
    provider.clientId,
    {
      ...(provider.clientSecret === null ? {} : { client_secret: provider.clientSecret }),
      ...(provider.idTokenAlgorithm
        ? { id_token_signed_response_alg: provider.idTokenAlgorithm }
        : {}),
    },
    provider.clientSecret === null ? oidc.None() : undefined,
    {
      timeout: 10,
      // openid-client's fetch type and the global one differ only in how they spell their options.
      [oidc.customFetch]: fetch as unknown as oidc.CustomFetch,
      execute: [
        ...(symmetric ? [] : [oidc.enableNonRepudiationChecks]),
        ...(isLoopback(issuer) ? [oidc.allowInsecureRequests] : []),
      ],
    },
  )
}

function hourly<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  let askedAt = 0
  return () => {
    if (answer === null || performance.now() - askedAt > 3_600_000) {
      askedAt = performance.now()
      answer = ask()
      answer.catch(() => {
        answer = null
      })
    }
    return answer
  }
}

function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
}

function isForged(error: unknown): boolean {
  return !(error instanceof oidc.AuthorizationResponseError)
}
