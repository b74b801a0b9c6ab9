import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accepted, goodPassword, inHouse, refusalOf, type TestHouse } from './house.fixture.ts'
import {
  accessTokenRules,
  endAccessToken,
  endEverySignIn,
  endSignInsOf,
  erasePerson,
  exportPerson,
  forgetExpired,
  holderOfAccessToken,
  listAccessTokens,
  makeAccessToken,
  mergePersons,
  requestPasswordReset,
  resetPassword,
  touchAccessToken,
} from './index.ts'

test(
  'a token is made from a fresh session, stored as a hash, and its owner gets a letter',
  inHouse(async (house) => {
    const { personId, token, id } = await made(house)
    assert.match(token, /^weft_[A-Za-z0-9_-]{43}$/)
    const rows = await house.perform((work) =>
      work.read.selectFrom('access_tokens').selectAll().execute(),
    )
    assert.equal(rows[0]?.token_hash.length, 32)
    assert.ok(!JSON.stringify(rows).includes(token.slice(5)))
    const holder = await house.perform((work) => holderOfAccessToken(work, token))
    assert.deepEqual([holder?.personId, holder?.scope, holder?.id], [personId, 'read', id])
    assert.equal(house.letters.at(-1)?.kind, 'access-token-made')
    assert.ok((await house.entryTypes()).includes('identity.access-token-made'))
    for (const wrong of [token.slice(5), `weft_${'A'.repeat(43)}`, '', `${token}x`]) {
      assert.equal(await house.perform((work) => holderOfAccessToken(work, wrong)), null)
    }
  }),
)

test(
  'no token is made from an old session, without a name, twice under one, or beyond twenty',
  inHouse(async (house) => {
    const { id: personId } = await house.person('malee@au.example')
    const { sessionId } = await house.session(personId)
    const ask = async (label: string) =>
      refusalOf(
        await house.as(personId)((work) =>
          makeAccessToken(work, house.settings, { sessionId, label, scope: 'write', days: 30 }),
        ),
      )
    assert.equal(await ask('  '), 'access-token.faulty')
    assert.equal(await ask('registry'), 'accepted')
    assert.equal(await ask(' registry '), 'access-token.faulty')
    for (let number = 1; number < accessTokenRules.most; number += 1) {
      assert.equal(await ask(`number ${number}`), 'accepted')
    }
    assert.equal(await ask('one more'), 'access-token.too-many')
    house.pass(16 * 60)
    assert.equal(await ask('late'), 'session.prove-again')
  }),
)

test(
  'a token ends by its day, by its owner and by nobody else',
  inHouse(async (house) => {
    const first = await made(house)
    const other = await house.person('other@au.example')
    const stranger = await house.as(other.id)((work) => endAccessToken(work, first.id))
    assert.equal(refusalOf(stranger), 'access-token.unknown')
    assert.ok(await holderOf(house, first.token))
    const own = await house.as(first.personId)((work) => endAccessToken(work, first.id))
    assert.equal(refusalOf(own), 'accepted')
    assert.equal(await holderOf(house, first.token), null)
    const again = await house.as(first.personId)((work) => endAccessToken(work, first.id))
    assert.equal(refusalOf(again), 'access-token.unknown')
    const second = await made(house, 'second@au.example')
    house.pass(30 * 24 * 3600 - 1)
    assert.ok(await holderOf(house, second.token))
    house.pass(1)
    assert.equal(await holderOf(house, second.token), null)
    house.pass(31 * 24 * 3600)
    await house.perform(forgetExpired)
    const left = await house.perform((work) =>
      work.read.selectFrom('access_tokens').select('id').execute(),
    )
    assert.deepEqual(left, [])
  }),
)

test(
  'its last use is noted every five minutes, and it goes into the export without its secret',
  inHouse(async (house) => {
    const { token, id, personId } = await made(house)
    assert.equal((await holderOf(house, token))?.useDue, true)
    await house.perform((work) => touchAccessToken(work, id))
    assert.equal((await holderOf(house, token))?.useDue, false)
    house.pass(5 * 60)
    assert.equal((await holderOf(house, token))?.useDue, true)
    const listed = await house.perform((work) => listAccessTokens(work, personId))
    assert.ok(listed[0]?.lastUsedAt)
    const exported = JSON.stringify(await house.perform((work) => exportPerson(work, personId)))
    assert.ok(exported.includes('night run'))
    assert.ok(!exported.includes(token.slice(5)) && !exported.includes('token_hash'))
  }),
)

test(
  'tokens end with an erasure, a merge and a password that was reset',
  inHouse(async (house) => {
    const erased = await made(house, 'erased@au.example')
    await house.perform((work) => erasePerson(work, erased.personId))
    assert.equal(await holderOf(house, erased.token), null)
    const from = await made(house, 'from@au.example')
    const into = await house.person('into@au.example')
    accepted(
      await house.perform((work) => mergePersons(work, { from: from.personId, into: into.id }, [])),
    )
    assert.equal(await holderOf(house, from.token), null)
    const reset = await made(house, 'reset@au.example')
    const email = 'reset@au.example'
    accepted(
      await house.perform((work) =>
        requestPasswordReset(work, house.settings, { email, next: null, network: 'n' }),
      ),
    )
    const path = house.letters.findLast(({ kind }) => kind === 'reset-password')?.action?.path ?? ''
    accepted(
      await resetPassword(house.perform, house.settings, {
        token: path.split('/').at(-1) ?? '',
        password: goodPassword,
        device: { label: '', network: '', lasting: false },
      }),
    )
    assert.equal(await holderOf(house, reset.token), null)
  }),
)

test(
  'an office ends what somebody is signed in by, and its owner is told in their language',
  inHouse(async (house) => {
    const lost = await made(house, 'lost@au.example')
    const other = await made(house, 'other@au.example')
    const ended = await house.perform((work) => endSignInsOf(work, house.settings, lost.personId))
    assert.deepEqual(accepted(ended), { sessions: 1, tokens: 1 })
    assert.equal(await holderOf(house, lost.token), null)
    assert.ok(await holderOf(house, other.token))
    const { kind, to } = house.letters.at(-1)!
    assert.deepEqual([kind, to], ['sign-ins-ended', 'lost@au.example'])
    await house.perform((work) => erasePerson(work, other.personId))
    const gone = await house.perform((work) => endSignInsOf(work, house.settings, other.personId))
    assert.equal(refusalOf(gone), 'person.unknown')
  }),
)

test(
  'after a restore every sign-in and token ends, begun again without harm',
  inHouse(async (house) => {
    const tokens = []
    for (const name of ['a', 'b', 'c']) tokens.push(await made(house, `${name}@au.example`))
    assert.equal(await endEverySignIn(house.perform), 3)
    for (const { token } of tokens) assert.equal(await holderOf(house, token), null)
    assert.equal(await endEverySignIn(house.perform), 0)
  }),
)

async function made(house: TestHouse, email = 'malee@au.example') {
  const { id: personId } = await house.person(email)
  const { sessionId } = await house.session(personId)
  const input = { sessionId, label: 'night run', scope: 'read', days: 30 } as const
  const token = accepted(
    await house.as(personId)((work) => makeAccessToken(work, house.settings, input)),
  )
  return { personId, ...token }
}

function holderOf(house: TestHouse, token: string) {
  return house.perform((work) => holderOfAccessToken(work, token))
}
