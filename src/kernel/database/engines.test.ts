import assert from 'node:assert/strict'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { CompiledQuery, type Kysely, sql } from 'kysely'
import { type PostgresServer, startPostgres } from '../../../test/harness/postgres.ts'
import { type Database, openDatabase, retrying, savepoint, transaction } from './engine.ts'
import { sqlState } from './failure.ts'
import type { Tables } from './tables.ts'
import { json } from './types.ts'

let server: PostgresServer

before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

const values = {
  big: '9007199254740993::int8',
  small: '7::int4',
  exact: '12345678901234567890.10::numeric',
  day: "'2026-11-22'::date",
  instant: "'2026-11-22 03:04:05.678901+07'::timestamptz",
  old: "'0099-01-02 03:04:05+00'::timestamptz",
  object: `'{"a": [1, "กขค"], "b": null}'::jsonb`,
  bytes: "'\\x00ff10'::bytea",
  id: "'01930000-0000-7000-8000-000000000001'::uuid",
  truth: 'true',
  ratio: '0.5::float8',
  span: "'1 day 02:03:04'::interval",
  clock: "'03:04:05'::time",
  words: `array['a', 'b"c\\d', null, 'NULL', '', 'x,y', '{z}']::text[]`,
  bigs: 'array[1, 2]::int8[]',
  days: "array['2026-11-22']::date[]",
  grid: 'array[array[1, 2], array[3, 4]]',
  none: "'{}'::text[]",
  objects: `array['{"a": 1}']::jsonb[]`,
  place: "'(1,2)'::point",
  nothing: 'null::int8',
}

const expected = {
  big: 9007199254740993n,
  small: 7,
  exact: '12345678901234567890.10',
  day: '2026-11-22',
  instant: new Date('2026-11-21T20:04:05.678Z'),
  old: new Date('0099-01-02T03:04:05Z'),
  object: { a: [1, 'กขค'], b: null },
  bytes: new Uint8Array([0, 255, 16]),
  id: '01930000-0000-7000-8000-000000000001',
  truth: true,
  ratio: 0.5,
  span: '1 day 02:03:04',
  clock: '03:04:05',
  words: ['a', 'b"c\\d', null, 'NULL', '', 'x,y', '{z}'],
  bigs: [1n, 2n],
  days: ['2026-11-22'],
  grid: [
    [1, 2],
    [3, 4],
  ],
  none: [],
  objects: [{ a: 1 }],
  place: '(1,2)',
  nothing: null,
}

const selectValues = `select ${Object.entries(values)
  .map(([name, value]) => `${value} as ${name}`)
  .join(', ')}`

