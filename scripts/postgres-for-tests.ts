// Starts a real PostgreSQL server for tests, says its address and a folder for what belongs to its
// filled databases as one line of JSON, and takes both away again when its input ends.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../test/harness/postgres.ts'

const server = await startPostgres()
const templates = mkdtempSync(join(tmpdir(), 'weft-test-templates-'))
process.stdout.write(`${JSON.stringify({ url: server.url, templates })}\n`)
await once(process.stdin.resume(), 'end')
rmSync(templates, { recursive: true, force: true })
await server.stop()
