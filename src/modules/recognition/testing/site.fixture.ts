import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { KyselyPlugin } from 'kysely'
import { appendEntries } from '#kernel/chronicle'
import { createWorkRunner, type Reader } from '#kernel/database'
import { type BlobStore, diskBlobStore, fileMessages } from '#kernel/files'
import {
  createHttp,
  createLogger,
  createMetrics,
  type Frame,
  httpMessages,
  type Services,
  type Visitor,
} from '#kernel/http'
import { createTranslator } from '#kernel/messages'
import type { Language } from '#kernel/values'
import { grantsOf } from '#modules/alliance'
import { officeRoutes, officeShows } from '../office.ts'
import { recognitionShows } from '../shows.ts'
import { caseOperations } from '../api-cases.ts'
import { officeOperations } from '../api-office.ts'
import { planOperations } from '../api-plans.ts'
import { m } from '../messages/index.ts'
import { caseRoutes } from '../routes/cases.ts'
import { catalogueRoutes } from '../routes/catalogues.ts'
import { answerRoutes } from '../routes/content-answers.ts'
import { planRoutes } from '../routes/plans.ts'
import { ruleSetRoutes } from '../routes/rule-sets.ts'
import { settingsRoutes } from '../routes/settings.ts'
import { transcriptCheckRoutes } from '../routes/transcript-checks.ts'
import { evidenceRoutes } from '../routes/evidence.ts'
import { authenticityRoutes } from '../routes/authenticity.ts'
import { emrexProviderRoutes } from '../routes/emrex-providers.ts'
import { emrexRoutes } from '../routes/emrex.ts'
import { signerRoutes } from '../routes/signers.ts'
import { statementRoutes } from '../routes/statement.ts'
import { suggestionRoutes } from '../routes/suggestions.ts'
import { transcriptRoutes } from '../routes/transcripts.ts'
import { now, type World } from './world.fixture.ts'

const somebody = {
  native: null,
  romanised: 'Somebody',
  passportGiven: null,
  passportFamily: null,
  order: 'given-first',
} as const

/** The routes of recognition over HTTP in this process, with a clock that stands still until it is set. */
export interface Site {
  http: Hono
  world: World
  clock: { now: Date }
  /** Queries of the last request, sign-in included. */
  queries(): number
  /** Fetches as a person; a cookie says who, where the real site has a session. */
  get(person: string, path: string): Promise<Response>
  page(person: string, path: string): Promise<string>
  /** Posts a form from a page of this site. */
  post(person: string, path: string, form: FormValues): Promise<Response>
  json(person: string, method: string, path: string, body?: unknown): Promise<Response>
}

export type FormValues = Record<string, string | File>

