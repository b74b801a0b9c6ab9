import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accepted, device, inHouse, refusalOf, type TestHouse } from './house.fixture.ts'
import {
  beginFederatedSignIn,
  type FederatedSignIn,
  findService,
  finishFederatedSignIn,
  linkPendingIdentity,
  listFederatedIdentities,
  newToken,
  signInAdapters,
  sessionByToken,
  unlinkFederatedIdentity,
} from './index.ts'
import { startOidcProvider, type TokenFaults } from './oidc-provider.fixture.ts'

const provider = await startOidcProvider()
after(() => provider.close())

test(
  'an unknown identity waits, is linked after another sign-in, and signs in from then on',
  inHouse(async (house) => {
    const adapter = adapterOf(house)
    const person = await house.person('malee@au.example')
    const stranger = accepted(await roundTrip(house, adapter, 'subject-1'))
    assert.ok(stranger.kind === 'unknown')
    const { sessionId } = await house.session(person.id)
    const link = () =>
      house.as(person.id)((work) =>
        linkPendingIdentity(work, house.settings, {
          sessionId,
          pendingToken: stranger.pendingToken,
        }),
      )
    accepted(await link())
    assert.equal(refusalOf(await link()), 'federated.begin-again')
    const known = accepted(await roundTrip(house, adapter, 'subject-1'))
    assert.ok(known.kind === 'signed-in')
    const session = await house.perform((work) => sessionByToken(work, known.token))
    assert.deepEqual([session?.personId, session?.factors], [person.id, ['federated']])
    assert.equal(known.next, '/inbox')
  }),
)

test(
  'the request carries PKCE, state and nonce, and nothing secret',
  inHouse(async (house) => {
    const { url } = accepted(await begin(house, adapterOf(house)))
    const asked = Object.fromEntries(url.searchParams)
    assert.equal(asked['code_challenge_method'], 'S256')
    assert.equal(asked['scope'], 'openid')
    assert.equal(asked['redirect_uri'], 'https://weft.example/sign-in/oidc/campus')
    for (const name of ['state', 'nonce', 'code_challenge'])
      assert.match(asked[name]!, /^[\w-]{43}$/)
    assert.ok(!url.href.includes('secret'))
  }),
)

const forgeries: [string, TokenFaults][] = [
  ['another nonce', { nonce: 'another' }],
  ['no nonce', { nonce: null }],
  ['another audience', { audience: 'another-client' }],
  ['another issuer', { issuer: 'https://evil.example' }],
  ['an expired token', { expiresIn: -300 }],
  ['a signature by another key', { key: 'foreign' }],
  ['no signature, alg none', { key: 'none' }],
  ['the public key used as a shared secret', { key: 'public-as-secret' }],
]
for (const [name, faults] of forgeries) {
  test(
    `an answer with ${name} signs nobody in`,
    inHouse(async (house) => {
      const adapter = adapterOf(house)
      await linked(house, adapter, 'subject-2')
      provider.faults = faults
      try {
        assert.equal(refusalOf(await roundTrip(house, adapter, 'subject-2')), 'federated.faulty')
      } finally {
        provider.faults = {}
      }
      assert.equal(refusalOf(await roundTrip(house, adapter, 'subject-2')), 'accepted')
    }),
  )
}

test(
  'only the browser that left may come back, once, within ten minutes',
  inHouse(async (house) => {
    const adapter = adapterOf(house)
    await linked(house, adapter, 'subject-3')
    const { url, browserToken } = accepted(await begin(house, adapter))
    const callback = provider.authorise(url, 'subject-3')
    const foreign = await finish(house, adapter, callback, newToken())
    assert.equal(refusalOf(foreign), 'federated.begin-again')
    accepted(await finish(house, adapter, callback, browserToken))
    assert.equal(
      refusalOf(await finish(house, adapter, callback, browserToken)),
      'federated.begin-again',
    )

    const late = accepted(await begin(house, adapter))
    const answer = provider.authorise(late.url, 'subject-3')
    house.pass(600)
    assert.equal(
      refusalOf(await finish(house, adapter, answer, late.browserToken)),
      'federated.begin-again',
    )
  }),
)

test(
  'another state, another sender and a stolen code are refused',
  inHouse(async (house) => {
    const adapter = adapterOf(house)
    await linked(house, adapter, 'subject-4')
    const changed = async (change: (callback: URL) => void) => {
      const { url, browserToken } = accepted(await begin(house, adapter))
      const callback = provider.authorise(url, 'subject-4')
      change(callback)
      return refusalOf(await finish(house, adapter, callback, browserToken))
    }
    assert.equal(
      await changed((url) => url.searchParams.set('state', newToken())),
      'federated.begin-again',
    )
    assert.equal(
      await changed((url) => url.searchParams.set('iss', 'https://evil.example')),
      'federated.faulty',
    )
    assert.equal(await changed((url) => url.searchParams.delete('iss')), 'federated.faulty')
    const victim = accepted(await begin(house, adapter))
    const stolen = provider.authorise(victim.url, 'subject-4').searchParams.get('code')!
    assert.equal(await changed((url) => url.searchParams.set('code', stolen)), 'federated.faulty')
  }),
)

