import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emptyManifest, type Seeding } from '#kernel/http'
import { registerPerson } from '#kernel/identity'
import type { Config } from '../config.ts'
import { openDoor, PortTakenError } from './door.ts'
import { say, scratch, testNow, testProgram } from './program.fixture.ts'
import { createReadableLogger } from './readable-log.ts'
import { loadDemonstration } from './seed.ts'
import { readConfig } from '../config.ts'

const { folder, remove } = scratch()
const real = scratch()
after(() => {
  remove()
  real.remove()
})

function configOf(environment: Record<string, string>): Config {
  const config = readConfig({ WEFT_ORIGIN: 'https://weft.example', ...environment })
  assert.ok(!Array.isArray(config))
  return config
}

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, port: (server.address() as { port: number }).port }
}

test('a taken port is refused with a remedy, before anything slow is done', async () => {
  const { server, port } = await occupy()
  const answer = await say(testProgram(), folder, ['start', '--port', String(port)])
  assert.equal(answer.code, 3)
  assert.match(answer.err, new RegExp(`Port ${port} is taken by another program`))
  server.close()
})

test('where no port was wished for the next free one is taken, and the address follows it', async () => {
  const { server, port } = await occupy()
  const config = configOf({ PORT: String(port) })
  const door = await openDoor(config, { tries: 5, originIsGiven: false })
  assert.ok(door.address.port > port)
  assert.equal(door.address.origin, `http://localhost:${door.address.port}`)
  await door.close()
  await assert.rejects(() => openDoor(config, { tries: 1, originIsGiven: true }), PortTakenError)
  server.close()
})

test('whoever knocks before the house is ready waits, and is let finish when it closes', async () => {
  const door = await openDoor(configOf({ PORT: '0' }), { tries: 1, originIsGiven: false })
  const { promise: finish, resolve } = Promise.withResolvers<void>()
  const asked = fetch(door.address.origin)
  door.serve(async () => {
    await finish
    return new Response('here')
  })
  await new Promise((done) => setTimeout(done, 50))
  const closed = door.close()
  resolve()
  assert.equal(await (await asked).text(), 'here')
  await closed
  await assert.rejects(() => fetch(door.address.origin))
})

test('the demonstration is loaded once, module by module, and one that was cut off is gone through again', async () => {
  const calls: string[] = []
  let fails = true
  const program = testProgram([
    {
      ...emptyManifest,
      name: 'first',
      seed: async (seeding: Seeding) => {
        calls.push('first')
        const context = {
          actor: { kind: 'system', name: 'seed' },
          now: seeding.now,
          language: 'en',
        } as const
        await seeding.runner.perform(context, (work) =>
          registerPerson(work, seeding.services.identity, {
            name: {
              native: null,
              romanised: 'Somebody',
              passportGiven: null,
              passportFamily: null,
              order: 'given-first',
            },
            email: 'somebody@weft.example',
            preferredLanguage: 'en',
            timeZone: 'Asia/Bangkok',
          }),
        )
      },
    },
    {
      ...emptyManifest,
      name: 'second',
      seed: async () => {
        calls.push('second')
        if (fails) throw new Error('cut off')
      },
    },
  ])
  const config = configOf({ WEFT_MODE: 'demonstration', WEFT_DATA: folder })
  const house = await program.open(config)
  const stopped: string[] = []
  const silent = {
    again: false,
    step: () => {},
    detail: () => {},
    stopped: (module: string) => void stopped.push(module),
  }
  const load = () => loadDemonstration(house, program.services(house), testNow, silent)
  await assert.rejects(load, /cut off/)
  assert.deepEqual(stopped, ['second'])
  fails = false
  assert.deepEqual(await load(), ['second'])
  assert.deepEqual(await load(), [])
  assert.deepEqual(calls, ['first', 'second', 'second'])
  await house.close()

  const again = await say(program, folder, ['seed', '--demonstration', '--json'])
  assert.deepEqual(again.json().data, { modules: ['first', 'second'] })
  assert.match((await say(program, folder, ['seed'])).err, /only in demonstration mode/)
})

test('production does not open a database with invented people, nor a demonstration one with real people', async () => {
  const production = await say(testProgram(), folder, ['start', '--port', '0'])
  assert.equal(production.code, 3)
  assert.match(production.err, /invented people/)
  const args = ['appoint', 'real@weft.example', '--role', 'secretariat']
  assert.equal((await say(testProgram(), real.folder, args)).code, 0)
  const started = await say(testProgram(), real.folder, ['start', '--demonstration', '--port', '0'])
  assert.equal(started.code, 3)
  assert.match(started.err, /holds real people/)
})

test('the first person gets a link that signs in once, at the address that people use', async () => {
  const args = ['appoint', 'first@weft.example', '--role', 'secretariat', '--name', 'First']
  const answer = await say(testProgram(), real.folder, args)
  assert.equal(answer.code, 0, answer.err)
  assert.match(answer.out, /^https:\/\/weft\.example\/en\/sign-in\/link\/\S+$/m)
  const wrong = await say(testProgram(), real.folder, ['appoint', 'x@weft.example', '--role', 'x'])
  assert.equal(wrong.code, 3)
})

test('the log for people is a line for each request, with the stack of what went wrong', () => {
  const lines: string[] = []
  const log = createReadableLogger((line) => lines.push(line))
  log.info('request', { request: 'r', method: 'GET', route: '/courses', status: 200, ms: 7 })
  log.error('job failed', new RangeError('too far'), { job: 'files.sweep' })
  assert.match(lines[0] ?? '', /^\d\d:\d\d:\d\d {2}GET \/courses {2}200 {2}7 ms$/)
  assert.match(lines[1] ?? '', /job failed {2}job=files\.sweep/)
  assert.match(lines[2] ?? '', /^RangeError: too far\n/)
})

test('a server that runs writes the backup that is asked for beside it, and stops when it is told', async (context) => {
  const program = testProgram()
  // The test runner listens to the signal too, and would end with it: only the server is told.
  const others = new Set(process.listeners('SIGTERM'))
  const stop = () => {
    for (const listener of process.listeners('SIGTERM')) {
      if (!others.has(listener)) listener('SIGTERM')
    }
  }
  // Whatever is found wrong, the server must not keep the run from ending.
  context.after(stop)
  const started = say(program, real.folder, ['start', '--port', '0'])
  const socket = join(real.folder, 'running.sock')
  while (!existsSync(socket)) await new Promise((done) => setTimeout(done, 20))
  assert.equal(statSync(socket).mode & 0o777, 0o600)
  const file = join(real.folder, 'backup.tar')
  const written = await say(program, real.folder, ['backup', file])
  assert.equal(written.code, 0, written.err)
  assert.match(written.out, /The backup is whole/)
  assert.equal((await say(program, real.folder, ['backup', file])).code, 3)
  const examined = await say(program, real.folder, ['doctor', '--json'])
  const found = examined.json().data['findings'] as {
    check: string
    status: string
    says: string
  }[]
  const statusOf = (check: string) => found.find((each) => each.check === check)?.status
  for (const check of ['running', 'database', 'migrations', 'chronicle', 'background']) {
    assert.equal(statusOf(check), 'ok', `${check}: ${examined.out}`)
  }
  const busy = await say(program, real.folder, ['migrate'])
  assert.equal(busy.code, 3)
  assert.match(busy.err, /is open in another process/)
  stop()
  const { code, out, err } = await started
  assert.deepEqual([code, out], [0, ''])
  assert.match(err, /"event":"listening"[\s\S]*"event":"stopped"/)
  assert.equal(existsSync(socket), false)
})