/** Opens the site on a world, and closes what it opened. */
export async function withSite(world: World, run: (site: Site) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-recognition-'))
  const errors: unknown[] = []
  try {
    await run(siteOn(world, folder, errors))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  assert.deepEqual(errors, [], 'a request failed')
}

const origin = 'http://weft.test'

type Fetch = (person: string, path: string, init?: RequestInit) => Promise<Response>

function siteOn(world: World, folder: string, errors: unknown[]): Site {
  const counter = { queries: 0 }
  const clock = { now }
  const http = httpOn(world, { counter, clock }, diskBlobStore(folder), errors)
  const fetch: Fetch = async (person, path, init = {}) => {
    counter.queries = 0
    const headers = { cookie: `person=${person}`, origin, 'sec-fetch-site': 'same-origin' }
    return http.request(`${origin}${path}`, { ...init, headers: { ...headers, ...init.headers } })
  }
  return {
    http,
    world,
    clock,
    queries: () => counter.queries,
    get: (person, path) => fetch(person, path),
    async page(person, path) {
      const response = await fetch(person, path)
      assert.equal(response.status, 200, path)
      return response.text()
    },
    async post(person, path, form) {
      const token = await tokenFor(fetch, person, path)
      const body = new FormData()
      for (const [name, value] of Object.entries({ csrf: token, ...form })) body.append(name, value)
      return fetch(person, path, { method: 'POST', body })
    },
    json: (person, method, path, body) =>
      fetch(person, `/api/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  }
}

const allRoutes = [
  ...caseRoutes,
  ...planRoutes,
  ...transcriptRoutes,
  ...statementRoutes,
  ...suggestionRoutes,
  ...settingsRoutes,
  ...ruleSetRoutes,
  ...signerRoutes,
  ...authenticityRoutes,
  ...transcriptCheckRoutes,
  ...evidenceRoutes,
  ...answerRoutes,
  ...emrexRoutes,
  ...emrexProviderRoutes,
  ...catalogueRoutes,
  ...officeRoutes,
  ...caseOperations,
  ...planOperations,
  ...officeOperations,
]

function httpOn(
  world: World,
  { counter, clock }: { counter: { queries: number }; clock: { now: Date } },
  blobs: BlobStore,
  errors: unknown[],
): Hono {
  const kysely = world.database.kysely.withPlugin(counting(counter))
  const database = { ...world.database, kysely }
  const runner = createWorkRunner(database, { append: appendEntries, decisions: world.policy })
  const translator = createTranslator([m.catalogue, fileMessages.catalogue, httpMessages.catalogue])
  return createHttp({
    routes: allRoutes,
    policy: world.policy,
    runner,
    translator,
    services: {
      ...({} as Services),
      runner,
      blobs,
      demonstration: true,
      demonstrationBanner: m('page.navigation'),
      translator,
      origin,
      node: 'test.example',
    },
    secret: Buffer.alloc(32, 1),
    origin,
    behindProxy: false,
    now: () => clock.now,
    authenticateProgram: async () => null,
    firstAnswerMs: 0,
    authenticate: (cookies, at) => visitorOf(kysely, cookies('person'), at),
    frame: async (visitor, given): Promise<Frame> => ({
      ...given,
      demonstration: true,
      person: visitor.person && { id: visitor.person.id, name: somebody.romanised },
      navigation: [],
      account: [],
      waiting: 0,
      texts: {},
      assets: { styles: [], scripts: [], preloads: [] },
    }),
    failurePage: (_frame, failure) => `failure ${failure.title.key}`,
    signInPath: '/sign-in',
    shows: { ...recognitionShows, ...officeShows },
    reads: { record: async () => {}, later: () => {} },
    log: { ...createLogger(() => {}), error: (_text, error) => void errors.push(error) },
    metrics: createMetrics(),
    perMinute: 0,
  })
}

async function visitorOf(read: Reader, id: string | undefined, at: Date): Promise<Visitor> {
  if (!id) return { actor: { kind: 'public' }, session: null, person: null }
  return {
    actor: { kind: 'person', personId: id, grants: await grantsOf(read, id, at) },
    session: { id: `session of ${id}`, authenticatedAt: at },
    person: { id, name: somebody, language: null },
  }
}

/** The form token of a person's session, from a page that everybody may open who brings in transcripts. */
async function tokenFor(fetch: Fetch, person: string, path: string): Promise<string> {
  const language = path.split('/')[1]
  const page = await (await fetch(person, `/${language}/recognition/transcripts/new`)).text()
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? 'none'
}

function counting(counter: { queries: number }): KyselyPlugin {
  return {
    transformQuery: ({ node }) => node,
    // What the database answers is counted: a query within a query is asked with it.
    transformResult: async ({ result }) => {
      counter.queries += 1
      return result
    },
  }
}

/** The path that an answer leads to. */
export function leadsTo(response: Response): string {
  assert.equal(response.status, 303)
  return response.headers.get('location') ?? ''
}

/** A page's text without its tags, as a reader hears it. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

export const everyLanguage: readonly Language[] = ['en', 'zh-Hans', 'th', 'ko', 'fr']
