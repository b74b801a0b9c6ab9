import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../test/harness/postgres.ts'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { seeded } from './suggestions/folds.ts'
import { acrossLanguages, chinesePairs, thaiPairs } from './suggestions/languages.ts'
import { type MappingRow, type Mappings, readMappings } from './suggestions/mappings.ts'
import { fitAll } from './suggestions/fit-all.ts'
import { miniSearch, trigrams } from './suggestions/peers.ts'
import { ownSpeed, peerSpeed, poolOfSize } from './suggestions/speed.ts'
import { measureFile, type SplitFigures } from './suggestions/splits.ts'

export const claim =
  'Home courses suggested for host courses are found more often than by BM25 (MiniSearch) and by PostgreSQL trigrams over titles, in under 20 ms over 50,000 courses'

export const options = {
  mappings: 'FILE  decided mappings in either layout, instead of the files in the data folder',
  data: 'FOLDER  where nus-exchange-mappings.jsonl and the others lie (../shared/data)',
  fit: 'titles|codes  fits the shipped weights anew to the file given and prints them',
} as const

const files = ['nus-exchange-mappings.jsonl', 'ucb-assist-articulations.csv'] as const
const thaiFile = 'chula-2-2562-courses.jsonl'
const mostMilliseconds = 20
const bigCatalogue = 50_000

type Row = BenchResult['rows'][number]

/** Measures recall on each file and split, across languages, and the time over a big catalogue. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const folder =
    options.given['data'] ?? fileURLToPath(new URL('../../shared/data/', import.meta.url))
  const place = (name: string) => `${folder.replace(/\/$/, '')}/${name}`
  const wanted = options.given['mappings'] ? [options.given['mappings']] : files.map(place)
  const missing = [...wanted, place(thaiFile)].filter((path) => !existsSync(path))
  const there = wanted.filter((path) => existsSync(path))
  if (options.given['mappings'] && there.length === 0) throw new Error(`There is no ${wanted[0]}`)
  if (options.given['fit']) return fitAll(there, options)
  const server = await startServer(options)
  try {
    const measured: SplitFigures[] = []
    const read: Mappings[] = []
    for (const path of there) {
      const mappings = readMappings(path)
      read.push(mappings)
      measured.push(...(await measureFile(basename(path), mappings, server?.url ?? null, options)))
    }
    const languages = languageFigures(existsSync(place(thaiFile)) ? place(thaiFile) : null, options)
    const speed = await speedFigures(read, place(thaiFile), server?.url ?? null, options)
    return {
      rows: [...measured.flatMap(rowsOf), ...languages.map(languageRow), ...speed.rows],
      notes: notesFor(missing, server !== null),
      figures: { splits: measured, languages, speed: speed.figures, missing },
      failed:
        measured.some((each) => !isAhead(each)) ||
        (speed.figures.weft?.cpuMs ?? 0) >= mostMilliseconds,
    }
  } finally {
    await server?.stop()
  }
}

async function startServer(options: BenchOptions) {
  try {
    return await startPostgres()
  } catch (error) {
    options.progress(`No PostgreSQL, so no trigrams: ${(error as Error).message.split('\n')[0]}`)
    return null
  }
}

/** Ahead of every peer at every depth. */
function isAhead({ methods }: SplitFigures): boolean {
  const [own, ...peers] = methods
  return peers.every(
    (peer) =>
      peer.name.startsWith('Weft') ||
      (own!.at1 > peer.at1 && own!.at5 > peer.at5 && own!.at10 > peer.at10),
  )
}

function rowsOf({ file, split, cases, pool, methods }: SplitFigures): Row[] {
  const own = methods[0]!
  return methods.map((method) => ({
    file,
    split,
    rows: cases,
    pool,
    method: method.name,
    '@1': figure(method.at1),
    '@5': figure(method.at5),
    '@10': figure(method.at10),
    '95 % of @10': `${figure(method.bounds.at10[0])}–${figure(method.bounds.at10[1])}`,
    'Weft × @1': figure(own.at1 / method.at1),
    'Weft × @10': figure(own.at10 / method.at10),
    'p50 ms': null,
    'p99 ms': null,
    MB: null,
  }))
}

function languageFigures(thai: string | null, options: BenchOptions) {
  const folds = 5
  const figures: (ReturnType<typeof acrossLanguages> & { file: string; split: string })[] = []
  const more = thai ? thaiPairs(thai).map(([, english]) => english) : []
  if (thai) {
    options.progress('Thai titles against English ones')
    const pairs = thaiPairs(thai)
    const found = acrossLanguages('th', pairs, { more: [], folds, skipTuned: true })
    figures.push({ file: basename(thai), split: 'Thai to English, held back', ...found })
  }
  options.progress('Chinese titles against English ones')
  const own = { folds, skipTuned: false }
  const small = acrossLanguages('zh-Hans', chinesePairs(), { ...own, more: [] })
  const split = 'Chinese to English, held back'
  figures.push({ file: 'chinese-titles.tsv', split, ...small })
  if (more.length > 0) {
    const big = acrossLanguages('zh-Hans', chinesePairs(), { ...own, more })
    figures.push({ file: 'chinese-titles.tsv', split: `${split}, larger pool`, ...big })
  }
  return figures
}

