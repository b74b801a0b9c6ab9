// The peer: a bare Hono route that sends given bytes, on the same server adapter, in a process of its own.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

interface Page {
  body: string
  headers: Record<string, string>
}

const app = new Hono()
let page: Page = { body: '', headers: {} }
app.get('/page', (context) => context.body(page.body, 200, page.headers))

process.on('message', (message: { kind: 'page'; page: Page } | { kind: 'usage' }) => {
  if (message.kind === 'page') page = message.page
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuMicroseconds: user + system, queries: 0 })
})
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
