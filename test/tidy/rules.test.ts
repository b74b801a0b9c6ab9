// Every rule must catch what it is for: a rule that finds nothing proves nothing.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { catches } from './check.ts'
import { deadExports } from './rules/dead-exports.ts'
import { deadFiles } from './rules/dead-files.ts'
import { importRanks } from './rules/import-ranks.ts'
import * as machine from './rules/machine.ts'
import * as messages from './rules/messages.ts'
import * as migrations from './rules/migrations.ts'
import * as names from './rules/names.ts'
import { fileLength, staleLongFiles } from './rules/size.ts'
import * as views from './rules/views.ts'
import * as writes from './rules/writes.ts'
import { importsOf, source } from './source.ts'
import { root } from './tree.ts'

// Words that the rules look for must not stand in this file.
const joined = (...parts: string[]) => parts.join('')

describe('the reader of sources', () => {
  test('blanks comments, strings and regular expressions and keeps every place', () => {
    const text = "const a = 'x // no' // fetch(\nconst b = /'\\/[/']/g /* ` */ + `p ${f('q')} r`"
    const read = source(text)
    assert.equal(read.code.length, text.length)
    assert.equal(read.code.replaceAll(/ +/g, ' '), "const a = ' ' \nconst b = / /g + ` ${f(' ')} `")
    assert.ok(read.text.includes("'x // no'"))
    assert.ok(!read.text.includes('fetch('))
  })

  test('takes an apostrophe in the text of an element for what it is', () => {
    const { code } = source("<p>don't</p>\n<b class='x'>{call('y')}</b>")
    assert.ok(code.includes("don't</p>"))
    assert.ok(code.includes("{call(' ')}"))
  })

  test('finds every form of import and no import in a string or comment', () => {
    const text = [
      "import a, { b } from './a.ts'",
      "import type { C } from './c.ts'",
      "import {\n  d,\n} from './d.ts'",
      "import './e.ts'",
      "export * from './f.ts'",
      "const g = await import('./g.ts')",
      "new Worker(new URL('./h.ts', import.meta.url))",
      "// import './no.ts'",
      'const s = "import \'./no.ts\'"',
    ].join('\n')
    const found = importsOf(text)
    const letters = found.map(({ specifier }) => specifier.slice(2, 3))
    assert.deepEqual(letters, ['a', 'c', 'd', 'e', 'f', 'g', 'h'])
    assert.deepEqual(
      found.filter(({ typeOnly }) => typeOnly).map(({ specifier }) => specifier),
      ['./c.ts'],
    )
  })
})

describe('imports', () => {
  const imports = (file: string, specifier: string) =>
    importRanks(new Map([[file, `import { x } from '${specifier}'\n`]])).length

  test('may go down through a door', () => {
    const fine: [string, string][] = [
      ['src/kernel/http/a.ts', '#kernel/values'],
      ['src/kernel/http/a.ts', './b.ts'],
      ['src/kernel/http/a.ts', 'hono'],
      ['src/ui/a.tsx', '#kernel/values'],
      ['src/modules/mobility/a.ts', '#modules/recognition'],
      ['src/modules/mobility/a.ts', '#ui'],
      ['src/modules/alliance/pages/a.tsx', '../schema.ts'],
      ['src/modules/alliance/a.test.ts', '../../../test/harness/database.ts'],
      ['src/modules/alliance/a.fixture.ts', '../../../test/harness/database.ts'],
      ['src/app.ts', './modules/alliance/index.ts'],
      ['src/app.ts', './desk/home.ts'],
      ['src/app.ts', './config.ts'],
      ['src/main.ts', './app.ts'],
      ['src/main.ts', './cli/index.ts'],
      ['src/cli/doctor.ts', '../config.ts'],
      ['src/house.ts', './config.ts'],
      ['src/house.ts', '#kernel/database'],
      ['islands/menu.ts', '#kernel/values'],
    ]
    for (const [file, specifier] of fine) assert.equal(imports(file, specifier), 0, specifier)
  })

  test('may not go up, sideways or past a door', () => {
    const wrong: [string, string][] = [
      ['src/kernel/values/a.ts', '#kernel/messages'],
      ['src/kernel/database/a.ts', '#kernel/jobs'],
      ['src/kernel/http/a.ts', '#ui'],
      ['src/kernel/http/a.ts', '#modules/alliance'],
      ['src/kernel/http/a.ts', '../values/money.ts'],
      ['src/kernel/http/a.ts', '../values/index.ts'],
      ['src/kernel/surprise/a.ts', './b.ts'],
      ['src/ui/a.tsx', '#kernel/messages'],
      ['src/modules/alliance/a.ts', '#modules/recognition'],
      ['src/modules/recognition/a.ts', '#modules/funding'],
      ['src/modules/recognition/a.ts', '../alliance/queries.ts'],
      ['src/modules/recognition/a.ts', '../../app.ts'],
      ['src/modules/recognition/a.ts', '../../../test/harness/database.ts'],
      ['src/modules/surprise/a.ts', './b.ts'],
      ['src/modules/recognition/a.ts', '../../config.ts'],
      ['src/house.ts', '#modules/alliance'],
      ['src/desk/a.ts', '../house.ts'],
      ['src/desk/a.ts', '#modules/alliance'],
      ['src/desk/a.ts', '../api/index.ts'],
      ['src/cli/a.ts', '#modules/alliance'],
      ['src/cli/other.ts', '../app.ts'],
      ['src/app.ts', './main.ts'],
      ['src/app.ts', './modules/alliance/service.ts'],
      ['islands/menu.ts', '#ui'],
    ]
    for (const [file, specifier] of wrong) {
      assert.equal(imports(file, specifier), 1, `${file} ${specifier}`)
    }
  })
})

