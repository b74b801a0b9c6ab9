import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { test } from 'node:test'
import { testDatabase } from './database.ts'
import { manifestsOf } from '../../src/app.ts'

interface Declared {
  file: string
  columns: Map<string, { nullable: boolean; type: string }>
}

/** Tables as their modules declare them: name, columns, whether null is among a column's types. */
async function declaredTables(): Promise<Map<string, Declared>> {
  const tables = new Map<string, Declared>()
  for await (const file of glob('src/**/*.ts')) {
    const text = readFileSync(file, 'utf8')
    if (!/interface Tables \{\n/.test(text) || file.endsWith('.test.ts')) continue
    const bodies = new Map(
      [...text.matchAll(/interface (\w+) \{\n([\s\S]*?)\n\}/g)].map((found) => [
        found[1]!,
        found[2]!,
      ]),
    )
    const block = /interface Tables \{([\s\S]*?)\n {2}\}/.exec(text)?.[1] ?? ''
    for (const [, table, type] of block.matchAll(/^\s*(\w+): (\w+)$/gm)) {
      const body = bodies.get(type!)
      assert.ok(body !== undefined, `${file}: no interface ${type}`)
      tables.set(table!, { file, columns: columnsOf(body) })
    }
  }
  return tables
}

function columnsOf(body: string): Declared['columns'] {
  const plain = body.replace(/\/\*\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const columns: Declared['columns'] = new Map()
  for (const part of plain.split(/\n(?= {2}\w+\??:)/)) {
    const found = /^\s*(\w+)\??:\s*([\s\S]*)$/.exec(part)
    if (!found) continue
    const type = found[2]!.trim()
    // What is read decides: the first type of ColumnType<read, insert, update>.
    const read = /^ColumnType<\s*([\s\S]*)>$/.exec(type)?.[1]?.split(/,(?![^<]*>)/)[0] ?? type
    columns.set(found[1]!, { nullable: /\|\s*null\b|\bnull\s*\|/.test(read), type: read })
  }
  return columns
}

const sources = manifestsOf().flatMap(({ name, migrations }) =>
  migrations ? [{ name, directory: migrations }] : [],
)

test('every table and column of the migrated database is declared, and nothing else', async () => {
  const { database } = await testDatabase(sources)
  const { rows } = await database.execute(
    `select table_name, column_name, is_nullable from information_schema.columns
     where table_schema = 'public' and not exists (
       select from pg_class c where c.oid = to_regclass(quote_ident(table_name)) and c.relispartition
     ) order by table_name, ordinal_position`,
  )
  const declared = await declaredTables()
  const faults: string[] = []
  const seen = new Set<string>()
  for (const row of rows as { table_name: string; column_name: string; is_nullable: string }[]) {
    if (row.table_name === 'migrations') continue
    const table = declared.get(row.table_name)
    if (!table) {
      faults.push(`${row.table_name}: no schema.ts declares it`)
      continue
    }
    seen.add(`${row.table_name}.${row.column_name}`)
    const column = table.columns.get(row.column_name)
    if (!column) faults.push(`${table.file}: ${row.table_name}.${row.column_name} is missing`)
    else if (column.type !== 'unknown' && column.nullable !== (row.is_nullable === 'YES')) {
      faults.push(`${table.file}: ${row.table_name}.${row.column_name}: null or not differs`)
    }
  }
  for (const [name, { file, columns }] of declared) {
    for (const column of columns.keys()) {
      if (!seen.has(`${name}.${column}`)) faults.push(`${file}: ${name}.${column} is in no table`)
    }
  }
  assert.deepEqual([...new Set(faults)], [])
})

/**
 * Foreign keys that no index serves though rows of the table that they point to are deleted, or though they say whose
 * data a row is; and why none is needed.
 */
const needNoIndex: Record<string, string> = {
  'federated_requests (link_person_id) -> persons': 'rows of ten minutes, forgotten every night',
  'passkey_challenges (person_id) -> persons': 'rows of five minutes, forgotten every night',
  'sign_in_links (person_id) -> persons': 'rows of fifteen minutes; what is open has its index',
  'sign_in_sessions (person_id) -> persons': 'what runs has its index; the rest is forgotten',
  'erasures (person_id) -> persons': 'one row an erasure; what is under way has its index',
}

test('a foreign key that is looked up from the other end has an index, or a reason', async () => {
  const { database } = await testDatabase(sources)
  const { rows } = await database.execute(
    `select c.conrelid::regclass::text as table, c.confrelid::regclass::text as target,
       c.confdeltype = 'c' as cascades, column_names.names as columns,
       exists (
         select from pg_index i
         join pg_attribute first on first.attrelid = i.indrelid and first.attnum = i.indkey[0]
         where i.indrelid = c.conrelid and first.attname = any (column_names.names)
           -- Half a table is of one institution: that column alone finds nothing.
           and (cardinality(c.conkey) = 1 or first.attname !~ 'organisation_id$')
           and coalesce(pg_get_expr(i.indpred, i.indrelid), '') ~ '^(\\(\\w+ IS NOT NULL\\))?$'
       ) as served
     from pg_constraint c
     cross join lateral (
       select array_agg(a.attname::text order by k.place) as names
       from unnest(c.conkey) with ordinality as k (attnum, place)
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum
     ) as column_names
     where c.contype = 'f' and c.conparentid = 0 and c.connamespace = 'public'::regnamespace
     order by 1, 2`,
  )
  const keys = rows as unknown as ForeignKey[]
  const deleted = await tablesDeletedFrom()
  for (const key of keys.filter(({ cascades }) => cascades)) {
    if (deleted.has(key.target)) deleted.add(key.table)
  }
  const bare = keys
    .filter(({ served }) => !served)
    .filter(
      ({ target, columns }) => deleted.has(target) || /^(link_)?person_id$/.test(columns.join()),
    )
    .map(({ table, columns, target }) => `${table} (${columns.join(', ')}) -> ${target}`)
  assert.deepEqual(bare.toSorted(), Object.keys(needNoIndex).toSorted())
})

interface ForeignKey {
  table: string
  target: string
  columns: string[]
  cascades: boolean
  served: boolean
}

/** From which tables the program deletes rows. */
async function tablesDeletedFrom(): Promise<Set<string>> {
  const tables = new Set<string>()
  for await (const file of glob('src/**/*.ts')) {
    if (/\.(test|fixture)\.ts$/.test(file)) continue
    const text = readFileSync(file, 'utf8')
    for (const [, table] of text.matchAll(/(?:deleteFrom\('|delete from )(\w+)/g))
      tables.add(table!)
  }
  return tables
}
