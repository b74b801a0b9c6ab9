import { createHash } from 'node:crypto'
import {
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Held while a process has the database folder open. */
export interface FolderLock {
  release(): Promise<void>
}

/** The folder is open in another process. */
export class FolderInUseError extends Error {
  readonly folder: string
  constructor(folder: string, owner: string) {
    super(
      `The database folder ${folder} is open in ${owner}. ` +
        'Stop that process first, or give this one a folder of its own, ' +
        'or let both use one PostgreSQL server by setting DATABASE_URL.',
    )
    this.name = 'FolderInUseError'
    this.folder = folder
  }
}

const heartbeatMilliseconds = 2_000
const staleMilliseconds = 7_000

interface Owner {
  pid: number
  /** The running kernel and its network namespace: only within it is the socket seen. */
  place: string
  host: string
}

/**
 * Takes the lock on a folder, or refuses. On Linux the kernel holds it (an abstract socket, gone the
 * moment the process dies). Two containers that share a folder do not see each other's sockets, and
 * other systems have none, so a file with a heartbeat stands beside it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const path = realpathSync(folder)
  const file = join(path, 'database.lock')
  const socket = process.platform === 'linux' ? await listen(path, file) : null
  try {
    await waitForAbsence(path, file)
    const owner: Owner = { pid: process.pid, place: place(), host: hostname() }
    writeFileSync(file, JSON.stringify(owner))
  } catch (error) {
    await close(socket)
    throw error
  }
  const heartbeat = setInterval(() => beat(file), heartbeatMilliseconds).unref()
  return {
    async release() {
      clearInterval(heartbeat)
      rmSync(file, { force: true })
      await close(socket)
    },
  }
}

async function listen(path: string, file: string): Promise<Server> {
  const name = createHash('sha256').update(path).digest('hex').slice(0, 40)
  const server = createServer((socket) => socket.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ path: `\0weft-database-${name}` }, resolve)
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new FolderInUseError(path, describeOwner(readOwner(file)))
  }
  return server.unref()
}

async function waitForAbsence(path: string, file: string): Promise<void> {
  const owner = readOwner(file)
  if (!owner) return
  if (owner.place === place() && (process.platform === 'linux' || !isAlive(owner.pid))) return
  const seen = modified(file)
  for (let waited = 0; waited < staleMilliseconds; waited += 250) {
    if (modified(file) === null) return
    if (modified(file) !== seen) throw new FolderInUseError(path, describeOwner(owner))
    await sleep(250)
  }
}

function describeOwner(owner: Owner | null): string {
  return owner ? `process ${owner.pid} on ${owner.host}` : 'another process'
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return null
  }
}

function modified(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null
}

function beat(file: string): void {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // The folder was taken away; the database will say so more clearly.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function place(): string {
  if (process.platform !== 'linux') return hostname()
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/net')}`
  } catch {
    return hostname()
  }
}

function close(server: Server | null): Promise<void> {
  return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()))
}
