import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { Authenticator, type Faults } from '../../../test/harness/authenticator.ts'
import {
  accepted,
  device,
  inHouse,
  inOwnHouse,
  refusalOf,
  type TestHouse,
} from './house.fixture.ts'
import {
  addPasskey,
  beginPasskey,
  beginPasskeyConfirmation,
  beginPasskeySignIn,
  confirmWithPasskey,
  listPasskeys,
  removePasskey,
  sessionByToken,
  setPassword,
  signInWithPasskey,
} from './index.ts'

const origin = 'https://weft.example'

test(
  'a passkey is added, listed, and signs in without a second factor',
  inHouse(async (house) => {
    const { person, key } = await withPasskey(house)
    assert.deepEqual(
      (await house.perform((work) => listPasskeys(work, person.id))).map(({ label }) => label),
      ['Phone'],
    )
    const step = accepted(await signIn(house, key))
    assert.ok(step.kind === 'signed-in')
    const session = await house.perform((work) => sessionByToken(work, step.token))
    assert.deepEqual([session?.personId, session?.factors], [person.id, ['passkey']])
  }),
)

test(
  'the options name no person, ask for user verification and hold the challenge hashed',
  inHouse(async (house) => {
    const { key } = await withPasskey(house)
    const options = await begin(house)
    assert.deepEqual(
      [options.rpId, options.userVerification, options.allowCredentials],
      ['weft.example', 'required', []],
    )
    const stored = await house.perform((work) =>
      work.read.selectFrom('passkey_challenges').select('challenge_hash').execute(),
    )
    const bytes = Buffer.from(options.challenge, 'base64url')
    assert.ok(stored.every((row) => !Buffer.from(row.challenge_hash).equals(bytes)))
    assert.ok(key.id.length === 16)
  }),
)

test(
  'an answer from another site, without verification, with a foreign challenge or a false signature is refused',
  inHouse(async (house) => {
    const { key } = await withPasskey(house)
    const faults: Faults[] = [
      { origin: 'https://weft.example.evil.example' },
      { origin: 'http://weft.example' },
      { rpId: 'evil.example' },
      { userVerified: false },
      { challenge: randomBytes(32).toString('base64url') },
      { signature: randomBytes(70) },
      { type: 'webauthn.create' },
      { counter: 0 },
    ]
    accepted(await signIn(house, key))
    for (const fault of faults) {
      assert.equal(
        refusalOf(await signIn(house, key, fault)),
        'passkey.faulty',
        JSON.stringify(fault),
      )
    }
    assert.equal(refusalOf(await signIn(house, key)), 'accepted')
  }),
)

test(
  'a registration from another site or without verification is refused',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    for (const fault of [
      { origin: 'https://evil.example' },
      { rpId: 'evil.example' },
      { userVerified: false },
    ]) {
      assert.equal(
        refusalOf(await add(house, person.id, new Authenticator(origin), fault)),
        'passkey.faulty',
      )
    }
  }),
)

test(
  'a challenge counts once and for five minutes',
  inHouse(async (house) => {
    const { key } = await withPasskey(house)
    const options = await begin(house)
    accepted(await finish(house, key.get(options)))
    assert.equal(refusalOf(await finish(house, key.get(options))), 'passkey.faulty')
    const late = await begin(house)
    house.pass(300)
    assert.equal(refusalOf(await finish(house, key.get(late))), 'passkey.faulty')
  }),
)

test(
  'of one answer sent twice at once one signs in',
  inOwnHouse(async (house) => {
    const { key } = await withPasskey(house)
    const answer = key.get(await begin(house))
    const results = await Promise.all([
      finish(house, answer),
      finish(house, answer),
      finish(house, answer),
    ])
    assert.deepEqual(results.map(refusalOf).toSorted(), [
      'accepted',
      'passkey.faulty',
      'passkey.faulty',
    ])
  }),
)

test(
  'a challenge made for signing in adds no passkey, and one made for somebody else confirms nobody',
  inHouse(async (house) => {
    const { person, key } = await withPasskey(house)
    const other = await house.person('somchai@au.example')
    const { sessionId } = await house.session(other.id)
    const signInOptions = await begin(house)
    const response = new Authenticator(origin).create({
      ...signInOptions,
      rp: { id: 'weft.example' },
    })
    const crossed = await house.as(other.id)((work) =>
      addPasskey(work, house.settings, { sessionId, response, label: 'x' }),
    )
    assert.equal(refusalOf(crossed), 'passkey.faulty')

    const mine = await house.session(person.id)
    const options = accepted(
      await house.as(person.id)((work) =>
        beginPasskeyConfirmation(work, house.settings, { sessionId: mine.sessionId }),
      ),
    )
    const foreign = await house.as(other.id)((work) =>
      confirmWithPasskey(work, house.settings, { sessionId, response: key.get(options) }),
    )
    assert.equal(refusalOf(foreign), 'passkey.faulty')
  }),
)

test(
  'a passkey proves its owner again and can be removed',
  inHouse(async (house) => {
    const { person, key, passkeyId } = await withPasskey(house)
    const { sessionId } = await house.session(person.id)
    house.pass(3600)
    const as = house.as(person.id)
    const password = () =>
      setPassword(as, house.settings, { sessionId, password: 'copper lantern orbit fern' })
    assert.equal(refusalOf(await password()), 'session.prove-again')
    const options = accepted(
      await as((work) => beginPasskeyConfirmation(work, house.settings, { sessionId })),
    )
    accepted(
      await as((work) =>
        confirmWithPasskey(work, house.settings, { sessionId, response: key.get(options) }),
      ),
    )
    assert.equal(refusalOf(await password()), 'accepted')
    accepted(await as((work) => removePasskey(work, house.settings, { sessionId, passkeyId })))
    assert.equal(refusalOf(await signIn(house, key)), 'passkey.faulty')
    assert.deepEqual(
      house.letters.map(({ kind, to, personId }) => [kind, to, personId]),
      ['passkey-added', 'password-set', 'passkey-removed'].map((kind) => [
        kind,
        'malee@au.example',
        person.id,
      ]),
    )
  }),
)

test(
  'the same passkey is not added twice, and nonsense is refused without an exception',
  inHouse(async (house) => {
    const { person, key } = await withPasskey(house)
    assert.equal(refusalOf(await add(house, person.id, key)), 'passkey.known')
    for (const response of [
      null,
      {},
      { id: 'x' },
      { ...key.get(await begin(house)), response: {} },
      [],
    ]) {
      assert.equal(refusalOf(await finish(house, response)), 'passkey.faulty')
    }
  }),
)

async function withPasskey(house: TestHouse) {
  const person = await house.person('malee@au.example')
  const key = new Authenticator(origin)
  const { passkeyId } = accepted(await add(house, person.id, key))
  return { person, key, passkeyId }
}

async function add(house: TestHouse, personId: string, key: Authenticator, faults: Faults = {}) {
  const { sessionId } = await house.session(personId)
  const as = house.as(personId)
  const options = accepted(await as((work) => beginPasskey(work, house.settings, { sessionId })))
  const response = key.create(options, faults)
  return as((work) => addPasskey(work, house.settings, { sessionId, response, label: 'Phone' }))
}

function begin(house: TestHouse) {
  return house.perform((work) => beginPasskeySignIn(work, house.settings))
}

function finish(house: TestHouse, response: unknown) {
  return house.perform((work) => signInWithPasskey(work, house.settings, { response, device }))
}

async function signIn(house: TestHouse, key: Authenticator, faults: Faults = {}) {
  return finish(house, key.get(await begin(house), faults))
}
