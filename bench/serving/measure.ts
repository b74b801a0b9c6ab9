import { type Child, treeCpuMs, type Usage } from './child.ts'
import { load, medianRound, type Round } from './load.ts'

/** What is asked, of which server, beside which database's own processes (null where there are none). */
export interface Target {
  child: Child
  port: number
  path: string
  cookie: string
  databasePid: number | null
}

/** The middle round, and what one request of it cost; times in ms. */
export interface Measured extends Round {
  cpuMs: number
  databaseCpuMs: number
  queries: number
}

const rounds = 3

/** What the figures of a table of pages are, for its notes. */
export const servingNotes = [
  'p50 and p99 in ms; CPU in ms a request: the server’s process with its threads, beside it PostgreSQL’s own processes.',
  'The load generator shares the cores with the servers.',
]

/** A round of a second to warm up, then three of so many seconds; the middle one counts. */
export async function measure(
  target: Target,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Measured> {
  const address = `http://127.0.0.1:${target.port}`
  const asked = { path: target.path, cookie: target.cookie, connections }
  await load(address, { ...asked, seconds: 1 })
  const measured: Measured[] = []
  for (let round = 0; round < rounds; round += 1) {
    const before = await usageOf(target)
    const result = await load(address, { ...asked, seconds })
    const after = await usageOf(target)
    const each = (value: number) => value / result.requests
    measured.push({
      ...result,
      cpuMs: each((after.cpuMicroseconds - before.cpuMicroseconds) / 1000),
      databaseCpuMs: each(after.databaseMs - before.databaseMs),
      queries: each(after.queries - before.queries),
    })
  }
  return medianRound(measured)
}

async function usageOf({ child, databasePid }: Target): Promise<Usage & { databaseMs: number }> {
  const usage = await child.tell<Usage>({ kind: 'usage' })
  return { ...usage, databaseMs: databasePid === null ? 0 : treeCpuMs(databasePid) }
}
