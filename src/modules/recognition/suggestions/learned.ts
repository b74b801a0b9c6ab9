import type { CatalogueIndex } from './catalogue-index.ts'
import { placeOf } from './catalogue-index.ts'
import { type ReadCode, readCode } from './codes.ts'
import { stemOf } from './stem.ts'
import { readTitle, scriptOf } from './text.ts'

/** A course of a host institution, as a question or as half of an earlier decision. */
export interface HostCourse {
  /** Which institution; any stable name. */
  institution: string
  code: string
  titles: Readonly<Partial<Record<string, string>>>
  credit: number | null
}

/** An earlier decision: this host course stood for that home course. */
export interface Precedent {
  host: HostCourse
  homeCode: string
}

type Counts<K = string> = Map<K, number>

/** What earlier decisions and the catalogue itself teach about a home institution. Derived, never typed in. */
export interface Learned {
  /** Home areas by the host's area letters: at this host (`institution area`) and at any. */
  areas: ReadonlyMap<string, Counts>
  /** Home areas by families of title words; from the catalogue's own titles and from decided host titles. */
  wordAreas: ReadonlyMap<string, Counts>
  areaTotals: Counts
  /** Home levels by the shape of the host's number: at this host and at any. */
  levels: ReadonlyMap<string, Counts>
  levelTotals: Counts
  /** Decided pairs by host and area, for the order of numbers. */
  order: ReadonlyMap<string, readonly { place: number; course: number; code: string }[]>
  /** Decisions by host course (`institution key`) to home courses. */
  decided: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Decisions by the key of the host's code alone. */
  byKey: ReadonlyMap<string, readonly { institution: string; course: number }[]>
  /** Decided host titles of each home course. */
  titlesOf: ReadonlyMap<number, readonly DecidedTitle[]>
  /** Decisions to all courses of one title, by course. */
  titleDecisions: ReadonlyMap<number, number>
  /** Words that decisions have brought together, by family. */
  kindred: ReadonlyMap<string, ReadonlyMap<string, number>>
  decisions: number
}

export interface DecidedTitle {
  institution: string
  key: string
  /** As they were written. */
  code: string
  title: string
  families: readonly string[]
}

/** Learns from a home institution's decisions. Linear in them, but for the words of one home course with each other. */
export function learn(index: CatalogueIndex, precedents: readonly Precedent[]): Learned {
  const courseByKey = new Map(index.codes.map((code, at) => [code.key, at]))
  const taken = precedents.flatMap((precedent) => {
    const course = courseByKey.get(readCode(precedent.homeCode).key)
    if (course === undefined) return []
    return [
      {
        precedent,
        course,
        code: readCode(precedent.host.code),
        words: familiesOf(precedent.host.titles),
      },
    ]
  })
  const areas = new Map<string, Counts>()
  const wordAreas = new Map<string, Counts>()
  const areaTotals: Counts = new Map()
  const levels = new Map<string, Counts>()
  const levelTotals: Counts = new Map()
  const order = new Map<string, { place: number; course: number; code: string }[]>()
  const decided = new Map<string, Map<number, number>>()
  const titlesOf = new Map<number, DecidedTitle[]>()
  const byKey = new Map<string, { institution: string; course: number }[]>()
  index.codes.forEach(({ area }, course) => {
    bump(areaTotals, area, 1)
    for (const word of ownFamilies(index, course)) bumpIn(wordAreas, word, area, 1)
  })
  for (const { precedent, course, code, words } of taken) {
    const { institution } = precedent.host
    const home = index.codes[course]!
    bumpIn(areas, code.area, home.area, 1)
    bumpIn(areas, at(institution, code.area), home.area, 1)
    for (const word of words) bumpIn(wordAreas, word, home.area, 0.5)
    const level = levelName(home)
    bump(levelTotals, level, 1)
    bumpIn(levels, shapeOf(code), level, 1)
    bumpIn(levels, at(institution, shapeOf(code)), level, 1)
    push(order, at(institution, code.area), {
      place: placeOf(code),
      course,
      code: precedent.host.code,
    })
    bumpIn(decided, at(institution, code.key), course, 1)
    push(titlesOf, course, {
      institution,
      key: code.key,
      code: precedent.host.code,
      title: Object.values(precedent.host.titles)[0] ?? '',
      families: words,
    })
    push(byKey, code.key, { institution, course })
  }
  return {
    areas,
    wordAreas,
    areaTotals,
    levels,
    levelTotals,
    order,
    decided,
    byKey,
    titlesOf,
    titleDecisions: decisionsByTitle(index, titlesOf),
    kindred: kindredWords(index, titlesOf),
    decisions: taken.length,
  }
}

