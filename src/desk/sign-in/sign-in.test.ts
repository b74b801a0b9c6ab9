import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { mergePersons, personById } from '#kernel/identity'
import { outbox, type OutboxMail } from '#kernel/mail'
import { cast, cookieSet, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast

/** The letter that was written last. */
async function lastMail(): Promise<OutboxMail> {
  const [mail] = await site.perform((work) => outbox(work, { limit: 1 }))
  assert.ok(mail?.content, 'a letter was written')
  return mail
}

function linkOf(mail: OutboxMail): string {
  const link = mail.content?.blocks.find((block) => block.kind === 'link')
  assert.ok(link?.kind === 'link')
  return `/en${link.href}`
}

function codeOf(mail: OutboxMail): string {
  const code = mail.content?.blocks.find((block) => block.kind === 'code')
  assert.ok(code?.kind === 'code')
  return code.code
}

async function addressOf(personId: string): Promise<string> {
  const person = await site.perform((work) => personById(work, personId))
  assert.ok(person?.email, 'the person has an address')
  return person.email
}

const oneClick = (values: Record<string, string>) =>
  site.send('/en/sign-in', '/en/sign-in/demonstration', values)

describe('the sign-in page', () => {
  test('offers the invented people, an evaluator and a student before all', async () => {
    const html = await (await site.ask('/en/sign-in')).text()
    const offered = [...html.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id)
    assert.equal(offered[0], people.evaluatorAu)
    assert.ok(offered.includes(people.studentPloy))
    assert.ok(offered.indexOf(people.studentPloy) <= 3)
    for (const id of [people.coordinatorPku, people.secretariat, people.funder]) {
      assert.ok(offered.includes(id))
    }
  })

  test('offers nobody outside the demonstration, and takes no one-click sign-in there', async () => {
    const real = await testSite({
      environment: { WEFT_MODE: 'production', WEFT_ORIGIN: 'https://weft.example' },
      seed: 'none',
    })
    try {
      const html = await (await real.ask('/en/sign-in')).text()
      assert.doesNotMatch(html, /name="person"/)
      const body = formBody({ csrf: csrfOf(html), person: people.evaluatorAu })
      const answer = await real.ask('/en/sign-in/demonstration', { method: 'POST', body })
      assert.equal(answer.headers.get('location'), '/en/sign-in')
      assert.equal(cookieSet(answer, '__Host-weft'), null)
      assert.equal((await real.ask('/en/outbox')).status, 404)
    } finally {
      await real.close()
    }
  })

  test('is the same page in five languages, without a key left unsaid', async () => {
    for (const language of ['en', 'zh-Hans', 'th', 'ko', 'fr']) {
      const answer = await site.ask(`/${language}/sign-in`)
      const html = await answer.text()
      assert.equal(answer.status, 200)
      assert.match(html, new RegExp(`<html lang="${language}"`))
      assert.doesNotMatch(html, / style=| on[a-z]+="/)
    }
  })
})

describe('one click', () => {
  test('signs in and goes on to the page that was asked for', async () => {
    const answer = await oneClick({ person: people.evaluatorAu, next: '/th/inbox?state=done' })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/th/inbox?state=done')
    const cookie = cookieSet(answer, 'weft')
    assert.ok(cookie && cookie.value.length === 43)
    const inbox = await site.ask('/th/inbox', { cookie: `weft=${cookie.value}` })
    assert.equal(inbox.status, 200)
  })

  test('never leads to another site', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
      '/\t/evil.example',
      ' //evil.example',
    ]) {
      const answer = await oneClick({ person: people.evaluatorAu, next })
      assert.equal(answer.headers.get('location'), '/en/', next)
    }
    const asked = await site.ask(`/en/sign-in?next=${encodeURIComponent('//evil.example')}`)
    assert.doesNotMatch(await asked.text(), /evil\.example/)
  })

  test('gives a new token and ends the session that the browser came with', async () => {
    const planted = await site.signInAs(people.studentSun)
    const page = await (await site.ask('/en/sign-in', { cookie: planted })).text()
    const answer = await site.ask('/en/sign-in/demonstration', {
      method: 'POST',
      cookie: planted,
      body: formBody({ csrf: csrfOf(page), person: people.evaluatorAu }),
    })
    const cookie = cookieSet(answer, 'weft')
    assert.ok(cookie)
    assert.notEqual(`weft=${cookie.value}`, planted)
    const before = await site.ask('/en/inbox', { cookie: planted })
    assert.equal(before.status, 303, 'the planted session is over')
  })

  test('does not take a token that the browser made up', async () => {
    const invented = `weft=${'A'.repeat(43)}`
    const page = await (await site.ask('/en/sign-in', { cookie: invented })).text()
    const answer = await site.ask('/en/sign-in/demonstration', {
      method: 'POST',
      cookie: invented,
      body: formBody({ csrf: csrfOf(page), person: people.evaluatorAu }),
    })
    assert.notEqual(cookieSet(answer, 'weft')?.value, 'A'.repeat(43))
    assert.equal((await site.ask('/en/inbox', { cookie: invented })).status, 303)
  })

  test('signs in neither a stranger nor a person who was merged into another', async () => {
    const merged = await site.perform((work) =>
      mergePersons(work, { from: people.pastRuc, into: people.pastPku }, []),
    )
    assert.ok(!isRefused(merged))
    for (const person of [people.pastRuc, '01980000-0000-7000-8000-000000000000', 'nonsense']) {
      const answer = await oneClick({ person })
      assert.equal(answer.headers.get('location'), '/en/sign-in')
      assert.equal(cookieSet(answer, 'weft'), null)
    }
  })
})

