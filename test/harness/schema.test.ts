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