function languageRow(each: ReturnType<typeof languageFigures>[number]): Row {
  return {
    file: each.file,
    split: each.split,
    rows: each.cases,
    pool: each.pool,
    method: 'Weft',
    '@1': figure(each.at1),
    '@5': figure(each.at5),
    '@10': figure(each.at10),
    '95 % of @10': `${figure(each.bounds.at10[0])}–${figure(each.bounds.at10[1])}`,
    'Weft × @1': null,
    'Weft × @10': null,
    'p50 ms': null,
    'p99 ms': null,
    MB: null,
  }
}

async function speedFigures(
  read: readonly Mappings[],
  thai: string,
  url: string | null,
  options: BenchOptions,
) {
  options.progress(`${bigCatalogue} courses`)
  const titled = read.filter(({ layout }) => layout === 'exchange')
  const rows: readonly MappingRow[] = titled.flatMap((each) => each.rows)
  const hosts = rows.flatMap((row) => row.hosts)
  const bilingual = existsSync(thai)
    ? thaiPairs(thai).map(([th, en]) => ({
        code: '',
        titles: { en: capitalised(en), th },
        credit: 3,
      }))
    : chinesePairs().map(([zh, en]) => ({ code: '', titles: { en, 'zh-Hans': zh }, credit: 3 }))
  const real = [...titled.flatMap((each) => each.pool), ...hosts, ...bilingual].filter(
    ({ titles }) => Object.keys(titles).length > 0,
  )
  const pool = poolOfSize(real, bigCatalogue)
  const random = seeded(20)
  const asked = (hosts.length > 0 ? hosts : pool.map((each) => ({ institution: 'x', ...each })))
    .map((host) => ({ host, place: random() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, options.quick ? 200 : 1000)
    .map(({ host }) => host)
  const weft = ownSpeed(pool, rows, asked)
  const title = (course: { titles: Readonly<Partial<Record<string, string>>> }) =>
    Object.values(course.titles)[0] ?? ''
  const bm25 = await peerSpeed(miniSearch(pool, 'prefix, fuzzy 0.2', title), asked.slice(0, 200))
  const server = url === null ? null : await trigrams(url, pool, title).catch(() => null)
  const trigram = server && (await peerSpeed(server.ranker, asked.slice(0, 200)))
  await server?.close()
  return {
    figures: { courses: pool.length, questions: asked.length, weft, bm25, trigram },
    rows: [
      speedRow('Weft', weft, asked.length, weft.memoryMb),
      speedRow('BM25 (MiniSearch)', bm25, 200, null),
      ...(trigram ? [speedRow('trigrams (PostgreSQL)', trigram, 200, null)] : []),
    ],
  }
}

function capitalised(title: string): string {
  return title.toLowerCase().replace(/^./, (letter) => letter.toUpperCase())
}

function speedRow(
  method: string,
  speed: { p50: number; p99: number },
  questions: number,
  memory: number | null,
): Row {
  return {
    file: 'titles of all files',
    split: 'time a question',
    rows: questions,
    pool: bigCatalogue,
    method,
    '@1': null,
    '@5': null,
    '@10': null,
    '95 % of @10': null,
    'Weft × @1': null,
    'Weft × @10': null,
    'p50 ms': figure(speed.p50),
    'p99 ms': figure(speed.p99),
    MB: memory === null ? null : figure(memory),
  }
}

function notesFor(missing: readonly string[], server: boolean): string[] {
  return [
    'Recall: every host course of a row is asked for by itself; a row counts once, each of its courses an equal share of it, whether the file means them as alternatives or together. The pool is every home course of the file.',
    'Home courses: five parts by home course, codes of one combination and cross-listed ones together; each part is asked with weights and decisions of the other four alone. Hosts: the same by host institution, where home courses are known from others.',
    '“As shipped” are the weights in the code; where they were fitted to this very file, the row says so.',
    'BM25 shows the best of three settings of MiniSearch on the cases themselves, trigrams the order of PostgreSQL’s <->. Where a file has no titles, all are given the codes.',
    '95 %: home courses drawn again a thousand times.',
    ...(server ? [] : ['No PostgreSQL server was found: trigrams are not measured.']),
    ...missing.map((path) => `Not there, so not measured: ${basename(path)}`),
  ]
}
