import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  accepted,
  device,
  goodPassword,
  inHouse,
  refusalOf,
  type TestHouse,
} from './house.fixture.ts'
import {
  argon2Hasher,
  confirmWithPassword,
  endOtherSessions,
  endSession,
  listSessions,
  redeemSignInLink,
  registerPerson,
  requestPasswordReset,
  resetPassword,
  rotateSession,
  sessionByToken,
  sessionRules,
  setPassword,
  signInWithPassword,
  touchSession,
} from './index.ts'

const email = 'malee@au.example'

test(
  'a person signs in with a password and is found by the cookie in one query',
  inHouse(async (house) => {
    const { person } = await withPassword(house)
    const signedIn = accepted(await password(house, goodPassword))
    assert.equal(signedIn.kind, 'signed-in')
    const session = await house.perform((work) => sessionByToken(work, signedIn.token))
    assert.equal(session?.personId, person.id)
    assert.deepEqual(session?.factors, ['password'])
    assert.equal(session?.name.romanised, 'Malee Jaidee')
  }),
)

test(
  'an unknown address, a person without a password and a wrong password give one answer for one hash each',
  inHouse(async (house) => {
    await withPassword(house)
    await house.person('no-password@au.example')
    for (const input of [
      { email, password: 'wrong lantern orbit fern' },
      { email: 'nobody@au.example', password: goodPassword },
      { email: 'no-password@au.example', password: goodPassword },
      { email: 'not an address', password: goodPassword },
    ]) {
      house.hashes.verified = 0
      const result = await signInWithPassword(house.perform, house.settings, { ...input, device })
      assert.equal(refusalOf(result), 'sign-in.wrong')
      assert.equal(house.hashes.verified, 1, input.email)
    }
  }),
)

test(
  'an unverified address opens nothing with a password',
  inHouse(async (house) => {
    const session = accepted(
      await house.perform((work) =>
        registerPerson(work, house.settings, {
          name: {
            native: null,
            romanised: 'Kim Minseo',
            passportGiven: null,
            passportFamily: null,
            order: 'family-first',
          },
          email: 'kim@hanbit.example',
          preferredLanguage: 'ko',
          timeZone: 'Asia/Seoul',
        }),
      ),
    )
    const { sessionId } = await house.session(session.id)
    const set = await setPassword(house.as(session.id), house.settings, {
      sessionId,
      password: goodPassword,
    })
    assert.equal(refusalOf(set), 'email.unproven')
  }),
)

test(
  'after ten wrong passwords the account waits, also with the right one, until the quarter has passed',
  inHouse(async (house) => {
    await withPassword(house)
    for (let i = 0; i < 10; i++)
      assert.equal(refusalOf(await password(house, 'wrong wrong wrong')), 'sign-in.wrong')
    house.hashes.verified = 0
    const locked = await password(house, goodPassword)
    assert.equal(refusalOf(locked), 'limit.wait')
    assert.equal(house.hashes.verified, 0)
    house.pass(15 * 60)
    assert.equal(refusalOf(await password(house, goodPassword)), 'accepted')
  }),
)

test(
  'right passwords are given back to the limits, so that a whole class may stand behind one address',
  inHouse(async (house) => {
    await withPassword(house)
    for (let i = 0; i < 25; i++)
      assert.equal(refusalOf(await password(house, goodPassword)), 'accepted')
  }),
)

test(
  'a network that guesses over many accounts waits',
  inHouse(async (house) => {
    for (let i = 0; i < 100; i++) {
      await signInWithPassword(house.perform, house.settings, {
        email: `p${i}@x.example`,
        password: 'w',
        device,
      })
    }
    const next = await signInWithPassword(house.perform, house.settings, {
      email,
      password: 'w',
      device,
    })
    assert.equal(refusalOf(next), 'limit.wait')
    const elsewhere = { ...device, network: '198.51.100.1' }
    const other = await signInWithPassword(house.perform, house.settings, {
      email,
      password: 'w',
      device: elsewhere,
    })
    assert.equal(refusalOf(other), 'sign-in.wrong')
  }),
)

