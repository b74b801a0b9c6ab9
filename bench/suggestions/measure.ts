import {
  type CatalogueIndex,
  indexCatalogue,
} from '../../src/modules/recognition/suggestions/catalogue-index.ts'
import {
  type FeatureName,
  type Features,
  featuresOf,
} from '../../src/modules/recognition/suggestions/features.ts'
import { type HostCourse, learn } from '../../src/modules/recognition/suggestions/learned.ts'
import { ask } from '../../src/modules/recognition/suggestions/question.ts'
import { rank } from '../../src/modules/recognition/suggestions/suggest.ts'
import type { Weights } from '../../src/modules/recognition/suggestions/weights.ts'
import { type Example, fit } from './fit.ts'
import { seeded } from './folds.ts'
import type { MappingRow, Mappings } from './mappings.ts'

/** Gives the codes of a pool for a host course, the likeliest first; only so many as recall looks at. */
export type Ranker = (host: HostCourse) => readonly string[] | Promise<readonly string[]>

/** What a row's courses found: for each depth the share of them whose list holds the home course. */
export interface CaseHits {
  home: string
  at1: number
  at5: number
  at10: number
}

/** Asks for every course of every row. A row counts once, however many courses it lists: each is an equal share of it. */
export async function hitsOf(rows: readonly MappingRow[], ranker: Ranker): Promise<CaseHits[]> {
  const hits: CaseHits[] = []
  for (const { homeCode, hosts } of rows) {
    const hit = { home: homeCode, at1: 0, at5: 0, at10: 0 }
    for (const host of hosts) {
      const place = (await ranker(host)).indexOf(homeCode)
      if (place < 0) continue
      if (place < 1) hit.at1 += 1 / hosts.length
      if (place < 5) hit.at5 += 1 / hosts.length
      if (place < 10) hit.at10 += 1 / hosts.length
    }
    hits.push(hit)
  }
  return hits
}

const dictionary = new Map()

/** How many questions of one fold the weights are fitted to, and how many wrong candidates each is shown with. */
const questionsPerFold = 250
const wrongCandidates = 80

/** Fits weights to a training part alone: each of its folds is asked with what the others teach. */
export function fitOn(
  mappings: Mappings,
  training: readonly MappingRow[],
  byHome: ReadonlyMap<string, number>,
  byHost: ReadonlyMap<string, number>,
): Weights {
  const index = indexCatalogue(mappings.pool)
  const homeOf = (row: MappingRow) => byHome.get(row.homeCode)!
  const hostOf = (row: MappingRow) => byHost.get(row.hosts[0]!.institution)!
  const unseen = examplesOf(index, training, homeOf, questionsPerFold, 2)
  const seen = examplesOf(index, training, hostOf, questionsPerFold / 2, 2)
  return fit([...unseen, ...seen], {
    rounds: 200,
    ridge: 0.0005,
    fixed: { decidedCourse: 8 },
    positive: learnedFeatures,
  })
}

/** What rests on decisions may speak for a candidate only: that nothing was decided about a course is no news. */
const learnedFeatures: readonly FeatureName[] = [
  'identical',
  'company',
  'numbersAgree',
  'areaByCode',
  'areaByLetters',
  'areaByWords',
  'levelLearned',
  'numberSame',
  'lettersSame',
  'order',
  'next',
  'creditNear',
  'titleDecisions',
  'decidedTitles',
  'decisions',
  'decidedCodes',
]

function examplesOf(
  index: CatalogueIndex,
  rows: readonly MappingRow[],
  foldOf: (row: MappingRow) => number,
  most: number,
  weight: number,
): Example[] {
  const examples: Example[] = []
  const courses = index.courses.map((_, course) => course)
  const courseOf = new Map(index.courses.map(({ code }, course) => [code, course]))
  for (const fold of [...new Set(rows.map(foldOf))].sort()) {
    const learned = learn(index, precedentsOf(rows.filter((row) => foldOf(row) !== fold)))
    const random = seeded(fold + 1)
    const own = rows.filter((row) => foldOf(row) === fold)
    const questions = own.flatMap((row) => row.hosts.map((host) => ({ row, host })))
    for (const { row, host } of questions) {
      if (random() > most / questions.length) continue
      const question = ask(index, learned, dictionary, host)
      const features = featuresOf(index, learned, question, courses)
      const right = courseOf.get(row.homeCode)!
      examples.push(shown(features, right, weight / row.hosts.length))
    }
  }
  return examples
}

/** The right candidate, and of the others those that look likeliest. */
function shown(features: readonly Features[], right: number, weight: number): Example {
  const looks = (each: Features) =>
    each.overlap * 3 + each.company * 3 + each.areaByCode + each.areaByLetters + each.grams
  const wrong = features
    .filter((_, course) => course !== right)
    .sort((a, b) => looks(b) - looks(a))
    .slice(0, wrongCandidates)
  return { candidates: [features[right]!, ...wrong], right: [0], weight }
}

export function precedentsOf(rows: readonly MappingRow[]) {
  return rows.flatMap(({ homeCode, hosts }) => hosts.map((host) => ({ host, homeCode })))
}

/** Weft's own order, with what some rows teach; by the shipped weights where none are given. */
export function ownRanker(
  mappings: Mappings,
  taught: readonly MappingRow[],
  weights?: Weights,
): Ranker {
  const index = indexCatalogue(mappings.pool)
  const knowledge = { index, learned: learn(index, precedentsOf(taught)), dictionary }
  return (host) =>
    rank(knowledge, host, weights)
      .candidates.slice(0, 10)
      .map(({ course }) => index.courses[course]!.code)
}

/** Recall at each depth with the bounds of 95 % at ten: home courses are drawn again, not rows, which resemble each other. */
export function recallOf(hits: readonly CaseHits[]) {
  const mean = (key: 'at1' | 'at5' | 'at10') =>
    hits.reduce((sum, each) => sum + each[key], 0) / Math.max(1, hits.length)
  return { at1: mean('at1'), at5: mean('at5'), at10: mean('at10'), bounds: boundsOf(hits) }
}

function boundsOf(hits: readonly CaseHits[]): { at1: [number, number]; at10: [number, number] } {
  const groups = [...Map.groupBy(hits, (hit) => hit.home).values()]
  const random = seeded(95)
  const drawn: { at1: number[]; at10: number[] } = { at1: [], at10: [] }
  for (let draw = 0; draw < 1000; draw += 1) {
    let count = 0
    let at1 = 0
    let at10 = 0
    for (let each = 0; each < groups.length; each += 1) {
      const group = groups[Math.floor(random() * groups.length)]!
      count += group.length
      for (const hit of group) {
        at1 += hit.at1
        at10 += hit.at10
      }
    }
    drawn.at1.push(at1 / count)
    drawn.at10.push(at10 / count)
  }
  const middle = (values: number[]): [number, number] => {
    const sorted = values.toSorted((a, b) => a - b)
    return [sorted[24] ?? Number.NaN, sorted[974] ?? Number.NaN]
  }
  return { at1: middle(drawn.at1), at10: middle(drawn.at10) }
}
