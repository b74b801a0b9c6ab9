import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { createWorkRunner, type Database, refuse } from '#kernel/database'
import { testDatabase } from '../../../test/harness/database.ts'
import { claim } from './claimed-job.ts'
import { backoffMs } from './job-type.ts'
import { nextAfter, type Schedule } from './schedule.ts'
import {
  createJobRunner,
  enqueue,
  failedJobs,
  jobCounts,
  jobType,
  type JobType,
  retryJob,
} from './index.ts'

const base = await testDatabase([
  { name: 'jobs', directory: new URL('migrations/', import.meta.url) },
])
const now = new Date('2026-11-22T09:00:00Z')
const context = { actor: { kind: 'system' as const, name: 'test' }, now, language: 'en' as const }

test('a job exists when, and only when, the verb that enqueued it was committed', async () => {
  await base.withRollback(async (_kysely, database) => {
    const ran: string[] = []
    const greet = greeting(ran)
    const runner = workRunner(database)
    await runner.perform(context, (work) => enqueue(work, greet, { name: 'kept' }))
    await assert.rejects(
      runner.perform(context, async (work) => {
        await enqueue(work, greet, { name: 'lost' })
        throw new Error('no')
      }),
    )
    await runner.perform(context, async (work) => {
      await enqueue(work, greet, { name: 'refused' })
      return refuse(422, { module: 'x', key: 'y', args: {} })
    })
    assert.deepEqual(await jobRunner(database, [greet]).drain(now), { done: 1, failed: 0 })
    assert.deepEqual(ran, ['kept'])
  })
})

test('a job waits for its time, and one key waits only once', async () => {
  await base.withRollback(async (_kysely, database) => {
    const ran: string[] = []
    const greet = greeting(ran)
    const at = new Date(now.getTime() + 60_000)
    await workRunner(database).perform(context, async (work) => {
      await enqueue(work, greet, { name: 'first' }, { at, singletonKey: 'k' })
      await enqueue(work, greet, { name: 'second' }, { at, singletonKey: 'k' })
      await enqueue(work, greet, { name: 'other' }, { at, singletonKey: 'l' })
    })
    const jobs = jobRunner(database, [greet])
    assert.equal((await jobs.drain(now)).done, 0)
    assert.equal((await jobs.drain(at)).done, 2)
    assert.deepEqual(ran.sort(), ['first', 'other'])
  })
})

test('no more jobs are claimed than were asked for, also where the statistics know of one alone', async () => {
  await base.withRollback(async (_kysely, database) => {
    const greet = greeting([])
    const more = (count: number) =>
      workRunner(database).perform(context, async (work) => {
        for (let each = 0; each < count; each += 1) await enqueue(work, greet, { name: 'one' })
      })
    await more(1)
    await database.execute('analyze jobs')
    await more(4)
    for (const left of [4, 3]) {
      assert.equal((await claim(database, [greet.name], now, 1)).length, 1)
      const { rows } = await database.execute("select 1 from jobs where state = 'waiting'")
      assert.equal(rows.length, left)
    }
  })
})

test('one key waits only once however often it is asked for, with a plan that the server keeps too', async () => {
  await base.withRollback(async (_kysely, database) => {
    const ran: string[] = []
    const greet = greeting(ran)
    const jobs = jobRunner(database, [greet])
    for (let round = 1; round <= 20; round += 1) {
      const payload = { name: `round ${round}` }
      await workRunner(database).perform(context, async (work) => {
        await enqueue(work, greet, payload, { singletonKey: 'k' })
        await enqueue(work, greet, payload, { singletonKey: 'k' })
      })
      assert.equal((await jobs.drain(now)).done, 1)
    }
    assert.equal(ran.length, 20)
  })
})

test('a failing job is tried again with growing waits, then stands as failed and can be run once more', async () => {
  await base.withRollback(async (_kysely, database) => {
    let broken = true
    const attempts: number[] = []
    const fragile = jobType('test.fragile', {
      retries: 2,
      backoff: { firstSeconds: 10, longestSeconds: 3600 },
      run: async (job) => {
        attempts.push(job.attempt)
        if (broken) throw new Error('no partner')
      },
    })
    const runner = workRunner(database)
    await runner.perform(context, (work) => enqueue(work, fragile, {}))
    const jobs = jobRunner(database, [fragile])
    assert.deepEqual(await jobs.drain(now), { done: 0, failed: 1 })
    assert.deepEqual(await jobs.drain(later(9)), { done: 0, failed: 0 })
    assert.deepEqual(await jobs.drain(later(10)), { done: 0, failed: 1 })
    assert.deepEqual(await jobs.drain(later(30)), { done: 0, failed: 1 })
    assert.deepEqual(await jobs.drain(later(100_000)), { done: 0, failed: 0 })
    const [failed] = await failedJobs(runner.reading(context))
    assert.deepEqual(
      [failed?.type, failed?.attempts, failed?.lastError],
      ['test.fragile', 3, 'Error: no partner'],
    )
    assert.deepEqual(await jobCounts(runner.reading(context)), [
      { type: 'test.fragile', state: 'failed', count: 1 },
    ])
    broken = false
    assert.equal(await runner.perform(context, (work) => retryJob(work, failed!.id)), true)
    assert.deepEqual(await jobs.drain(now), { done: 1, failed: 0 })
    assert.deepEqual(attempts, [1, 2, 3, 4])
  })
})