/** Asks with no other headers than those that are named. */
async function fromBrowser(
  path: string,
  headers: Record<string, string>,
  cookie?: string,
  body?: URLSearchParams,
): Promise<Response> {
  return site.http.request(new URL(path, site.house.config.origin).href, {
    method: body ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    ...(body ? { body } : {}),
  })
}

describe('a form from elsewhere', () => {
  const body = (csrf: string) => formBody({ csrf, person: people.evaluatorAu })

  test('is refused without the token, with a wrong one and from another site', async () => {
    const csrf = csrfOf(await (await site.ask('/en/sign-in')).text())
    const post = (headers: Record<string, string>, token: string) =>
      site.ask('/en/sign-in/demonstration', { method: 'POST', headers, body: body(token) })
    const refused = [
      await post({}, ''),
      await post({}, `xx${csrf.slice(2)}`),
      await post({ 'sec-fetch-site': 'cross-site' }, csrf),
      await post({ 'sec-fetch-site': 'same-site' }, csrf),
      await post({ origin: 'https://evil.example' }, csrf),
      await post({ origin: 'null', 'sec-fetch-site': 'cross-site' }, csrf),
    ]
    for (const answer of refused) {
      assert.equal(answer.status, 403)
      assert.equal(cookieSet(answer, 'weft'), null)
    }
    assert.equal((await post({}, csrf)).status, 303)
  })

  test('signs in within a chat application, whose browser does not say where a form comes from', async () => {
    const silent: Record<string, string>[] = [
      { origin: 'null' },
      { origin: 'null', 'sec-fetch-site': 'none' },
      {},
    ]
    for (const headers of silent) {
      const opened = await fromBrowser('/en/sign-in', {})
      const named = cookieSet(opened, 'weft-browser')
      assert.ok(named)
      assert.match(named.attributes, /HttpOnly/)
      assert.match(named.attributes, /SameSite=Lax/)
      const cookie = `weft-browser=${named.value}`
      const csrf = csrfOf(await opened.text())
      const answer = await fromBrowser('/en/sign-in/demonstration', headers, cookie, body(csrf))
      assert.equal(answer.status, 303, JSON.stringify(headers))
      const session = `weft=${cookieSet(answer, 'weft')?.value}`
      const account = await fromBrowser('/en/account', {}, session)
      const form = { csrf: csrfOf(await account.text()), romanised: 'Anong', order: 'given-first' }
      const kept = await fromBrowser('/en/account', headers, session, formBody(form))
      assert.ok(kept.status !== 403, 'with a session its own token is enough')
    }
  })

  test('of such a browser is refused without its name, with that of another, and with no token', async () => {
    const mine = await fromBrowser('/en/sign-in', {})
    const others = await fromBrowser('/en/sign-in', {})
    const csrf = csrfOf(await mine.text())
    const cookie = `weft-browser=${cookieSet(others, 'weft-browser')?.value}`
    for (const headers of [{ origin: 'null' }, {}] as Record<string, string>[]) {
      for (const [theirs, token] of [
        [undefined, csrf],
        [cookie, csrf],
        [cookie, csrf.split('.').slice(0, 2).join('.')],
        [cookie, ''],
      ] as const) {
        const answer = await fromBrowser('/en/sign-in/demonstration', headers, theirs, body(token))
        assert.equal(answer.status, 403)
        assert.equal(cookieSet(answer, 'weft'), null)
      }
    }
  })

  test('needs no name in a browser that says where it comes from', async () => {
    const opened = await fromBrowser('/en/sign-in', { 'sec-fetch-site': 'none' })
    assert.equal(cookieSet(opened, 'weft-browser'), null)
    const csrf = csrfOf(await opened.text())
    const quiet = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    const answer = await fromBrowser('/en/sign-in/demonstration', quiet, undefined, body(csrf))
    assert.equal(answer.status, 303)
  })

  test('is refused with the token of another session', async () => {
    const mine = await site.signInAs(people.evaluatorAu)
    const others = await site.signInAs(people.studentPloy)
    const page = await (await site.ask('/en/account', { cookie: others })).text()
    const answer = await site.ask('/en/account', {
      method: 'POST',
      cookie: mine,
      body: formBody({ csrf: csrfOf(page), romanised: 'Somebody Else', order: 'given-first' }),
    })
    assert.equal(answer.status, 403)
  })
})