describe('names and sizes', () => {
  test('banned names, kebab-case, barrels, module shape', () => {
    catches(
      names.bannedNames,
      { 'src/ui/utils/a.ts': '', 'src/kernel/http/helpers.ts': '', 'src/ui/utility.ts': '' },
      ['src/kernel/http/helpers.ts:1', 'src/ui/utils/a.ts:1'],
    )
    catches(
      names.kebabCase,
      { 'src/ui/dataTable.tsx': '', 'src/ui/data-table.tsx': '', 'src/ui/messages/zh-Hans.ts': '' },
      ['src/ui/dataTable.tsx:1'],
    )
    catches(
      names.barrels,
      {
        'src/ui/all.ts': "// All.\nexport * from './a.ts'\nexport { b, type C } from './b.ts'\n",
        'src/ui/index.ts': "export * from './a.ts'\n",
        'src/ui/a.ts': "export { b } from './b.ts'\nexport const c = 1\n",
      },
      ['src/ui/all.ts:1'],
    )
    catches(
      names.moduleShape,
      { 'src/modules/labs/index.ts': '', 'src/kernel/files/README.md': '' },
      ['src/kernel/files/index.ts:1', 'src/modules/labs/README.md:1'],
    )
    catches(names.leftovers, { 'src/a.ts': `\n// ${joined('TO', 'DO')} later\n` }, ['src/a.ts:2'])
  })

  test('long files, unless there is a reason, and reasons that are no longer needed', () => {
    const long = 'x\n'.repeat(501)
    const seeded = { 'src/a.ts': long, 'src/b.ts': long, 'src/c.ts': 'x\n'.repeat(500) }
    const allowed = { 'src/b.ts': 'a table', 'src/c.ts': 'was long' }
    catches((tree) => fileLength(tree, allowed), seeded, ['src/a.ts:501'])
    catches((tree) => staleLongFiles(tree, allowed), seeded, ['src/c.ts:1'])
    catches(fileLength, { 'src/kernel/http/messages/th.ts': long }, [])
  })

  test('the linter refuses a function of more than 70 lines and a cycle', () => {
    const folder = mkdtempSync(join(tmpdir(), 'weft-tidy-'))
    const long = `export function long(): number {\n${'  void 0\n'.repeat(70)}  return 1\n}\n`
    mkdirSync(join(folder, 'src'))
    writeFileSync(join(folder, 'src', 'long.ts'), long)
    writeFileSync(
      join(folder, 'src', 'one.ts'),
      "import { two } from './two.ts'\nexport const one = () => two\n",
    )
    writeFileSync(
      join(folder, 'src', 'two.ts'),
      "import { one } from './one.ts'\nexport const two = () => one\n",
    )
    const program = join(root, 'node_modules/oxlint/bin/oxlint')
    const args = [program, '-c', join(root, '.oxlintrc.json'), '--format=unix', folder]
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    assert.notEqual(status, 0)
    assert.match(stdout, /long\.ts:1.*max-lines-per-function|long\.ts:1.*too many lines/i)
    assert.match(stdout, /no-cycle|cycle/i)
  })
})