test('waits double up to the longest, and are spread by a quarter', () => {
  const backoff = { firstSeconds: 10, longestSeconds: 60 }
  assert.deepEqual(
    [1, 2, 3, 4, 9].map((attempt) => backoffMs(backoff, attempt, () => 0.5)),
    [10_000, 20_000, 40_000, 60_000, 60_000],
  )
  assert.deepEqual(
    [0, 0.9999].map((random) => backoffMs(backoff, 1, () => random)),
    [7500, 12_500],
  )
})

test('a job whose process died is taken up by another after its lease', async () => {
  await base.withRollback(async (_kysely, database) => {
    const ran: string[] = []
    const greet = greeting(ran)
    await workRunner(database).perform(context, (work) => enqueue(work, greet, { name: 'again' }))
    await database.execute(
      `update jobs set state = 'running', attempts = 1, lease_id = gen_random_uuid(), leased_until = $1`,
      [later(60)],
    )
    const jobs = jobRunner(database, [greet])
    assert.equal((await jobs.drain(later(59))).done, 0)
    assert.equal((await jobs.drain(later(61))).done, 1)
    assert.deepEqual(ran, ['again'])
  })
})

test('a job that takes too long is aborted and counts as failed', async () => {
  await base.withRollback(async (_kysely, database) => {
    const slow = jobType('test.slow', {
      retries: 0,
      timeoutSeconds: 0.05,
      run: (job) => sleep(5000, null, { signal: job.signal, ref: false }),
    })
    const runner = workRunner(database)
    await runner.perform(context, (work) => enqueue(work, slow, {}))
    assert.deepEqual(await jobRunner(database, [slow]).drain(now), { done: 0, failed: 1 })
    const [failed] = await failedJobs(runner.reading(context))
    assert.match(failed?.lastError ?? '', /Timeout|Abort/)
  })
})

test('a schedule fires once for each time, however many processes look', async () => {
  const database = await base.clone()
  let ran = 0
  const tick = jobType('test.tick', { schedule: { everyMinutes: 30 }, run: async () => void ran++ })
  const runners = [1, 2, 3].map(() => jobRunner(database, [tick]))
  for (const minutes of [0, 29, 30, 31, 60, 200]) {
    await Promise.all(runners.map((each) => each.drain(later(minutes * 60))))
  }
  assert.equal(ran, 3)
})

test('schedules know the time of the place, over changes of the clocks too', () => {
  const cases: [Schedule, string, string][] = [
    [{ everyMinutes: 15 }, '2026-11-22T09:00:00Z', '2026-11-22T09:15:00Z'],
    [{ everyMinutes: 15 }, '2026-11-22T09:14:59Z', '2026-11-22T09:15:00Z'],
    [{ dailyAt: '02:30' }, '2026-11-22T02:30:00Z', '2026-11-23T02:30:00Z'],
    [
      { dailyAt: '08:00', timeZone: 'Asia/Bangkok' },
      '2026-11-22T00:30:00Z',
      '2026-11-22T01:00:00Z',
    ],
    [
      { dailyAt: '08:00', timeZone: 'Europe/Paris' },
      '2026-03-28T12:00:00Z',
      '2026-03-29T06:00:00Z',
    ],
    [
      { dailyAt: '08:00', timeZone: 'Europe/Paris' },
      '2026-10-24T12:00:00Z',
      '2026-10-25T07:00:00Z',
    ],
  ]
  for (const [schedule, from, next] of cases) {
    assert.equal(nextAfter(schedule, new Date(from)).toISOString(), new Date(next).toISOString())
  }
})

test('a started runner does what comes, at most so many at once, and stops in order', async () => {
  const database = await base.clone()
  let running = 0
  let most = 0
  const progress = { done: 0 }
  const short = jobType('test.short', {
    async run() {
      running += 1
      most = Math.max(most, running)
      await sleep(20)
      running -= 1
      progress.done += 1
    },
  })
  const jobs = jobRunner(database, [short])
  jobs.start()
  await workRunner(database).perform(context, async (work) => {
    for (let index = 0; index < 6; index += 1) await enqueue(work, short, {})
    work.afterCommit(() => jobs.wake())
  })
  for (let waited = 0; progress.done < 6 && waited < 400; waited += 1) await sleep(25)
  await jobs.stop()
  assert.equal(progress.done, 6)
  assert.equal(most, 2)
  assert.equal((await database.execute('select count(*) as n from jobs')).rows[0]?.['n'], 0n)
})

function greeting(ran: string[]): JobType<{ name: string }> {
  return jobType<{ name: string }>('test.greet', {
    run: async (_job, { name }) => void ran.push(name),
  })
}

function later(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}

function workRunner(database: Database) {
  return createWorkRunner(database, {
    append: async () => {},
    decisions: { can: () => true, scope: () => (eb) => eb.lit(true) },
  })
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list holds jobs of every payload.
function jobRunner(database: Database, jobs: JobType<any>[]) {
  return createJobRunner({
    database,
    runner: workRunner(database),
    jobs,
    services: {},
    now: () => now,
    onError: () => {},
    intervalMs: 50,
    random: () => 0.5,
  })
}
