import {
  type Features,
  type FeatureName,
  featureNames,
} from '../../src/modules/recognition/suggestions/features.ts'

/** A question with the features of every candidate, and which of them are right. */
export interface Example {
  candidates: readonly Features[]
  right: readonly number[]
  weight: number
}

export type Weights = Record<FeatureName, number>

export interface FitOptions {
  rounds: number
  ridge: number
  /** Features that stay at the weight given here. */
  fixed: Partial<Weights>
  /** Features that may only speak for a candidate. */
  positive: readonly FeatureName[]
}

/** Fits the weights so that the right candidate is likely among all (a softmax over each question's candidates). */
export function fit(examples: readonly Example[], options: FitOptions): Weights {
  const size = featureNames.length
  const packed = examples.map(({ candidates, right, weight }) => {
    const values = new Float32Array(candidates.length * size)
    candidates.forEach((features, at) =>
      featureNames.forEach((name, column) => (values[at * size + column] = features[name])),
    )
    return { values, count: candidates.length, right: new Set(right), weight }
  })
  const total = packed.reduce((sum, each) => sum + each.weight, 0)
  const weights = new Float64Array(size)
  featureNames.forEach((name, at) => (weights[at] = options.fixed[name] ?? 0.1))
  const first = new Float64Array(size)
  const second = new Float64Array(size)
  for (let round = 1; round <= options.rounds; round += 1) {
    const slope = slopeOf(packed, weights, size)
    for (let at = 0; at < size; at += 1) {
      const name = featureNames[at]!
      if (name in options.fixed) continue
      const down = slope[at]! / total - options.ridge * weights[at]!
      first[at] = 0.9 * first[at]! + 0.1 * down
      second[at] = 0.999 * second[at]! + 0.001 * down * down
      const step =
        first[at]! / (1 - 0.9 ** round) / (Math.sqrt(second[at]! / (1 - 0.999 ** round)) + 1e-8)
      weights[at]! += 0.12 * step
      if (options.positive.includes(name)) weights[at] = Math.max(0, weights[at]!)
    }
  }
  return Object.fromEntries(featureNames.map((name, at) => [name, weights[at]!])) as Weights
}

interface Packed {
  values: Float32Array
  count: number
  right: ReadonlySet<number>
  weight: number
}

function slopeOf(packed: readonly Packed[], weights: Float64Array, size: number): Float64Array {
  const slope = new Float64Array(size)
  for (const { values, count, right, weight } of packed) {
    if (right.size === 0) continue
    const scores = new Float64Array(count)
    let most = -Infinity
    for (let at = 0; at < count; at += 1) {
      let score = 0
      for (let column = 0; column < size; column += 1) {
        score += weights[column]! * values[at * size + column]!
      }
      scores[at] = score
      most = Math.max(most, score)
    }
    let sum = 0
    for (let at = 0; at < count; at += 1) sum += scores[at] = Math.exp(scores[at]! - most)
    for (let at = 0; at < count; at += 1) {
      const error = (right.has(at) ? 1 / right.size : 0) - scores[at]! / sum
      if (Math.abs(error) < 1e-6) continue
      for (let column = 0; column < size; column += 1) {
        slope[column]! += weight * error * values[at * size + column]!
      }
    }
  }
  return slope
}