describe('pages', () => {
  test('async, style attributes, raw HTML, inline script, network', () => {
    catches(
      views.asyncViews,
      {
        'src/desk/a.tsx': 'export async function Page() {}\n',
        'src/desk/b.tsx': '// async\nexport const s = "await"\n',
        'src/desk/c.ts': 'export async function load() {}\n',
      },
      ['src/desk/a.tsx:1'],
    )
    catches(
      views.styleAttributes,
      {
        'src/ui/a.tsx': 'const a = (\n  <p style="color: red" />\n)\n',
        'src/ui/b.tsx': 'const style = { a: 1 }\n',
        'src/modules/labs/mail/a.tsx': '<p style="color: red" />\n',
      },
      ['src/ui/a.tsx:2'],
    )
    catches(
      views.rawHtml,
      {
        'src/desk/a.tsx': '<p dangerouslySetInnerHTML={{ __html: x }} />\n',
        'src/ui/icon.tsx': '<p dangerouslySetInnerHTML={{ __html: x }} />\n',
        'islands/a.ts': '\nelement.innerHTML = x\nif (element.innerHTML === y) z()\n',
      },
      ['islands/a.ts:2', 'src/desk/a.tsx:1'],
    )
    catches(
      views.inlineScript,
      {
        'src/ui/a.tsx': `<a href="${joined('java', 'script')}:x()" />\n`,
        'src/ui/b.tsx': '\n<a onClick={x} />\n',
        'src/ui/c.ts': `${joined('ev', 'al')}(x)\n`,
        'src/ui/d.tsx': '<a class="onclick" lang={x} />\n',
      },
      ['src/ui/a.tsx:1', 'src/ui/b.tsx:2', 'src/ui/c.ts:1'],
    )
    catches(
      views.networkClients,
      {
        'src/desk/a.ts': 'await fetch(x)\n',
        'src/desk/b.ts': "await app.fetch(x)\nimport { request } from 'undici'\n",
        'src/kernel/outbound/a.ts': 'await fetch(x)\n',
        'src/desk/a.test.ts': 'await fetch(x)\n',
        'src/desk/c.ts': 'function load(get: typeof globalThis.fetch) {}\n',
        'src/desk/d.ts': '\nconst get = globalThis.fetch\n',
      },
      ['src/desk/a.ts:1', 'src/desk/b.ts:2', 'src/desk/d.ts:2'],
    )
  })

  test('assets from another host', () => {
    catches(
      machine.foreignAssets,
      {
        'src/ui/a.tsx': '<img src="https://example.org/a.png" />\n',
        'src/ui/b.tsx': '<a href="https://example.org/">{x}</a>\n',
        'src/ui/c.css': "\n@import url('//example.org/c.css');\n",
      },
      ['src/ui/a.tsx:1', 'src/ui/c.css:2'],
    )
  })

  test('sentences in pages', () => {
    catches(
      messages.wordsInViews,
      {
        'src/desk/a.tsx': '<div>\n  <p>Welcome back</p>\n  <p>{t(x)}</p>\n</div>\n',
        'src/desk/b.tsx': '<input placeholder="Your name" />\n',
        'src/desk/c.tsx': 'const f = (a: Map<string, number>) => <p class="lead">{a.size}</p>\n',
      },
      ['src/desk/a.tsx:2', 'src/desk/b.tsx:1'],
    )
  })
})

