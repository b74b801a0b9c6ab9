import type { AskedTitle } from './asked-title.ts'
import { type CatalogueIndex, placeOf } from './catalogue-index.ts'
import { levelOf, type ReadCode } from './codes.ts'
import { at, type HostCourse, type Learned, levelName, shapeOf } from './learned.ts'
import { bestTitle, type TitleFeatures } from './title-features.ts'

/** What is looked at in a pair of host course and candidate besides the titles; most lie between 0 and 1. */
export interface Features extends TitleFeatures {
  /** How likely the candidate's subject area is: by decisions, by the letters alone, by the words of the title. */
  areaByCode: number
  areaByLetters: number
  areaByWords: number
  /** What decisions say of levels, between -1 and 1; and whether the first digits are the same. */
  levelLearned: number
  levelSame: number
  numberSame: number
  lettersSame: number
  lettersDiffer: number
  /** Whether numbers keep the order that decisions about this host have, between -1 and 1; and neighbours stay neighbours. */
  order: number
  next: number
  creditNear: number
  /** Decisions to other courses of the candidate's title. */
  titleDecisions: number
  /** A decided title that is nearer to the question than any title of the catalogue; and how often it was decided. */
  decidedTitles: number
  decisions: number
  /** Decisions about courses of the same code at other hosts. */
  decidedCodes: number
  /** A decision about this very course. */
  decidedCourse: number
}

export type FeatureName = keyof Features

export const featureNames: readonly FeatureName[] = [
  'overlap',
  'hostWords',
  'homeWords',
  'identical',
  'grams',
  'company',
  'numbersAgree',
  'numbersDiffer',
  'numberOneSided',
  'ranksDiffer',
  'areaByCode',
  'areaByLetters',
  'areaByWords',
  'levelLearned',
  'levelSame',
  'numberSame',
  'lettersSame',
  'lettersDiffer',
  'order',
  'next',
  'creditNear',
  'titleDecisions',
  'decidedTitles',
  'decisions',
  'decidedCodes',
  'decidedCourse',
]

/** A question with everything that does not depend on the candidate. */
export interface Question {
  host: HostCourse
  code: ReadCode
  titles: readonly AskedTitle[]
  /** The families of its words. */
  families: readonly string[]
  areasByCode: ReadonlyMap<string, number>
  areasByLetters: ReadonlyMap<string, number>
  areasByWords: ReadonlyMap<string, number>
  levels: ReadonlyMap<string, number>
}

/** The features of candidates, in their order. */
export function featuresOf(
  index: CatalogueIndex,
  learned: Learned,
  question: Question,
  candidates: readonly number[],
): Features[] {
  const all = candidates.map((course) => rawFeatures(index, learned, question, course))
  const nearest = all.reduce((most, each) => Math.max(most, each.overlap), 0)
  // Where the catalogue itself has a title as near, what was decided about others is no reason against it.
  for (const features of all) {
    const decided = features.decidedTitles
    features.decidedTitles = Math.max(0, decided ** 2 - nearest ** 2)
    features.decisions *= Math.max(0, (decided - 0.7) / 0.3)
  }
  return all
}

function rawFeatures(
  index: CatalogueIndex,
  learned: Learned,
  question: Question,
  course: number,
): Features {
  const home = index.codes[course]!
  return {
    ...bestTitle(index, question.titles, course).features,
    areaByCode: onScale(question.areasByCode.get(home.area) ?? 0),
    areaByLetters: question.areasByLetters.get(home.area) ?? 0,
    areaByWords: onScale(question.areasByWords.get(home.area) ?? 0),
    levelLearned: question.levels.get(levelName(home)) ?? 0,
    ...codeFeatures(question.code, home),
    ...orderFeatures(index, learned, question, course),
    creditNear: creditNear(question.host.credit, index.courses[course]!.credit),
    titleDecisions: often(learned.titleDecisions.get(course) ?? 0),
    ...decidedFeatures(learned, question, course),
  }
}

/** A probability on a scale on which 1 % and 10 % are as far apart as 10 % and all of it. */
function onScale(probability: number): number {
  return Math.log(1 + probability * 99) / Math.log(100)
}

/** How often something was decided, on a scale that ends at some four hundred times. */
function often(times: number): number {
  return Math.min(1, Math.log1p(times) / 6)
}

/** How much more or less usual each home level is for a host number of this shape; at this host, else at any. */
export function levelsFor(
  learned: Learned,
  institution: string,
  code: ReadCode,
): Map<string, number> {
  const levels = new Map<string, number>()
  const tables = [shapeOf(code), at(institution, shapeOf(code))].flatMap(
    (name) => learned.levels.get(name) ?? [],
  )
  for (const [level, count] of learned.levelTotals) {
    const prior = (count + 1) / (learned.decisions + 10)
    let chance = prior
    for (const counts of tables) {
      let total = 0
      for (const value of counts.values()) total += value
      chance = ((counts.get(level) ?? 0) + 4 * chance) / (total + 4)
    }
    levels.set(level, Math.max(-1, Math.min(1, Math.log(chance / prior) / 3)))
  }
  return levels
}

