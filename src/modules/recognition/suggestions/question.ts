import { askTitle } from './asked-title.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { type ReadCode, readCode } from './codes.ts'
import { levelsFor, type Question } from './features.ts'
import { at, familiesOf, type HostCourse, type Learned } from './learned.ts'
import { areaLikeness } from './subjects.ts'
import { readTitle } from './text.ts'
import type { Dictionary } from './translation.ts'

/** Reads a host course as a question to a catalogue. */
export function ask(
  index: CatalogueIndex,
  learned: Learned,
  dictionary: Dictionary,
  host: HostCourse,
): Question {
  const code = readCode(host.code)
  const titles = Object.entries(host.titles).flatMap(([language, text]) => {
    if (!text) return []
    const title = readTitle(text)
    return title.words.length === 0 ? [] : [askTitle(index, learned, dictionary, language, title)]
  })
  const families = familiesOf(host.titles)
  return {
    host,
    code,
    titles,
    families,
    areasByCode: areasByCode(index, learned, host.institution, code),
    areasByLetters: new Map(
      [...index.areas.keys()].map((area) => [area, areaLikeness(code.area, area)]),
    ),
    areasByWords: areasByWords(learned, families),
    levels: levelsFor(learned, host.institution, code),
  }
}

const ownDecisions = 3
const byLetters = 2

/** How likely each area of the home catalogue is by the letters of the host's code: by decisions, else by the letters alone. */
function areasByCode(
  index: CatalogueIndex,
  learned: Learned,
  institution: string,
  code: ReadCode,
): Map<string, number> {
  const own = learned.areas.get(at(institution, code.area))
  const any = learned.areas.get(code.area) ?? similarAreas(learned, code.area)
  const chances = new Map<string, number>()
  let sum = 0
  for (const area of index.areas.keys()) {
    const likeness = areaLikeness(code.area, area)
    const value =
      ownDecisions * (own?.get(area) ?? 0) + (any.get(area) ?? 0) + byLetters * likeness ** 2 + 0.02
    chances.set(area, value)
    sum += value
  }
  for (const [area, value] of chances) chances.set(area, value / sum)
  return chances
}

/** Letters that no decision has are read like those most like them. */
function similarAreas(learned: Learned, area: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [known, row] of learned.areas) {
    if (known.includes('\n')) continue
    const likeness = areaLikeness(area, known)
    if (likeness < 0.5) continue
    for (const [home, count] of row) {
      counts.set(home, (counts.get(home) ?? 0) + likeness ** 3 * Math.min(count, 20) * 0.5)
    }
  }
  return counts
}

/** How likely each area is by the words of the titles (naive Bayes over the catalogue's titles and decided ones). */
function areasByWords(learned: Learned, families: readonly string[]): Map<string, number> {
  const known = families.filter((word) => learned.wordAreas.has(word))
  const chances = new Map<string, number>()
  if (known.length === 0) return chances
  let courses = 0
  for (const count of learned.areaTotals.values()) courses += count
  const logs = new Map<string, number>()
  let most = -Infinity
  for (const [area, size] of learned.areaTotals) {
    let log = Math.log(Math.sqrt(size))
    for (const word of known) {
      const count = learned.wordAreas.get(word)!.get(area) ?? 0
      log += Math.log((count + 0.3) / (size + 0.01 * courses + 3))
    }
    logs.set(area, log)
    most = Math.max(most, log)
  }
  let sum = 0
  for (const log of logs.values()) sum += Math.exp(log - most)
  for (const [area, log] of logs) chances.set(area, Math.exp(log - most) / sum)
  return chances
}
