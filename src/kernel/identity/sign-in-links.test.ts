import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refuse } from '#kernel/database'
import {
  accepted,
  device,
  inHouse,
  inOwnHouse,
  refusalOf,
  start,
  type TestHouse,
} from './house.fixture.ts'
import {
  deliverByMail,
  readSignInLink,
  redeemSignInCode,
  redeemSignInLink,
  requestSignInLink,
} from './index.ts'
import { m } from './messages/index.ts'

const email = 'malee@au.example'

test(
  'a link is shown as often as scanners like and redeemed once',
  inHouse(async (house) => {
    const person = await house.person(email)
    const token = await askedLink(house)
    for (let i = 0; i < 3; i++) {
      const shown = accepted(await house.perform((work) => readSignInLink(work, token)))
      assert.deepEqual(
        [shown.purpose, shown.maskedAddress, shown.next],
        ['sign-in', 'm…@au.example', '/inbox'],
      )
    }
    const first = accepted(await house.perform((work) => redeemSignInLink(work, { token, device })))
    assert.deepEqual([first.personId, first.next], [person.id, '/inbox'])
    const second = await house.perform((work) => redeemSignInLink(work, { token, device }))
    assert.equal(refusalOf(second), 'link.used-or-expired')
  }),
)

test(
  'of two redemptions at once one wins',
  inOwnHouse(async (house) => {
    await house.person(email)
    const token = await askedLink(house)
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => house.perform((work) => redeemSignInLink(work, { token, device }))),
    )
    assert.deepEqual(results.map(refusalOf).toSorted(), [
      'accepted',
      'link.used-or-expired',
      'link.used-or-expired',
      'link.used-or-expired',
    ])
  }),
)

test(
  'a link expires after fifteen minutes',
  inHouse(async (house) => {
    await house.person(email)
    const token = await askedLink(house)
    house.pass(15 * 60)
    assert.equal(
      refusalOf(await house.perform((work) => readSignInLink(work, token))),
      'link.used-or-expired',
    )
    const redeemed = await house.perform((work) => redeemSignInLink(work, { token, device }))
    assert.equal(refusalOf(redeemed), 'link.used-or-expired')
  }),
)

test(
  'the digits count only in the browser that asked, with spaces or full-width, and five wrong ones end them',
  inHouse(async (house) => {
    await house.person(email)
    const { requestToken, code } = await askedCode(house)
    const elsewhere = await askedCode(house, 'nobody@au.example')
    const redeem = (token: string, typed: string) =>
      redeemSignInCode(house.perform, house.settings, { requestToken: token, code: typed, device })
    assert.equal(refusalOf(await redeem(elsewhere.requestToken, code)), 'code.wrong')
    const fullWidth = [...code]
      .map((digit) => (digit === ' ' ? ' ' : String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)))
      .join('')
    assert.equal(refusalOf(await redeem(requestToken, fullWidth)), 'accepted')
    assert.equal(refusalOf(await redeem(requestToken, code)), 'code.ended')

    const again = await askedCode(house)
    for (let i = 0; i < 4; i++)
      assert.equal(refusalOf(await redeem(again.requestToken, '0000 0000')), 'code.wrong')
    assert.equal(refusalOf(await redeem(again.requestToken, '0000 0000')), 'code.ended')
    assert.equal(refusalOf(await redeem(again.requestToken, again.code)), 'code.ended')
  }),
)

test(
  'guesses of digits sent at once are counted one by one',
  inOwnHouse(async (house) => {
    await house.person(email)
    const { requestToken, code } = await askedCode(house)
    const guesses = Array.from({ length: 12 }, () =>
      redeemSignInCode(house.perform, house.settings, { requestToken, code: '1234 567x', device }),
    )
    const answers = (await Promise.all(guesses)).map(refusalOf)
    assert.equal(answers.filter((answer) => answer === 'code.wrong').length, 4)
    const late = await redeemSignInCode(house.perform, house.settings, {
      requestToken,
      code,
      device,
    })
    assert.equal(refusalOf(late), 'code.ended')
  }),
)

test(
  'asking for a link says nothing about the address, and no letter goes to a stranger',
  inHouse(async (house) => {
    await house.person(email)
    const known = accepted(await ask(house, email))
    const unknown = accepted(await ask(house, 'stranger@x.example'))
    assert.deepEqual(Object.keys(known), Object.keys(unknown))
    assert.deepEqual(
      house.letters.map((letter) => letter.to),
      [email],
    )
    for (let i = 0; i < 4; i++) accepted(await ask(house, email))
    assert.equal(refusalOf(await ask(house, email)), 'limit.wait')
  }),
)

test(
  'a link leads nowhere but into the site',
  inHouse(async (house) => {
    await house.person(email)
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/a\r\nb',
      'x',
    ]) {
      house.pass(15 * 60)
      accepted(await ask(house, email, next))
      const shown = accepted(await house.perform((work) => readSignInLink(work, tokenOf(house))))
      assert.equal(shown.next, '/', next)
    }
  }),
)

test(
  'a letter goes into the mail queue with the work, marked as a secret, and not without it',
  inHouse(async (house) => {
    await house.person(email)
    const settings = { ...house.settings, deliver: deliverByMail }
    const request = (then: 'keep' | 'undo') =>
      house.perform(async (work) => {
        const asked = await requestSignInLink(work, settings, { email, next: null, network: 'n' })
        return then === 'keep' ? asked : refuse(409, m('sign-in.wrong'))
      })
    await request('undo')
    const { requestToken } = accepted(await request('keep')) as { requestToken: string }
    const mails = await house.perform((work) => work.read.selectFrom('mails').selectAll().execute())
    assert.deepEqual(
      mails.map((mail) => [mail.to_address, mail.secret, mail.language]),
      [[email, true, 'en']],
    )
    const text = JSON.stringify(mails[0]!.content)
    const code = /\d{4} \d{4}/.exec(text)![0]
    assert.match(text, /\/sign-in\/link\/[\w-]{43}/)
    const redeemed = await redeemSignInCode(house.perform, settings, { requestToken, code, device })
    assert.equal(refusalOf(redeemed), 'accepted')
  }),
)

function ask(house: TestHouse, address: string, next = '/inbox') {
  return house.perform((work) =>
    requestSignInLink(work, house.settings, { email: address, next, network: '192.0.2.7' }),
  )
}

async function askedLink(house: TestHouse): Promise<string> {
  accepted(await ask(house, email))
  return tokenOf(house)
}

async function askedCode(house: TestHouse, address = email) {
  const { requestToken, expiresAt } = accepted(await ask(house, address))
  assert.ok(expiresAt > start)
  return { requestToken, code: house.letters.at(-1)!.code! }
}

function tokenOf(house: TestHouse): string {
  return house.letters.at(-1)!.action!.path.split('/').at(-1)!
}