test(
  'an outdated hash is renewed when its password comes by',
  inHouse(async (house) => {
    await withPassword(house)
    const stronger = argon2Hasher({ memoryKib: 128, passes: 1 })
    const settings = { ...house.settings, hasher: stronger }
    accepted(
      await signInWithPassword(house.perform, settings, { email, password: goodPassword, device }),
    )
    const stored = await house.perform((work) =>
      work.read
        .selectFrom('password_credentials')
        .select('password_hash')
        .executeTakeFirstOrThrow(),
    )
    assert.match(stored.password_hash, /m=128,t=1/)
  }),
)

test(
  'weak passwords are refused with the reason in the field',
  inHouse(async (house) => {
    const person = await house.person(email)
    const { sessionId } = await house.session(person.id)
    const tried = {
      short: 'password.too-short',
      passwordpassword: 'password.too-common',
      '123456789012': 'password.too-common',
      'Password!2345678': 'password.too-common',
      aaaaaaaaaaaaaaa: 'password.too-common',
      'malee-weft-1234': 'password.about-you',
      ['correct horse '.repeat(20)]: 'password.too-long',
    }
    for (const [given, reason] of Object.entries(tried)) {
      const result = await setPassword(house.as(person.id), house.settings, {
        sessionId,
        password: given,
      })
      assert.equal(refusalOf(result), reason, given)
    }
  }),
)

test(
  'signing in ends the session that the browser came with, and a new password ends all others',
  inHouse(async (house) => {
    const { person, token: before } = await withPassword(house)
    const next = accepted(
      await signInWithPassword(house.perform, house.settings, {
        email,
        password: goodPassword,
        device,
        replaces: before,
      }),
    )
    assert.equal(await house.perform((work) => sessionByToken(work, before)), null)
    assert.ok(next.kind === 'signed-in')
    const other = await house.session(person.id)
    const set = accepted(
      await setPassword(house.as(person.id), house.settings, {
        sessionId: next.sessionId,
        password: 'another good long phrase',
      }),
    )
    assert.equal(await house.perform((work) => sessionByToken(work, next.token)), null)
    assert.equal(await house.perform((work) => sessionByToken(work, other.token)), null)
    assert.equal(
      (await house.perform((work) => sessionByToken(work, set.token)))?.id,
      next.sessionId,
    )
  }),
)

test(
  'sessions end by time: unseen for a week, after thirty days, and with the browser after twelve hours',
  inHouse(async (house) => {
    const person = await house.person(email)
    const { token, sessionId } = await house.session(person.id)
    const find = () => house.perform((work) => sessionByToken(work, token))
    house.pass(4 * 60)
    assert.equal((await find())?.refreshDue, false)
    house.pass(60)
    assert.equal((await find())?.refreshDue, true)
    await house.perform((work) => touchSession(work, sessionId))
    assert.equal((await find())?.refreshDue, false)
    for (let day = 1; day < 30; day++) {
      house.pass(24 * 3600)
      assert.ok(await find(), `day ${day}`)
      await house.perform((work) => touchSession(work, sessionId))
    }
    house.pass(24 * 3600)
    assert.equal(await find(), null)

    const unseen = await house.session(person.id)
    house.pass(sessionRules.unseenMs / 1000)
    assert.equal(await house.perform((work) => sessionByToken(work, unseen.token)), null)
  }),
)

test(
  'owners list and end their own sessions and nobody else’s',
  inHouse(async (house) => {
    const malee = await house.person(email)
    const somchai = await house.person('somchai@au.example')
    const [here, there] = [await house.session(malee.id), await house.session(malee.id)]
    const foreign = await house.session(somchai.id)
    assert.equal((await house.as(malee.id)(listSessions)).length, 2)
    const attempt = await house.as(malee.id)((work) => endSession(work, foreign.sessionId))
    assert.equal(refusalOf(attempt), 'session.unknown')
    assert.ok(await house.perform((work) => sessionByToken(work, foreign.token)))
    accepted(await house.as(malee.id)((work) => endOtherSessions(work, here.sessionId)))
    assert.equal(await house.perform((work) => sessionByToken(work, there.token)), null)
    accepted(await house.as(malee.id)((work) => endSession(work, here.sessionId)))
    assert.equal(await house.perform((work) => sessionByToken(work, here.token)), null)
  }),
)

