import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, test } from 'node:test'
import { build } from 'esbuild'
import { createLogger } from './log.ts'
import { traceOf } from './traces.ts'

const folder = mkdtempSync(join(tmpdir(), 'weft-traces-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A program of two sources in one file, whose maker fails in the fourth line of the second. */
async function failingIn(name: string, map: 'external' | false): Promise<Error> {
  const source = join(folder, `${name}.ts`)
  const inner = `interface A {\n  a: string\n}\n  export const fail = (a: A | null) => a!.a\n`
  writeFileSync(join(folder, 'inner.ts'), inner)
  writeFileSync(source, "import { fail } from './inner.ts'\nexport const run = () => fail(null)\n")
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    format: 'esm',
    minifyWhitespace: true,
    sourcemap: map,
  })
  const { run } = (await import(pathToFileURL(outfile).href)) as { run: () => void }
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error('it did not fail')
}

test('a fault in a packed program is told by the line that was written', async () => {
  const error = await failingIn('mapped', 'external')
  assert.match(traceOf(error), /inner\.ts:4:\d+/)
  assert.match(traceOf(error), /mapped\.ts:2:\d+/)
  const lines: string[] = []
  createLogger((line) => lines.push(line)).error('request failed', error)
  assert.match(lines[0]!, /inner\.ts:4:\d+/)
})

test('without a map, and with one that is broken, the stack is told as it is', async () => {
  const bare = await failingIn('bare', false)
  assert.equal(traceOf(bare), bare.stack)
  const broken = await failingIn('broken', false)
  writeFileSync(join(folder, 'broken.mjs.map'), '{')
  assert.equal(traceOf(broken), broken.stack)
})
