import { serve } from '@hono/node-server'
import { createLogger } from '#kernel/http'
import { open, openSite } from './app.ts'
import { readConfig } from './config.ts'

const config = readConfig(process.env)
if (Array.isArray(config)) {
  for (const { variable, problem } of config) console.error(`${variable}: ${problem}`)
  process.exit(78)
}
const house = await open(config, (step) => console.log(step))
const site = await openSite(
  house,
  createLogger((line) => process.stdout.write(`${line}\n`)),
)
serve({ fetch: site.http.fetch, hostname: config.host, port: config.port }, (info) =>
  console.log(`http://localhost:${info.port}`),
)
