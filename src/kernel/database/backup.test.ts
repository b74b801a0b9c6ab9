import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { startPostgres } from '../../../test/harness/postgres.ts'
import { backup, restore } from './backup.ts'
import { openDatabase } from './engine.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-backup-test-'))
after(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }))

test('PGlite: a backup is restored into an empty folder only, and a damaged one not at all', async () => {
  const database = await openDatabase({ dataDirectory: '', memory: true })
  await database.execute('create table notes (id int4); insert into notes values (1), (2)')
  const file = join(root, 'copies', 'one.backup')
  const report = await backup(database, file)
  assert.equal(report.engine, 'pglite')
  assert.deepEqual(readdirSync(join(root, 'copies')).sort(), ['one.backup', 'one.backup.sha256'])
  execFileSync('sha256sum', ['--check', '--status', `${file}.sha256`], {
    cwd: join(root, 'copies'),
  })
  await assert.rejects(() => backup(database, file), /exists already/)
  await database.close()

  const dataDirectory = join(root, 'restored')
  await restore({ dataDirectory }, file)
  const restored = await openDatabase({ dataDirectory })
  assert.deepEqual((await restored.execute('select id from notes order by id')).rows, [
    { id: 1 },
    { id: 2 },
  ])
  await restored.close()
  await assert.rejects(() => restore({ dataDirectory }, file), /already/)
  await assert.rejects(
    () => restore({ dataDirectory, url: 'postgres://x/y' }, file),
    /unset DATABASE_URL/,
  )

  appendFileSync(file, 'x')
  const untouched = join(root, 'untouched')
  await assert.rejects(() => restore({ dataDirectory: untouched }, file), /damaged/)
  rmSync(`${file}.sha256`)
  await assert.rejects(() => restore({ dataDirectory: untouched }, file), /missing/)
  assert.ok(!existsSync(untouched))
})

const hasClient = existsSync('/usr/bin/pg_dump')
test(
  'PostgreSQL: a backup is restored into an empty database only',
  { skip: hasClient ? false : 'no pg_dump' },
  async () => {
    const server = await startPostgres()
    const config = { dataDirectory: root, url: server.url }
    const database = await openDatabase(config)
    await database.execute('create table notes (id int4); insert into notes values (1), (2)')
    const file = join(root, 'server.backup')
    assert.equal((await backup(database, file)).engine, 'postgres')
    await assert.rejects(() => restore(config, file), /empty one/)
    await database.execute('create database copy')
    await database.close()
    const target = { dataDirectory: root, url: server.url.replace(/weft$/, 'copy') }
    await restore(target, file)
    const copy = await openDatabase(target)
    assert.deepEqual((await copy.execute('select count(*)::int as n from notes')).rows, [{ n: 2 }])
    await copy.close()
    await assert.rejects(
      () => restore({ dataDirectory: join(root, 'no') }, file),
      /set DATABASE_URL/,
    )
    await server.stop()
  },
)
