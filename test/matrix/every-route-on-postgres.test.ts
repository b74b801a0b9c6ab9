// The same as every-route.test.ts, for the viewers whom that one leaves out, on a PostgreSQL server of its own.
import { after } from 'node:test'
import { startPostgres } from '../harness/postgres.ts'

const server = process.env['WEFT_TEST_DATABASE_URL'] ? null : await startPostgres()
if (server) process.env['WEFT_TEST_DATABASE_URL'] = server.url
await import('./every-route.ts')
after(() => server?.stop())
