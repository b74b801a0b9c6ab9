import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/harness/postgres.ts'
import type { BenchOptions, BenchResult } from './bench.ts'
import { figure } from './bench.ts'
import { type Child, startChild, treeCpuMs, type Usage } from './evaluation-page/child.ts'
import { load, medianRound, type Round } from './evaluation-page/load.ts'

const connections = 50
const rounds = 3

type Row = BenchResult['rows'][number]

interface Served {
  port: number
  cookie: string
  casePath: string
  queuePath: string
  engine: string
}

/** The pages that an evaluator has open all day, against how much is stored, on both databases. */
export const claim =
  'The evaluation page and the queue at 50 connections cost the same however much is stored, beside a bare Hono route that sends the same bytes'

/** Measures both pages on both databases, at each size of the store. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  return {
    rows: [...(await onPGlite(options)), ...(await onPostgres(options))],
    notes: [
      'p50 and p99 in ms; CPU in ms a request: the server’s process with its threads, beside it PostgreSQL’s own processes.',
      '“peer” is the same bytes from a bare Hono route in a process of its own, under the same load.',
      'The load generator shares the cores with the servers.',
    ],
  }
}

async function onPGlite(options: BenchOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
  try {
    return await onEngine(options, { WEFT_DATA: folder, DATABASE_URL: '' }, null)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function onPostgres(options: BenchOptions): Promise<Row[]> {
  const server = await startPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
  try {
    return await onEngine(options, { WEFT_DATA: folder, DATABASE_URL: server.url }, server.pid)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function onEngine(
  options: BenchOptions,
  env: Record<string, string>,
  databasePid: number | null,
): Promise<Row[]> {
  const { child, first: served } = await startChild<Served>('server.ts', env)
  const { child: peer, first: peerAt } = await startChild<{ port: number }>('peer.ts', {})
  const rows: Row[] = []
  try {
    for (const transcripts of options.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]) {
      options.progress(`${served.engine}: ${transcripts} transcripts`)
      await child.tell({ kind: 'fill', transcripts })
      for (const [page, path] of [
        ['case', served.casePath],
        ['queue', served.queuePath],
      ] as const) {
        const site = { child, port: served.port, path, cookie: served.cookie, databasePid }
        const own = await measure(site, options)
        await peer.tell({ kind: 'page', page: await pageAt(served, path) })
        const bare = await measure(
          { ...site, child: peer, port: peerAt.port, path: '/page', databasePid: null },
          options,
        )
        rows.push(rowOf({ engine: served.engine, page, transcripts }, own, bare))
      }
    }
    return rows
  } finally {
    await peer.stop()
    await child.stop()
  }
}

interface Target {
  child: Child
  port: number
  path: string
  cookie: string
  databasePid: number | null
}

interface Measured extends Round {
  cpuMs: number
  databaseCpuMs: number
  queries: number
}

/** A round to warm up, then three; the middle one counts. */
async function measure(target: Target, options: BenchOptions): Promise<Measured> {
  const address = `http://127.0.0.1:${target.port}`
  const asked = { path: target.path, cookie: target.cookie, connections }
  await load(address, { ...asked, seconds: 1 })
  const measured: Measured[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await usageOf(target)
    const result = await load(address, { ...asked, seconds: options.quick ? 2 : 3 })
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

async function usageOf({ child, databasePid }: Target): Promise<Usage & { databaseMs: number }> {
  const usage = await child.tell<Usage>({ kind: 'usage' })
  return { ...usage, databaseMs: databasePid === null ? 0 : treeCpuMs(databasePid) }
}

async function pageAt(served: Served, path: string) {
  const response = await fetch(`http://127.0.0.1:${served.port}${path}`, {
    headers: { cookie: served.cookie, 'accept-encoding': 'identity' },
  })
  const keep = ['content-type', 'content-security-policy', 'cache-control']
  const headers = Object.fromEntries(
    keep.flatMap((name) => [[name, response.headers.get(name) ?? '']]),
  )
  return { body: await response.text(), headers }
}

function rowOf(
  what: { engine: string; page: string; transcripts: number },
  own: Measured,
  bare: Measured,
): Row {
  return {
    ...what,
    'requests/s': figure(own.perSecond),
    p50: figure(own.p50),
    p99: figure(own.p99),
    CPU: figure(own.cpuMs),
    'database CPU': figure(own.databaseCpuMs),
    queries: figure(own.queries),
    'peer requests/s': figure(bare.perSecond),
    'peer CPU': figure(bare.cpuMs),
    'CPU × peer': figure((own.cpuMs + own.databaseCpuMs) / bare.cpuMs),
  }
}