for (const engine of ['pglite', 'postgres'] as const) {
  describe(engine, () => {
    let database: Database

    before(async () => {
      database = await openDatabase(
        engine === 'pglite'
          ? { dataDirectory: '', memory: true }
          : { dataDirectory: '', url: server.url },
      )
      await database.sqlScript(`
        create table parents (id int4 primary key, name text not null unique);
        create table children (
          id int4 primary key, parent_id int4 not null references parents,
          rank int4 constraint rank_positive check (rank > 0), data jsonb, raw bytea, names text[],
          at timestamptz, large int8, day date
        );`)
    })
    after(() => database.close())

    test('every type is read as the contract says, with and without parameters', async () => {
      assert.equal(database.engine, engine)
      const simple = await ask(database.kysely, selectValues)
      assert.deepEqual(simple[0], expected)
      const extended = await ask(database.kysely, `${selectValues} where $1 = 1`, [1])
      assert.deepEqual(extended[0], expected)
    })

    test('every kind of parameter comes back as it went in', async () => {
      await database.execute("insert into parents values (1, 'p')")
      const row = {
        data: [] as unknown[],
        raw: new Uint8Array([1, 0, 255]),
        names: ['a"b\\', '', 'ไทย', null],
        at: new Date('2026-11-22T01:02:03.456Z'),
        large: 9007199254740993n,
        day: '2026-02-28',
      }
      await sql`insert into children (id, parent_id, data, raw, names, at, large, day)
        values (1, 1, ${json(row.data)}, ${row.raw}, ${row.names}, ${row.at}, ${row.large}, ${row.day})`.execute(
        database.kysely,
      )
      const read = await ask(
        database.kysely,
        'select data, raw, names, at, large, day from children where id = any($1)',
        [[1, 2]],
      )
      assert.deepEqual(read, [row])
      await assert.rejects(() => ask(database.kysely, 'select $1::text', [new Map()]), /parameter/)
    })

    test('a statement that comes often says the same when its plan is kept', async () => {
      const write = `insert into children (id, parent_id, data, raw, names, at, large, day)
        values ($1, 1, $2, $3, $4, $5, $6, $7)`
      const row = {
        data: { a: ['กขค'] },
        raw: new Uint8Array([1, 0, 255]),
        names: ['a"b\\', '', 'ไทย', null],
        at: new Date('2026-11-22T01:02:03.456Z'),
        large: 9007199254740993n,
        day: '2026-02-28',
      }
      const { data, raw, names, at, large, day } = row
      for (let id = 100; id < 112; id += 1) {
        await ask(database.kysely, write, [id, JSON.stringify(data), raw, names, at, large, day])
        const read = `select data, raw, names, at, large, day from children where id = $1`
        assert.deepEqual(await ask(database.kysely, read, [id]), [row])
        assert.deepEqual(await ask(database.kysely, `${selectValues} where $1 = 1`, [1]), [
          expected,
        ])
        await assert.rejects(
          () => ask(database.kysely, 'insert into parents values ($1, $2)', [1, 'q']),
          { code: '23505', constraint: 'parents_pkey', table: 'parents' },
        )
      }
      await database.execute('delete from children where id >= 100')
    })

    test('a table that changes under a kept plan is read as it is now, within a transaction too', async () => {
      await database.sqlScript(`create table changing (id int4); insert into changing values (1);`)
      const read = () => ask(database.kysely, 'select * from changing where id = $1', [1])
      const readInside = () =>
        transaction(database, (trx) => ask(trx, 'select * from changing where $1 = id', [1]))
      for (let times = 0; times < 8; times += 1) {
        assert.deepEqual([await read(), await readInside()], [[{ id: 1 }], [{ id: 1 }]])
      }
      await database.sqlScript(`alter table changing add column word text default 'new'`)
      const now = [{ id: 1, word: 'new' }]
      for (let times = 0; times < 4; times += 1) {
        assert.deepEqual([await read(), await readInside()], [now, now])
      }
    })

    test('errors carry code, constraint, table, column and detail', async () => {
      const fields = async (statement: string) => {
        try {
          await ask(database.kysely, statement)
        } catch (error) {
          const { code, constraint, table, column, detail } = error as Record<string, unknown>
          return { code, constraint, table, column, detail }
        }
        return null
      }
      assert.deepEqual(await fields("insert into parents values (1, 'q')"), {
        code: '23505',
        constraint: 'parents_pkey',
        table: 'parents',
        column: undefined,
        detail: 'Key (id)=(1) already exists.',
      })
      assert.deepEqual((await fields('insert into parents values (9, null)'))?.column, 'name')
      const check = await fields('insert into children (id, parent_id, rank) values (9, 1, -1)')
      assert.equal(check?.constraint, 'rank_positive')
      const foreign = await fields('insert into children (id, parent_id) values (9, 77)')
      assert.equal(foreign?.code, '23503')
    })

    test('a failed transaction leaves nothing, and the next query works', async () => {
      await assert.rejects(
        () =>
          transaction(database, async (trx) => {
            await ask(trx, "insert into parents values (2, 'gone')")
            await ask(trx, 'select 1 / 0')
          }),
        (error) => sqlState(error) === '22012',
      )
      assert.deepEqual(await ask(database.kysely, 'select id from parents where id = 2'), [])
    })

    test('an error that was swallowed does not commit silently', async () => {
      await assert.rejects(() =>
        transaction(database, async (trx) => {
          await ask(trx, "insert into parents values (2, 'gone')")
          await ask(trx, 'select 1 / 0').catch(() => {})
        }),
      )
      assert.deepEqual(await ask(database.kysely, 'select id from parents where id = 2'), [])
    })

    test('a commit that is refused says why', async () => {
      await database.execute(`create table deferred (
        id int4 primary key,
        other int4 references deferred deferrable initially deferred
      )`)
      await assert.rejects(
        () => transaction(database, (trx) => ask(trx, 'insert into deferred values (1, 2)')),
        (error) => sqlState(error) === '23503',
      )
      assert.deepEqual(await ask(database.kysely, 'select * from deferred'), [])
    })

    test('a transaction that forgets to go on is rolled back', async () => {
      const hasty = await openDatabase({
        ...database.config,
        idleTransactionMilliseconds: 100,
        ...(engine === 'pglite' ? { load: await database.dump() } : {}),
      })
      await assert.rejects(
        () =>
          transaction(hasty, async (trx) => {
            await ask(trx, "insert into parents values (601, '601')")
            await new Promise((resolve) => setTimeout(resolve, 300))
            await ask(trx, "insert into parents values (602, '602')")
          }),
        (error) => sqlState(error) === '25P03',
      )
      assert.deepEqual(await ask(hasty.kysely, 'select id from parents where id > 600'), [])
      await hasty.close()
    })

    test('savepoints nest, and undo only their own part', async () => {
      await transaction(database, async (trx) => {
        await ask(trx, "insert into parents values (10, 'ten')")
        await savepoint(trx, async (outer) => {
          await ask(outer, "insert into parents values (11, 'eleven')")
          const failing = savepoint(outer, async (inner) => {
            await ask(inner, "insert into parents values (12, 'twelve')")
            await ask(inner, 'select 1 / 0')
          })
          await assert.rejects(failing)
        })
        // A transaction within one is a savepoint.
        await transaction({ kysely: trx }, (inner) =>
          ask(inner, "insert into parents values (13, 'x')"),
        )
      })
      const rows = await ask(database.kysely, 'select id from parents where id >= 10 order by id')
      assert.deepEqual(rows, [{ id: 10 }, { id: 11 }, { id: 13 }])
    })

    test('savepoints that overlap are a bug that is told', async () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      await assert.rejects(
        () =>
          transaction(database, async (trx) => {
            const first = savepoint(trx, () => promise)
            const second = savepoint(trx, async () => {
              await ask(trx, 'select 1')
              resolve()
              await first
            })
            await Promise.all([first, second])
          }),
        /at the same time/,
      )
    })

    test('a query that nobody waited for does not run after its transaction was undone', async () => {
      const late: Promise<unknown>[] = []
      await assert.rejects(() =>
        transaction(database, async (trx) => {
          const write = async (id: number) => {
            for (let turn = 0; turn < 40; turn += 1) {
              await ask(trx, 'insert into parents values ($1, $2)', [
                id + turn,
                `late ${id + turn}`,
              ])
            }
          }
          late.push(
            write(1000).catch(() => {}),
            write(2000).catch(() => {}),
          )
          await ask(trx, 'select 1 / 0')
        }),
      )
      await Promise.all(late)
      assert.deepEqual(await ask(database.kysely, 'select id from parents where id >= 1000'), [])
    })

    test('the database asked within a transaction refuses instead of waiting for itself', async () => {
      await assert.rejects(
        () => transaction(database, () => ask(database.kysely, 'select 1')),
        /through the transaction/,
      )
      await assert.rejects(
        () => transaction(database, () => database.execute('select 1')),
        /through the transaction/,
      )
    })

    test('concurrent transactions do not interleave', async () => {
      await database.execute('create table counters (n int4); insert into counters values (0)')
      const add = () =>
        transaction(database, async (trx) => {
          const [row] = await ask(trx, 'select n from counters for update')
          await new Promise((resolve) => setTimeout(resolve, 1))
          await ask(trx, 'update counters set n = $1', [(row as { n: number }).n + 1])
        })
      await Promise.all([...Array(20).keys()].map(add))
      assert.deepEqual(await ask(database.kysely, 'select n from counters'), [{ n: 20 }])
    })

    test('a script that fails between begin and commit does not spoil the connection', async () => {
      await assert.rejects(() => database.execute('begin; select 1 / 0; commit'))
      await assert.rejects(() => ask(database.kysely, 'begin; select 1 / 0; commit'))
      for (let index = 0; index < 12; index += 1) {
        assert.deepEqual(await ask(database.kysely, 'select 1 as one'), [{ one: 1 }])
      }
    })

    test('a runaway statement is ended with 57014, in a transaction with a limit of its own too', async () => {
      if (engine === 'pglite') return // In memory it would take the data with it: see pglite.test.ts.
      await assert.rejects(
        () =>
          transaction(database, async (trx) => {
            await ask(trx, 'set local statement_timeout = 50')
            await ask(trx, 'select pg_sleep(5)')
          }),
        (error) => sqlState(error) === '57014',
      )
    })

    test('statements are counted without those that frame transactions', async () => {
      const seen: string[] = []
      const stop = database.onQuery((event) => seen.push(event.sql))
      const before = database.queryCount()
      await transaction(database, async (trx) => {
        await savepoint(trx, () => ask(trx, 'select 1'))
        await ask(trx, 'select 2')
      })
      stop()
      assert.equal(database.queryCount() - before, 2)
      assert.deepEqual(seen, ['select 1', 'select 2'])
    })

    test('affected rows are told', async () => {
      const result = await database.kysely.executeQuery(
        CompiledQuery.raw('update parents set name = name where id = $1', [1]),
      )
      assert.equal(result.numAffectedRows, 1n)
    })

    test('isolation can be chosen', async () => {
      const [row] = await transaction(
        database,
        (trx) => ask(trx, "select current_setting('transaction_isolation') as level"),
        { isolation: 'serializable' },
      )
      assert.deepEqual(row, { level: 'serializable' })
    })
  })
}