describe('a letter', () => {
  test('answers the same for an address that nobody has', async () => {
    const known = await addressOf(people.evaluatorAu)
    const answers = []
    for (const email of [known, 'nobody@nowhere.example']) {
      const answer = await site.send('/en/sign-in', '/en/sign-in', { way: 'letter', email })
      answers.push([answer.status, answer.headers.get('location')])
      assert.ok(cookieSet(answer, 'weft-sign-in'))
    }
    assert.deepEqual(answers[0], answers[1])
    assert.deepEqual(answers[0], [303, '/en/sign-in/code'])
  })

  test('is answered no sooner for an address that nobody has than for one that somebody has', async () => {
    const asks: [path: string, rest: Record<string, string>][] = [
      ['/en/sign-in', { way: 'letter' }],
      ['/en/sign-in/reset', {}],
    ]
    for (const email of ['nobody-at-all@au.example', await addressOf(people.registrarAu)]) {
      for (const [path, rest] of asks) {
        const form = csrfOf(await (await site.ask(path)).text())
        const started = performance.now()
        await site.ask(path, { method: 'POST', body: formBody({ csrf: form, email, ...rest }) })
        // Only how soon it may come: how long it takes is the machine's affair.
        assert.ok(performance.now() - started > 240, path)
      }
    }
  })

  test('signs in by its digits in the browser that asked, and nowhere else', async () => {
    const email = await addressOf(people.registrarAu)
    const asked = await site.send('/en/sign-in', '/en/sign-in', { way: 'letter', email })
    const cookie = `weft-sign-in=${cookieSet(asked, 'weft-sign-in')?.value}`
    const code = codeOf(await lastMail())
    const elsewhere = await site.send('/en/sign-in/code', '/en/sign-in/code', { code })
    assert.equal(elsewhere.status, 422)
    const wrong = await site.send('/en/sign-in/code', '/en/sign-in/code', { code: '1' }, cookie)
    assert.equal(wrong.status, 422)
    assert.match(await wrong.text(), /id="error-summary"/)
    const right = await site.send('/en/sign-in/code', '/en/sign-in/code', { code }, cookie)
    assert.equal(right.status, 303)
    assert.ok(cookieSet(right, 'weft'))
  })

  test('is not used up by a scanner that opens its link, and works once', async () => {
    const email = await addressOf(people.curator)
    await site.send('/en/sign-in', '/en/sign-in', { way: 'letter', email, next: '/en/search' })
    const path = linkOf(await lastMail())
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await site.ask(path)).status, 200)
    const first = await site.send(path, path, {})
    assert.equal(first.status, 303)
    assert.equal(first.headers.get('location'), '/en/search')
    const again = await site.ask(path)
    assert.equal(again.status, 422)
    assert.doesNotMatch(await again.text(), /name="csrf" value="[^"]+"[^>]*>\s*<button/)
  })

  test('sets a password by which the person signs in, and a wrong one does not', async () => {
    const email = await addressOf(people.funder)
    const asked = await site.send('/en/sign-in/reset', '/en/sign-in/reset', { email })
    assert.equal(asked.status, 200)
    const path = linkOf(await lastMail())
    const weak = await site.send(path, path, { password: 'short' })
    assert.equal(weak.status, 422)
    const password = 'copper lantern orbit fern'
    assert.equal((await site.send(path, path, { password })).status, 303)
    const enter = (secret: string) =>
      site.send('/en/sign-in', '/en/sign-in', { way: 'password', email, password: secret })
    const wrong = await enter('copper lantern orbit moss')
    assert.equal(wrong.status, 422)
    const html = await wrong.text()
    assert.ok(html.includes(email), 'what was typed is still there')
    assert.ok(!html.includes('moss'), 'but no password')
    assert.ok(cookieSet(await enter(password), 'weft'))
  })
})

describe('the cookie', () => {
  test('is bound to the host over HTTPS', async () => {
    const secure = await testSite({
      environment: { WEFT_ORIGIN: 'https://weft.example' },
      seed: ['alliance'],
    })
    try {
      const answer = await secure.send('/en/sign-in', '/en/sign-in/demonstration', {
        person: people.evaluatorAu,
        lasting: 'yes',
      })
      const cookie = cookieSet(answer, '__Host-weft')
      assert.ok(cookie)
      assert.match(cookie.attributes, /(^|; )Path=\/(;|$)/)
      assert.match(cookie.attributes, /Secure/)
      assert.match(cookie.attributes, /HttpOnly/)
      assert.match(cookie.attributes, /SameSite=Lax/)
      assert.match(cookie.attributes, /Max-Age=2592000/)
      assert.doesNotMatch(cookie.attributes, /Domain/i)
    } finally {
      await secure.close()
    }
  })

  test('goes with the session when somebody signs out', async () => {
    const cookie = await site.signInAs(people.evaluatorAu)
    const answer = await site.send('/en/account', '/en/sign-out', {}, cookie)
    assert.match(cookieSet(answer, 'weft')?.attributes ?? '', /Max-Age=0/)
    assert.equal((await site.ask('/en/inbox', { cookie })).status, 303)
  })
})
