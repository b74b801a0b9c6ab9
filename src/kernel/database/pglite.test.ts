import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import { type Database, openDatabase, transaction } from './engine.ts'
import { sqlState } from './failure.ts'
import { maintain } from './vacuum.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-database-test-'))
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

// One cluster serves all tests of this file: making one takes seconds.
const dataDirectory = join(root, 'data')

describe('PGlite on files', () => {
  test('a creation that was killed leaves nothing, and is done again', async () => {
    mkdirSync(dataDirectory)
    const child = runChild(
      `await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })`,
    )
    await until(() =>
      existsSync(join(dataDirectory, 'database.unfinished', 'global', 'pg_control')),
    )
    await kill(child)
    assert.ok(!existsSync(join(dataDirectory, 'database')))
    const database = await openDatabase({ dataDirectory })
    await database.execute('create table notes (id int4 primary key, text text not null)')
    await database.close()
    assert.ok(!existsSync(join(dataDirectory, 'database.unfinished')))
  })

  test('each commit is one real fsync, and a read none', async () => {
    const database = await openDatabase({ dataDirectory })
    await insert(database, 1)
    const before = database.fsyncCount()
    for (let id = 2; id <= 21; id += 1) await insert(database, id)
    assert.equal(database.fsyncCount() - before, 20)
    await database.execute('select * from notes')
    assert.equal(database.fsyncCount() - before, 20)
    await transaction(database, async (trx) => {
      for (let id = 22; id <= 26; id += 1) await insert({ kysely: trx }, id)
    })
    assert.equal(database.fsyncCount() - before, 21)
    await database.close()
  })

  const traced = spawnSync('strace', ['-V']).status === 0
  test('the operating system sees those calls', { skip: traced ? false : 'no strace' }, () => {
    const log = join(root, 'strace')
    const script = childScript(`
      const database = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })
      const before = database.fsyncCount()
      for (let id = 100; id < 150; id += 1) await database.execute('insert into notes values ($1, $2)', [id, 'x'])
      console.log(database.fsyncCount() - before)
      await database.close()`)
    const out = execFileSync(
      'strace',
      ['-f', '-e', 'trace=fsync,fdatasync', '-o', log, ...script],
      {
        encoding: 'utf8',
      },
    )
    assert.equal(Number(out), 50)
    const calls = readFileSync(log, 'utf8').match(/ f(data)?sync\(.* = 0/g)?.length ?? 0
    assert.ok(calls >= 50, `${calls} calls`)
  })

  test('a failed fsync is never acknowledged', { skip: traced ? false : 'no strace' }, async () => {
    const inject = ['-f', '-qq', '-o', '/dev/null', '-e', 'inject=fsync:error=EIO:when=60+']
    const script = childScript(`
      const database = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)}, statementTimeoutMilliseconds: 5000 })
      try {
        for (let id = 1000; id < 1200; id += 1) {
          await database.execute('insert into notes values ($1, $2)', [id, 'x'])
          console.log(id)
        }
      } catch (error) { console.error('failed', error.code) }
      process.exit(3)`)
    const { stdout, stderr, status } = spawnSync('strace', [...inject, ...script], {
      encoding: 'utf8',
    })
    assert.equal(status, 3, stderr)
    assert.match(stderr, /failed 58030/)
    const acknowledged = stdout.trim().split('\n').map(Number)
    assert.ok(acknowledged.length < 200)
    const database = await openDatabase({ dataDirectory })
    assert.deepEqual(await missing(database, acknowledged), [])
    await database.execute('delete from notes where id >= 1000')
    await database.close()
  })

  test('a second process is refused, with the folder and what to do', async () => {
    const child = runChild(
      `const database = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })
       console.log('open'); setInterval(() => {}, 1000)`,
    )
    await firstLine(child)
    await assert.rejects(
      () => openDatabase({ dataDirectory }),
      (error: Error) =>
        error.message.includes(dataDirectory) &&
        error.message.includes(`process ${child.pid}`) &&
        error.message.includes('DATABASE_URL'),
    )
    await kill(child)
    // The kernel frees the lock with the process: no hand is needed.
    const database = await openDatabase({ dataDirectory })
    await assert.rejects(() => openDatabase({ dataDirectory }), { name: 'FolderInUseError' })
    await database.close()
  })

  test('a lock from another machine or container holds while its heart beats', async () => {
    const file = join(dataDirectory, 'database.lock')
    const owner = JSON.stringify({ pid: 1, place: 'elsewhere', host: 'another-machine' })
    writeFileSync(file, owner)
    const beat = setInterval(() => writeFileSync(file, owner), 500)
    await assert.rejects(() => openDatabase({ dataDirectory }), /process 1 on another-machine/)
    clearInterval(beat)
    rmSync(file)
  })

  test('a killed process loses no acknowledged row', async () => {
    for (let cycle = 0; cycle < 3; cycle += 1) {
      const start = 10_000 * (cycle + 1)
      const child = runChild(`
        const database = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })
        for (let id = ${start}; ; id += 2) {
          await transaction(database, async (trx) => {
            for (const each of [id, id + 1])
              await trx.executeQuery(CompiledQuery.raw('insert into notes values ($1, $2)', [each, 'x'.repeat(each % 700)]))
          })
          process.stdout.write(id + '\\n' + (id + 1) + '\\n')
        }`)
      let out = ''
      child.stdout!.setEncoding('utf8').on('data', (text: string) => (out += text))
      await until(() => out.length > 500 + cycle * 900)
      await kill(child)
      const acknowledged = out.split('\n').slice(0, -1).map(Number)
      const database = await openDatabase({ dataDirectory })
      assert.deepEqual(await missing(database, acknowledged), [])
      const { rows } = await database.execute(
        'select count(*)::int as odd from notes where id >= $1 having count(*) % 2 = 1',
        [start],
      )
      assert.deepEqual(rows, [], 'half a transaction is there')
      await database.close()
    }
  })

  test('a runaway statement is ended, alone, and nothing is lost', async () => {
    const database = await openDatabase({ dataDirectory, statementTimeoutMilliseconds: 500 })
    const runaway =
      'select count(*) from generate_series(1, 100000000) a, generate_series(1, 1000) b'
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 20)
    const ended = assert.rejects(
      () => database.execute(runaway),
      (error) => sqlState(error) === '57014',
    )
    const waiting = insert(database, 500)
    await ended
    await waiting
    clearInterval(ticking)
    assert.ok(ticks > 10, `the event loop ticked ${ticks} times`)
    assert.deepEqual(await missing(database, [500]), [])
    await assert.rejects(
      () =>
        transaction(database, async (trx) => {
          await insert({ kysely: trx }, 501)
          await trx.executeQuery(CompiledQuery.raw(runaway)).catch(() => {})
          await insert({ kysely: trx }, 502)
        }),
      (error) => sqlState(error) === '57P01',
    )
    assert.deepEqual(await missing(database, [501, 502]), [501, 502])
    await transaction(database, async (trx) => {
      await trx.executeQuery(CompiledQuery.raw('set local statement_timeout = 60000'))
      await trx.executeQuery(CompiledQuery.raw('select pg_sleep(0.7)'))
    })
    await database.close()
  })

  test('maintenance vacuums what was rewritten and shortens the log', async () => {
    const database = await openDatabase({ dataDirectory })
    await database.execute(
      `create table wide (id int4 primary key, text text);
       insert into wide select i, repeat('x', 900) from generate_series(1, 20000) i`,
    )
    await database.execute(`update wide set text = text || 'y'`)
    const report = await maintain(database)
    assert.ok(report.vacuumed.includes('public.wide'), report.vacuumed.join())
    assert.equal(report.checkpointed, true)
    assert.deepEqual(await maintain(database).then((again) => again.checkpointed), false)
    await database.close()
  })

  test('a process that closes its database ends by itself, with 0', () => {
    const script = childScript(
      `const database = await openDatabase({ dataDirectory: ${JSON.stringify(dataDirectory)} })
       await database.execute('select 1'); await database.close()`,
    )
    const [program, ...rest] = script
    const { status, stderr } = spawnSync(program!, rest, { encoding: 'utf8', timeout: 20_000 })
    assert.deepEqual({ status, stderr }, { status: 0, stderr: '' })
  })

  test('a folder with something else, or of another version, is refused', async () => {
    const other = join(root, 'other')
    mkdirSync(join(other, 'database'), { recursive: true })
    writeFileSync(join(other, 'database', 'letter.txt'), 'mine')
    await assert.rejects(() => openDatabase({ dataDirectory: other }), /is not a database/)
    writeFileSync(join(other, 'database', 'PG_VERSION'), '17\n')
    await assert.rejects(() => openDatabase({ dataDirectory: other }), /PostgreSQL 17/)
    assert.ok(existsSync(join(other, 'database', 'letter.txt')))
  })
})

async function insert(database: Pick<Database, 'kysely'>, id: number): Promise<void> {
  await database.kysely.executeQuery(
    CompiledQuery.raw('insert into notes values ($1, $2)', [id, `note ${id}`]),
  )
}

async function missing(database: Database, ids: readonly number[]): Promise<number[]> {
  const { rows } = await database.execute('select id from notes where id = any($1)', [ids])
  const found = new Set(rows.map((row) => row.id))
  return ids.filter((id) => !found.has(id))
}

function childScript(body: string): string[] {
  const code = `
    import { CompiledQuery } from 'kysely'
    import { openDatabase, transaction } from ${JSON.stringify(new URL('./engine.ts', import.meta.url).href)}
    ${body}`
  return [process.execPath, '--input-type=module', '-e', code]
}

function runChild(body: string): ChildProcess {
  const [program, ...rest] = childScript(body)
  return spawn(program!, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: new URL('.', import.meta.url),
  })
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

function firstLine(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.stdout!.once('data', resolve)
    child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)))
  })
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn += 1) {
    if (turn > 3000) throw new Error('waited in vain')
    await sleep(10)
  }
}
