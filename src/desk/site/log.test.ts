import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Route } from '#kernel/http'
import { cast, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite()
after(() => site.close())
const { people } = cast

/** What a person types, follows or carries: none of it may be found in the log. */
const typed = 'typed-xyzzy'
const fields = [
  'name',
  'native',
  'romanised',
  'passportGiven',
  'passportFamily',
  'email',
  'password',
  'code',
  'token',
  'next',
  'return',
  'q',
  'words',
  'reason',
  'answer',
  'note',
  'text',
  'lines',
  'paste',
  'names.en',
  'title.en',
  'keys',
  'keys[]',
  'student',
  'who',
  'uri',
  'label',
  'person',
  'address',
]

function addressOf(route: Route): string {
  const path = route.path.replace(/:([a-z]+)/gi, (_all, name: string) => `${name}-${typed}`)
  const query = new URLSearchParams({ q: typed, next: `/${typed}`, token: typed, student: typed })
  const prefix = { page: '/en', api: '/api/v1', plain: '' }[route.kind]
  return `${prefix}${path}?${query.toString()}`
}

test('nothing that names anybody or opens anything stands in the log', async (t) => {
  const cookies = await Promise.all(
    [people.secretariat, people.administratorAu, people.evaluatorAu, people.studentPloy].map((id) =>
      site.signInAs(id),
    ),
  )
  const { rows } = await site.house.database.execute(
    `select name ->> 'native' as word from persons union select name ->> 'romanised' from persons
     union select address from person_emails union select student_number from enrolments`,
  )
  const words = rows.flatMap(({ word }) =>
    typeof word === 'string' && word.length > 3 ? [word] : [],
  )
  assert.ok(words.length > 40)
  const secrets = [typed, ...cookies.map((cookie) => cookie.slice('weft='.length))]
  const tokens = new Map<string, string>()
  for (const cookie of [...cookies, '']) {
    const page = await site.ask(cookie ? '/en/account' : '/en/sign-in', { cookie })
    tokens.set(cookie, csrfOf(await page.text()))
  }
  secrets.push(...tokens.values())
  assert.ok(secrets.every((secret) => secret.length > 8))
  let asked = 0
  for (const route of site.house.manifests.flatMap(({ routes }) => routes)) {
    for (const [place, cookie] of [...cookies, ''].entries()) {
      if (route.path === '/sign-out') continue
      // A form is sent by one of them each, a page is asked for by all.
      if (route.method !== 'GET' && place !== asked % 5) continue
      asked += 1
      const csrf = tokens.get(cookie)!
      const values = Object.fromEntries(fields.map((name) => [name, `${typed}@example.org`]))
      const isApi = route.kind === 'api'
      const answer = await site.ask(addressOf(route), {
        method: route.method,
        cookie,
        ...(route.method === 'GET'
          ? {}
          : isApi
            ? { body: JSON.stringify(values), headers: { 'content-type': 'application/json' } }
            : { body: formBody({ csrf, ...values }) }),
      })
      await answer.arrayBuffer().catch(() => null)
    }
  }
  const lines = site.log.map((line) => JSON.stringify(line))
  t.diagnostic(`${asked} requests, ${lines.length} lines, ${words.length} names and addresses`)
  const told = lines.filter((line) => [...words, ...secrets].some((word) => line.includes(word)))
  assert.deepEqual(told, [])
  const errors = site.log.filter(({ level }) => level === 'error')
  assert.deepEqual(errors, [], 'and nothing failed')
})
