import { candidatesFor } from './candidates.ts'
import { type Features, featureNames, featuresOf, type Question } from './features.ts'
import type { Knowledge } from './knowledge.ts'
import { at, type HostCourse } from './learned.ts'
import { ask } from './question.ts'
import { isTelling, type Reason, reasonsFor } from './reasons.ts'
import { codeWeights, titleWeights, type Weights } from './weights.ts'

/** A course that a host course may stand for. */
export interface Suggestion {
  /** Its place in the catalogue. */
  course: number
  code: string
  /** The sum of all reasons; only the order and the differences mean anything. */
  score: number
  /** How sure, between 0 and 1: the candidate's share among all that were looked at. */
  share: number
  /** Why, the weightiest first; the weights of all of them add up to the score. */
  reasons: readonly Reason[]
}

/** Which candidates were looked at, in the order of their scores. */
export interface Ranked {
  question: Question
  candidates: readonly { course: number; score: number; features: Features }[]
}

/** Orders the candidates for a host course, by the shipped weights or by given ones. Pure: the same always gives the same. */
export function rank(knowledge: Knowledge, host: HostCourse, given?: Weights): Ranked {
  const { index, learned, dictionary } = knowledge
  const question = ask(index, learned, dictionary, host)
  const weights = given ?? weightsFor(question)
  const named = [...(learned.decided.get(at(host.institution, question.code.key))?.keys() ?? [])]
  const courses = candidatesFor(index, question.titles, question.areasByCode, named)
  const features = featuresOf(index, learned, question, courses)
  const candidates = courses
    .map((course, place) => {
      const own = features[place]!
      return { course, features: own, score: scoreOf(own, weights) }
    })
    .sort((a, b) => b.score - a.score || a.course - b.course)
  return { question, candidates }
}

/** The likeliest home courses for a host course, with the reasons. */
export function suggest(knowledge: Knowledge, host: HostCourse, most: number): Suggestion[] {
  const { question, candidates } = rank(knowledge, host)
  const weights = weightsFor(question)
  const first = candidates[0]?.score ?? 0
  const sum = candidates.reduce((total, each) => total + Math.exp(each.score - first), 0)
  return candidates
    .slice(0, most)
    .map(({ course, score, features }) => ({
      course,
      code: knowledge.index.courses[course]!.code,
      score,
      share: Math.exp(score - first) / sum,
      reasons: reasonsFor(knowledge, question, course, features, weights),
    }))
    .filter(({ reasons }) => isTelling(reasons, question))
}

function weightsFor(question: Question): Weights {
  return question.titles.length > 0 ? titleWeights : codeWeights
}

function scoreOf(features: Features, weights: Weights): number {
  let score = 0
  for (const name of featureNames) score += weights[name] * features[name]
  return score
}
