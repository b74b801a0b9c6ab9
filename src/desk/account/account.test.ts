import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { TOTP, URI } from 'otpauth'
import { personById } from '#kernel/identity'
import { outbox } from '#kernel/mail'
import { cast, cookieSet, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast

const names = {
  native: 'ปิ่น',
  romanised: 'Pin',
  order: 'given-first',
  passportGiven: 'Pin',
  passportFamily: '',
}

describe('the profile', () => {
  test('keeps names, language and time zone', async () => {
    const cookie = await site.signInAs(people.studentKanyarat)
    const values = { ...names, preferredLanguage: 'ko', timeZone: 'Asia/Seoul' }
    const answer = await site.send('/en/account', '/en/account', values, cookie)
    assert.equal(answer.status, 303)
    const person = await site.perform((work) => personById(work, people.studentKanyarat))
    assert.equal(person?.name.native, 'ปิ่น')
    assert.equal(person?.name.passportFamily, null)
    assert.equal(person?.preferredLanguage, 'ko')
    assert.equal(person?.timeZone, 'Asia/Seoul')
  })

  test('shows a name that cannot be one again, with what was typed', async () => {
    const cookie = await site.signInAs(people.studentThanawat)
    const values = { ...names, native: '', romanised: '', passportGiven: 'Thanawat' }
    const answer = await site.send('/en/account', '/en/account', values, cookie)
    assert.equal(answer.status, 422)
    const html = await answer.text()
    assert.match(html, /id="error-summary"/)
    assert.match(html, /value="Thanawat"/)
  })
})

describe('two-step sign-in', () => {
  test('is set up by a QR code, asked for at the next sign-in, and a code counts once', async () => {
    const cookie = await site.signInAs(people.industryMentor)
    const begun = await site.send('/en/account/security', '/en/account/two-step', {}, cookie)
    const html = await begun.text()
    assert.equal(begun.status, 200)
    assert.match(html, /<path d="M0 0h1v1h-1z/, 'the QR code begins with its finder pattern')
    const uri = /name="uri" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const totp = URI.parse(uri)
    assert.ok(totp instanceof TOTP)
    const confirm = (code: string) =>
      site.send('/en/account/security', '/en/account/two-step/confirmation', { uri, code }, cookie)
    const wrong = await confirm('000000')
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /name="uri"/, 'the same picture is shown again')
    const code = totp.generate({ timestamp: site.clock.now.getTime() })
    const on = await confirm(code)
    assert.equal(on.status, 200)
    const codes = [...(await on.text()).matchAll(/<code>([A-Z2-7-]{19})<\/code>/g)]
    assert.equal(codes.length, 10)
    const rotated = cookieSet(on, 'weft')
    assert.ok(rotated)
    assert.equal((await site.ask('/en/account', { cookie })).status, 303, 'the old token is over')
    const now = `weft=${rotated.value}`
    const security = await (await site.ask('/en/account/security', { cookie: now })).text()
    assert.match(security, /10 recovery codes are left/)
    assert.ok(!security.includes(codes[0]?.[1] ?? ''), 'recovery codes are shown once')

    const person = await site.perform((work) => personById(work, people.industryMentor))
    const email = person?.email ?? ''
    const asked = await site.send('/en/sign-in', '/en/sign-in', { way: 'letter', email })
    const [mail] = await site.perform((work) => outbox(work, { limit: 1 }))
    const digits = mail?.content?.blocks.find((block) => block.kind === 'code')?.code ?? ''
    const browser = `weft-sign-in=${cookieSet(asked, 'weft-sign-in')?.value}`
    const half = await site.send('/en/sign-in/code', '/en/sign-in/code', { code: digits }, browser)
    assert.equal(half.headers.get('location'), '/en/sign-in/second-step')
    assert.equal(cookieSet(half, 'weft'), null, 'nobody is in with half of it')
    const step = `weft-sign-in=${cookieSet(half, 'weft-sign-in')?.value}`
    const second = (typed: string) =>
      site.send('/en/sign-in/second-step', '/en/sign-in/second-step', { code: typed }, step)
    assert.equal((await second(code)).status, 422, 'the code of the set-up counts no more')
    assert.ok(cookieSet(await second(codes[0]?.[1] ?? ''), 'weft'))
    assert.equal((await second(codes[0]?.[1] ?? '')).status, 422)
  })
})

describe('a change of security', () => {
  test('asks somebody who signed in long ago to prove it again', async () => {
    const cookie = await site.signInAs(people.officer)
    site.clock.now = new Date(site.clock.now.getTime() + 20 * 60_000)
    const answer = await site.send('/en/account/security', '/en/account/two-step', {}, cookie)
    assert.equal(answer.status, 303)
    assert.match(answer.headers.get('location') ?? '', /^\/en\/account\/prove\?next=/)
    const prove = await site.ask('/en/account/prove?next=/en/account/security', { cookie })
    assert.match(await prove.text(), new RegExp(`name="person" value="${people.officer}"`))
  })

  test('needs a fresh proof for a password, and refuses a weak one by its field', async () => {
    const cookie = await site.signInAs(people.officer)
    const set = (password: string) =>
      site.send('/en/account/security', '/en/account/password', { password }, cookie)
    const weak = await set('wwwwwwwwwwww')
    assert.equal(weak.status, 422)
    assert.match(await weak.text(), /href="#field-password"/)
    assert.equal((await set('copper lantern orbit fern')).status, 303)
  })
})

describe('sign-ins', () => {
  test('are listed and ended by their owner only', async () => {
    const here = await site.signInAs(people.curator)
    const there = await site.signInAs(people.curator)
    const html = await (await site.ask('/en/account/security', { cookie: here })).text()
    const ids = [...html.matchAll(/account\/sessions\/([0-9a-f-]{36})\/end/g)].map(([, id]) => id)
    assert.equal(ids.length, 2)
    const stranger = await site.signInAs(people.studentPloy)
    const path = `/en/account/sessions/${ids[0]}/end`
    const tried = await site.send('/en/account', path, {}, stranger)
    assert.equal(tried.status, 404)
    await site.send('/en/account/security', '/en/account/sessions/end', {}, here)
    assert.equal((await site.ask('/en/account', { cookie: there })).status, 303)
    assert.equal((await site.ask('/en/account', { cookie: here })).status, 200)
  })
})

describe('notices', () => {
  test('are chosen by kind, and stay chosen; a way that does not exist changes nothing', async () => {
    const cookie = await site.signInAs(people.studentPloy)
    const path = '/en/account/notices'
    const chosen = async () => {
      const html = await (await site.ask(path, { cookie })).text()
      const radio = /<input[^>]*name="recognition\.case-decided"[^>]*>/g
      return [...html.matchAll(radio)].find(([tag]) => /\bchecked\b/.test(tag))?.[0] ?? ''
    }
    assert.match(await chosen(), /value="immediate"/)
    const kind = 'recognition.case-decided'
    assert.equal((await site.send(path, path, { [kind]: 'daily' }, cookie)).status, 303)
    assert.match(await chosen(), /value="daily"/)
    assert.equal((await site.send(path, path, { [kind]: 'pigeon' }, cookie)).status, 303)
    assert.match(await chosen(), /value="daily"/)
  })
})
