import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSigner } from '#kernel/chronicle'
import type { Database } from '#kernel/database'
import type { Manifest, Route } from '#kernel/http'
import { createLogger } from '#kernel/http'
import { manifestsOf, openSite, type Site } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { joinHouse, migrationSources } from '../../src/house.ts'
import { openTestDatabase } from '../harness/database.ts'

/** The header by which a request asks only whether it gets as far as the handler. */
export const probeHeader = 'x-matrix-probe'

/** A site whose handlers can be asked without being run, with a clock that the test moves. */
export interface MatrixSite {
  site: Site
  database: Database
  routes: readonly Route[]
  clock: { now: Date }
  /** The route of the handler that the last request reached, or null. */
  reached(): Route | null
  /** Forgets what was reached, and asks. */
  ask(path: string, init?: RequestInit): Promise<Response>
  /** What the log said of errors. */
  errors: string[]
  close(): Promise<void>
}

/** Opens the program's own site over PGlite in memory, or over a scratch database of the server that `url` names. */
export async function openMatrixSite(start: Date, url?: string): Promise<MatrixSite> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-matrix-'))
  const turn: { reached: Route | null } = { reached: null }
  const manifests = manifestsOf().map((manifest) => watched(manifest, turn))
  const scratch = await openTestDatabase(migrationSources(manifests), url, {
    inThisThread: true,
  })
  const config = readConfig({
    WEFT_MODE: 'demonstration',
    WEFT_DATA: folder,
    WEFT_REQUESTS_PER_MINUTE: '0',
    WEFT_JOBS: '0',
    WEFT_SECRET: 'a secret of at least thirty-two characters',
    DATABASE_URL: scratch.database.config.url,
  })
  if (Array.isArray(config)) throw new Error(JSON.stringify(config))
  const house = joinHouse({
    config,
    manifests,
    database: scratch.database,
    signer: await createSigner(join(folder, 'keys')),
    secret: Buffer.from(config.secret ?? '', 'utf8'),
  })
  const clock = { now: start }
  const errors: string[] = []
  const log = createLogger((line) => {
    if (line.includes('"level":"error"')) errors.push(line)
  })
  const site = await openSite(house, log, () => clock.now)
  return {
    site,
    database: house.database,
    routes: manifests.flatMap(({ routes }) => routes),
    clock,
    reached: () => turn.reached,
    async ask(path, init = {}) {
      turn.reached = null
      return site.http.request(path, init)
    },
    errors,
    async close() {
      await site.close()
      await scratch.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function watched(manifest: Manifest, turn: { reached: Route | null }): Manifest {
  return { ...manifest, routes: manifest.routes.map((route) => watchedRoute(route, turn)) }
}

function watchedRoute(route: Route, turn: { reached: Route | null }): Route {
  const own: Route = {
    ...route,
    async handle(call) {
      turn.reached = own
      if (call.headers.get(probeHeader)) return { kind: 'redirect', to: '/' }
      return route.handle(call)
    },
  }
  return own
}
