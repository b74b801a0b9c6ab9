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
  timed,
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
    const ours = measure(file, quick ? 2 : 3)
    const theirs = peer === null ? null : askPeer(peer, ['simplex', file, String(outsideCost)])
    return {
      kind,
      ...ours,
      lemon_ms: theirs === null ? null : milliseconds(Number(theirs['ms'])),
      ratio: theirs === null ? null : figure(ours.solve_ms / Number(theirs['ms'])),
      same: theirs === null ? null : String(theirs['cost'] === ours.cost),
    }
  })
  return {
    rows,
    notes: [
      'The median of warm rounds. lemon: the network simplex of Debian’s liblemon-dev in C++, one run; ratio: ours to it.',
      ...(peer === null ? ['No C++ compiler with liblemon-dev here: the peer was left out.'] : []),
    ],
    figures: rows.at(-1),
    failed: rows.some((row) => row.certified !== 'true' || row.same === 'false'),
  }
}

function measure(file: string, rounds: number) {
  const { problem, bytes } = readMentors(file)
  collectGarbage()
  const baseline = process.memoryUsage().rss
  const solved = Array.from({ length: rounds }, () => {
    collectGarbage()
    return timed(() => assign(problem))
  })
  const { value } = solved[0]!
  const checked = checkAssignment(problem, value.arcs, value.prices)
  return {
    students: problem.rows,
    solve_ms: milliseconds(solved.map(({ ms }) => ms).sort((a, b) => a - b)[rounds >> 1]!),
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
