import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Secret, TOTP } from 'otpauth'
import {
  accepted,
  device,
  inHouse,
  inOwnHouse,
  refusalOf,
  type TestHouse,
} from './house.fixture.ts'
import { completeFirstFactor, type HalfSession } from './sessions.ts'
import {
  confirmTotp,
  confirmWithTotp,
  disableTotp,
  enrolTotp,
  mergePersons,
  renewRecoveryCodes,
  sessionByToken,
  totpState,
  verifySecondFactor,
} from './index.ts'
import { open, seal } from './secrets.ts'

test(
  'with the app on, a first factor opens nothing until its code comes',
  inHouse(async (house) => {
    const { person, codeAt } = await enrolled(house)
    const half = await firstFactor(house, person.id)
    assert.equal(await house.perform((work) => sessionByToken(work, half.token)), null)
    house.pass(30)
    const full = accepted(await second(house, half, codeAt(house)))
    const session = await house.perform((work) => sessionByToken(work, full.token))
    assert.deepEqual(session?.factors, ['email', 'totp'])
    const again = await second(house, half, codeAt(house))
    assert.equal(refusalOf(again), 'second-factor.begin-again')
  }),
)

test(
  'a code is taken once, and so is every earlier one',
  inHouse(async (house) => {
    const { person, codeAt } = await enrolled(house)
    house.pass(60)
    const [before, now] = [codeAt(house, -1), codeAt(house)]
    accepted(await second(house, await firstFactor(house, person.id), now))
    assert.equal(
      refusalOf(await second(house, await firstFactor(house, person.id), now)),
      'totp.wrong',
    )
    assert.equal(
      refusalOf(await second(house, await firstFactor(house, person.id), before)),
      'totp.wrong',
    )
    assert.equal(
      refusalOf(await second(house, await firstFactor(house, person.id), codeAt(house, 1))),
      'accepted',
    )
  }),
)

test(
  'of two uses of one code at once one wins',
  inOwnHouse(async (house) => {
    const { person, codeAt } = await enrolled(house)
    house.pass(60)
    const halves = [await firstFactor(house, person.id), await firstFactor(house, person.id)]
    const code = codeAt(house)
    const answers = await Promise.all(halves.map((half) => second(house, half, code)))
    assert.deepEqual(answers.map(refusalOf).toSorted(), ['accepted', 'totp.wrong'])
  }),
)

test(
  'after five wrong codes the right one waits too',
  inHouse(async (house) => {
    const { person, codeAt } = await enrolled(house)
    house.pass(900)
    const half = await firstFactor(house, person.id)
    for (let i = 0; i < 5; i++)
      assert.equal(refusalOf(await second(house, half, '000000')), 'totp.wrong')
    assert.equal(refusalOf(await second(house, half, codeAt(house))), 'limit.wait')
    house.pass(15 * 60)
    const next = await firstFactor(house, person.id)
    assert.equal(refusalOf(await second(house, next, codeAt(house))), 'accepted')
  }),
)

test(
  'a half session ends after ten minutes',
  inHouse(async (house) => {
    const { person, codeAt } = await enrolled(house)
    const half = await firstFactor(house, person.id)
    house.pass(600)
    assert.equal(refusalOf(await second(house, half, codeAt(house))), 'second-factor.begin-again')
  }),
)

test(
  'a recovery code works once in place of the app, in any spelling',
  inHouse(async (house) => {
    const { person, recoveryCodes } = await enrolled(house)
    assert.equal(recoveryCodes.length, 10)
    assert.match(recoveryCodes[0]!, /^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
    const typed = recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ')
    accepted(await second(house, await firstFactor(house, person.id), typed))
    assert.equal(
      refusalOf(await second(house, await firstFactor(house, person.id), typed)),
      'totp.wrong',
    )
    assert.deepEqual(await house.perform((work) => totpState(work, person.id)), {
      enabled: true,
      recoveryCodesLeft: 9,
    })
  }),
)

test(
  'new recovery codes make the former ones worthless',
  inHouse(async (house) => {
    const { person, sessionId, recoveryCodes } = await enrolled(house)
    const renewed = accepted(
      await house.as(person.id)((work) => renewRecoveryCodes(work, { sessionId })),
    )
    const use = async (code: string) => second(house, await firstFactor(house, person.id), code)
    assert.equal(refusalOf(await use(recoveryCodes[0]!)), 'totp.wrong')
    assert.equal(refusalOf(await use(renewed.recoveryCodes[0]!)), 'accepted')
  }),
)

test(
  'an app that was never confirmed asks nothing, and a confirmed one is not replaced silently',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    const { sessionId } = await house.session(person.id)
    const enrol = () =>
      house.as(person.id)((work) =>
        enrolTotp(work, house.settings, { sessionId, accountLabel: 'malee' }),
      )
    accepted(await enrol())
    assert.equal((await first(house, person.id)).kind, 'signed-in')
    const wrong = await confirmTotp(house.as(person.id), house.settings, {
      sessionId,
      code: '000000',
    })
    assert.equal(refusalOf(wrong), 'totp.wrong')
    const { secret, uri } = accepted(await enrol())
    assert.match(uri, /^otpauth:\/\/totp\/Weft:malee\?issuer=Weft&secret=[A-Z2-7]{32}&/)
    accepted(
      await confirmTotp(house.as(person.id), house.settings, {
        sessionId,
        code: generate(secret, house),
      }),
    )
    assert.equal(refusalOf(await enrol()), 'totp.already')
  }),
)

