import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readPublicKeys, verifyChronicle } from '#kernel/chronicle'
import { type Database, FolderInUseError, type MigrationSource } from '#kernel/database'
import type { Config } from '../../config.ts'
import { connect, type House, keysFolder, migrationSources } from '../../house.ts'
import { type CommandContext, CommandFailure } from '../command.ts'
import { explainError } from '../failures.ts'
import { faultsOfJobs } from '../jobs-report.ts'
import { m } from '../messages/index.ts'
import { askForFindings } from '../running.ts'
import { type Finding, ok, problem, warning } from './finding.ts'
import { checkServerSettings } from './server.ts'

/** Sealed entries that are proven again: enough to see a damaged end, few enough to be quick. */
const tailLength = 5000n
const mostSecondsApart = 5

/** The database: reachable, of a right version, with right rules of sorting, up to date; its chronicle's end whole, its background work well. */
export async function checkDatabase(
  config: Config,
  { program, now }: Pick<CommandContext, 'program' | 'now'>,
): Promise<Finding[]> {
  if (!config.databaseUrl && !existsSync(join(config.dataDirectory, 'database'))) {
    return [ok('database', m('doctor.database.none-yet'))]
  }
  let database: Database
  try {
    database = await connect(config)
  } catch (error) {
    return error instanceof FolderInUseError ? foundByRunning(config) : [unreachable(error)]
  }
  try {
    return await examineDatabase({ database, config, manifests: program.manifests }, now)
  } finally {
    await database.close()
  }
}

/** What there is to say of a database that is open, here or in the server that has it. */
export async function examineDatabase(
  { database, config, manifests }: Pick<House, 'database' | 'config' | 'manifests'>,
  now: Date,
): Promise<Finding[]> {
  const migrations = await checkMigrations(database, migrationSources(manifests))
  return [
    ok('database', m('doctor.database.ok', { engine: database.engine, version: database.version })),
    ...(database.engine === 'postgres'
      ? [...(await checkServer(database)), ...(await checkServerSettings(database, config))]
      : []),
    ...(await checkServerClock(database, now)),
    migrations,
    ...(migrations.status === 'ok'
      ? [await checkChronicle(database, config), await checkBackground(database)]
      : []),
  ]
}

/** The built-in database is open in the running server alone: that one looks, and what it finds is told beside the rest. */
async function foundByRunning(config: Config): Promise<Finding[]> {
  try {
    const found = await askForFindings(config)
    if (found !== null) return [ok('running', m('doctor.running')), ...found]
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    const [said = m('doctor.server-ended')] = error.lines
    return [problem('running', said, m('doctor.running.advice'))]
  }
  return [warning('database', m('doctor.database.in-use'), m('doctor.database.in-use.advice'))]
}

function unreachable(error: unknown): Finding {
  const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
  const said = explainError(error)?.lines[0] ?? m('doctor.database.failed', { detail })
  return problem('database', said, m('doctor.database.failed.advice'))
}

/** `C` sorts bytes and never changes with the system's libraries; another order can break indexes at an upgrade. */
async function checkServer(database: Database): Promise<Finding[]> {
  const { rows } = await database.execute(
    `select datcollate as collate, datctype as ctype, pg_encoding_to_char(encoding) as encoding
     from pg_database where datname = current_database()`,
  )
  const { collate, ctype, encoding } = rows[0] as Record<string, string>
  const says = m('doctor.collation', {
    collate: collate ?? '',
    ctype: ctype ?? '',
    encoding: encoding ?? '',
  })
  if (encoding !== 'UTF8') return [problem('collation', says, m('doctor.collation.advice'))]
  const isRight = collate === 'C' && ['C.UTF-8', 'C.utf8'].includes(ctype ?? '')
  return [
    isRight ? ok('collation', says) : warning('collation', says, m('doctor.collation.advice')),
  ]
}

async function checkServerClock(database: Database, now: Date): Promise<Finding[]> {
  if (database.engine === 'pglite') return []
  const before = Date.now()
  const { rows } = await database.execute('select clock_timestamp() as at')
  const apart = Math.abs((rows[0]!['at'] as Date).getTime() - before) / 1000
  const says = m('doctor.server-clock', { seconds: apart.toFixed(1) })
  return [
    apart > mostSecondsApart || Number.isNaN(now.getTime())
      ? warning('server-clock', says, m('doctor.clock.advice'))
      : ok('server-clock', says),
  ]
}

async function checkMigrations(
  database: Database,
  sources: readonly MigrationSource[],
): Promise<Finding> {
  const there = await database
    .execute('select module, name from migrations')
    .then(({ rows }) => new Set(rows.map((row) => `${row['module']}/${row['name']}`)))
    .catch(() => new Set<string>())
  const wanted: string[] = []
  for (const { name, directory } of sources) {
    const files = await readdir(directory).catch(() => [])
    wanted.push(
      ...files
        .filter((file) => file.endsWith('.sql'))
        .map((file) => `${name}/${file.slice(0, -4)}`),
    )
  }
  const missing = wanted.filter((migration) => !there.has(migration))
  return missing.length === 0
    ? ok('migrations', m('doctor.migrations.ok', { count: wanted.length }))
    : warning(
        'migrations',
        m('doctor.migrations.missing', { count: missing.length }),
        m('doctor.migrations.advice'),
      )
}

async function checkChronicle(database: Database, config: Config): Promise<Finding> {
  const keys = await readPublicKeys(keysFolder(config)).catch(() => null)
  if (keys === null) {
    const says = m('verify.no-keys', { folder: keysFolder(config) })
    return problem('chronicle', says, m('doctor.keys.no-key.advice'))
  }
  const { rows } = await database.execute(
    `select greatest(1, coalesce(max(position), 0) - ${tailLength} + 1)::text as start from chronicle_seals`,
  )
  const report = await verifyChronicle(database, keys, [], {
    from: BigInt(String(rows[0]?.['start'] ?? 1)),
  })
  if (report.firstFault === null) {
    return ok('chronicle', m('doctor.chronicle.ok', { entries: Number(report.entries) }))
  }
  const { position, fault } = report.firstFault
  return problem(
    'chronicle',
    m('verify.fault', { position: position.toString(), fault: m(`fault.${fault}`) }),
    m('doctor.chronicle.advice'),
  )
}

async function checkBackground(database: Database): Promise<Finding> {
  const faults = await faultsOfJobs({ read: database.kysely })
  return faults.jobs + faults.subscriptions === 0
    ? ok('background', m('doctor.background.ok'))
    : warning('background', m('doctor.background.failed', faults), m('doctor.background.advice'))
}
