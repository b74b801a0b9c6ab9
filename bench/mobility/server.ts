// The site itself in a process of its own: fills its tables when told, serves, and says what it used.
import { serve } from '@hono/node-server'
import { isRefused } from '#kernel/database'
import { createLogger } from '#kernel/http'
import { sessionCookieName, signInAsDemonstrationPerson } from '#kernel/identity'
import { manifestsOf, openSite } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { fillStays, makeInstitutions } from './stock.ts'

/** The day on which everything is looked at: the running year of the stock. */
const now = new Date('2026-11-26T09:00:00Z')

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
const site = await openSite(house, log, () => now)
const exchange = await makeInstitutions(house.database, now)
const started = await site.services.runner.perform(
  { actor: { kind: 'public' }, now, language: 'en' },
  (work) =>
    signInAsDemonstrationPerson(work, site.services.identity, {
      personId: exchange.coordinatorId,
      device: { label: 'Benchmark', network: '192.0.2.1', lasting: true },
    }),
)
if (isRefused(started)) throw new Error(started.message.key)

type Told = { kind: 'fill'; mobilities: number } | { kind: 'usage' }

async function answer(message: Told): Promise<object> {
  if (message.kind === 'fill') return fillStays(house.database, message.mobilities)
  const { user, system } = process.cpuUsage()
  return { cpuMicroseconds: user + system, queries: house.database.queryCount() }
}

process.on('message', (message: Told) => {
  answer(message).then(
    (said) => process.send?.(said),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`)
      process.exit(1)
    },
  )
})
process.on('SIGTERM', () => void site.close().then(() => process.exit(0)))
serve({ fetch: site.http.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
  process.send?.({
    port,
    cookie: `${sessionCookieName(false)}=${started.token}`,
    partnerId: exchange.partnerId,
    mobilityId: exchange.mobilityId,
    engine: `${house.database.engine} ${house.database.version}`,
  }),
)