test(
  'a rotated session keeps its id and forgets its old token',
  inHouse(async (house) => {
    const person = await house.person(email)
    const { sessionId, token } = await house.session(person.id)
    const rotated = accepted(await house.as(person.id)((work) => rotateSession(work, sessionId)))
    assert.equal(await house.perform((work) => sessionByToken(work, token)), null)
    assert.equal(
      (await house.perform((work) => sessionByToken(work, rotated.token)))?.id,
      sessionId,
    )
  }),
)

test(
  'security settings need a fresh proof, which the password renews',
  inHouse(async (house) => {
    const { person, sessionId } = await withPassword(house)
    house.pass(16 * 60)
    const set = () =>
      setPassword(house.as(person.id), house.settings, {
        sessionId,
        password: 'another good long phrase',
      })
    const stale = await set()
    assert.equal(refusalOf(stale), 'session.prove-again')
    const wrong = await confirmWithPassword(house.as(person.id), house.settings, {
      sessionId,
      password: 'no',
      network: 'n',
    })
    assert.equal(refusalOf(wrong), 'password.wrong')
    accepted(
      await confirmWithPassword(house.as(person.id), house.settings, {
        sessionId,
        password: goodPassword,
        network: 'n',
      }),
    )
    assert.equal(refusalOf(await set()), 'accepted')
  }),
)

test(
  'a reset sets the password, ends every session, and a weak password does not use the link up',
  inHouse(async (house) => {
    const { token: before } = await withPassword(house)
    accepted(
      await house.perform((work) =>
        requestPasswordReset(work, house.settings, { email, next: null, network: 'n' }),
      ),
    )
    const token = tokenOf(house)
    const crossed = await house.perform((work) => redeemSignInLink(work, { token, device }))
    assert.equal(refusalOf(crossed), 'link.used-or-expired')
    const weak = await resetPassword(house.perform, house.settings, {
      token,
      password: 'weak',
      device,
    })
    assert.equal(refusalOf(weak), 'password.too-short')
    const newPassword = 'entirely different phrase'
    accepted(
      await resetPassword(house.perform, house.settings, { token, password: newPassword, device }),
    )
    assert.equal(await house.perform((work) => sessionByToken(work, before)), null)
    assert.equal(refusalOf(await password(house, goodPassword)), 'sign-in.wrong')
    assert.equal(refusalOf(await password(house, newPassword)), 'accepted')
    const again = await resetPassword(house.perform, house.settings, {
      token,
      password: newPassword,
      device,
    })
    assert.equal(refusalOf(again), 'link.used-or-expired')
  }),
)

test(
  'the chronicle tells the story without an address, a name or a network',
  inHouse(async (house) => {
    await withPassword(house)
    accepted(await password(house, goodPassword))
    assert.deepEqual(await house.entryTypes(), [
      'identity.person-registered',
      'identity.session-started',
      'identity.password-set',
      'identity.session-started',
    ])
    const rows = await house.perform((work) =>
      work.read.selectFrom('chronicle_entries').selectAll().execute(),
    )
    const text = JSON.stringify(rows, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const secret of [email, 'Malee', '192.0.2', 'argon2'])
      assert.ok(!text.includes(secret), secret)
  }),
)

async function withPassword(house: TestHouse) {
  const person = await house.person(email)
  const { sessionId } = await house.session(person.id)
  const { token } = accepted(
    await setPassword(house.as(person.id), house.settings, { sessionId, password: goodPassword }),
  )
  return { person, sessionId, token }
}

function password(house: TestHouse, given: string) {
  return signInWithPassword(house.perform, house.settings, { email, password: given, device })
}

function tokenOf(house: TestHouse): string {
  return house.letters.at(-1)!.action!.path.split('/').at(-1)!
}
