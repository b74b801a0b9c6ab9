// Starts a real PostgreSQL server, runs the command that follows with its address in
// WEFT_TEST_DATABASE_URL, and stops the server again.
import { spawn } from 'node:child_process'
import { startPostgres } from '../test/harness/postgres.ts'

const [command, ...args] = process.argv.slice(2)
if (!command) throw new Error('with-postgres needs a command to run.')

const server = await startPostgres()
try {
  process.exitCode = await run(command, args, server.url)
} finally {
  await server.stop()
}

function run(program: string, parameters: string[], url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, WEFT_TEST_DATABASE_URL: url }
    const child = spawn(program, parameters, { env, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
