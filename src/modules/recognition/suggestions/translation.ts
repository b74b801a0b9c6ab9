import { readTitle } from './text.ts'

/** A word and what it was found to mean, how sure (0 to 1), and in how many paired titles both stand. */
export interface Translation {
  word: string
  likeness: number
  pairs: number
}

/** What each word of one language means in others, learned from titles that stand side by side. */
export type Dictionary = ReadonlyMap<string, readonly Translation[]>

/** Rounds of expectation and maximisation; the table hardly moves after these. */
const rounds = 6
const mostMeanings = 8
const leastLikeness = 0.3

/**
 * Learns which words translate which from paired titles, by IBM Model 1 in both directions. A pair counts as a
 * translation as far as both directions agree: the geometric mean of the two, so that a word that stands everywhere means
 * nothing. No dictionary is shipped: the catalogues that give titles in two languages are the dictionary.
 */
export function learnDictionary(pairs: readonly (readonly [string, string])[]): Dictionary {
  const seen = new Set<string>()
  const sources: string[][] = []
  const targets: string[][] = []
  for (const [first, second] of pairs) {
    const key = `${first}\n${second}`
    if (seen.has(key)) continue
    seen.add(key)
    const a = readTitle(first).words
    const b = readTitle(second).words
    if (a.length === 0 || b.length === 0) continue
    sources.push([...a])
    targets.push([...b])
  }
  const forth = modelOne(sources, targets)
  const back = modelOne(targets, sources)
  const counts = countTogether(sources, targets)
  const dictionary = new Map<string, Translation[]>()
  for (const [source, meanings] of forth) {
    for (const [target, chance] of meanings) {
      const likeness = (chance * (back.get(target)?.get(source) ?? 0)) ** 0.25
      if (likeness < leastLikeness) continue
      const together = counts.get(source)?.get(target) ?? 0
      keep(dictionary, source, { word: target, likeness, pairs: together })
      keep(dictionary, target, { word: source, likeness, pairs: together })
    }
  }
  for (const [word, found] of dictionary) {
    found.sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
    dictionary.set(word, found.slice(0, mostMeanings))
  }
  return dictionary
}

type Table = Map<string, Map<string, number>>

/** P(target | source) by expectation and maximisation, with an empty word that takes what means nothing. */
function modelOne(sources: readonly string[][], targets: readonly string[][]): Table {
  const nothing = ''
  let table = countTogether(
    sources.map((words) => [...words, nothing]),
    targets,
  )
  normalise(table)
  for (let round = 0; round < rounds; round += 1) {
    const counted: Table = new Map()
    sources.forEach((words, at) => {
      const from = [...words, nothing]
      for (const target of targets[at]!) {
        let sum = 0
        for (const source of from) sum += table.get(source)?.get(target) ?? 0
        if (sum === 0) continue
        for (const source of from) {
          const share = (table.get(source)?.get(target) ?? 0) / sum
          if (share > 1e-4) bump(counted, source, target, share)
        }
      }
    })
    normalise(counted)
    table = counted
  }
  return table
}

function countTogether(sources: readonly string[][], targets: readonly string[][]): Table {
  const counts: Table = new Map()
  sources.forEach((words, at) => {
    for (const source of words) for (const target of targets[at]!) bump(counts, source, target, 1)
  })
  return counts
}

function bump(table: Table, source: string, target: string, by: number): void {
  let row = table.get(source)
  if (!row) table.set(source, (row = new Map()))
  row.set(target, (row.get(target) ?? 0) + by)
}

function normalise(table: Table): void {
  for (const row of table.values()) {
    let sum = 0
    for (const value of row.values()) sum += value
    for (const [target, value] of row) row.set(target, value / sum)
  }
}

function keep(dictionary: Map<string, Translation[]>, word: string, found: Translation): void {
  const known = dictionary.get(word)
  if (known) known.push(found)
  else dictionary.set(word, [found])
}
