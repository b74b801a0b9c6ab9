import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'

const aims = { first: 60, later: 3 } as const
const giveUpSeconds = 300

/** The demonstration from nothing to ready, and ready again. */
export const claim =
  'After the install, the first start is ready in under 60 s and a later one in under 3 s, demonstration loaded'

/** Starts the program as people do, on an empty data folder and again on the filled one. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 1 : 3
  const first: number[] = []
  const later: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
    try {
      options.progress(`first start, round ${round + 1}`)
      first.push(await startOnce(folder))
      for (let again = 0; again < rounds; again += 1) {
        options.progress(`later start, round ${round + 1}`)
        later.push(await startOnce(folder))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  const rows = [rowOf('first start', first, aims.first), rowOf('later start', later, aims.later)]
  return {
    rows,
    notes: [
      'Seconds from starting the command to the first 200 of /readyz, asked every 20 ms; PGlite, files synced.',
    ],
    failed: rows.some((row) => row['median s'] >= row['aim s']),
  }
}

function rowOf(what: string, seconds: readonly number[], aim: number) {
  const sorted = seconds.toSorted((a, b) => a - b)
  return {
    what,
    starts: sorted.length,
    'fastest s': figure(sorted[0]!),
    'median s': figure(sorted[Math.floor(sorted.length / 2)]!),
    'slowest s': figure(sorted.at(-1)!),
    'aim s': aim,
  }
}

/** Starts the command, waits until it is ready, and stops it again. */
async function startOnce(folder: string): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [
      fileURLToPath(new URL('../scripts/weft.mjs', import.meta.url)),
      'start',
      '--demonstration',
      '--port',
      String(port),
    ],
    {
      env: { ...process.env, WEFT_DATA: folder, DATABASE_URL: '', WEFT_MODE: 'demonstration' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const said: string[] = []
  child.stderr?.on('data', (text: Buffer) => said.push(text.toString()))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    await untilReady(child, port, said)
    return (performance.now() - began) / 1000
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

async function untilReady(
  child: ChildProcess,
  port: number,
  said: readonly string[],
): Promise<void> {
  const until = performance.now() + giveUpSeconds * 1000
  while (performance.now() < until) {
    if (child.exitCode !== null)
      throw new Error(`The start ended with ${child.exitCode}:\n${said.join('')}`)
    const status = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      async (response) => (await response.text(), response.status),
      () => null,
    )
    if (status === 200) return
    await sleep(20)
  }
  throw new Error(`Not ready after ${giveUpSeconds} s:\n${said.join('')}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
