// The choice among overlapping equivalences beside a solver of mixed integer programmes.
import highs from 'highs'
import type { LegacyHighs } from 'highs'
import fc from 'fast-check'
import { overlaps, programme } from '../../src/modules/recognition/rules/choose-solver.fixture.ts'
import { choose } from '../../src/modules/recognition/rules/choose.ts'
import { milliseconds, timed } from '../matching/measure.ts'

/** How many random cases have the solver's optimum, each choice proved, and the time of both. */
export async function overlapFigures(cases: number) {
  // The package's types speak of an ES module; under Node it exports the loader itself.
  const solver = await (highs as unknown as () => Promise<LegacyHighs>)()
  let [same, proved, ms, solverMs] = [0, 0, 0, 0]
  for (const { items, limits } of fc.sample(overlaps, { seed: 20261122, numRuns: cases })) {
    const ours = timed(() => choose(items, limits))
    const text = programme(items, limits)
    const theirs = timed(() => solver.solve(text))
    ms += ours.ms
    solverMs += theirs.ms
    const optimum = Number(ours.value.credit.toDecimal(9))
    if (ours.value.credit.equals(ours.value.bound)) proved += 1
    if (theirs.value.Status === 'Optimal' && Math.abs(theirs.value.ObjectiveValue - optimum) < 1e-6)
      same += 1
  }
  return { cases, same, proved, ms: milliseconds(ms), solverMs: milliseconds(solverMs) }
}
