import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { subscribe } from '#kernel/chronicle'
import { emptyManifest } from '#kernel/http'
import { openDatabase } from '#kernel/database'
import { readConfig } from '../config.ts'
import { reportJobs } from './jobs-report.ts'
import { say, scratch, testNow, testProgram } from './program.fixture.ts'
import { answerCommands } from './running.ts'

const { folder, remove } = scratch()
after(remove)
const mends = { isBroken: true, handled: 0 }
const fragile = subscribe({
  name: 'test.fragile',
  types: ['identity.person-registered'],
  from: 'beginning',
  async handle() {
    if (mends.isBroken) throw new Error('still no partner')
    mends.handled += 1
  },
})
const program = testProgram([{ ...emptyManifest, name: 'test', handlers: [fragile] }])
const place = join(folder, 'failed')
const jobId = randomUUID()

/** One failed job, one entry that was put aside and one that holds its subscription up, as a runner leaves them. */
before(async () => {
  const args = ['appoint', 'one@weft.example', '--role', 'secretariat']
  assert.equal((await say(program, place, args)).code, 0)
  assert.equal((await say(program, place, ['chronicle', 'checkpoint'])).code, 0)
})

async function fail(): Promise<void> {
  const database = await openDatabase({ dataDirectory: place })
  await database.execute(
    `insert into jobs (id, type, payload, state, attempts, max_attempts, run_at, created_at, failed_at, last_error)
     values ($1, 'test.deliver', '{"to":"malee@au.example"}', 'failed', 6, 6, $2, $2, $2, 'Error: no partner')`,
    [jobId, testNow],
  )
  await database.execute(
    `insert into chronicle_subscriptions (name, position, attempts, next_attempt_at, last_error, updated_at)
     values ('test.fragile', 1, 0, null, null, $1), ('test.gone', 0, 3, $1, 'Error: no table', $1)`,
    [testNow],
  )
  await database.execute(
    `insert into chronicle_dead_letters (subscription, position, attempts, error, failed_at, resolved_at)
     values ('test.fragile', 1, 8, 'Error: no partner', $1, null)`,
    [testNow],
  )
  await database.close()
}

test('where nothing failed, that is said', async () => {
  const answer = await say(program, place, ['jobs'])
  assert.equal(answer.code, 0)
  assert.match(answer.out, /Nothing has failed/)
  const doctor = await say(program, place, ['doctor'])
  assert.match(doctor.out, /Nothing has failed in the background/)
})

test('what failed is told with its reason, here and by the doctor, and names no address', async () => {
  await fail()
  const answer = await say(program, place, ['jobs'])
  assert.equal(answer.code, 1)
  assert.match(answer.out, new RegExp(`${jobId}  test.deliver: failed on 2026-11-22 03:00 UTC`))
  assert.match(answer.out, /after 6 attempts\. Error: no partner/)
  assert.match(answer.out, /test\.fragile: 1 entry was put aside/)
  assert.match(answer.out, /position 1, identity\.person-registered/)
  assert.match(answer.out, /test\.gone: one entry failed 3 times and holds up 1 position/)
  assert.match(answer.out, /weft jobs retry --all/)
  const json = (await say(program, place, ['jobs', '--json'])).json()
  assert.doesNotMatch(JSON.stringify(json), /malee@au/)
  assert.deepEqual(
    [json.exitCode, (json.data['failed'] as { id: string }[]).map(({ id }) => id)],
    [1, [jobId]],
  )
  const doctor = await say(program, place, ['doctor'])
  assert.match(doctor.out, /Failed in the background: 1 job, 2 subscriptions/)
  assert.match(doctor.out, /Run "weft jobs"/)
})

test('a retry says what it wants, and refuses what there is not', async () => {
  assert.equal((await say(program, place, ['jobs', 'retry'])).code, 2)
  assert.equal((await say(program, place, ['jobs', 'retry', '--all', jobId])).code, 2)
  assert.equal((await say(program, place, ['jobs', 'retry', 'everything'])).code, 2)
  const unknown = await say(program, place, ['jobs', 'retry', randomUUID()])
  assert.equal(unknown.code, 3)
  const nobody = await say(program, place, ['jobs', 'retry', '--subscription', 'nobody'])
  assert.equal(nobody.code, 3)
  assert.match(nobody.out + nobody.err, /no failed job and no subscription "nobody"/)
})

test('what failed is tried again once its cause is mended', async () => {
  const early = await say(program, place, ['jobs', 'retry', '--subscription', 'test.fragile'])
  assert.equal(early.code, 1)
  assert.match(early.out, /still no partner/)
  mends.isBroken = false
  const mended = await say(program, place, ['jobs', 'retry', '--all'])
  assert.match(mended.out, /1 job waits again; 1 entry that had been put aside is handled now/)
  assert.equal(mends.handled, 1)
  const database = await openDatabase({ dataDirectory: place })
  const { rows } = await database.execute(`select state, max_attempts from jobs where id = $1`, [
    jobId,
  ])
  await database.close()
  assert.deepEqual(rows, [{ state: 'waiting', max_attempts: 7 }])
})

test('beside a running server the command asks it, because it alone has the database open', async () => {
  const config = readConfig({ WEFT_DATA: place, WEFT_ORIGIN: 'https://weft.example' })
  assert.ok(!Array.isArray(config))
  const house = await program.open(config)
  const stop = await answerCommands(config, {
    backup: () => assert.fail('nobody asked for a backup'),
    doctor: () => assert.fail('nobody asked for findings'),
    jobs: (order) => reportJobs(house, testNow, order),
    mail: () => assert.fail('nobody handed a mail over'),
  })
  try {
    const answer = await say(program, place, ['jobs', '--json'])
    assert.deepEqual(
      (answer.json().data['counts'] as { type: string; state: string }[]).map(
        ({ type, state }) => `${type} ${state}`,
      ),
      ['test.deliver waiting'],
    )
    assert.equal((await say(program, place, ['jobs', 'retry', randomUUID()])).code, 3)
  } finally {
    await stop()
    await house.close()
  }
})
