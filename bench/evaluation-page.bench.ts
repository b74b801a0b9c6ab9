import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { startChild } from './serving/child.ts'
import { type Engine, onPGlite, onPostgres } from './serving/engines.ts'
import { measure, type Measured, servingNotes } from './serving/measure.ts'

const connections = 50

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
    rows: [
      ...(await onPGlite((engine) => onEngine(options, engine))),
      ...(await onPostgres((engine) => onEngine(options, engine))),
    ],
    notes: [
      ...servingNotes,
      '“peer” is the same bytes from a bare Hono route in a process of its own, under the same load.',
    ],
  }
}

async function onEngine(options: BenchOptions, { env, databasePid }: Engine): Promise<Row[]> {
  const asked = { connections, seconds: options.quick ? 2 : 3 }
  const { child, first: served } = await startChild<Served>('../evaluation-page/server.ts', env)
  const { child: peer, first: peerAt } = await startChild<{ port: number }>(
    '../evaluation-page/peer.ts',
    {},
  )
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
        const own = await measure(site, asked)
        await peer.tell({ kind: 'page', page: await pageAt(served, path) })
        const bare = await measure(
          { ...site, child: peer, port: peerAt.port, path: '/page', databasePid: null },
          asked,
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
