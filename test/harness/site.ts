import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSigner } from '#kernel/chronicle'
import { type Database, isRefused, type Work } from '#kernel/database'
import { createLogger, type Logger, type LogLine } from '#kernel/http'
import { signInAsDemonstrationPerson } from '#kernel/identity'
import { createJobRunner } from '#kernel/jobs'
import type { Language } from '#kernel/values'
import { manifestsOf, openSite, type Site } from '../../src/app.ts'
import { type Config, readConfig } from '../../src/config.ts'
import { type House, joinHouse, migrationSources } from '../../src/house.ts'
import { filledDatabase } from './database.ts'
import type { Contents } from './templates.ts'

export { cast } from '#modules/alliance'

/** The whole site on a test database: every module, no background work, a clock that the test moves. */
export interface TestSite extends Site {
  clock: { now: Date }
  log: LogLine[]
  /** Asks for a page or posts to one, as a browser on this site does; redirects are not followed. */
  ask(path: string, options?: Ask): Promise<Response>
  /** Fills in a form and sends it: gets the page for its token, then posts. */
  send(formPath: string, postPath: string, values: FormValues, cookie?: string): Promise<Response>
  /** Signs in as one of the invented people; gives the cookie. */
  signInAs(personId: string): Promise<string>
  /** Runs a verb as the program itself. */
  perform<T>(verb: (work: Work) => Promise<T>, language?: Language): Promise<T>
}

/** What a request says of itself. */
export interface Ask {
  method?: string
  cookie?: string
  headers?: Record<string, string>
  body?: BodyInit
}

/** The values of a form; a list repeats its field. */
export type FormValues = Record<string, string | readonly string[]>

/** The moment at which a test site's clock stands until the test moves it. */
export const siteInstant = new Date('2026-11-22T09:00:00Z')

/** What a test asks for: variables of the configuration, and the parts that are to load their demonstration. */
export interface SiteOptions {
  environment?: Record<string, string>
  seed?: readonly string[] | 'all' | 'none'
}

/**
 * Opens the site on a database of its own. In demonstration mode (unless said otherwise) the demonstration alliance is
 * loaded, as far as `modules` says; all of it unless said. `environment` changes the configuration.
 */
