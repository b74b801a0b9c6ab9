import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '#kernel/database'
import { addFile } from '#kernel/files'
import { type PostgresServer, startPostgres } from '../../test/harness/postgres.ts'
import { readConfig } from '../config.ts'
import type { House } from '../house.ts'
import { openForWriting } from './opening.ts'
import type { RestoreReport } from './restore-backup.ts'
import { say, scratch, testNow, testProgram } from './program.fixture.ts'

const program = testProgram()
const { folder: root, remove } = scratch()
after(remove)

const content = new TextEncoder().encode('ใบแสดงผลการศึกษา 成绩单 성적증명서\n')

for (const engine of ['pglite', 'postgres'] as const) {
  describe(`on ${engine}`, () => {
    const place = (name: string) => join(root, engine, name)
    let server: PostgresServer | null = null
    const environment: Record<string, string> = {}
    before(async () => {
      mkdirSync(join(root, engine))
      if (engine === 'pglite') return
      server = await startPostgres()
      environment['DATABASE_URL'] = server.url
    })
    after(() => server?.stop())

    test('a backup brings back persons, files and keys, and the chronicle still proves itself', async () => {
      await fill(place('first'), environment)
      const written = await say(
        program,
        place('first'),
        ['backup', place('b.tar'), '--json'],
        environment,
      )
      assert.equal(written.code, 0, written.err)
      assert.equal(written.json().data['files'], 1)
      assert.equal(statSync(place('b.tar')).mode & 0o777, 0o600)
      const listed = execFileSync('tar', ['-tf', place('b.tar')], { encoding: 'utf8' })
      assert.match(
        listed,
        /^weft-backup\.json\ndatabase\nkeys\/[\s\S]*\nfiles\/[0-9a-f]{64}\nSHA256SUMS\n$/,
      )

      const target = { ...environment }
      if (server) target['DATABASE_URL'] = await emptyDatabase(server.url)
      const restored = await say(
        program,
        place('second'),
        ['restore', place('b.tar'), '--json'],
        target,
      )
      assert.equal(restored.code, 0, restored.err)
      const { chronicle, missingFiles, keys } = restored.json().data as unknown as RestoreReport
      assert.deepEqual(missingFiles, [])
      assert.equal(keys, true)
      assert.equal(chronicle.ok, true)
      assert.deepEqual(
        readFileSync(join(place('second'), 'keys', 'secret')),
        readFileSync(join(place('first'), 'keys', 'secret')),
      )
      const again = await say(
        program,
        place('second'),
        ['appoint', 'one@example.org', '--role', 'secretariat'],
        target,
      )
      assert.match(again.out, /holds this appointment already/)
      assert.equal(await openSessions(place('first'), environment), 1)
      assert.equal(await openSessions(place('second'), target), 0)
      const verified = await say(
        program,
        place('second'),
        ['chronicle', 'verify', '--json'],
        target,
      )
      assert.equal(verified.code, 0, verified.out)
      assert.equal(verified.json().data['checkpoints'], 1)
    })

    test('a file that is there is not written over, a folder that is not empty not restored into', async () => {
      const twice = await say(program, place('first'), ['backup', place('b.tar')], environment)
      assert.equal(twice.code, 3)
      assert.match(twice.err, /is there already/)
      const full = await say(program, place('first'), ['restore', place('b.tar')], environment)
      assert.equal(full.code, 3)
      assert.match(full.err, /is not empty/)
    })
  })
}

test('a damaged, cut off or foreign file changes nothing', async () => {
  const whole = readFileSync(join(root, 'pglite', 'b.tar'))
  const damaged = Buffer.from(whole)
  damaged[whole.length >> 1]! ^= 1
  const cases: [string, Buffer][] = [
    ['damaged.tar', damaged],
    ['cut.tar', whole.subarray(0, whole.length - 4096)],
    ['text.tar', Buffer.from('this is no archive')],
  ]
  for (const [name, bytes] of cases) {
    const file = join(root, name)
    writeFileSync(file, bytes)
    const target = join(root, `target-${name}`)
    const { code, err } = await say(program, target, ['restore', file])
    assert.equal(code, 3, name)
    assert.match(err, /is damaged and was not restored/, name)
    assert.equal(existsSync(target), false, name)
  }
  assert.equal((await say(program, join(root, 'none'), ['restore', join(root, 'absent')])).code, 3)
})

