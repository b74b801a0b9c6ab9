import { join } from 'node:path'
import { assign, checkAssignment } from '#modules/matching'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { outsideCost, readMentors, writeMentors } from './matching/instance.ts'
import {
  askPeer,
  collectGarbage,
  compiled,
  megabytes,
  milliseconds,
  peakMemory,
  scratch,
  warm,
} from './matching/measure.ts'

/** The cheapest assignment of students to mentors, beside LEMON's network simplex. */
export const claim =
  'Students get mentors at the least cost, proved by its dual bound, faster than LEMON’s network simplex'

/** Options of its own. */
export const options = { instance: 'FILE  an instance in the layout of bench/matching/instance.ts' }

/** Solves one instance, or rounds with seats to spare and with too few made for it. */
export async function run({ given, quick, progress }: BenchOptions): Promise<BenchResult> {
  const folder = scratch()
  const peer = compiled('lemon.cpp', folder)
  const sizes = quick ? [1_000] : [1_000, 10_000, 100_000]
  const made = sizes.flatMap((size) =>
    [false, true].map((isTight) => {
      const file = join(folder, `mentors-${size}-${isTight ? 'tight' : 'slack'}.bin`)
      if (!given['instance']) writeMentors(file, size, 1, isTight)
      return { file, kind: isTight ? 'tight' : 'slack' }
    }),
  )
  const files = given['instance'] ? [{ file: given['instance'], kind: 'given' }] : made
  const rows = files.map(({ file, kind }) => {
    progress(`solving ${file}`)
    const ours = measure(file)
    const theirs = peer === null ? null : askPeer(peer, ['simplex', file, String(outsideCost)])
    return {
      kind,
      ...ours,
      lemon_ms: theirs === null ? null : milliseconds(Number(theirs['ms'])),
      lemon_cpu_ms: theirs === null ? null : milliseconds(Number(theirs['cpu_ms'])),
      ratio: theirs === null ? null : figure(ours.solve_cpu_ms / Number(theirs['cpu_ms'])),
      same: theirs === null ? null : String(theirs['cost'] === ours.cost),
    }
  })
  return {
    rows,
    notes: [
      'solve_ms: the median of warm rounds, solve_least_ms the least, solve_cpu_ms the least time of processors. lemon: the network simplex of Debian’s liblemon-dev in C++, one run; ratio: ours to it, in time of processors.',
      ...(peer === null ? ['No C++ compiler with liblemon-dev here: the peer was left out.'] : []),
    ],
    figures: rows.at(-1),
    failed: rows.some((row) => row.certified !== 'true' || row.same === 'false'),
  }
}

function measure(file: string) {
  const { problem, bytes } = readMentors(file)
  collectGarbage()
  const baseline = process.memoryUsage().rss
  const { value, median, least, cpu } = warm(() => assign(problem))
  const checked = checkAssignment(problem, value.arcs, value.prices)
  return {
    students: problem.rows,
    solve_ms: median,
    solve_least_ms: least,
    solve_cpu_ms: cpu,
    cost: checked.cost,
    dual_bound: checked.bound,
    unmatched: checked.outside,
    certified: String(checked.certified),
    algorithm: value.algorithm,
    input_mb: megabytes(bytes),
    baseline_rss_mb: megabytes(baseline),
    peak_rss_mb: megabytes(peakMemory()),
  }
}