test(
  'a refusal at the provider is told apart from a forgery',
  inHouse(async (house) => {
    const adapter = adapterOf(house)
    const { url, browserToken } = accepted(await begin(house, adapter))
    const callback = new URL(url.searchParams.get('redirect_uri')!)
    callback.search = new URLSearchParams({
      error: 'access_denied',
      state: url.searchParams.get('state')!,
      iss: provider.issuer,
    }).toString()
    assert.equal(
      refusalOf(await finish(house, adapter, callback, browserToken)),
      'federated.declined',
    )
  }),
)

test(
  'an identity belongs to one person, is linked only from a fresh session, and can be removed',
  inHouse(async (house) => {
    const adapter = adapterOf(house)
    const owner = await linked(house, adapter, 'subject-5')
    const other = await house.person('somchai@au.example')
    const { sessionId } = await house.session(other.id)
    const taken = await roundTrip(house, adapter, 'subject-5', { personId: other.id, sessionId })
    assert.equal(refusalOf(taken), 'federated.taken')
    house.pass(3600)
    const stale = await beginFederatedSignIn(house.as(other.id), house.settings, adapter, {
      next: null,
      language: 'en',
      linkFrom: { sessionId },
    })
    assert.equal(refusalOf(stale), 'session.prove-again')

    const [identity] = await house.perform((work) => listFederatedIdentities(work, owner.personId))
    const fresh = await house.session(owner.personId)
    accepted(
      await house.as(owner.personId)((work) =>
        unlinkFederatedIdentity(work, house.settings, {
          sessionId: fresh.sessionId,
          identityId: identity!.id,
        }),
      ),
    )
    assert.equal(accepted(await roundTrip(house, adapter, 'subject-5')).kind, 'unknown')
    const own = house.letters.filter(({ personId }) => personId === owner.personId)
    assert.deepEqual(
      own.map(({ kind, subject }) => [kind, subject.args['provider']]),
      [
        ['identity-linked', 'campus'],
        ['identity-unlinked', 'campus'],
      ],
    )
    assert.deepEqual(
      house.letters.filter(({ personId }) => personId === other.id),
      [],
      'what was refused is no news',
    )
  }),
)

test(
  'an unreachable provider and an unknown one are refusals',
  inHouse(async (house) => {
    const settings = {
      ...house.settings,
      oidcProviders: [{ ...campus(), issuer: 'http://127.0.0.1:1' }],
    }
    const adapters = signInAdapters(settings)
    const begun = await beginFederatedSignIn(house.perform, settings, adapters.get('campus')!, {
      next: null,
      language: 'en',
    })
    assert.equal(refusalOf(begun), 'federated.unreachable')
    assert.equal(refusalOf(findService(adapters, 'nobody')), 'federated.no-provider')
  }),
)

function campus() {
  return {
    id: 'campus',
    label: 'Campus',
    issuer: provider.issuer,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
  }
}

function adapterOf(house: TestHouse): FederatedSignIn {
  const adapters = signInAdapters({ ...house.settings, oidcProviders: [campus()] })
  return accepted(findService(adapters, 'campus'))
}

async function linked(house: TestHouse, adapter: FederatedSignIn, subject: string) {
  const person = await house.person(`${subject}@au.example`)
  const { sessionId } = await house.session(person.id)
  const outcome = accepted(
    await roundTrip(house, adapter, subject, { personId: person.id, sessionId }),
  )
  assert.equal(outcome.kind, 'linked')
  return { personId: person.id }
}

function begin(
  house: TestHouse,
  adapter: FederatedSignIn,
  owner?: { personId: string; sessionId: string },
) {
  const perform = owner ? house.as(owner.personId) : house.perform
  return beginFederatedSignIn(perform, house.settings, adapter, {
    next: '/inbox',
    language: 'en',
    ...(owner ? { linkFrom: { sessionId: owner.sessionId } } : {}),
  })
}

function finish(house: TestHouse, adapter: FederatedSignIn, callback: URL, browserToken: string) {
  return finishFederatedSignIn(house.perform, house.settings, adapter, {
    callback,
    state: callback.searchParams.get('state') ?? '',
    browserToken,
    device,
  })
}

async function roundTrip(
  house: TestHouse,
  adapter: FederatedSignIn,
  subject: string,
  owner?: { personId: string; sessionId: string },
) {
  const { url, browserToken } = accepted(await begin(house, adapter, owner))
  return finish(house, adapter, provider.authorise(url, subject), browserToken)
}
