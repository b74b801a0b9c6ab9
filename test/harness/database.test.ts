import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { CompiledQuery } from 'kysely'
import { transaction } from '#kernel/database'
import { closeTestDatabases, testDatabase } from './database.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-harness-test-'))
const directory = pathToFileURL(join(root, 'migrations'))
let server: PostgresServer

before(async () => {
  mkdirSync(directory)
  writeFileSync(
    new URL(`${directory.href}/202601010000_notes.sql`),
    'create table notes (id int4 primary key)',
  )
  server = await startPostgres()
})
after(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

for (const engine of ['pglite', 'postgres'] as const) {
  test(`${engine}: a test leaves nothing behind, and a clone is its own`, async () => {
    const set = process.env.WEFT_TEST_DATABASE_URL
    if (engine === 'postgres') process.env.WEFT_TEST_DATABASE_URL = server.url
    else delete process.env.WEFT_TEST_DATABASE_URL
    try {
      const { database, withRollback, clone } = await testDatabase([{ name: 'notes', directory }])
      assert.equal(database.engine, engine)
      const found = await withRollback(async (kysely, inner) => {
        await kysely.executeQuery(CompiledQuery.raw('insert into notes values (1)'))
        await transaction(inner, (trx) =>
          trx.executeQuery(CompiledQuery.raw('insert into notes values (2)')),
        )
        return (await inner.execute('select count(*)::int as n from notes')).rows
      })
      assert.deepEqual(found, [{ n: 2 }])
      assert.deepEqual((await database.execute('select * from notes')).rows, [])
      const own = await clone()
      await own.execute('insert into notes values (3)')
      assert.deepEqual((await database.execute('select * from notes')).rows, [])
      await assert.rejects(
        () => withRollback(() => Promise.reject(new Error('the test failed'))),
        /the test failed/,
      )
    } finally {
      await closeTestDatabases()
      if (set) process.env.WEFT_TEST_DATABASE_URL = set
      else delete process.env.WEFT_TEST_DATABASE_URL
    }
  })
}
