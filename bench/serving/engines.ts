import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../test/harness/postgres.ts'

/** Where a site of a benchmark has its data: its variables, and the process of its database server. */
export interface Engine {
  env: { WEFT_DATA: string; DATABASE_URL: string }
  databasePid: number | null
}

/** Does something with a site on PGlite, in a folder of its own that is gone afterwards. */
export function onPGlite<T>(act: (engine: Engine) => Promise<T>): Promise<T> {
  return inFolder((folder) =>
    act({ env: { WEFT_DATA: folder, DATABASE_URL: '' }, databasePid: null }),
  )
}

/** Does something with a site on a PostgreSQL server of its own, which ends afterwards. */
export async function onPostgres<T>(act: (engine: Engine) => Promise<T>): Promise<T> {
  const server = await startPostgres()
  try {
    return await inFolder((folder) =>
      act({ env: { WEFT_DATA: folder, DATABASE_URL: server.url }, databasePid: server.pid }),
    )
  } finally {
    await server.stop()
  }
}

async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'weft-bench-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
