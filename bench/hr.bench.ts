import { join } from 'node:path'
import { checkStability, ranksAreTrue } from '../src/modules/matching/checks/stability.ts'
import { deferredAcceptance } from '../src/modules/matching/rules/deferred-acceptance.ts'
import { ranksAtPlaces } from '../src/modules/matching/rules/ranks.ts'
import { type BenchOptions, type BenchResult, figure } from './bench.ts'
import { readTwoSided, writeTwoSided } from './matching/instance.ts'
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

/** A round of lists on both sides, beside the textbook algorithm in C++. */
export const claim =
  'A round of a million applicants with ten choices each is matched and proved stable about as fast as in C++'

/** Options of its own. */
export const options = { instance: 'FILE  an instance in the layout of bench/matching/instance.ts' }

/** Solves one instance, or rounds of 1,000 to 1,000,000 applicants made for it. */
export async function run({ given, quick, progress }: BenchOptions): Promise<BenchResult> {
  const folder = scratch()
  const peer = compiled('gale-shapley.cpp', folder)
  const sizes = quick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]
  const files = given['instance']
    ? [given['instance']]
    : sizes.map((size) => {
        const file = join(folder, `hr-${size}.bin`)
        progress(`making a round of ${size}`)
        writeTwoSided(file, size, 1)
        return file
      })
  const rows = files.map((file) => {
    progress(`solving ${file}`)
    const ours = measure(file, quick ? 2 : 5)
    const theirs = peer === null ? null : askPeer(peer, [file])
    const spent = theirs === null ? null : Number(theirs['ranks_ms']) + Number(theirs['solve_ms'])
    return {
      ...ours,
      'c++_ms': spent === null ? null : milliseconds(spent),
      ratio: spent === null ? null : figure((ours.invert_ms + ours.solve_ms) / spent),
      same: theirs === null ? null : String(theirs['matched'] === ours.matched),
    }
  })
  return {
    rows,
    notes: [
      'The median of warm rounds; solve_cpu_ms: the least time of processors for ranks and solving together. c++: Gale and Shapley as in the textbook, one run; ratio: ours to it, ranks and solving together.',
      ...(peer === null ? ['No C++ compiler here: the peer was left out.'] : []),
    ],
    figures: rows.at(-1),
    failed: rows.some((row) => row.blocking_pairs > 0 || row.same === 'false'),
  }
}

function measure(file: string, rounds: number) {
  const { market, bytes } = readTwoSided(file)
  collectGarbage()
  const baseline = process.memoryUsage().rss
  const taken: { invert: number; solve: number; check: number; cpu: number }[] = []
  let matched = 0
  let blocking = 0
  // The first round warms the program up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    collectGarbage()
    const before = process.cpuUsage()
    const ranks = timed(() => ranksAtPlaces(market))
    const solved = timed(() => deferredAcceptance(market, ranks.value))
    const { user, system } = process.cpuUsage(before)
    const checked = timed(() => checkStability(market, ranks.value, solved.value))
    const cpu = (user + system) / 1000
    if (round > 0) taken.push({ invert: ranks.ms, solve: solved.ms, check: checked.ms, cpu })
    matched = solved.value.reduce((count, position) => count + Number(position >= 0), 0)
    const { blockingPairs, overfull, unacceptable } = checked.value
    blocking = blockingPairs + overfull + unacceptable
    if (round === 0 && !ranksAreTrue(market, ranks.value)) throw new Error('the ranks are wrong')
  }
  const median = (what: 'invert' | 'solve' | 'check') =>
    milliseconds(taken.map((each) => each[what]).sort((a, b) => a - b)[rounds >> 1]!)
  return {
    n: market.applicants,
    invert_ms: median('invert'),
    solve_ms: median('solve'),
    check_ms: median('check'),
    solve_cpu_ms: milliseconds(Math.min(...taken.map(({ cpu }) => cpu))),
    check_least_ms: milliseconds(Math.min(...taken.map(({ check }) => check))),
    matched,
    blocking_pairs: blocking,
    input_mb: megabytes(bytes),
    baseline_rss_mb: megabytes(baseline),
    peak_rss_mb: megabytes(peakMemory()),
  }
}
