import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { isRefused } from '#kernel/database'
import { erasePerson } from '#kernel/identity'
import { cast, csrfOf, formBody, testSite } from '../../../test/harness/site.ts'

const site = await testSite({ seed: ['alliance'] })
after(() => site.close())
const { people } = cast
const path = '/en/account/tokens'

/** Makes a token on the page, and reads it there. */
async function tokenOf(person: string, values: Record<string, string> = {}): Promise<string> {
  const cookie = await site.signInAs(person)
  const form = { label: `run ${Math.random()}`, scope: 'read', days: '30', ...values }
  const page = await (await site.send(path, path, form, cookie)).text()
  return /id="token"[^>]*>\s*([^<\s]+)\s*</.exec(page)?.[1] ?? assert.fail(page.slice(0, 400))
}

/** A call as a program makes it: no cookie, no word of where it comes from. */
async function call(address: string, token: string, body?: unknown, cookie?: string) {
  return site.http.request(new URL(address, site.house.config.origin).href, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

describe('the page of access tokens', () => {
  test('shows a token once, lists it with its last use, and ends it', async () => {
    const cookie = await site.signInAs(people.coordinatorAu)
    const token = await tokenOf(people.coordinatorAu, { label: 'Registry' })
    const listed = async () => (await site.ask(path, { cookie })).text()
    assert.match(await listed(), /Registry/)
    assert.match(await listed(), /not used yet/)
    assert.ok(!(await listed()).includes(token))
    assert.equal((await call('/api/v1/tasks', token)).status, 200)
    assert.match(await listed(), /last used/)
    const id = /tokens\/([0-9a-f-]{36})\/end/.exec(await listed())?.[1]
    const ended = await site.send(path, `${path}/${id}/end`, {}, cookie)
    assert.equal(ended.status, 303)
    const refused = await call('/api/v1/tasks', token)
    assert.equal(refused.status, 401)
    assert.match(refused.headers.get('www-authenticate') ?? '', /invalid_token/)
  })

  test('keeps what was typed where no name was given, and makes nothing of a form sent twice', async () => {
    const cookie = await site.signInAs(people.registrarAu)
    const refused = await site.send(path, path, { label: ' ', scope: 'write', days: '7' }, cookie)
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /<input[^>]*value="write"[^>]* checked/)
    const csrf = csrfOf(await (await site.ask(path, { cookie })).text())
    const body = () => formBody({ csrf, label: 'Twice', scope: 'read', days: '7' })
    const statuses = [
      (await site.ask(path, { method: 'POST', cookie, body: body() })).status,
      (await site.ask(path, { method: 'POST', cookie, body: body() })).status,
    ]
    assert.deepEqual(statuses, [200, 422])
  })

  test('is asked for again by whoever signed in long ago', async () => {
    const cookie = await site.signInAs(people.curator)
    const before = site.clock.now
    site.clock.now = new Date(before.getTime() + 16 * 60_000)
    const page = await (await site.ask(path, { cookie })).text()
    assert.doesNotMatch(page, /name="label"/)
    assert.match(page, /account\/prove\?next=/)
    site.clock.now = before
  })
})

describe('a call by a token', () => {
  test('may what its person may, and sees nothing else', async () => {
    const office = await tokenOf(people.coordinatorAu)
    const student = await tokenOf(people.studentPloy)
    const members = `/api/v1/organisations/${cast.organisations.au}/people`
    assert.equal((await call(members, office)).status, 200)
    assert.equal((await call(members, student)).status, 404)
    const elsewhere = `/api/v1/organisations/${cast.organisations.pku}/people`
    assert.equal((await call(elsewhere, office)).status, 404)
  })

  test('changes nothing by a token that only reads, and needs no form token by one that writes', async () => {
    const address = `/api/v1/organisations/${cast.organisations.au}/degree-programmes`
    const reads = await call(address, await tokenOf(people.administratorAu), {})
    assert.equal(reads.status, 403)
    assert.match(reads.headers.get('www-authenticate') ?? '', /insufficient_scope/)
    const writes = await call(
      address,
      await tokenOf(people.administratorAu, { scope: 'write' }),
      {},
    )
    assert.equal(writes.status, 422)
  })

  test('opens no page and makes no token, and no cookie counts beside it', async () => {
    const token = await tokenOf(people.coordinatorAu, { scope: 'write' })
    assert.equal((await call(path, token)).status, 303)
    const made = await call(path, token, { label: 'Another', scope: 'write', days: '30' })
    assert.ok([401, 403].includes(made.status), String(made.status))
    const cookie = await site.signInAs(people.coordinatorAu)
    assert.equal(
      (await call('/api/v1/tasks', `weft_${'A'.repeat(43)}`, undefined, cookie)).status,
      401,
    )
    assert.equal((await site.ask('/api/v1/tasks', { cookie })).status, 200)
  })

  test('is refused without a token, and once its person is gone', async () => {
    const nobody = await site.ask('/api/v1/tasks')
    assert.equal(nobody.status, 401)
    assert.equal(nobody.headers.get('www-authenticate'), 'Bearer')
    const token = await tokenOf(people.pastRuc)
    assert.equal((await call('/api/v1/organisations', token)).status, 200)
    const erased = await site.perform((work) => erasePerson(work, people.pastRuc))
    assert.ok(!isRefused(erased))
    assert.equal((await call('/api/v1/organisations', token)).status, 401)
  })

  test('every operation that takes nothing answers with a status that the description names', async () => {
    const api = (await (await site.ask('/api/v1/openapi.json')).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>
    }
    const tokens = [await tokenOf(people.coordinatorAu), await tokenOf(people.studentSun)]
    for (const [address, methods] of Object.entries(api.paths)) {
      const { get } = methods
      if (!get || address.includes('{')) continue
      for (const token of tokens) {
        const { status } = await call(`/api/v1${address}`, token)
        assert.ok(String(status) in get.responses, `${address}: ${status}`)
        assert.ok(status < 500, address)
      }
    }
  })
})