/** The name under which things of one institution are kept. */
export function at(institution: string, rest: string): string {
  return `${institution}\n${rest}`
}

/** The families of all words of all titles of a course, each once. */
export function familiesOf(titles: HostCourse['titles']): string[] {
  const families = new Set<string>()
  for (const text of Object.values(titles)) {
    if (text) for (const word of readTitle(text).words) families.add(stemOf(word))
  }
  return [...families]
}

/** The families of all words of all titles of a course of the catalogue, each once. */
function ownFamilies(index: CatalogueIndex, course: number): string[] {
  const families = new Set<string>()
  for (const at of index.documentsOf[course]!) {
    for (const id of index.documents[at]!.wordIds) families.add(index.vocabulary.familyOf(id))
  }
  return [...families]
}

/** The level of a home code, by the number of its digits and the first of them. */
export function levelName(code: ReadCode): string {
  return code.digits === '' ? '' : `${code.digits.length}:${code.digits[0]}`
}

/** The shape of a host's number, as levels are learned by. */
export function shapeOf(code: ReadCode): string {
  return levelName(code)
}

function decisionsByTitle(
  index: CatalogueIndex,
  titlesOf: ReadonlyMap<number, readonly DecidedTitle[]>,
): Map<number, number> {
  const byTitle = new Map<string, number>()
  const titleOf = (course: number) => ownFamilies(index, course).join(' ')
  for (const [course, titles] of titlesOf) {
    const title = titleOf(course)
    if (title !== '') byTitle.set(title, (byTitle.get(title) ?? 0) + titles.length)
  }
  const decisions = new Map<number, number>()
  index.courses.forEach((_, course) => {
    const others = (byTitle.get(titleOf(course)) ?? 0) - (titlesOf.get(course)?.length ?? 0)
    if (others > 0) decisions.set(course, others)
  })
  return decisions
}

/** A pair of words must have met at this weight before it counts much. */
const shrinkage = 1.5
const wordsPerCourse = 40

/** Words that stand in titles which decisions took for the same course: a measure of their company, 0 to 1. */
function kindredWords(
  index: CatalogueIndex,
  titlesOf: ReadonlyMap<number, readonly DecidedTitle[]>,
): Map<string, Map<string, number>> {
  const together = new Map<string, Map<string, number>>()
  const alone = new Map<string, number>()
  for (const [course, titles] of titlesOf) {
    const shares = new Map<string, number>()
    for (const { families } of titles) {
      for (const word of families) shares.set(word, (shares.get(word) ?? 0) + 1 / titles.length)
    }
    for (const word of ownFamilies(index, course)) shares.set(word, 1)
    const words = [...shares].sort((a, b) => b[1] - a[1]).slice(0, wordsPerCourse)
    for (const [word, share] of words) alone.set(word, (alone.get(word) ?? 0) + share * share)
    for (const [word, share] of words) {
      for (const [other, otherShare] of words) {
        // What a word means in another script is for the dictionary to say.
        if (word === other || scriptOf(word) !== scriptOf(other)) continue
        bumpIn(together, word, other, share * otherShare)
      }
    }
  }
  for (const [word, row] of together) {
    for (const [other, value] of row) {
      const company = value / (Math.sqrt(alone.get(word)! * alone.get(other)!) + shrinkage)
      if (company < 0.05) row.delete(other)
      else row.set(other, company)
    }
  }
  return together
}

function bump<K>(counts: Counts<K>, key: K, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}

function bumpIn<K>(table: Map<string, Counts<K>>, row: string, key: K, by: number): void {
  let counts = table.get(row)
  if (!counts) table.set(row, (counts = new Map()))
  bump(counts, key, by)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
