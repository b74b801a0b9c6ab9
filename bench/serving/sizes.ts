import { type BenchOptions, type BenchResult, figure } from '../bench.ts'
import { startChild } from './child.ts'
import { type Engine, onPGlite, onPostgres } from './engines.ts'
import { measure, servingNotes } from './measure.ts'

type Row = BenchResult['rows'][number]

/** What the server of a benchmark says first: where it listens, and whatever its pages need. */
interface Serving {
  port: number
  engine: string
}

/** A page that is asked for: what it is called in the table, its address, and the cookie of who opens it. */
export interface MeasuredPage {
  page: string
  path: string
  cookie: string
}

/** Pages of one server at growing stocks. */
export interface Growing<T extends Serving> {
  /** The server, beside `child.ts`. */
  server: string
  /** What grows, in the plural: the name of its column, and of the number that the server is told. */
  what: string
  sizes: string
  pages: (served: T) => MeasuredPage[]
  note: string
}

/** The options that every such benchmark takes. */
export function sizeOptions(what: string, sizes: string): Record<string, string> {
  return {
    postgres: `N,N,… how many ${what} on PostgreSQL (default ${sizes}; 0 leaves it out)`,
    pglite: `N,N,… how many ${what} on PGlite (default ${sizes}; 0 leaves it out)`,
    connections: 'N   requests at once (default 50)',
    seconds: 'N   how long each of the three rounds takes (default 3, with --quick 1)',
  }
}

/** Measures each page at each size, PGlite first; failed where a page asks more queries at a larger stock. */
export async function measureGrowing<T extends Serving>(
  asked: BenchOptions,
  growing: Growing<T>,
): Promise<BenchResult> {
  const rows: Row[] = []
  const [small, large] = ['pglite', 'postgres'].map((name) =>
    sizesOf(asked.given[name] ?? growing.sizes),
  ) as [number[], number[]]
  const at = (sizes: number[]) => (engine: Engine) => onEngine(asked, engine, growing, sizes)
  if (small.length > 0) rows.push(...(await onPGlite(at(small))))
  if (large.length > 0) rows.push(...(await onPostgres(at(large))))
  return {
    rows,
    notes: [...servingNotes, growing.note],
    failed: !rows.every((row) => Number(row['queries']) <= fewest(rows, row) + 1),
  }
}

/** As many queries as at the smallest size, and one for the record of who was shown, which is written after an answer. */
function fewest(rows: readonly Row[], { engine, page }: Row): number {
  const same = rows.filter((each) => each['engine'] === engine && each['page'] === page)
  return Math.min(...same.map(({ queries }) => Number(queries)))
}

function sizesOf(given: string): number[] {
  const sizes = given.split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 0)) throw new Error('sizes are whole')
  return sizes.filter((size) => size > 0).toSorted((a, b) => a - b)
}

async function onEngine<T extends Serving>(
  asked: BenchOptions,
  { env, databasePid }: Engine,
  { server, what, pages }: Growing<T>,
  sizes: readonly number[],
): Promise<Row[]> {
  const connections = Number(asked.given['connections'] ?? 50)
  const seconds = Number(asked.given['seconds'] ?? (asked.quick ? 1 : 3))
  const { child, first: served } = await startChild<T>(server, env)
  const rows: Row[] = []
  try {
    for (const size of sizes) {
      asked.progress(`${served.engine}: ${size} ${what}`)
      await child.tell({ kind: 'fill', [what]: size })
      for (const { page, path, cookie } of pages(served)) {
        const target = { child, port: served.port, cookie, path, databasePid }
        const took = await measure(target, { connections, seconds })
        rows.push({
          engine: served.engine,
          page,
          [what]: size,
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
