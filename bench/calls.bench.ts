import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigner } from '#kernel/chronicle'
import { isRefused } from '#kernel/database'
import { createLogger } from '#kernel/http'
import { signInAsDemonstrationPerson } from '#kernel/identity'
import { manifestsOf, openSite } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { joinHouse, migrationSources } from '../src/house.ts'
import { scoresFor } from '../src/modules/calls/queries/reviews.ts'
import { callById } from '../src/modules/calls/queries/calls.ts'
import { openTestDatabase } from '../test/harness/database.ts'
import { startPostgres } from '../test/harness/postgres.ts'
import { csrfOf, formBody } from '../test/harness/site.ts'
import { type BenchOptions, type BenchResult, figure, percentile } from './bench.ts'
import { fill } from './calls/stock.ts'

/** The list of a call, its scores and its decision run, against how many applied, on both databases. */
export const claim =
  'A call of 10,000 applications and 50,000 reviews: the list, the scores and the proposal ask as many queries as at 100, the decision run two more for each 500 that it decides'

/** Entries that the chronicle takes in one insert, with a second insert for their order. */
const entriesPerInsert = 500

type Row = BenchResult['rows'][number]

/** Measures on PGlite, then on PostgreSQL. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const rows = await onEngine(options, 'PGlite')
  const server = await startPostgres()
  try {
    rows.push(...(await onEngine(options, 'PostgreSQL', server.url)))
  } finally {
    await server.stop()
  }
  // The record of who was shown is written within a quarter of a second after an answer: now and then in a request later.
  const least = (what: string) =>
    Math.min(...rows.filter((row) => row['what'] === what).map(({ queries }) => Number(queries)))
  const isFlat = ({ what, queries, applications }: Row) =>
    Number(queries) <=
    least(String(what)) +
      (what === 'decision run' ? 2 * Math.ceil(Number(applications) / entriesPerInsert) : 1)
  return {
    rows,
    notes: [
      'ms: the median over the repetitions, wall clock, whole requests in process (the decision run once).',
      '“queries” are the statements of one request, sign-in and frame included.',
      'The decision run writes one decision and one entry of the chronicle for each application.',
    ],
    failed: !rows.every(isFlat),
  }
}

async function onEngine(options: BenchOptions, engine: string, url?: string): Promise<Row[]> {
  const rows: Row[] = []
  const base = await openTestDatabase(migrationSources(manifestsOf()), url)
  try {
    for (const applications of options.quick ? [100, 1_000] : [100, 1_000, 10_000]) {
      options.progress(`${engine}: ${applications} applications`)
      rows.push(...(await measured(await base.clone(), { engine, applications }, options)))
    }
  } finally {
    await base.close()
  }
  return rows
}

async function measured(
  database: Awaited<ReturnType<Awaited<ReturnType<typeof openTestDatabase>>['clone']>>,
  size: { engine: string; applications: number },
  options: BenchOptions,
): Promise<Row[]> {
  const now = new Date('2026-11-22T09:00:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
  const site = await siteOn(database, folder, now)
  try {
    const { callId, coordinatorId } = await fill(database, {
      applications: size.applications,
      now,
    })
    const cookie = await signIn(site, coordinatorId, now)
    const list = `/en/calls/${callId}/applications`
    const selection = `/en/calls/${callId}/selection`
    const get = (path: string) => answered(site, path, { cookie })
    const repetitions = options.quick ? 3 : 9
    const rows: Row[] = []
    const add = (what: string, took: Took) =>
      rows.push({ ...size, what, ms: figure(took.ms), queries: took.queries })
    add('list', await repeated(site, repetitions, () => get(list)))
    const context = {
      actor: { kind: 'system', name: 'bench' } as const,
      now,
      language: 'en' as const,
    }
    const scores = await repeated(site, repetitions, () =>
      site.services.runner.perform(context, async (work) => {
        const call = await callById(work, callId)
        return scoresFor(work, call!)
      }),
    )
    add('scores', scores)
    add('proposal', await repeated(site, repetitions, () => get(selection)))
    const csrf = csrfOf(await get(selection))
    const body = formBody({ csrf, seen: '0' })
    add(
      'decision run',
      await repeated(site, 1, () => answered(site, selection, { cookie, method: 'POST', body })),
    )
    return rows
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Took {
  ms: number
  queries: number
}

type BenchSite = Awaited<ReturnType<typeof siteOn>>

async function repeated(
  site: BenchSite,
  times: number,
  act: () => Promise<unknown>,
): Promise<Took> {
  const all: number[] = []
  let queries = 0
  if (times > 1) await act()
  for (let turn = 0; turn < times; turn += 1) {
    const before = site.house.database.queryCount()
    const started = performance.now()
    await act()
    all.push(performance.now() - started)
    queries = site.house.database.queryCount() - before
  }
  return { ms: percentile(all, 0.5), queries }
}

async function siteOn(
  database: Parameters<typeof joinHouse>[0]['database'],
  folder: string,
  now: Date,
) {
  const config = readConfig({
    WEFT_MODE: 'demonstration',
    WEFT_ORIGIN: 'http://localhost:8040',
    WEFT_DATA: folder,
    WEFT_JOBS: '0',
    WEFT_REQUESTS_PER_MINUTE: '0',
    WEFT_SECRET: 'a secret of at least thirty-two characters',
  })
  if (Array.isArray(config)) throw new Error(config.map(({ variable }) => variable).join(', '))
  const house = await joinHouse({
    config,
    manifests: manifestsOf(),
    database,
    signer: await createSigner(join(folder, 'keys')),
    secret: Buffer.from(config.secret ?? '', 'utf8'),
  })
  return openSite(
    house,
    createLogger(() => {}),
    () => now,
  )
}

async function signIn(site: BenchSite, personId: string, now: Date): Promise<string> {
  const context = {
    actor: { kind: 'system', name: 'bench' } as const,
    now,
    language: 'en' as const,
  }
  const started = await site.services.runner.perform(context, (work) =>
    signInAsDemonstrationPerson(work, site.services.identity, {
      personId,
      device: { label: 'bench', network: '192.0.2.7', lasting: false },
    }),
  )
  if (isRefused(started)) throw new Error(started.message.key)
  return `weft=${started.token}`
}

async function answered(
  site: BenchSite,
  path: string,
  options: { cookie: string; method?: string; body?: URLSearchParams },
): Promise<string> {
  const { origin } = site.house.config
  const answer = await site.http.request(new URL(path, origin).href, {
    method: options.method ?? 'GET',
    redirect: 'manual',
    headers: {
      cookie: options.cookie,
      ...(options.method ? { origin, 'sec-fetch-site': 'same-origin' } : {}),
    },
    ...(options.body ? { body: options.body } : {}),
  })
  if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}
