import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#kernel/database'
import { verifyChronicle } from './index.ts'

const entries = 120
const fixture = fileURLToPath(new URL('killed.fixture.ts', import.meta.url))

test('a process killed while it handles entries loses none and repeats none', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'weft-killed-'))
  try {
    for (const handled of [5, 40]) await runUntil(directory, handled)
    await runUntil(directory, Number.POSITIVE_INFINITY)
    const database = await openDatabase({ dataDirectory: directory })
    const { rows } = await database.execute(
      `select object_id, count(*) as n from chronicle_entries where object_kind = 'copy' group by object_id`,
    )
    const report = await verifyChronicle(database, new Map())
    await database.close()
    assert.equal(rows.length, entries)
    assert.ok(rows.every((row) => row['n'] === 1n))
    assert.deepEqual([report.ok, report.entries], [true, BigInt(2 * entries)])
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
})

/** Runs the fixture and kills it in the middle of the n-th entry of this run; without end it must finish well. */
async function runUntil(directory: string, handled: number): Promise<void> {
  const child = spawn(process.execPath, [fixture, directory, String(entries)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let seen = 0
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.length
    if (seen >= handled) child.kill('SIGKILL')
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (handled === Number.POSITIVE_INFINITY) assert.equal(code, 0)
  else assert.equal(code, null)
}
