import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/harness/postgres.ts'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { type Child, startChild, treeCpuMs, type Usage } from './evaluation-page/child.ts'
import { load, medianRound, type Round } from './evaluation-page/load.ts'

/** What an office of exchanges has open all day, against how many stays there ever were, on both databases. */
export const claim =
  'The coordinator’s list, with and without filters, and a learning agreement cost the same at 1,000,000 stays as at 10,000, at 50 connections'

/** The full claim: `-- --postgres 10000,100000,1000000 --pglite 10000,100000`. */
export const options = {
  postgres: 'N,N,… how many stays on PostgreSQL (default 1000,10000; 0 leaves it out)',
  pglite: 'N,N,… how many stays on PGlite (default 1000,10000; 0 leaves it out)',
  connections: 'N   requests at once (default 50)',
  seconds: 'N   how long each of the three rounds takes (default 3, with --quick 1)',
}

const rounds = 3
type Row = BenchResult['rows'][number]

interface Served {
  port: number
  cookie: string
  partnerId: string
  mobilityId: string
  engine: string
}

/** Measures each page at each size, PGlite first. */
export async function run(asked: BenchOptions): Promise<BenchResult> {
  const rows: Row[] = []
  const [onPGlite, onPostgres] = [sizesOf(asked.given['pglite']), sizesOf(asked.given['postgres'])]
  if (onPGlite.length > 0) {
    const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
    const env = { WEFT_DATA: folder, DATABASE_URL: '' }
    rows.push(...(await onEngine(asked, { env, pid: null, sizes: onPGlite })))
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  if (onPostgres.length > 0) {
    const server = await startPostgres()
    const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
    try {
      const env = { WEFT_DATA: folder, DATABASE_URL: server.url }
      rows.push(...(await onEngine(asked, { env, pid: server.pid, sizes: onPostgres })))
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  return {
    rows,
    notes: [
      'p50 and p99 in ms; CPU in ms a request: the server’s process with its threads, beside it PostgreSQL’s own processes.',
      'One stay in twenty is of the running year; the reader’s institution has a tenth of all, out and in.',
      'The load generator shares the cores with the servers.',
    ],
    failed: !rows.every((row) => Number(row['queries']) <= fewest(rows, row) + 1),
  }
}

/** As many queries as at the smallest size, and one for the record of who was shown, which is written after an answer. */
function fewest(rows: readonly Row[], { engine, page }: Row): number {
  const same = rows.filter((each) => each['engine'] === engine && each['page'] === page)
  return Math.min(...same.map(({ queries }) => Number(queries)))
}

function sizesOf(given: string | undefined): number[] {
  const sizes = (given ?? '1000,10000').split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 0)) throw new Error('sizes are whole')
  return sizes.filter((size) => size > 0).toSorted((a, b) => a - b)
}

/** The pages, by what they are called in the table. */
const pagesOf = ({ partnerId, mobilityId }: Served): [string, string][] => [
  ['list', '/en/mobility'],
  ['list, late', '/en/mobility?late=yes'],
  ['list, partner and year', `/en/mobility?partner=${partnerId}&year=2026/2027`],
  ['list, old year', '/en/mobility?year=2010/2011&direction=in'],
  ['list, page 10', '/en/mobility?page=10'],
  ['agreement', `/en/mobility/${mobilityId}/agreement`],
]

async function onEngine(
  asked: BenchOptions,
  { env, pid, sizes }: { env: Record<string, string>; pid: number | null; sizes: number[] },
): Promise<Row[]> {
  const { child, first: served } = await startChild<Served>('../mobility/server.ts', env)
  const rows: Row[] = []
  try {
    for (const mobilities of sizes) {
      asked.progress(`${served.engine}: ${mobilities} stays`)
      await child.tell({ kind: 'fill', mobilities })
      for (const [page, path] of pagesOf(served)) {
        const target = { child, port: served.port, cookie: served.cookie, path, pid }
        const took = await measure(target, asked)
        rows.push({
          engine: served.engine,
          page,
          mobilities,
          'requests/s': figure(took.perSecond),
          p50: figure(took.p50),
          p99: figure(took.p99),
          CPU: figure(took.cpuMs),
          'database CPU': figure(took.databaseCpuMs),
          queries: Math.round(took.queries),
        })
      }
    }
    return rows
  } finally {
    await child.stop()
  }
}

interface Target {
  child: Child
  port: number
  path: string
  cookie: string
  pid: number | null
}

interface Measured extends Round {
  cpuMs: number
  databaseCpuMs: number
  queries: number
}

/** A round to warm up, then three; the middle one counts. */
async function measure(target: Target, { quick, given }: BenchOptions): Promise<Measured> {
  const address = `http://127.0.0.1:${target.port}`
  const connections = Number(given['connections'] ?? 50)
  const seconds = Number(given['seconds'] ?? (quick ? 1 : 3))
  const wanted = { path: target.path, cookie: target.cookie, connections, seconds }
  await load(address, { ...wanted, seconds: 1 })
  const measured: Measured[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await usageOf(target)
    const result = await load(address, wanted)
    const after = await usageOf(target)
    const each = (value: number) => value / result.requests
    measured.push({
      ...result,
      cpuMs: each((after.cpuMicroseconds - before.cpuMicroseconds) / 1000),
      databaseCpuMs: each(after.databaseMs - before.databaseMs),
      queries: each(after.queries - before.queries),
    })
  }
  return medianRound(measured)
}

async function usageOf({ child, pid }: Target): Promise<Usage & { databaseMs: number }> {
  const usage = await child.tell<Usage>({ kind: 'usage' })
  return { ...usage, databaseMs: pid === null ? 0 : treeCpuMs(pid) }
}
