import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { sealAll } from '#kernel/chronicle'
import { cast, cookieSet, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())

const languages = ['en', 'zh-Hans', 'th', 'ko', 'fr']

describe('pages for everybody', () => {
  test('open in five languages, with no style attribute, handler or other host', async () => {
    for (const language of languages) {
      for (const path of ['/', '/about', '/sign-in', '/sign-in/reset', '/search', '/api', '/ui']) {
        const answer = await site.ask(`/${language}${path}`)
        const html = await answer.text()
        assert.equal(answer.status, 200, path)
        assert.match(html, new RegExp(`^<!doctype html><html lang="${language}"`))
        assert.doesNotMatch(html, /\sstyle="|\son[a-z]+="|<script(?! type="module" src="\/)/, path)
        assert.doesNotMatch(html, /(src|href)="(https?:)?\/\/(?!localhost:8040)[^"]*\.(js|css|png)/)
      }
    }
  })

  test('the home shows the members and the cloth of the programmes', async () => {
    const html = await (await site.ask('/zh-Hans/')).text()
    assert.ok(html.includes('北京大学'))
    assert.match(html, /class="cloth /)
    assert.ok(html.includes(`/zh-Hans/members/${cast.organisations.au}`))
    assert.ok(html.includes(`/zh-Hans/programmes/${cast.programmes.sinoThai}`))
  })

  test('the language alone leads to its home, and an unheard-of page is absent', async () => {
    assert.equal((await site.ask('/ko')).headers.get('location'), '/ko/')
    for (const path of ['/xth/sign-in', '/the/', '/de/', '/en/nowhere']) {
      assert.equal((await site.ask(path)).status, 404, path)
    }
  })

  test('an address with characters that no text holds leads to nothing', async () => {
    const cookie = await site.signInAs(cast.people.evaluatorAu)
    for (const part of ['%00', 'x%00', '%ED%A0%80', '%']) {
      const paths = [
        '/recognition/scales/',
        '/recognition/schemes/',
        '/recognition/cases/',
        '/members/',
      ]
      for (const path of paths) {
        const answer = await site.ask(`/en${path}${part}`, { cookie })
        assert.equal(answer.status, 404, path + part)
      }
    }
  })

  test('the personal home greets whoever is signed in', async () => {
    const cookie = await site.signInAs(cast.people.studentPloy)
    const answer = await site.ask('/en/', { cookie })
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /Nothing waits for you|waits? for you/)
  })
})

describe('the navigation', () => {
  const linked = (html: string, path: string) => html.includes(`href="/en${path}"`)

  test('shows what stands under an entry only while that is open', async () => {
    const cookie = await site.signInAs(cast.people.evaluatorAu)
    const away = await (await site.ask('/en/members', { cookie })).text()
    assert.ok(linked(away, '/recognition/cases'))
    assert.ok(!linked(away, '/recognition/equivalences'))
    const inside = await (await site.ask('/en/recognition/courses', { cookie })).text()
    assert.ok(linked(inside, '/recognition/equivalences'))
  })

  test('gives whoever may not open the entry above it a place for it all the same', async () => {
    const cookie = await site.signInAs(cast.people.studentPloy)
    const html = await (await site.ask('/en/members', { cookie })).text()
    assert.ok(!linked(html, '/recognition/cases'))
    assert.ok(linked(html, '/recognition/courses'))
  })
})

describe('the appearance', () => {
  test('is kept in a cookie and leads back to the page', async () => {
    const post = (theme: string, back: string) =>
      site.send('/en/sign-in', '/th/appearance', { theme, return: back })
    const dark = await post('dark', '/search?q=x')
    assert.equal(dark.headers.get('location'), '/th/search?q=x')
    assert.equal(cookieSet(dark, 'weft-theme')?.value, 'dark')
    const page = await site.ask('/th/search', { cookie: 'weft-theme=dark' })
    assert.match(await page.text(), /data-theme="dark"/)
    assert.match(cookieSet(await post('auto', '/'), 'weft-theme')?.attributes ?? '', /Max-Age=0/)
    assert.equal((await post('dark', '//evil.example')).headers.get('location'), '/th/')
  })
})

describe('what operators ask', () => {
  test('alive, ready, and robots kept out of the demonstration', async () => {
    assert.deepEqual(await (await site.ask('/healthz')).json(), { status: 'ok' })
    await sealAll(site.house.database)
    const ready = await site.ask('/readyz')
    assert.equal(ready.status, 200)
    assert.deepEqual(await ready.json(), {
      status: 'ok',
      checks: { database: 'ok', migrations: 'ok', disk: 'ok', sealer: 'ok' },
    })
    const robots = await site.ask('/robots.txt')
    assert.match(robots.headers.get('content-type') ?? '', /^text\/plain/)
    assert.match(await robots.text(), /^User-agent: \*\nDisallow: \/\n/)
  })

  test('is not ready when entries wait long for their seal', async () => {
    const before = site.clock.now
    await site.signInAs(cast.people.studentWang)
    site.clock.now = new Date(before.getTime() + 10 * 60_000)
    const answer = await site.ask('/readyz')
    site.clock.now = before
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /"sealer":"failed"/)
  })

  test('is not ready when the disk of the data folder has no room', async (context) => {
    context.mock.method(site.services, 'hasRoom', async () => false)
    const answer = await site.ask('/readyz')
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /"disk":"failed"/)
  })

  test('says that it is not ready, and what still is, when checks hang', async (context) => {
    const hang = () => new Promise<boolean>(() => {})
    const hangs = ['schemaIsCurrent', 'hasRoom'] as const
    for (const check of hangs) context.mock.method(site.services, check, hang)
    const answer = await site.ask('/readyz')
    assert.equal(answer.status, 503)
    assert.match(
      await answer.text(),
      /"database":"ok","migrations":"failed","disk":"failed","sealer":"ok"/,
    )
  })

  test('gives the metrics to this machine or with the token, to nobody else', async () => {
    assert.equal((await site.ask('/metrics')).status, 404)
    const told = await testSite({
      environment: { WEFT_METRICS_TOKEN: 'a token of sixteen characters' },
      seed: 'none',
    })
    try {
      await told.ask('/healthz')
      const ask = (authorization: string) => told.ask('/metrics', { headers: { authorization } })
      assert.equal((await ask('Bearer wrong')).status, 404)
      const right = await ask('Bearer a token of sixteen characters')
      assert.equal(right.status, 200)
      assert.match(await right.text(), /weft_request_seconds_count\{route="\/healthz"/)
    } finally {
      await told.close()
    }
  })
})
