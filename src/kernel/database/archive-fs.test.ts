import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { unpackedOnce } from './archive-fs.ts'
import { type Database, openDatabase } from './engine.ts'

const openedHere: Database[] = []
after(async () => {
  for (const database of openedHere) await database.close()
})

async function open(load: Uint8Array | null, inThisThread = false): Promise<Database> {
  const database = await openDatabase({
    dataDirectory: '',
    memory: true,
    inThisThread,
    ...(load ? { load } : {}),
  })
  openedHere.push(database)
  return database
}

const original = await open(null)
await original.execute('create table notes (id int4 primary key, text text not null)')
await original.execute(
  `insert into notes select n, repeat('weft ', 40) from generate_series(1, 2000) n`,
)
const dump = await original.dump()

async function notes(database: Database): Promise<unknown[]> {
  const { rows } = await database.execute(
    'select count(*)::int4 as count, min(text) as first, max(text) as last from notes',
  )
  return Object.values(rows[0]!)
}

describe('databases in memory that begin with one dump', () => {
  const text = 'weft '.repeat(40)

  test('share its archive and see nothing of what another writes, in threads and in the caller’s own', async () => {
    const archive = unpackedOnce(dump)
    const before = digest(archive)
    const all = [await open(dump), await open(dump), await open(dump, true)]
    assert.equal(unpackedOnce(dump), archive)
    for (const [number, database] of all.entries()) {
      await database.execute('update notes set text = $1', [`of ${number}`])
      await database.execute('delete from notes where id > $1', [100 + number])
      await database.execute('checkpoint')
    }
    const late = await open(dump)
    assert.deepEqual(await notes(late), [2000, text, text])
    for (const [number, database] of all.entries()) {
      assert.deepEqual(await notes(database), [100 + number, `of ${number}`, `of ${number}`])
    }
    assert.equal(digest(archive), before)
  })

  test('may write more than the archive held, empty a table, and be dumped in turn', async () => {
    const database = await open(zstdCompressSync(gunzipSync(dump)))
    await database.execute('truncate notes')
    await database.execute(
      `insert into notes select n, repeat('silk ', 400) from generate_series(1, 5000) n`,
    )
    await database.execute('create index on notes (text)')
    await database.execute('checkpoint')
    const again = await open(await database.dump())
    const silk = 'silk '.repeat(400)
    assert.deepEqual(await notes(again), [5000, silk, silk])
    await again.execute('reindex table notes')
  })

  test('refuse an archive that names a file before its folder', async () => {
    const tar = Buffer.alloc(2048)
    tar.write('/base/1/1255', 0)
    tar.write('0000600\0', 100)
    tar.write('00000000001\0', 124)
    tar.write('0', 156)
    await assert.rejects(open(gzipSync(tar), true), /names base\/1\/1255 before its folder/)
  })
})

function digest(archive: SharedArrayBuffer): string {
  return createHash('sha256').update(new Uint8Array(archive)).digest('hex')
}