describe('texts', () => {
  test('a key that stands in two files of a language', () => {
    catches(
      messages.keysOnce,
      {
        'src/a/messages/en.ts': "export default {\n  'x.one': 'One',\n  two: 'Two',\n}",
        'src/a/messages/more.en.ts': "export default {\n  two: 'Other',\n}",
        'src/a/messages/more.th.ts': "export default {\n  two: 'สอง',\n}",
        'src/b/messages/en.ts': "export default {\n  two: 'Two',\n}",
      },
      ['src/a/messages/more.en.ts:2'],
    )
  })

  const five = (texts: Partial<messages.Texts>, key = 'a') => {
    const same = Object.fromEntries(
      messages.languages.map((language) => [language, { [key]: 'x' }]),
    )
    return { ...same, ...texts } as messages.Texts
  }
  const whats = (texts: messages.Texts) =>
    messages
      .messageParity('src/ui/messages', texts)
      .map(({ file, what }) => `${file.slice(15)} ${what}`)

  test('a missing file, key, text or argument, in any language', () => {
    catches(messages.fiveLanguages, { 'src/ui/messages/en.ts': '', 'src/ui/messages/th.ts': '' }, [
      'src/ui/messages/fr.ts:1',
      'src/ui/messages/ko.ts:1',
      'src/ui/messages/zh-Hans.ts:1',
    ])
    assert.deepEqual(whats(five({})), [])
    assert.deepEqual(whats(five({ th: {} })), ['/th.ts a: is missing'])
    assert.deepEqual(whats(five({ th: { a: ' ' } })), ['/th.ts a: is empty'])
    assert.deepEqual(whats(five({ th: { a: 'x', b: 'y' } })), ['/th.ts b: is unknown in English'])
    assert.deepEqual(whats(five({ th: { a: '{n}' } })), [
      '/th.ts a: uses {n}, which English does not',
    ])
    assert.equal(whats(five({ en: { a: '{n}' } })).length, 4)
    assert.match(whats(five({ ko: { a: '{n' } }))[0] as string, /^\/ko\.ts a: /)
  })

  test('arguments of another kind, and plural forms that the language lacks or needs', () => {
    const plural = '{n, plural, one {# day} other {# days}}'
    const all = (text: string) =>
      Object.fromEntries(messages.languages.map((l) => [l, { a: text }]))
    assert.deepEqual(
      whats({ ...all('{n, number}'), en: { a: plural }, fr: { a: plural }, th: { a: '{n} x' } }),
      [],
    )
    assert.deepEqual(whats({ ...all('{n}'), en: { a: plural }, ko: { a: plural } }), [
      '/ko.ts a: has plural forms that ko lacks: one',
    ])
    assert.deepEqual(whats({ ...all('{n}'), fr: { a: '{n, plural, other {#}}' } }), [
      '/fr.ts a: has no form for one',
    ])
    assert.deepEqual(whats({ ...all('{n, date, long}'), th: { a: '{n}' } }), [
      '/th.ts a: uses {n} as plain',
    ])
    const select = '{s, select, a {1} other {2}}'
    assert.equal(whats({ ...all(select), th: { a: '{s, select, b {1} other {2}}' } }).length, 1)
  })

  test('texts that were left in English', () => {
    const left = (text: string) =>
      messages.untranslated(
        'src/ui/messages',
        five({ en: { a: text }, th: { a: text }, fr: { a: text } }),
      ).length
    assert.equal(left('Save the case'), 1)
    assert.equal(left('ECTS'), 0)
    assert.equal(left('{name}'), 0)
    assert.equal(left('WeChat'), 0)
  })
})

