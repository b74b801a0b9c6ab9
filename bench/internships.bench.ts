import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { startChild } from './serving/child.ts'
import { type Engine, onPGlite, onPostgres } from './serving/engines.ts'
import { measure, servingNotes } from './serving/measure.ts'

/** What an office of internships, a student and whoever looks at a host open, against how many placements there ever were. */
export const claim =
  'The board, a student’s page and a host’s page cost the same at 50,000 placements with 2,000,000 lines of hours as at a tenth, at 50 connections'

/** The full claim on both databases: `-- --postgres 5000,50000 --pglite 5000,50000`. */
export const options = {
  postgres: 'N,N,… how many placements on PostgreSQL (default 5000,50000; 0 leaves it out)',
  pglite: 'N,N,… how many placements on PGlite (default 5000,50000; 0 leaves it out)',
  connections: 'N   requests at once (default 50)',
  seconds: 'N   how long each of the three rounds takes (default 3, with --quick 1)',
}

type Row = BenchResult['rows'][number]

interface Served {
  port: number
  cookie: string
  studentCookie: string
  placementId: string
  hostId: string
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
      'Forty lines of hours a placement; one placement in ten runs, and the reader’s institution has a twentieth of all.',
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
  const sizes = (given ?? '5000,50000').split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 0)) throw new Error('sizes are whole')
  return sizes.filter((size) => size > 0).toSorted((a, b) => a - b)
}

/** The pages, by what they are called in the table, and who opens them. */
const pagesOf = ({ placementId, hostId, ...served }: Served): [string, string, string][] => [
  ['board', '/en/internships/board', served.cookie],
  ['board, one step', '/en/internships/board?step=running', served.cookie],
  ['student', `/en/internships/placements/${placementId}`, served.studentCookie],
  ['journal', `/en/internships/placements/${placementId}/journal`, served.studentCookie],
  ['host', `/en/internships/hosts/${hostId}`, served.cookie],
]

async function onEngine(
  asked: BenchOptions,
  { env, databasePid }: Engine,
  sizes: readonly number[],
): Promise<Row[]> {
  const connections = Number(asked.given['connections'] ?? 50)
  const seconds = Number(asked.given['seconds'] ?? (asked.quick ? 1 : 3))
  const { child, first: served } = await startChild<Served>('../internships/server.ts', env)
  const rows: Row[] = []
  try {
    for (const placements of sizes) {
      asked.progress(`${served.engine}: ${placements} placements`)
      await child.tell({ kind: 'fill', placements })
      for (const [page, path, cookie] of pagesOf(served)) {
        const target = { child, port: served.port, cookie, path, databasePid }
        const took = await measure(target, { connections, seconds })
        rows.push({
          engine: served.engine,
          page,
          placements,
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
