import { type Database, dumpVersion } from '#kernel/database'
import type { Config } from '../../config.ts'
import type { Finding } from './finding.ts'
import { checkConnections, checkDump, checkLasting } from './server-findings.ts'

/** A PostgreSQL server's settings, as far as Weft rests on them, and the program that backs it up. */
export async function checkServerSettings(database: Database, config: Config): Promise<Finding[]> {
  const { rows } = await database.execute(
    `select name, setting from pg_settings
     where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'max_connections',
                    'superuser_reserved_connections', 'reserved_connections')`,
  )
  const settings = new Map(rows.map((row) => [String(row['name']), String(row['setting'])]))
  return [
    checkLasting(settings),
    checkConnections(settings, config.poolSize),
    checkDump(await dumpVersion(), database.version),
  ]
}