describe('what is committed', () => {
  test('paths of a machine and addresses of registries', () => {
    catches(
      machine.machinePaths,
      {
        'docs/a.md': `See ${joined('/wor', 'k/')}main.\n`,
        'docs/b.md': `https://example.org${joined('/wor', 'k/')}a and ./${joined('wor', 'k/')}\n`,
        'docs/c.md': `\n"${joined('/hom', 'e/')}somebody/x"\n`,
      },
      ['docs/a.md:1', 'docs/c.md:2'],
    )
    const host = joined('registry.np', 'mjs.org')
    catches(
      (tree) => machine.registryNames(tree, 'https://packages.example.org:8443/npm/'),
      {
        'a.md': `https://${host}/x\n`,
        'b.md': '\nhttps://packages.example.org:8443/npm/x\n',
        'c.md': 'https://registry.example.org/\n',
        'package-lock.json': '{\n"resolved": "x" }',
      },
      ['a.md:1', 'b.md:2', 'package-lock.json:2'],
    )
  })

  test('a lock file without a platform package that a package names', () => {
    const lock = (more: object) =>
      JSON.stringify({
        packages: {
          'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-mac': '1' } },
          ...more,
        },
      })
    const packages = { 'node_modules/a-linux': {}, 'node_modules/a/node_modules/a-mac': {} }
    catches(machine.completeLock, { 'package-lock.json': lock({}) }, ['package-lock.json:1'])
    catches(machine.completeLock, { 'package-lock.json': lock(packages) }, [])
  })

  test('migrations with bad names, twins, and changes after the release', () => {
    const good = 'src/kernel/jobs/migrations/202611220900_jobs.sql'
    catches(
      migrations.migrationNames,
      {
        [good]: '',
        'src/modules/labs/migrations/202613220900_labs.sql': '',
        'src/modules/labs/migrations/2026_labs.sql': '',
        'src/modules/labs/migrations/202611220900_jobs.sql': '',
      },
      [
        'src/modules/labs/migrations/2026_labs.sql:1',
        'src/modules/labs/migrations/202611220900_jobs.sql:1',
        'src/modules/labs/migrations/202613220900_labs.sql:1',
      ],
    )
    const released = migrations.freeze(new Map([[good, 'create table a (id uuid);\n']]))
    const now = (text: Record<string, string>) => ({ ...text, [migrations.lockFile]: released })
    catches(migrations.frozenMigrations, now({ [good]: 'create table a (id uuid);\n' }), [])
    catches(migrations.frozenMigrations, now({ [good]: 'create table b (id uuid);\n' }), [
      `${good}:1`,
    ])
    catches(migrations.frozenMigrations, now({}), [`${migrations.lockFile}:2`])
  })

  test('files that nothing reaches, or only a test', () => {
    catches(
      deadFiles,
      {
        'src/main.ts': "import './app.ts'\n",
        'src/app.ts': "import '#ui'\nnew URL('./worker.ts', import.meta.url)\n",
        'src/worker.ts': '',
        'src/ui/index.ts': "export * from './field.tsx'\n",
        'src/ui/field.tsx': '',
        'src/ui/field.examples.tsx': '',
        'src/ui/lost.tsx': '',
        'src/ui/lost.test.ts':
          "import './lost.tsx'\nimport './field.examples.tsx'\nimport './used.fixture.ts'\nnew URL('started.fixture.ts', import.meta.url)\n",
        'src/ui/used.fixture.ts': '',
        'src/ui/started.fixture.ts': '',
        'src/ui/unused.fixture.ts': '',
        'src/ui/gone.ts': '',
      },
      ['src/ui/gone.ts:1', 'src/ui/lost.tsx:1', 'src/ui/unused.fixture.ts:1'],
    )
  })
  test('what a file gives and no program takes, through doors and namespaces too', () => {
    catches(
      (tree) => deadExports(tree),
      {
        'src/app.ts':
          "import { used, again as other } from './door/index.ts'\nimport * as all from './space.ts'\nused(other, all.part)\n",
        'src/door/index.ts': "export { used, again, passed } from './inside.ts'\n",
        'src/door/inside.ts':
          'export const used = 1\nexport const again = [...near]\nexport const near = [1]\nexport const passed = 2\nexport function alone() {}\n',
        'src/space.ts': 'export const part = 1\nexport const rest = 2\n',
        'src/door/inside.test.ts': "import { alone } from './inside.ts'\n",
      },
      ['src/door/inside.ts:4', 'src/door/inside.ts:5', 'src/space.ts:2'],
    )
  })
  test('SQL that reads what stands above, in builders and in text, and not what stands below', () => {
    catches(
      writes.readBelow,
      {
        'src/kernel/tasks/migrations/1_a.sql': 'create table tasks (id int);',
        'src/modules/alliance/migrations/1_b.sql': 'create table organisations (id int);',
        'src/modules/recognition/migrations/1_c.sql': 'create table courses (id int);',
        'src/modules/agreements/migrations/1_d.sql': 'create table agreements (id int);',
        'src/modules/recognition/queries.ts':
          "read.selectFrom('courses').innerJoin('organisations as o', 'o.id', 'x')\n" +
          "  .leftJoin('agreements as a', 'a.id', 'x')\n",
        'src/modules/alliance/queries.ts':
          "read.selectFrom(['organisations', 'tasks'])\nsql`select 1 from tasks join courses on true`\n",
        'src/kernel/tasks/queries.ts': "read\n  .selectFrom('organisations')\n",
      },
      [
        'src/kernel/tasks/queries.ts:2',
        'src/modules/alliance/queries.ts:2',
        'src/modules/recognition/queries.ts:2',
      ],
    )
  })
})
