import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { startChild } from './serving/child.ts'
import { type Engine, onPGlite, onPostgres } from './serving/engines.ts'
import { measure, servingNotes } from './serving/measure.ts'

/** What an office of exchanges has open all day, against how many stays there ever were, on both databases. */
export const claim =
  'The coordinator’s list, with and without filters, the dashboard and a learning agreement cost the same at 1,000,000 stays as at 10,000, at 50 connections'

/** The full claim: `-- --postgres 10000,100000,1000000 --pglite 10000,100000`. */
export const options = {
  postgres: 'N,N,… how many stays on PostgreSQL (default 1000,10000; 0 leaves it out)',
  pglite: 'N,N,… how many stays on PGlite (default 1000,10000; 0 leaves it out)',
  connections: 'N   requests at once (default 50)',
  seconds: 'N   how long each of the three rounds takes (default 3, with --quick 1)',
}

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
  const [small, large] = [sizesOf(asked.given['pglite']), sizesOf(asked.given['postgres'])]
  if (small.length > 0) rows.push(...(await onPGlite((engine) => onEngine(asked, engine, small))))
  if (large.length > 0) rows.push(...(await onPostgres((engine) => onEngine(asked, engine, large))))
  return {
    rows,
    notes: [
      ...servingNotes,
      'One stay in twenty is of the running year; the reader’s institution has a tenth of all, out and in.',
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
  ['dashboard', '/en/mobility/figures?year=2026/2027'],
  ['agreement', `/en/mobility/${mobilityId}/agreement`],
]

async function onEngine(
  asked: BenchOptions,
  { env, databasePid }: Engine,
  sizes: readonly number[],
): Promise<Row[]> {
  const connections = Number(asked.given['connections'] ?? 50)
  const seconds = Number(asked.given['seconds'] ?? (asked.quick ? 1 : 3))
  const { child, first: served } = await startChild<Served>('../mobility/server.ts', env)
  const rows: Row[] = []
  try {
    for (const mobilities of sizes) {
      asked.progress(`${served.engine}: ${mobilities} stays`)
      await child.tell({ kind: 'fill', mobilities })
      for (const [page, path] of pagesOf(served)) {
        const target = { child, port: served.port, cookie: served.cookie, path, databasePid }
        const took = await measure(target, { connections, seconds })
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
