import type { BenchOptions } from '../bench.ts'
import { homeFolds, spread } from './folds.ts'
import type { MappingRow, Mappings } from './mappings.ts'
import { type CaseHits, fitOn, hitsOf, ownRanker, recallOf } from './measure.ts'
import { miniSearch, miniSearchSettings, type MiniSearchSetting, trigrams } from './peers.ts'

/** Recall of one method on the cases of one split. */
export type MethodFigures = ReturnType<typeof recallOf> & { name: string }

/** One file, split in one way; the first method is Weft as it is claimed. */
export interface SplitFigures {
  file: string
  layout: Mappings['layout']
  split: 'home courses' | 'hosts'
  cases: number
  pool: number
  folds: number
  methods: readonly MethodFigures[]
}

const folds = 5
const seed = 20_261_125

/** Fewer rows than these teach no weights: the shipped ones are measured alone. */
const fewestToFit = 300

/** The files to which the shipped weights were fitted. */
const fittedTo = new Set(['nus-exchange-mappings.jsonl', 'ucb-assist-articulations.csv'])

/** Measures Weft and its peers on a file, split by home course and by host. */
export async function measureFile(
  file: string,
  mappings: Mappings,
  url: string | null,
  options: BenchOptions,
): Promise<SplitFigures[]> {
  const byHome = homeFolds(mappings, folds, seed)
  const hosts = [...new Set(mappings.rows.map((row) => row.hosts[0]!.institution))]
  const byHost = spread(
    hosts.map((name) => [name]),
    folds,
    seed,
  )
  const peers = await peerHits(file, mappings, url, options)
  const shippedName = fittedTo.has(file)
    ? 'Weft as shipped (fitted to this file)'
    : 'Weft as shipped'
  const results: SplitFigures[] = []
  for (const split of ['home courses', 'hosts'] as const) {
    const foldOf = (row: MappingRow) =>
      split === 'home courses' ? byHome.get(row.homeCode)! : byHost.get(row.hosts[0]!.institution)!
    const fitted: CaseHits[] = []
    const shipped: CaseHits[] = []
    const fits = mappings.rows.length >= fewestToFit && !options.quick
    for (let fold = 0; fold < folds; fold += 1) {
      options.progress(`${file}: ${split}, part ${fold + 1} of ${folds}`)
      const taught = mappings.rows.filter((row) => foldOf(row) !== fold)
      const asked = mappings.rows.filter((row) => foldOf(row) === fold)
      shipped.push(...(await hitsOf(asked, ownRanker(mappings, taught))))
      if (!fits) continue
      const weights = fitOn(mappings, taught, byHome, byHost)
      fitted.push(...(await hitsOf(asked, ownRanker(mappings, taught, weights))))
    }
    results.push({
      file,
      layout: mappings.layout,
      split,
      cases: mappings.rows.length,
      pool: mappings.pool.length,
      folds,
      methods: [
        ...(fits ? [{ name: 'Weft, fitted to the other parts', ...recallOf(fitted) }] : []),
        { name: shippedName, ...recallOf(shipped) },
        ...peers,
      ],
    })
  }
  return results
}

async function peerHits(
  file: string,
  mappings: Mappings,
  url: string | null,
  options: BenchOptions,
): Promise<MethodFigures[]> {
  options.progress(`${file}: peers`)
  const titled = mappings.layout === 'exchange'
  const read = (course: { code: string; titles: Readonly<Partial<Record<string, string>>> }) =>
    titled ? (Object.values(course.titles)[0] ?? '') : course.code
  const tried: MethodFigures[] = []
  for (const setting of Object.keys(miniSearchSettings) as MiniSearchSetting[]) {
    const hits = await hitsOf(mappings.rows, miniSearch(mappings.pool, setting, read))
    tried.push({ name: `BM25 (MiniSearch, ${setting})`, ...recallOf(hits) })
  }
  const bm25 = tried.toSorted((a, b) => b.at10 - a.at10 || b.at1 - a.at1)[0]!
  if (url === null) return [bm25]
  const server = await trigrams(url, mappings.pool, read)
  try {
    const hits = await hitsOf(mappings.rows, server.ranker)
    return [bm25, { name: 'trigrams (PostgreSQL)', ...recallOf(hits) }]
  } finally {
    await server.close()
  }
}
