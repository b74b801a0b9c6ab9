// The site itself in a process of its own: fills its tables when told, serves, and says what it used.
import { serve } from '@hono/node-server'
import { createLogger } from '#kernel/http'
import { sessionCookieName, signInAsDemonstrationPerson } from '#kernel/identity'
import { isRefused } from '#kernel/database'
import { manifestsOf, openSite } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openHouse } from '../../src/house.ts'
import { copyTranscripts, explainQueue, makeSchool } from './stock.ts'

const config = readConfig({
  ...process.env,
  WEFT_MODE: 'demonstration',
  WEFT_JOBS: '0',
  WEFT_REQUESTS_PER_MINUTE: '0',
})
if (Array.isArray(config)) throw new Error(JSON.stringify(config))
const house = await openHouse(config, manifestsOf())
const errors: string[] = []
const log = createLogger((line) => {
  if (line.includes('"level":"error"')) errors.push(line)
})
const site = await openSite(house, log)
const school = await makeSchool(site)
const started = await site.services.runner.perform(
  { actor: { kind: 'public' }, now: new Date(), language: 'en' },
  (work) =>
    signInAsDemonstrationPerson(work, site.services.identity, {
      personId: school.evaluator,
      device: { label: 'Benchmark', network: '192.0.2.1', lasting: true },
    }),
)
if (isRefused(started)) throw new Error(started.message.key)

type Told = { kind: 'fill'; transcripts: number } | { kind: 'usage' } | { kind: 'explain' }

async function answer(message: Told): Promise<object> {
  if (message.kind === 'fill') return copyTranscripts(house.database, school, message.transcripts)
  if (message.kind === 'explain') return { plan: await explainQueue(house.database, school) }
  const { user, system } = process.cpuUsage()
  return {
    cpuMicroseconds: user + system,
    queries: house.database.queryCount(),
    errors: errors.splice(0),
  }
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
    casePath: `/en/recognition/cases/${school.caseId}`,
    queuePath: '/en/recognition/cases',
    engine: `${house.database.engine} ${house.database.version}`,
  }),
)
