import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { CompiledQuery } from 'kysely'
import { transaction } from '#kernel/database'
import { openTestDatabase } from './database.ts'
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
    const url = engine === 'postgres' ? server.url : undefined
    const { database, withRollback, clone, close } = await openTestDatabase(
      [{ name: 'notes', directory }],
      url,
    )
    try {
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
      await close()
    }
  })
}