test('a server that drops its connections is found again', async () => {
  const database = await openDatabase({ dataDirectory: '', url: server.url, poolSize: 2 })
  await ask(database.kysely, 'select 1')
  const killer = await openDatabase({ dataDirectory: '', url: server.url })
  await killer.execute(
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.deepEqual(await ask(database.kysely, 'select 1 as one'), [{ one: 1 }])
  await database.close()
  await killer.close()
})

test('a serialization failure is retried, another error is not', async () => {
  let attempts = 0
  const result = await retrying(async () => {
    attempts += 1
    if (attempts < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' })
    return 'done'
  })
  assert.equal(result, 'done')
  assert.equal(attempts, 3)
  await assert.rejects(() => retrying(() => Promise.reject(new Error('other'))), /other/)
})

test('an array for a jsonb column without json() is refused by the engine of the tests', async () => {
  const database = await openDatabase({ dataDirectory: '', memory: true })
  await assert.rejects(() => ask(database.kysely, 'select $1::jsonb', [[]]), /json\(\)/)
  assert.deepEqual(await ask(database.kysely, 'select 1 as one'), [{ one: 1 }])
  await database.close()
})

async function ask(
  kysely: Kysely<Tables>,
  statement: string,
  parameters: unknown[] = [],
): Promise<unknown[]> {
  return (await kysely.executeQuery(CompiledQuery.raw(statement, parameters))).rows
}

describe('a PostgreSQL server that hangs', () => {
  test('is waited for no longer than its own limit and a little, and the next one asked is another connection', async () => {
    const line = await lineTo(server.url)
    const database = await openDatabase({
      url: line.url,
      dataDirectory: '',
      poolSize: 1,
      statementTimeoutMilliseconds: 100,
    })
    try {
      line.hang()
      await assert.rejects(() => database.execute('select 1'), /read timeout/)
      line.resume()
      assert.deepEqual((await database.execute('select 2 as two')).rows, [{ two: 2 }])
      line.hang()
      await assert.rejects(
        () => transaction(database, (trx) => ask(trx, 'select 1'), { retries: 0 }),
        /read timeout/,
      )
      line.resume()
      assert.deepEqual((await database.execute('select 3 as three')).rows, [{ three: 3 }])
    } finally {
      line.resume()
      await database.close()
      line.close()
    }
  })
})

/** A line to the server that can be made to carry nothing back. */
async function lineTo(url: string) {
  const to = new URL(url)
  const sockets = new Set<Socket>()
  let hangs = false
  const answers = new Set<Socket>()
  const proxy = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => void (near.destroy(), far.destroy()))
    }
    answers.add(far)
    near.pipe(far)
    far.pipe(near)
    if (hangs) far.pause()
  })
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening))
  const near = new URL(url)
  near.hostname = '127.0.0.1'
  near.port = String((proxy.address() as AddressInfo).port)
  return {
    url: near.href,
    hang() {
      hangs = true
      for (const socket of answers) socket.unpipe()
    },
    resume() {
      hangs = false
    },
    close() {
      for (const socket of sockets) socket.destroy()
      proxy.close()
    },
  }
}
