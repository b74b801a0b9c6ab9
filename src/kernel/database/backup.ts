import { execFile } from 'node:child_process'
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { syncDirectory, syncFile } from './durable-fs.ts'
import { type Database, type DatabaseConfig, openDatabase } from './engine.ts'
import { openPGlite } from './pglite.ts'

const execute = promisify(execFile)

/** A written backup. */
export interface BackupReport {
  file: string
  bytes: number
  sha256: string
  engine: 'pglite' | 'postgres'
}

/** A backup or restore that could not be done, with what to do about it. */
export class BackupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'BackupError'
  }
}

/**
 * Writes a consistent copy of the running database to a file that must not be there yet, and its
 * SHA-256 beside it (`<file>.sha256`, as `sha256sum -c` reads it). PGlite: a gzipped tar of the data
 * folder; PostgreSQL: pg_dump's custom format. The file has its name only when it is whole and synced.
 */
export async function backup(database: Database, file: string): Promise<BackupReport> {
  await refuseExisting(file)
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  await rm(unfinished, { force: true })
  try {
    if (database.engine === 'pglite')
      await writeFile(unfinished, await database.dump(), { mode: 0o600 })
    else await dumpServer(database.config.url!, unfinished)
    const sha256 = await checksum(unfinished)
    const { size } = await stat(unfinished)
    syncFile(unfinished)
    await writeSynced(checksumFile(file), `${sha256}  ${basename(file)}\n`)
    await rename(unfinished, file)
    syncDirectory(dirname(file))
    return { file, bytes: size, sha256, engine: database.engine }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/**
 * Puts a backup into an empty data folder or an empty PostgreSQL database. Refuses a file whose
 * checksum is missing or wrong, one of the other engine, and a target that holds data already.
 */
export async function restore(config: DatabaseConfig, file: string): Promise<void> {
  await verifyChecksum(file)
  const format = await readFormat(file)
  if (format === 'postgres') {
    if (!config.url) {
      throw new BackupError(
        `${file} is a backup of a PostgreSQL server: set DATABASE_URL to an empty database and restore again.`,
      )
    }
    return restoreServer(config, file)
  }
  if (config.url) {
    throw new BackupError(
      `${file} is a backup of the built-in database: unset DATABASE_URL to restore it into a data folder.`,
    )
  }
  const engine = await openPGlite({
    dataDirectory: config.dataDirectory,
    load: await readFile(file),
    statementTimeoutMilliseconds: 0,
    idleTransactionMilliseconds: 0,
  })
  await engine.close()
}

async function dumpServer(url: string, file: string): Promise<void> {
  const dump = findProgram('pg_dump')
  await runProgram(dump, ['--format=custom', '--no-owner', '--no-acl', `--file=${file}`], url)
}

async function restoreServer(config: DatabaseConfig, file: string): Promise<void> {
  const program = findProgram('pg_restore')
  const database = await openDatabase(config)
  const { rows } = await database
    .execute(
      `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')`,
    )
    .finally(() => database.close())
  if (rows[0]!.tables !== 0) {
    throw new BackupError(
      'The PostgreSQL database holds tables already; restore into an empty one (createdb).',
    )
  }
  const target = connectionParameters(config.url!)
  const options = ['--no-owner', '--no-acl', '--single-transaction', '--exit-on-error']
  await runProgram(program, [...options, `--dbname=${target.database}`, file], config.url!)
}

/** The version of the `pg_dump` that a backup of a server uses, such as `17.2`; null where there is none that runs. */
export async function dumpVersion(): Promise<string | null> {
  try {
    const { stdout } = await execute(findProgram('pg_dump'), ['--version'])
    return /\(PostgreSQL\) (\d[\w.]*)/.exec(stdout)?.[1] ?? null
  } catch {
    return null
  }
}

/** Connection by environment: a password in the arguments could be read by every user of the machine. */
function connectionParameters(url: string): {
  database: string
  environment: Record<string, string>
} {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url)
  const database = decodeURIComponent(pathname.slice(1)) || decodeURIComponent(username)
  const environment: Record<string, string | null> = {
    PGHOST: searchParams.get('host') ?? decodeURIComponent(hostname),
    PGPORT: searchParams.get('port') ?? port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGSSLMODE: searchParams.get('sslmode'),
    PGSSLROOTCERT: searchParams.get('sslrootcert'),
    PGDATABASE: database,
  }
  const set = Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1])
  return { database, environment: Object.fromEntries(set) }
}

async function runProgram(program: string, args: string[], url: string): Promise<void> {
  try {
    const { environment } = connectionParameters(url)
    await execute(program, args, {
      env: { ...process.env, ...environment },
      maxBuffer: 16 * 1024 * 1024,
    })
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr ?? '').trim()
    throw new BackupError(`${basename(program)} failed: ${said || (error as Error).message}`, {
      cause: error,
    })
  }
}

/** On the PATH, or the newest of Debian's version folders. */
function findProgram(name: string): string {
  const debian = '/usr/lib/postgresql'
  const versions = isDirectory(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : []
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(':'),
  ]
  const found = folders
    .map((folder) => join(folder, name))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
  if (found) return found
  throw new BackupError(
    `${name} was not found. Install PostgreSQL's client programs, of the server's version or later ` +
      '(Debian: apt-get install postgresql-client), and try again.',
  )
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

async function verifyChecksum(file: string): Promise<void> {
  const line = await readFile(checksumFile(file), 'utf8').catch(() => null)
  if (line === null) {
    throw new BackupError(
      `${checksumFile(file)} is missing: it was written with the backup and must stand beside it.`,
    )
  }
  if (line.slice(0, 64) !== (await checksum(file))) {
    throw new BackupError(
      `${file} is damaged: its content does not fit its checksum. Use another backup.`,
    )
  }
}

async function readFormat(file: string): Promise<'pglite' | 'postgres'> {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(5), 0, 5, 0)
    if (buffer.toString('latin1') === 'PGDMP') return 'postgres'
    if (buffer[0] === 0x1f && buffer[1] === 0x8b) return 'pglite'
  } finally {
    await handle.close()
  }
  throw new BackupError(`${file} is not a backup of this program.`)
}

async function checksum(file: string): Promise<string> {
  const hash: Hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

function checksumFile(file: string): string {
  return `${file}.sha256`
}

async function writeSynced(file: string, text: string): Promise<void> {
  await writeFile(file, text, { mode: 0o600 })
  syncFile(file)
}

async function refuseExisting(file: string): Promise<void> {
  if (await stat(file).catch(() => null)) {
    throw new BackupError(`${file} exists already; name another file.`)
  }
}