function codeFeatures(host: ReadCode, home: ReadCode) {
  const hostLetters = lettersAfter(host)
  const homeLetters = lettersAfter(home)
  return {
    levelSame: levelOf(host) > 0 && levelOf(host) === levelOf(home) ? 1 : 0,
    numberSame: host.number !== null && host.number === home.number ? 1 : 0,
    lettersSame: hostLetters !== '' && hostLetters === homeLetters ? 1 : 0,
    lettersDiffer: hostLetters !== '' && homeLetters !== '' && hostLetters !== homeLetters ? 1 : 0,
  }
}

/** The letter of a course in a sequence; an honours course ("H") is the course without it. */
function lettersAfter(code: ReadCode): string {
  return code.after
    .replace(/[^A-Z]/g, '')
    .replace(/H$/, '')
    .slice(0, 2)
}

/** The decided pairs of this host and area whose home course is in the area of the candidate, without the candidate's own. */
export function orderedPairs(
  index: CatalogueIndex,
  learned: Learned,
  question: Question,
  course: number,
): { place: number; course: number; code: string }[] {
  const pairs = learned.order.get(at(question.host.institution, question.code.area)) ?? []
  const { area } = index.codes[course]!
  return pairs.filter((pair) => pair.course !== course && index.codes[pair.course]!.area === area)
}

function orderFeatures(
  index: CatalogueIndex,
  learned: Learned,
  question: Question,
  course: number,
): Pick<Features, 'order' | 'next'> {
  if (question.code.number === null) return { order: 0, next: 0 }
  const pairs = orderedPairs(index, learned, question, course)
  if (pairs.length === 0) return { order: 0, next: 0 }
  const place = placeOf(question.code)
  const homePlace = placeOf(index.codes[course]!)
  let agree = 0
  let below: { place: number; course: number } | null = null
  let above: { place: number; course: number } | null = null
  for (const pair of pairs) {
    const home = placeOf(index.codes[pair.course]!)
    agree += Math.sign(place - pair.place) * Math.sign(homePlace - home)
    if (pair.place < place && (!below || pair.place > below.place)) below = pair
    if (pair.place > place && (!above || pair.place < above.place)) above = pair
  }
  const row = index.areas.get(index.codes[course]!.area) ?? []
  const here = row.indexOf(course)
  const follows = below !== null && row[here - 1] === below.course
  const precedes = above !== null && row[here + 1] === above.course
  return {
    order: agree / (pairs.length + 0.5),
    next: (follows ? 0.5 : 0) + (precedes ? 0.5 : 0),
  }
}

function creditNear(host: number | null, home: number | null): number {
  if (host === null || home === null || host <= 0 || home <= 0) return 0
  return Math.max(0, 1 - Math.abs(Math.log(host / home)) / Math.LN2)
}

function decidedFeatures(
  learned: Learned,
  question: Question,
  course: number,
): Pick<Features, 'decidedTitles' | 'decidedCourse' | 'decidedCodes' | 'decisions'> {
  const titles = learned.titlesOf.get(course) ?? []
  const own = learned.decided.get(at(question.host.institution, question.code.key))
  const elsewhere = (learned.byKey.get(question.code.key) ?? []).filter(
    (each) => each.institution !== question.host.institution,
  )
  const agreeing = elsewhere.filter((each) => each.course === course).length
  return {
    decidedTitles: nearestDecided(learned, question, course)?.likeness ?? 0,
    decidedCourse: own?.has(course) ? 1 : 0,
    decidedCodes: agreeing / (elsewhere.length + 1),
    decisions: often(titles.length),
  }
}

/** The decided host title of a candidate that shares most words with the question; this very course does not count. */
export function nearestDecided(
  learned: Learned,
  question: Question,
  course: number,
): { likeness: number; institution: string; code: string; title: string } | null {
  let best: ReturnType<typeof nearestDecided> = null
  for (const { families, institution, key, code, title } of learned.titlesOf.get(course) ?? []) {
    if (institution === question.host.institution && key === question.code.key) continue
    const likeness = wordsShared(question.families, families)
    if (likeness > (best?.likeness ?? 0)) best = { likeness, institution, code, title }
  }
  return best
}

function wordsShared(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (const word of a) if (b.includes(word)) shared += 1
  return (2 * shared) / (a.length + b.length)
}
