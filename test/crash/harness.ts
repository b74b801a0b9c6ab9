import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { House } from '../../src/house.ts'
import { startPostgres } from '../harness/postgres.ts'

/** Kills of each kind on each database; the bench of a release asks for 50. */
export const rounds = Number(process.env['WEFT_CRASH_ROUNDS'] ?? 5)

/** What of the demonstration those need whose work is killed; only a first start loads all of it. */
const worked: ReadonlySet<string> = new Set(['alliance', 'recognition'])

/** The house with the parts of the demonstration that a scenario needs. */
export function seededFor(scenario: string | undefined, house: House): House {
  if (scenario === 'start') return house
  return { ...house, manifests: house.manifests.filter(({ name }) => worked.has(name)) }
}

/** Where the killed processes keep their data. */
export interface Place {
  engine: 'pglite' | 'postgres'
  folder: string
  environment: Record<string, string>
  remove(): Promise<void>
}

/** What a process had said when it died. */
export interface Death {
  facts: Record<string, unknown>[]
  errors: string
  /** It had ended by itself before it could be killed. */
  ended: number | null
}

/** A data folder of its own, with a database of its own on a server that really syncs. */
export async function makePlace(engine: Place['engine']): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-crash-'))
  const server = engine === 'postgres' ? await startPostgres({ durable: true }) : null
  return {
    engine,
    folder,
    environment: {
      WEFT_MODE: 'demonstration',
      WEFT_DATA: join(folder, 'data'),
      ...(server ? { DATABASE_URL: server.url } : {}),
    },
    async remove() {
      await server?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Starts the child and kills it, some milliseconds after the first fact that `since` accepts. The
 * point comes from the round's seed, so that a failing round can be run again.
 */
export function runAndKill(
  place: Place,
  scenario: string,
  options: { since: (fact: Record<string, unknown>) => boolean; afterMilliseconds: number },
): Promise<Death> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--import', './scripts/loader.mjs', 'test/crash/child.ts', scenario],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: '', ...place.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const facts: Record<string, unknown>[] = []
  let errors = ''
  let armed = false
  child.stderr.on('data', (chunk) => (errors += chunk))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    // What a killed process said half is not said.
    const fact = parsed(line)
    if (fact === null) return
    facts.push(fact)
    if (armed || !options.since(fact)) return
    armed = true
    setTimeout(() => child.kill('SIGKILL'), options.afterMilliseconds)
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ facts, errors, ended: code }))
  })
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function parsed(line: string): Record<string, unknown> | null {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    return null
  }
}
