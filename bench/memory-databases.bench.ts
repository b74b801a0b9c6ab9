import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { openDatabase } from '#kernel/database'
import { type BenchOptions, type BenchResult, figure, percentile } from './bench.ts'

/** What a test waits for that wants a database of its own. */
export const claim =
  'A database in memory begins with what another holds for less than half the processor time that PGlite’s own loading takes in the same thread'

const least = 2
const fill = `create table notes (id int4 primary key, text text not null, more text not null);
  insert into notes select n, repeat('weft ', 40), md5(n::text) from generate_series(1, 60000) n;
  create index on notes (more)`

/** Opens the same dump again and again, by turns: in the caller's thread, in a thread of its own, and as PGlite does it. */
export async function run(options: BenchOptions): Promise<BenchResult> {
  const rounds = options.quick ? 3 : 15
  options.progress('filling the database that all begin with')
  const original = await openDatabase({ dataDirectory: '', memory: true })
  for (const statement of fill.split(';')) await original.execute(statement)
  const dump = await original.dump()
  await original.close()
  const tar = new Blob([gunzipSync(dump)], { type: 'application/x-tar' })
  const ways = waysFrom(dump, tar)
  const spent = new Map(
    Object.keys(ways).map((name) => [name, { cpu: [] as number[], wall: [] as number[] }]),
  )
  for (let round = -1; round < rounds; round += 1) {
    options.progress(`round ${round + 1} of ${rounds}`)
    for (const [name, way] of Object.entries(ways)) {
      const began = performance.now()
      const before = process.cpuUsage()
      const close = await way()
      const { user, system } = process.cpuUsage(before)
      const wall = performance.now() - began
      await close()
      // The first of each compiles what the later ones find.
      if (round < 0) continue
      spent.get(name)!.cpu.push((user + system) / 1000)
      spent.get(name)!.wall.push(wall)
    }
  }
  const medians = [...spent].map(([what, { cpu, wall }]) => ({
    what,
    cpu: percentile(cpu, 0.5),
    wall: percentile(wall, 0.5),
  }))
  const peer = medians.at(-1)!
  const rows = medians.map(({ what, cpu, wall }) => ({
    what,
    'processor ms': figure(cpu),
    'clock ms': figure(wall),
    'times less processor than PGlite': figure(peer.cpu / cpu),
  }))
  return {
    rows,
    notes: [
      `Median of ${rounds} openings with one query each, by turns; the dump unpacks to ${figure(tar.size / 1e6)} MB.`,
    ],
    failed: peer.cpu / medians[0]!.cpu < least,
  }
}

/** What opens a database and asks it once, by name; each gives what closes it. */
function waysFrom(dump: Uint8Array, tar: Blob): Record<string, () => Promise<() => Promise<void>>> {
  const open = (inThisThread: boolean) => async () => {
    const database = await openDatabase({
      dataDirectory: '',
      memory: true,
      load: dump,
      inThisThread,
    })
    await database.execute('select 1')
    return () => database.close()
  }
  return {
    'ours, in the caller’s thread': open(true),
    'ours, in a thread of its own': open(false),
    'PGlite’s loadDataDir, unpacked before': async () => {
      const exitCode = process.exitCode
      const pg = await PGlite.create({ loadDataDir: tar })
      await pg.query('select 1')
      process.exitCode = exitCode
      return () => pg.close().finally(() => (process.exitCode = exitCode))
    },
  }
}
