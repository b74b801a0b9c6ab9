import type { Database } from '#kernel/database'
import type { PersonalRead, ReadRecorder } from '#kernel/http'

/** What the recorder is told. */
export interface RecorderParts {
  database: Pick<Database, 'kysely'>
  onError(error: unknown, lost: number): void
  /** How long a row may wait for others. */
  waitMs?: number
}

/** The recorder of a process; closed at a stop, so that nothing that waits is lost. */
export interface OwnedReadRecorder extends ReadRecorder {
  /** Writes what waits; throws what keeps it from being written. */
  flush(): Promise<void>
  /** Writes what waits, with a few attempts. */
  close(): Promise<void>
}

const rowsPerInsert = 200
/** When the database cannot be written for so long that more wait, the oldest are given up, and that is told. */
const mostWaiting = 20_000
const retryMs = 1000
const lastAttempts = 3

/**
 * Writes one row for each request that showed personal data. A read of one person's record is written at once, by one
 * statement; others wait a quarter of a second for each other, which is what a kill may lose of them.
 */
export function createReadRecorder(parts: RecorderParts): OwnedReadRecorder {
  const { database, onError, waitMs = 250 } = parts
  let waiting: PersonalRead[] = []
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const rows = waiting.slice(0, rowsPerInsert)
      await insert(database, rows)
      waiting = waiting.slice(rows.length)
    }
  }

  function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    writing = writing.catch(() => {}).then(writeWaiting)
    return writing
  }

  function soon(ms: number): void {
    if (timer !== null) return
    timer = setTimeout(() => {
      flush().catch((error: unknown) => {
        const lost = waiting.length - mostWaiting
        if (lost > 0) waiting = waiting.slice(lost)
        onError(error, Math.max(0, lost))
        soon(retryMs)
      })
    }, ms)
    timer.unref()
  }

  return {
    record: (read) => insert(database, [read]),
    later(read) {
      waiting.push(read)
      soon(waitMs)
    },
    flush,
    async close() {
      for (let attempt = 1; waiting.length > 0; attempt += 1) {
        try {
          await flush()
        } catch (error) {
          if (attempt < lastAttempts) continue
          onError(error, waiting.length)
          return
        }
      }
      if (timer !== null) clearTimeout(timer)
    },
  }
}

/** One statement, without a transaction of its own; a row that was written before its answer was lost is not written twice. */
async function insert(
  { kysely }: Pick<Database, 'kysely'>,
  reads: readonly PersonalRead[],
): Promise<void> {
  await kysely
    .insertInto('personal_reads')
    .values(reads.map(rowOf))
    .onConflict((conflict) => conflict.columns(['read_at', 'request_id']).doNothing())
    .execute()
}

function rowOf(read: PersonalRead) {
  const { actor } = read
  return {
    request_id: read.requestId,
    read_at: read.readAt,
    reader_id: actor.kind === 'person' || actor.kind === 'link' ? actor.personId : null,
    link_id: actor.kind === 'link' ? actor.linkId : null,
    role: read.role,
    organisation_ids: [...read.organisationIds],
    on_behalf_of: read.onBehalfOf,
    action: read.action,
    route: read.route,
    object_id: read.objectId,
    person_ids: [...read.personIds],
    person_count: read.personCount,
    filter: read.filter === null ? null : JSON.stringify(read.filter),
  }
}
