import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUIDv7 } from 'node:crypto'
import { createAppend } from '#kernel/chronicle'
import { createWorkRunner, type Database, type Work } from '#kernel/database'
import { search } from '#kernel/search'
import { testSite, type TestSite } from './site.ts'

test('a house in which nothing happens asks its database little', () =>
  withRunningSite(async (site) => {
    await site.chronicle.drain()
    await site.jobs.drain(site.clock.now)
    await quiet(site.house.database)
    const asked: string[] = []
    const stop = site.house.database.onQuery(({ sql }) => {
      if (sql !== probe) asked.push(sql)
    })
    for (let second = 0; second < 60; second += 1) {
      site.clock.now = new Date(site.clock.now.getTime() + 1000)
      mock.timers.tick(1000)
      await quiet(site.house.database)
    }
    stop()
    // Each second a look into the queue, every five seconds one at the chain; neither takes a lock.
    assert.ok(asked.length >= 60, `it looks: ${asked.length}`)
    assert.ok(asked.length <= 80, `${asked.length} statements: ${[...new Set(asked)].join('; ')}`)
    assert.deepEqual(
      asked.filter((sql) => /for update|insert|update|delete|advisory/i.test(sql)),
      [],
    )
  }))

test('what is committed here is handled at once, and what another process left at the next look', () =>
  withRunningSite(async (site) => {
    const { database, policy, config } = site.house
    await site.chronicle.drain()
    await quiet(database)
    await site.perform((work) => add(work, 'Quickfound College'))
    assert.ok(await isFound(site, 'Quickfound'), 'no clock had to move')
    await quiet(database)
    const killed = createWorkRunner(database, {
      append: createAppend(config.node),
      decisions: policy,
    })
    const context = {
      actor: { kind: 'system' as const, name: 'test' },
      now: site.clock.now,
      language: 'en' as const,
    }
    await killed.perform(context, (work) => add(work, 'Latefound College'))
    await quiet(database)
    assert.equal(await hits(site, 'Latefound'), 0)
    mock.timers.tick(5000)
    assert.ok(await isFound(site, 'Latefound'))
  }))

const probe = 'select 1 as nothing_else'

/** Waits until the background has asked its last question: none came while this asked ten times. */
async function quiet(database: Database): Promise<void> {
  for (let alone = 0; alone < 10; alone += 1) {
    const before = database.queryCount()
    await database.execute(probe)
    await sleep(2)
    if (database.queryCount() !== before + 1) alone = -1
  }
}

async function withRunningSite(run: (site: TestSite) => Promise<void>): Promise<void> {
  mock.timers.enable({ apis: ['setInterval'] })
  const site = await testSite({ environment: { WEFT_JOBS: '1' }, seed: 'none' })
  try {
    await run(site)
  } finally {
    mock.timers.reset()
    await site.close()
  }
}

/** A row and its entry, as the verb of the module writes them; nobody has to be appointed for it. */
function add(work: Work, name: string): Promise<unknown> {
  const id = randomUUIDv7()
  const entry = {
    type: 'alliance.organisation-added',
    version: 1,
    object: { kind: 'organisation', id },
    organisationIds: [id],
    personId: null,
    data: {},
    personal: {},
  }
  const names = JSON.stringify({ en: name })
  return work.write(entry, (tx) =>
    tx
      .insertInto('organisations')
      .values({
        id,
        origin: 'test',
        names,
        summary: names,
        city: names,
        country: 'TH',
        time_zone: 'Asia/Bangkok',
        currency: 'THB',
        invented: true,
        created_at: work.now,
      })
      .execute(),
  )
}

async function isFound(site: TestSite, query: string): Promise<boolean> {
  for (let tried = 0; tried < 500; tried += 1) {
    if ((await hits(site, query)) === 1) return true
    await sleep(20)
  }
  return false
}

async function hits(site: TestSite, query: string): Promise<number> {
  const work = site.house.runner.reading({
    actor: { kind: 'public' },
    now: site.clock.now,
    language: 'en',
  })
  return (await search(work, query)).hits.length
}
