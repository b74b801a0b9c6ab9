import { sqlState } from './failure.ts'

/** Statements that are planned once for a connection and asked again by their name. */
export interface StatementNames {
  /** The name of a statement that has been asked often enough, or null. */
  nameOf(sql: string): string | null
  /** Gives a statement another name from now on: what the server holds under the old one is of no use any more. */
  renew(sql: string): void
  /** Names nothing any more: something between here and the server does not keep names. */
  stop(): void
}

/** A statement that comes once or twice, as with a list of another length, is not worth a place at the server. */
const timesBefore = 3
const mostCounted = 5_000

/**
 * Planning takes most of the time of a page's statements: one of them joins a dozen tables and is done with a handful
 * of rows. The server keeps the plan of a named statement and decides itself, by cost, when a general one will do.
 * `most` bounds what each connection holds.
 */
export function createStatementNames(most = 256): StatementNames {
  const names = new Map<string, string>()
  let counts = new Map<string, number>()
  let last = 0
  let isStopped = false
  const next = () => `weft_${(last += 1)}`
  return {
    nameOf(sql) {
      if (isStopped) return null
      const known = names.get(sql)
      if (known !== undefined) return known
      if (names.size >= most) return null
      const count = (counts.get(sql) ?? 0) + 1
      if (count <= timesBefore) {
        if (counts.size >= mostCounted) counts = new Map()
        counts.set(sql, count)
        return null
      }
      counts.delete(sql)
      const name = next()
      names.set(sql, name)
      return name
    },
    renew(sql) {
      if (names.has(sql)) names.set(sql, next())
    },
    stop() {
      isStopped = true
      names.clear()
    },
  }
}

/** What became of a named statement that the server refuses because of its name alone; null for any other failure. */
export function nameFault(error: unknown): 'outdated' | 'unknown' | null {
  const state = sqlState(error)
  // Its tables have changed since: another process brought them up to date.
  if (state === '0A000' && /cached plan/.test((error as Error).message)) return 'outdated'
  // A proxy has given the connection's place to another server process (26000), or another's name to this one (42P05).
  return state === '26000' || state === '42P05' ? 'unknown' : null
}
