import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const above = realpathSync(mkdtempSync(join(tmpdir(), 'weft-pack-')))
const root = join(above, 'small', '/')
const cache = join(root, 'node_modules', '.cache', 'pack')

const main = `
import { channel } from 'node:diagnostics_channel'
import { sql } from 'kysely'
import { greeting } from '#ui'
console.log(JSON.stringify({
  greeting, asks: typeof sql, args: process.argv.slice(2),
  here: import.meta.url, ran: process.argv[1],
}))
if (process.argv[2] === 'start') channel('weft.started').publish({})
`

/** A project of two sources, with this one's door and packages. */
before(() => {
  mkdirSync(join(root, 'src', 'ui'), { recursive: true })
  cpSync(join(project, 'scripts'), join(root, 'scripts'), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (name.startsWith('.')) continue
    symlinkSync(join(project, 'node_modules', name), join(root, 'node_modules', name))
  }
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(project, name), join(root, name))
  }
  writeFileSync(join(root, 'src', 'main.ts'), main)
  write('good day')
})
after(() => rmSync(above, { recursive: true, force: true }))

function write(greeting: string): void {
  writeFileSync(
    join(root, 'src', 'ui', 'index.ts'),
    `export const greeting: string = '${greeting}'\n`,
  )
}

function run(from = root, command = 'one') {
  const door = join(from, 'scripts', 'weft.mjs')
  const said = execFileSync(process.execPath, [door, command, '--two'], { encoding: 'utf8' })
  return JSON.parse(said) as Record<'greeting' | 'asks' | 'here' | 'ran', string> & {
    args: string[]
  }
}

const pack = (await import(pathToFileURL(join(project, 'scripts', 'pack.mjs')).href)) as {
  freshPack: (root: string) => string | null
  writePack: (root: string) => Promise<boolean>
}

test('a packed program is the same program, and gives way to a source that was changed', async () => {
  const plain = run()
  assert.equal(plain.ran, join(root, 'src', 'main.ts'))

  assert.equal(await pack.writePack(root), true)
  assert.equal(await pack.writePack(root), false, 'it was packed already')
  const packed = run()
  assert.equal(packed.ran, join(cache, 'weft.mjs'))
  assert.deepEqual({ ...packed, ran: plain.ran }, plain)
  assert.deepEqual(packed.args, ['one', '--two'])

  write('good evening')
  const changed = run()
  assert.equal(changed.greeting, 'good evening')
  assert.equal(changed.ran, plain.ran)
  assert.equal(await pack.writePack(root), true)
  assert.equal(run().greeting, 'good evening')
  assert.deepEqual(readdirSync(cache).toSorted(), ['index.json', 'weft.mjs', 'weft.mjs.map'])
})

test('a start from the sources leaves the program packed for the next', () => {
  write('good night')
  assert.equal(run(root, 'one').ran, join(root, 'src', 'main.ts'))
  assert.equal(pack.freshPack(root), null)
  run(root, 'start')
  assert.equal(run(root, 'start').ran, join(cache, 'weft.mjs'))
})

test('a program that another process packs just now, one cut short and a moved folder are not taken', async () => {
  await pack.writePack(root)
  const program = join(cache, 'weft.mjs')
  const whole = readFileSync(program, 'utf8')
  writeFileSync(program, `// another\n${whole}`)
  assert.equal(pack.freshPack(root), null)
  writeFileSync(program, '')
  assert.equal(pack.freshPack(root), null)
  writeFileSync(program, whole)
  assert.equal(pack.freshPack(root), program)

  const moved = join(above, 'moved', '/')
  renameSync(root, moved)
  try {
    assert.equal(run(moved).ran, join(moved, 'src', 'main.ts'))
  } finally {
    renameSync(moved, root)
  }
})