test(
  'confirming the app ends other sessions and tells the owner; switching it off needs a fresh proof',
  inHouse(async (house) => {
    const person = await house.person('malee@au.example')
    const other = await house.session(person.id)
    const { sessionId, codeAt } = await enrol(house, person.id)
    assert.equal(await house.perform((work) => sessionByToken(work, other.token)), null)
    assert.equal(house.letters.at(-1)?.kind, 'second-factor-changed')
    house.pass(16 * 60)
    const off = () =>
      house.as(person.id)((work) => disableTotp(work, house.settings, { sessionId }))
    assert.equal(refusalOf(await off()), 'session.prove-again')
    accepted(
      await confirmWithTotp(house.as(person.id), house.settings, {
        sessionId,
        code: codeAt(house),
      }),
    )
    assert.equal(refusalOf(await off()), 'accepted')
    assert.equal((await first(house, person.id)).kind, 'signed-in')
  }),
)

test(
  'the secret stands encrypted in the database and survives a change of the key',
  inHouse(async (house) => {
    const { person, secret, codeAt } = await enrolled(house)
    const row = await house.perform((work) =>
      work.read.selectFrom('totp_credentials').select('sealed_secret').executeTakeFirstOrThrow(),
    )
    const plain = Buffer.from(Secret.fromBase32(secret).bytes)
    assert.equal(Buffer.from(row.sealed_secret).indexOf(plain), -1)
    const rotated = {
      ...house.settings,
      keys: [Buffer.alloc(32, 9), ...house.settings.keys] as const,
    }
    house.pass(30)
    const half = await firstFactor(house, person.id)
    const result = await verifySecondFactor(house.perform, rotated, {
      halfToken: half.token,
      code: codeAt(house),
    })
    assert.equal(refusalOf(result), 'accepted')
  }),
)

test('sealed bytes that were changed, or belong elsewhere, do not open', () => {
  const keys = [Buffer.alloc(32, 1)] as const
  const sealed = seal(keys, 'here', Buffer.from('secret'))
  assert.equal(Buffer.from(open(keys, 'here', sealed)).toString(), 'secret')
  assert.throws(() => open(keys, 'there', sealed))
  assert.throws(() => open([Buffer.alloc(32, 2)], 'here', sealed), /No identity key/)
  const changed = Buffer.from(sealed)
  changed[changed.length - 1]! ^= 1
  assert.throws(() => open(keys, 'here', changed))
})

test(
  'a merge takes the second factor over with its recovery codes',
  inHouse(async (house) => {
    const { person, recoveryCodes } = await enrolled(house)
    const into = await house.person('malee@other.example')
    accepted(
      await house.perform((work) => mergePersons(work, { from: person.id, into: into.id }, [])),
    )
    const half = await firstFactor(house, into.id)
    assert.equal(refusalOf(await second(house, half, recoveryCodes[3]!)), 'accepted')
  }),
)

async function enrolled(house: TestHouse) {
  const person = await house.person('malee@au.example')
  return { person, ...(await enrol(house, person.id)) }
}

async function enrol(house: TestHouse, personId: string) {
  const { sessionId } = await house.session(personId)
  const as = house.as(personId)
  const { secret } = accepted(
    await as((work) => enrolTotp(work, house.settings, { sessionId, accountLabel: 'malee' })),
  )
  const { recoveryCodes } = accepted(
    await confirmTotp(as, house.settings, { sessionId, code: generate(secret, house) }),
  )
  const codeAt = (given: TestHouse, steps = 0) => generate(secret, given, steps)
  return { sessionId, secret, recoveryCodes, codeAt }
}

function generate(secret: string, house: TestHouse, steps = 0): string {
  const timestamp = house.clock.now.getTime() + steps * 30_000
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
}

function first(house: TestHouse, personId: string) {
  return house.perform((work) =>
    completeFirstFactor(work, { personId, method: 'link', factors: ['email'], device }),
  )
}

async function firstFactor(house: TestHouse, personId: string): Promise<HalfSession> {
  const step = await first(house, personId)
  assert.ok(step.kind === 'second-factor')
  return step
}

function second(house: TestHouse, half: HalfSession, code: string) {
  return verifySecondFactor(house.perform, house.settings, { halfToken: half.token, code })
}
