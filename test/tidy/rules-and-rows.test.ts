// The rules about rules and rows; every rule must catch what it is for.
import { describe, test } from 'node:test'
import { catches } from './check.ts'
import * as purity from './rules/purity.ts'
import * as writes from './rules/writes.ts'

describe('rules and rows', () => {
  test('clock, chance and database in rules, the clock in modules', () => {
    const file = 'src/modules/recognition/rules/a.ts'
    catches(
      purity.pureRules,
      {
        [file]:
          "import { sql } from 'kysely'\nDate.now()\nnew Date()\nMath.random()\nnew Date(x)\n",
        'src/modules/recognition/service.ts': 'Date.now()\n',
      },
      [`${file}:1`, `${file}:2`, `${file}:3`, `${file}:4`],
    )
    catches(
      purity.oneClock,
      {
        'src/modules/labs/service.ts': '\nnew Date()\nsql`now()`\n',
        'src/kernel/jobs/a.ts': 'new Date()',
      },
      ['src/modules/labs/service.ts:2', 'src/modules/labs/service.ts:3'],
    )
  })

  test('floating point where numbers are exact', () => {
    const file = 'src/modules/recognition/rules/a.ts'
    catches(
      purity.exactNumbers,
      {
        [file]:
          "parseFloat(x)\nx.toFixed(2)\nMath.round(x)\nx * 1.5\nNumber(line.credits)\nNumber(day.slice(0, 4))\n'1.5'\n",
        'src/kernel/values/money.ts': 'parseFloat(x)\n',
        'src/modules/matching/rules/a.ts': 'x * 0.5\n',
      },
      [1, 2, 3, 4, 5].map((line) => `${file}:${line}`).concat('src/kernel/values/money.ts:1'),
    )
  })

  test('rules without a sentence', () => {
    catches(
      purity.explainedRules,
      {
        'src/modules/labs/rules/a.ts':
          '/** Says why. */\nexport function a() {}\n\nexport function b() {}\nfunction c() {}\n',
      },
      ['src/modules/labs/rules/a.ts:4'],
    )
  })

  test('rows written elsewhere, or of another owner, and tables with two owners', () => {
    const tables = {
      'src/modules/labs/migrations/202611220900_labs.sql': 'create table labs (id uuid);\n',
      'src/modules/offers/migrations/202611220901_offers.sql':
        'create table offers (id uuid);\n\ncreate table if not exists labs (id uuid);\n',
    }
    catches(
      writes.writersOnly,
      {
        'src/modules/labs/queries.ts': '\nawait tx\n  .insertInto("labs")\n',
        'src/modules/labs/service.ts': 'tx.insertInto("labs")\n',
        'src/modules/labs/service/close.ts': 'tx.updateTable("labs")\n',
        'src/modules/labs/labs.test.ts': 'tx.deleteFrom("labs")\n',
        'src/desk/a.ts': 'tx.deleteFrom("labs")\n',
      },
      ['src/desk/a.ts:1', 'src/modules/labs/queries.ts:3'],
    )
    catches(
      writes.readersOnly,
      {
        'src/modules/labs/routes/labs.ts': '\nwork.read.selectFrom("labs")\n',
        'src/modules/labs/commands.ts': 'const text = sql<string>`select 1`\n',
        'src/modules/labs/queries/labs.ts': 'work.read.selectFrom("labs")\n',
        'src/modules/labs/queries.ts': 'sql`select 1`\n',
        'src/modules/labs/service/close.ts': 'tx.selectFrom("labs")\n',
        'src/modules/labs/labs.test.ts': 'tx.selectFrom("labs")\n',
        'src/modules/labs/pages/labs.tsx': '// read.selectFrom("labs")\n',
        'src/desk/a.ts': 'read.selectFrom("labs")\n',
        'src/services.ts': 'read.selectFrom("persons")\n',
        'src/kernel/tasks/open.ts': 'tx.selectFrom("tasks")\n',
      },
      [
        'src/desk/a.ts:1',
        'src/modules/labs/commands.ts:1',
        'src/modules/labs/routes/labs.ts:2',
        'src/services.ts:1',
      ],
    )
    catches(
      writes.ownTables,
      {
        ...tables,
        'src/modules/offers/service.ts': "tx.insertInto('offers')\ntx.updateTable('labs as l')\n",
        'src/modules/labs/service.ts': 'sql`delete from offers where id = 1`\n',
        'src/modules/labs/jobs.ts': 'sql`delete from labs`\n',
      },
      ['src/modules/labs/service.ts:1', 'src/modules/offers/service.ts:2'],
    )
    catches(writes.oneOwner, tables, ['src/modules/offers/migrations/202611220901_offers.sql:3'])
  })
})
