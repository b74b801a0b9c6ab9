import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { cast, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())

const path = '/en/account/notices'
const typed = {
  'kind[]': ['a "quoted" <word>', 'second'],
  note: 'line one\r\nline two',
  csrf: 'old',
}

const post = (headers: Record<string, string> = {}, cookie?: string, body?: BodyInit) =>
  site.ask(path, {
    method: 'POST',
    headers: { referer: 'http://localhost:8040/en/account/notices', ...headers },
    body: body ?? formBody({ ...typed, password: 'never shown' }),
    ...(cookie ? { cookie } : {}),
  })

/** The values that the form of a page sends, in their order. */
function sentBy(html: string): [string, string][] {
  const unescaped = (text: string) =>
    text
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const form = /<form action="([^"]+)"[^>]*class="form"[^]*?<\/form>/.exec(
    html.slice(html.indexOf('<main')),
  )
  assert.equal(form?.[1], path)
  return [...form[0].matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((match) => [
    unescaped(match[1]!),
    unescaped(match[2]!),
  ])
}

const everything = [
  ['kind[]', 'a "quoted" <word>'],
  ['kind[]', 'second'],
  ['note', 'line one\r\nline two'],
]
const withoutToken = (values: [string, string][]) => values.filter(([name]) => name !== 'csrf')

describe('a form that is sent after the session ended', () => {
  test('comes back whole, with the way to sign in beside it', async () => {
    const answer = await post()
    assert.equal(answer.status, 401)
    const html = await answer.text()
    assert.deepEqual(withoutToken(sentBy(html)), everything)
    assert.match(html, /href="\/en\/sign-in\?next=%2Faccount%2Fnotices" target="_blank"/)
    assert.ok(!html.includes('never shown'))
  })

  test('is sent again after signing in: once more to be asked, then taken', async () => {
    const cookie = await site.signInAs(cast.people.evaluatorAu)
    const stale = await post({}, cookie)
    assert.equal(stale.status, 403)
    const html = await stale.text()
    assert.deepEqual(withoutToken(sentBy(html)), everything)
    const taken = await post(
      {},
      cookie,
      formBody({ ...typed, csrf: csrfOf(html.slice(html.indexOf('<main'))) }),
    )
    assert.ok([303, 422].includes(taken.status), `the handler answered ${taken.status}`)
  })

  test('asks for its files again by their names', async () => {
    const body = new FormData()
    body.append('note', 'kept')
    body.append('scan', new File(['%PDF-1.7'], 'ใบแสดงผล.pdf'))
    const html = await (await post({}, undefined, body)).text()
    assert.match(html, /enctype="multipart\/form-data"/)
    assert.match(html, /<input[^>]*name="scan"[^>]*type="file"/)
    assert.ok(html.includes('ใบแสดงผล'))
  })

  test('comes back to nobody whose browser says that another site sent it, or says nothing', async () => {
    const elsewhere: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
    ]
    for (const headers of elsewhere) {
      const signedOut = await (await post(headers)).text()
      const signedIn = await (
        await post(headers, await site.signInAs(cast.people.evaluatorAu))
      ).text()
      for (const html of [signedOut, signedIn]) assert.ok(!html.includes('line one'))
    }
  })
})