test('a backup of one engine is not put into the other', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/none'
  const answer = await say(program, join(root, 'x'), ['restore', join(root, 'pglite', 'b.tar')], {
    DATABASE_URL: url,
  })
  assert.equal(answer.code, 3)
  assert.match(answer.err, /built-in database/)
})

test('a restore that was cut off keeps every command out until it is run again', async () => {
  const target = join(root, 'cut-off')
  mkdirSync(join(target, 'restore.unfinished'), { recursive: true })
  mkdirSync(join(target, 'keys'))
  writeFileSync(join(target, 'keys', 'secret'), 'half')
  for (const args of [
    ['start', '--port', '0'],
    ['backup', join(root, 'no.tar')],
  ]) {
    const { code, err } = await say(program, target, args)
    assert.equal(code, 3, args.join(' '))
    assert.match(err, /was cut off/)
  }
  const again = await say(program, target, ['restore', join(root, 'pglite', 'b.tar')])
  assert.equal(again.code, 0, again.err)
  assert.equal(existsSync(join(target, 'restore.unfinished')), false)
  assert.notEqual(readFileSync(join(target, 'keys', 'secret'), 'utf8'), 'half')
})

/** A person, a file and a checkpoint: something of everything that a backup holds. */
async function fill(folder: string, environment: Record<string, string>): Promise<void> {
  const appointed = await say(
    program,
    folder,
    ['appoint', 'one@example.org', '--role', 'secretariat'],
    environment,
  )
  assert.equal(appointed.code, 0, appointed.err)
  const house = await openAt(folder, environment)
  const { blobs } = program.services(house)
  const stored = await blobs.put(content)
  assert.ok('sha256' in stored)
  const context = { actor: { kind: 'system', name: 'test' }, now: testNow, language: 'en' } as const
  await house.runner.perform(context, (work) =>
    addFile(
      work,
      { name: 'transcript.txt', kind: 'text', mediaType: 'text/plain', ...stored },
      {
        ownerKind: 'sample',
        ownerId: '01980000-0000-7000-8000-000000000001',
        origin: 'weft.example',
      },
    ),
  )
  const { kysely } = house.database
  const { id } = await kysely.selectFrom('persons').select('id').executeTakeFirstOrThrow()
  await kysely.insertInto('sign_in_sessions').values(sessionOf(id)).execute()
  await house.close()
  const signed = await say(program, folder, ['chronicle', 'checkpoint'], environment)
  assert.equal(signed.code, 0, signed.err)
}

/** How many sign-ins are open in a folder, as whoever opens it finds them. */
async function openSessions(folder: string, environment: Record<string, string>): Promise<number> {
  const house = await openAt(folder, environment)
  const open = await house.database.kysely
    .selectFrom('sign_in_sessions')
    .select('id')
    .where('ended_at', 'is', null)
    .execute()
  await house.close()
  return open.length
}

function sessionOf(personId: string) {
  return {
    id: '01980000-0000-7000-8000-000000000002',
    person_id: personId,
    token_hash: Buffer.alloc(32, 1),
    awaits_second_factor: false,
    method: 'link' as const,
    factors: JSON.stringify(['email']),
    device_label: 'Firefox',
    network: '192.0.2.7',
    lasting: true,
    created_at: testNow,
    last_seen_at: testNow,
    authenticated_at: testNow,
    expires_at: new Date(testNow.getTime() + 86_400_000),
    ended_at: null,
  }
}

function openAt(folder: string, environment: Record<string, string>): Promise<House> {
  const config = readConfig({
    ...environment,
    WEFT_DATA: folder,
    WEFT_ORIGIN: 'https://weft.example',
  })
  assert.ok(!Array.isArray(config))
  return openForWriting(program, config, testNow)
}

async function emptyDatabase(url: string): Promise<string> {
  const database = await openDatabase({ dataDirectory: '', url, poolSize: 1 })
  await database.execute("create database restored template template0 encoding 'UTF8'")
  await database.close()
  return url.replace(/\/weft$/, '/restored')
}
