// The site in the process of a benchmark's server: opened, signed in to, and asked by messages.
import { serve } from '@hono/node-server'
import { isRefused } from '#kernel/database'
import { createLogger } from '#kernel/http'
import { sessionCookieName, signInAsDemonstrationPerson } from '#kernel/identity'
import { manifestsOf, openSite } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'

/** Opens the house and its site as the demonstration is, without jobs and without a limit of requests; errors are said. */
export async function openMeasured(now: () => Date = () => new Date()) {
  const config = readConfig({
    ...process.env,
    WEFT_MODE: 'demonstration',
    WEFT_JOBS: '0',
    WEFT_REQUESTS_PER_MINUTE: '0',
  })
  if (Array.isArray(config)) throw new Error(JSON.stringify(config))
  const house = await openHouse(config, manifestsOf())
  const log = createLogger((line) => {
    if (line.includes('"level":"error"')) process.stderr.write(`${line}\n`)
  })
  const site = await openSite(house, log, now)
  process.on('SIGTERM', () => void site.close().then(() => process.exit(0)))
  return { house, site }
}

type Opened = Awaited<ReturnType<typeof openMeasured>>

/** The cookie of an invented person's session. */
export async function cookieOf({ site }: Opened, personId: string, now: Date): Promise<string> {
  const started = await site.services.runner.perform(
    { actor: { kind: 'public' }, now, language: 'en' },
    (work) =>
      signInAsDemonstrationPerson(work, site.services.identity, {
        personId,
        device: { label: 'Benchmark', network: '192.0.2.1', lasting: true },
      }),
  )
  if (isRefused(started)) throw new Error(started.message.key)
  return `${sessionCookieName(false)}=${started.token}`
}

/** Answers each message that the benchmark sends; what fails ends the process. */
export function answerMessages<Told>(answer: (message: Told) => Promise<object>): void {
  process.on('message', (message: Told) => {
    answer(message).then(
      (said) => process.send?.(said),
      (error: Error) => {
        process.stderr.write(`${error.stack}\n`)
        process.exit(1)
      },
    )
  })
}

/** What the process and its database have used so far. */
export function usageOf({ house }: Opened) {
  const { user, system } = process.cpuUsage()
  return { cpuMicroseconds: user + system, queries: house.database.queryCount() }
}

/** Serves the site on a free port, and says which, with whatever else the benchmark has to know. */
export function serveMeasured({ house, site }: Opened, facts: object): void {
  const engine = `${house.database.engine} ${house.database.version}`
  serve({ fetch: site.http.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
    process.send?.({ port, engine, ...facts }),
  )
}
