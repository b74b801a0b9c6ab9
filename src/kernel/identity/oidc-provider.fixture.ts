import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createHash } from 'node:crypto'
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'

/** What the provider may be told to put into its ID token instead. */
export interface TokenFaults {
  issuer?: string
  audience?: string
  nonce?: string | null
  expiresIn?: number
  key?: 'foreign' | 'none' | 'public-as-secret'
}

/** A small OpenID provider on loopback: discovery, keys, and a token endpoint that checks the code, the verifier and the client. */
export interface OidcFixture {
  issuer: string
  clientId: string
  clientSecret: string
  faults: TokenFaults
  /** The person at the provider agrees: where the browser is sent back to. */
  authorise(url: URL, subject: string): URL
  close(): Promise<void>
}

interface Grant {
  subject: string
  nonce: string
  challenge: string
  redirectUri: string
}

/** Starts the provider; its keys are new each time. */
export async function startOidcProvider(): Promise<OidcFixture> {
  const keys = await newKeys()
  const grants = new Map<string, Grant>()
  const server: Server = createServer(async (request, response) => {
    const [status, body] = await answer(fixture, keys, grants, request)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const fixture: OidcFixture = {
    issuer: `http://127.0.0.1:${address.port}`,
    clientId: 'weft',
    clientSecret: 'a secret of the client',
    faults: {},
    authorise: (url, subject) => authorise(fixture, grants, url, subject),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return fixture
}

type Keys = Awaited<ReturnType<typeof newKeys>>

async function newKeys() {
  const own = await generateKeyPair('ES256', { extractable: true })
  const foreign = await generateKeyPair('ES256')
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  return { own, foreign, jwk, publicPem: await exportSPKI(own.publicKey) }
}

function authorise(
  fixture: OidcFixture,
  grants: Map<string, Grant>,
  url: URL,
  subject: string,
): URL {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  const code = `code-${grants.size}-${asked('state').slice(0, 8)}`
  grants.set(code, {
    subject,
    nonce: asked('nonce'),
    challenge: asked('code_challenge'),
    redirectUri: asked('redirect_uri'),
  })
  const back = new URL(asked('redirect_uri'))
  back.search = new URLSearchParams({ code, state: asked('state'), iss: fixture.issuer }).toString()
  return back
}

async function answer(
  fixture: OidcFixture,
  keys: Keys,
  grants: Map<string, Grant>,
  request: IncomingMessage,
): Promise<[number, unknown]> {
  if (request.url === '/.well-known/openid-configuration') return [200, metadata(fixture.issuer)]
  if (request.url === '/keys') return [200, { keys: [keys.jwk] }]
  const form = new URLSearchParams(await bodyOf(request))
  const grant = grants.get(form.get('code') ?? '')
  grants.delete(form.get('code') ?? '')
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  const isRight =
    grant?.challenge === challenge &&
    grant.redirectUri === form.get('redirect_uri') &&
    form.get('client_secret') === fixture.clientSecret
  if (!grant || !isRight) return [400, { error: 'invalid_grant' }]
  const id_token = await idToken(fixture, keys, grant)
  return [200, { access_token: 'unused', token_type: 'Bearer', id_token }]
}

async function idToken(fixture: OidcFixture, keys: Keys, grant: Grant): Promise<string> {
  const { faults } = fixture
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    sub: grant.subject,
    ...(faults.nonce === null ? {} : { nonce: faults.nonce ?? grant.nonce }),
    iss: faults.issuer ?? fixture.issuer,
    aud: faults.audience ?? fixture.clientId,
    iat: now,
    exp: now + (faults.expiresIn ?? 300),
  }
  if (faults.key === 'none') return new UnsecuredJWT(claims).encode()
  if (faults.key === 'public-as-secret') {
    const header = { alg: 'HS256', kid: 'one' }
    return new SignJWT(claims).setProtectedHeader(header).sign(Buffer.from(keys.publicPem))
  }
  const signer = faults.key === 'foreign' ? keys.foreign : keys.own
  const header = { alg: 'ES256', kid: 'one' }
  return new SignJWT(claims).setProtectedHeader(header).sign(signer.privateKey)
}

function metadata(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorise`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    // A careless provider: what it lists must not be enough to be believed.
    id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
