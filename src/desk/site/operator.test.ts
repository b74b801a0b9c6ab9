import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { createLogger } from '#kernel/http'
import { testSite, type TestSite } from '../../../test/harness/site.ts'

const sites: TestSite[] = []
after(() => Promise.all(sites.map((site) => site.close())))

async function siteWith(environment: Record<string, string>): Promise<TestSite> {
  const site = await testSite({ environment, seed: 'none' })
  sites.push(site)
  return site
}

/** Asks as a client at this address would, whether a proxy or somebody themselves. */
function from(site: TestSite, address: string, path: string, headers: Record<string, string> = {}) {
  const env = { incoming: { socket: { remoteAddress: address } } }
  return site.http.request(path, { headers }, env)
}

const token = 'a token of sixteen characters'

describe('metrics', () => {
  test('open to this machine without a token, and to no other', async () => {
    const site = await siteWith({})
    assert.equal((await from(site, '127.0.0.1', '/metrics')).status, 200)
    assert.equal((await from(site, '::1', '/metrics')).status, 200)
    assert.equal((await from(site, '192.0.2.7', '/metrics')).status, 404)
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const answer = await from(site, '127.0.0.1', '/metrics', { [header]: '127.0.0.1' })
      assert.equal(answer.status, 404, `${header} tells of a proxy`)
    }
  })

  test('open behind a proxy with the token alone, whatever the proxy says', async () => {
    const behind = await siteWith({ WEFT_BEHIND_PROXY: '1' })
    const secure = await siteWith({ WEFT_ORIGIN: 'https://weft.example.org' })
    for (const site of [behind, secure]) {
      assert.equal((await from(site, '127.0.0.1', '/metrics')).status, 404)
      const forged = { 'x-forwarded-for': '127.0.0.1' }
      assert.equal((await from(site, '127.0.0.1', '/metrics', forged)).status, 404)
    }
    const told = await siteWith({ WEFT_BEHIND_PROXY: '1', WEFT_METRICS_TOKEN: token })
    const authorization = `Bearer ${token}`
    assert.equal((await from(told, '127.0.0.1', '/metrics', { authorization })).status, 200)
    assert.equal((await from(told, '127.0.0.1', '/metrics')).status, 404)
  })

  test('tell of what failed in the background, and still tell the rest where that cannot be read', async () => {
    const site = await siteWith({})
    const read = async () => (await from(site, '127.0.0.1', '/metrics')).text()
    assert.match(await read(), /^weft_jobs_failed 0$/m)
    const { database } = site.house
    await database.execute(
      `insert into jobs (id, type, payload, state, attempts, max_attempts, run_at, created_at, failed_at)
       values (gen_random_uuid(), 'test.deliver', '{}', 'failed', 6, 6, $1, $1, $1)`,
      [site.clock.now],
    )
    await database.execute(
      `insert into chronicle_subscriptions (name, position, attempts, last_error, updated_at)
       values ('test.stuck', 0, 3, 'Error: no partner', $1)`,
      [site.clock.now],
    )
    const told = await read()
    assert.match(told, /^weft_jobs_failed 1$/m)
    assert.match(told, /^weft_subscriptions_stuck 1$/m)
    await database.sqlScript('alter table jobs rename to jobs_away')
    const rest = await read()
    await database.sqlScript('alter table jobs_away rename to jobs')
    assert.doesNotMatch(rest, /^weft_jobs_failed/m)
    assert.match(rest, /^weft_request_seconds_count/m)
  })
})

test('asking whether the process lives counts against no limit', async () => {
  const site = await siteWith({ WEFT_REQUESTS_PER_MINUTE: '3' })
  for (let time = 0; time < 20; time += 1) {
    assert.equal((await from(site, '192.0.2.7', '/healthz')).status, 200)
  }
  const others: number[] = []
  for (let time = 0; time < 5; time += 1) {
    others.push((await from(site, '192.0.2.7', '/robots.txt')).status)
  }
  assert.deepEqual(others, [200, 200, 200, 429, 429])
})

test('the gallery of components is there in a demonstration alone', async () => {
  const demonstration = await siteWith({})
  assert.equal((await demonstration.ask('/en/ui')).status, 200)
  const production = await siteWith({ WEFT_MODE: 'production' })
  assert.equal((await production.ask('/en/ui')).status, 404)
})

test('a refusal comes without a page around it to whoever reads problems alone', async () => {
  const site = await siteWith({ WEFT_MODE: 'production' })
  const ask = async (accept: string) => {
    const answer = await site.ask('/en/ui', { headers: { accept } })
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      text: await answer.text(),
    }
  }
  const problem = await ask('application/problem+json')
  assert.deepEqual([problem.status, problem.type], [404, 'application/problem+json'])
  assert.equal(JSON.parse(problem.text).status, 404)
  const page = await ask('text/html, application/problem+json')
  assert.equal(page.status, 404)
  assert.match(page.text, /<html/)
})

test('the log repeats no address and no path that another program said', () => {
  const lines: string[] = []
  const log = createLogger((line) => lines.push(line))
  log.error('job failed', new Error('550 5.1.1 <somebody@example.org>: user unknown'))
  log.error('job failed', new Error('fetch of https://id.example.org/token?code=s3cret failed'))
  assert.match(lines[0]!, /550 5\.1\.1 <<address>>/)
  assert.match(lines[1]!, /https:\/\/id\.example\.org\/<path> failed/)
  assert.doesNotMatch(lines.join(), /somebody|s3cret/)
})