export async function testSite(options: SiteOptions = {}): Promise<TestSite> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-site-'))
  const { database, files } = await filledDatabase(
    migrationSources(manifestsOf()),
    seededBy(options),
  )
  cpSync(files, folder, { recursive: true })
  const clock = { now: siteInstant }
  const log: LogLine[] = []
  const logger = createLogger((line) => log.push(JSON.parse(line) as LogLine))
  const { site, house } = await siteOn(database, folder, options, logger, () => clock.now)
  const { config } = house
  const perform: TestSite['perform'] = (verb, language = 'en') =>
    house.runner.perform(
      { actor: { kind: 'system', name: 'test' }, now: clock.now, language },
      verb,
    )
  const ask: TestSite['ask'] = async (path, { method = 'GET', cookie, headers = {}, body } = {}) =>
    site.http.request(new URL(path, config.origin).href, {
      method,
      redirect: 'manual',
      headers: {
        ...(method === 'GET' ? {} : { origin: config.origin, 'sec-fetch-site': 'same-origin' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
  return {
    ...site,
    clock,
    log,
    ask,
    perform,
    async send(formPath, postPath, values, cookie) {
      const page = await ask(formPath, cookie ? { cookie } : {})
      const body = formBody({ csrf: csrfOf(await page.text()), ...values })
      return ask(postPath, { method: 'POST', body, ...(cookie ? { cookie } : {}) })
    },
    async signInAs(personId) {
      const started = await perform((work) =>
        signInAsDemonstrationPerson(work, site.services.identity, {
          personId,
          device: { label: 'Firefox · Linux', network: '192.0.2.7', lasting: false },
        }),
      )
      if (isRefused(started)) throw new Error(`nobody to sign in: ${started.message.key}`)
      return `weft=${started.token}`
    },
    async close() {
      await site.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The token of the first form on a page. */
export function csrfOf(html: string): string {
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** A form as a browser without scripts encodes it. */
export function formBody(values: FormValues): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    for (const each of typeof value === 'string' ? [value] : value) body.append(name, each)
  }
  return body
}

/** The value of a cookie that a response sets, with its attributes; null when it sets none of that name. */
export function cookieSet(
  response: Response,
  name: string,
): { value: string; attributes: string } | null {
  for (const header of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = header.split('; ')
    const at = pair.indexOf('=')
    if (pair.slice(0, at) === name) {
      return { value: pair.slice(at + 1), attributes: attributes.join('; ') }
    }
  }
  return null
}

function configIn(folder: string, environment: Record<string, string>): Config {
  const config = readConfig({
    WEFT_MODE: 'demonstration',
    WEFT_ORIGIN: 'http://localhost:8040',
    WEFT_DATA: folder,
    WEFT_JOBS: '0',
    WEFT_REQUESTS_PER_MINUTE: '0',
    WEFT_SECRET: 'a secret of at least thirty-two characters',
    ...environment,
  })
  if (Array.isArray(config)) throw new Error(config.map(({ variable }) => variable).join(', '))
  return config
}

async function siteOn(
  database: Database,
  folder: string,
  { environment = {} }: SiteOptions,
  logger: Logger,
  now: () => Date,
): Promise<{ site: Site; house: House }> {
  const config = configIn(folder, environment)
  const house = joinHouse({
    config,
    manifests: manifestsOf(),
    database,
    signer: await createSigner(join(folder, 'keys')),
    secret: Buffer.from(config.secret ?? '', 'utf8'),
  })
  return { site: await openSite(house, logger, now), house }
}

/** The demonstration is loaded once for all test files that want the same, and cloned for each. */
function seededBy(options: SiteOptions): Contents {
  const wanted = options.seed ?? 'all'
  const mode = options.environment?.['WEFT_MODE'] ?? 'demonstration'
  if (wanted === 'none' || mode !== 'demonstration') return seeded(options, [])
  const seeds = manifestsOf().filter(
    ({ name, seed }) => seed && (wanted === 'all' || wanted.includes(name)),
  )
  return seeded(
    options,
    seeds.map(({ name }) => name),
  )
}

/** Most begin with the alliance, so that each list of parts is filled into what the first of them makes. */
function seeded(options: SiteOptions, names: readonly string[]): Contents {
  const [first, ...rest] = names
  const isFurther = first !== undefined && rest.length > 0
  return {
    name: JSON.stringify([names, options.environment ?? {}, sourcesHash()]),
    ...(isFurther ? { from: seeded(options, [first]) } : {}),
    async fill(database, folder) {
      const logger = createLogger(() => {})
      const { site, house } = await siteOn(database, folder, options, logger, () => siteInstant)
      const seeding = {
        runner: house.runner,
        database,
        services: site.services,
        now: siteInstant,
        progress: () => {},
      }
      const now = isFurther ? rest : names
      for (const { name, seed } of house.manifests) {
        if (now.includes(name)) await seed?.(seeding)
      }
      await seedRest(site, house)
      return () => site.close()
    },
  }
}

/** What a first start leaves to its background, so that a page has its pictures: jobs of the name `<module>.seed-<what>`. */
async function seedRest({ services }: Site, { database, runner, manifests }: House): Promise<void> {
  const jobs = createJobRunner({
    database,
    runner,
    jobs: manifests.flatMap((manifest) => manifest.jobs).filter(({ name }) => /\.seed-/.test(name)),
    services,
    now: () => siteInstant,
    onError: ({ error }) => {
      throw error
    },
  })
  await jobs.drain(siteInstant)
}

/** Whatever the program is made of may change what it seeds. */
let sources: string | undefined
function sourcesHash(): string {
  return (sources ??= hashOfSources())
}

function hashOfSources(): string {
  const folder = fileURLToPath(new URL('../../src/', import.meta.url))
  const hash = createHash('sha256')
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(ts|tsx|json|sql)$/.test(name) || name.includes('.test.')) continue
    hash.update(name).update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}
