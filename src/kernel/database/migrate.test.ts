import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type PostgresServer, startPostgres } from '../../../test/harness/postgres.ts'
import { describeSchema } from './describe-schema.ts'
import { type Database, openDatabase } from './engine.ts'
import { migrate, type MigrationSource } from './migrate.ts'

const root = mkdtempSync(join(tmpdir(), 'weft-migrate-test-'))
const now = new Date('2026-11-22T00:00:00Z')
let server: PostgresServer
let empty: Uint8Array
let count = 0

before(async () => {
  server = await startPostgres()
  const database = await openDatabase({ dataDirectory: '', memory: true })
  empty = await database.dump()
  await database.close()
})
after(async () => {
  await server.stop()
  rmSync(root, { recursive: true, force: true })
})

const people = {
  '202601010000_people.sql': `
    create type standing as enum ('new', 'known');
    create table people (
      id uuid primary key, name text not null check (name <> ''), standing standing not null default 'new',
      born date, balance_minor int8 not null default 0, at timestamptz(3), tags text[] not null default '{}',
      name_length int4 generated always as (length(name)) stored
    );
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'append only; not even this';
    end $$;
    create trigger people_keep before delete on people for each row execute function refuse_change();`,
  '202603010000_people_name.sql':
    'create index people_name on people (lower(name)) where born is not null;',
}
const courses = {
  '202602010000_courses.sql': `create table courses (
    id uuid primary key, teacher_id uuid not null references people on delete restrict, unique (teacher_id, id));`,
}

for (const engine of ['pglite', 'postgres'] as const) {
  describe(engine, () => {
    test('migrations run in order across modules, once', async () => {
      const database = await fresh(engine)
      const sources = [source('people', people), source('courses', courses)]
      const report = await migrate(database, sources, { now })
      assert.deepEqual(report.applied, [
        'people/202601010000_people',
        'courses/202602010000_courses',
        'people/202603010000_people_name',
      ])
      assert.deepEqual(await migrate(database, sources), {
        applied: [],
        unchanged: 3,
        orphaned: [],
      })
      const { rows } = await database.execute('select distinct applied_at from migrations')
      assert.deepEqual(rows, [{ applied_at: now }])
      await database.close()
    })

    test('a changed migration is refused and named', async () => {
      const database = await fresh(engine)
      const before = source('people', people)
      await migrate(database, [before])
      const changed = { ...people, '202603010000_people_name.sql': 'select 1' }
      await assert.rejects(
        () => migrate(database, [source('people', changed)]),
        /changed after.*people\/202603010000_people_name/,
      )
      await database.close()
    })

    test('a module that was taken away keeps its rows, and one that comes late is applied', async () => {
      const database = await fresh(engine)
      const [first, second] = [source('people', people), source('courses', courses)]
      await migrate(database, [first])
      const late = await migrate(database, [first, second])
      assert.deepEqual(late.applied, ['courses/202602010000_courses'])
      const without = await migrate(database, [first])
      assert.deepEqual(without.orphaned, ['courses/202602010000_courses'])
      const absent = { name: 'absent', directory: pathToFileURL(join(root, 'absent')) }
      assert.deepEqual((await migrate(database, [first, second, absent])).orphaned, [])
      await database.close()
    })

    test('a failing migration leaves nothing of itself and says which it was', async () => {
      const database = await fresh(engine)
      const broken = { '202601010000_broken.sql': 'create table half (id int4); select 1 / 0;' }
      await assert.rejects(
        () => migrate(database, [source('x', broken)]),
        /x\/202601010000_broken: division/,
      )
      const committing = {
        '202601010000_commits.sql': 'create table half (id int4); commit; begin;',
      }
      await assert.rejects(() => migrate(database, [source('y', committing)]), /commit or rollback/)
      const { rows } = await database.execute('select * from migrations')
      assert.deepEqual(rows, [])
      await assert.rejects(() => migrate(database, [source('z', { '1_bad.sql': '' })]), /named/)
      await database.close()
    })

    test('two that start together apply each migration once', async () => {
      const database = await fresh(engine)
      const other = engine === 'postgres' ? await openDatabase(database.config) : database
      const sources = [source('people', people), source('courses', courses)]
      const reports = await Promise.all([migrate(database, sources), migrate(other, sources)])
      assert.equal(reports.flatMap((report) => report.applied).length, 3)
      await database.close()
      await other.close()
    })
  })
}

test('a fresh and an upgraded database have the same schema, on both engines', async () => {
  const descriptions: string[] = []
  for (const engine of ['pglite', 'postgres'] as const) {
    const sources = [source('people', people), source('courses', courses)]
    const whole = await fresh(engine)
    await migrate(whole, sources)
    const upgraded = await fresh(engine)
    await migrate(upgraded, sources.slice(0, 1))
    await migrate(upgraded, sources)
    descriptions.push(await describeSchema(whole), await describeSchema(upgraded))
    await whole.execute('alter table people alter column born set not null')
    assert.notEqual(await describeSchema(whole), descriptions.at(-1))
    await whole.close()
    await upgraded.close()
  }
  assert.equal(new Set(descriptions).size, 1, descriptions.join('\n---\n'))
  for (const part of [
    'people.standing standing not null default',
    'people_keep',
    'enum standing new, known',
  ]) {
    assert.ok(descriptions[0]!.includes(part), part)
  }
})

function source(name: string, files: Record<string, string>): MigrationSource {
  const folder = join(root, `${(count += 1)}-${name}`)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
  return { name, directory: pathToFileURL(folder) }
}

async function fresh(engine: Database['engine']): Promise<Database> {
  if (engine === 'pglite') return openDatabase({ dataDirectory: '', memory: true, load: empty })
  const admin = await openDatabase({ dataDirectory: '', url: server.url })
  const name = `fresh_${(count += 1)}`
  await admin.execute(`create database ${name}`)
  await admin.close()
  return openDatabase({ dataDirectory: '', url: server.url.replace(/weft$/, name) })
}
