import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { indexCatalogue } from '../../src/modules/recognition/suggestions/catalogue-index.ts'
import { learn } from '../../src/modules/recognition/suggestions/learned.ts'
import { rank } from '../../src/modules/recognition/suggestions/suggest.ts'
import { learnDictionary } from '../../src/modules/recognition/suggestions/translation.ts'
import { spread } from './folds.ts'
import { type CaseHits, recallOf } from './measure.ts'

/** Titles in two languages: the foreign one is asked, the English one is to be found. */
export type TitlePairs = readonly (readonly [string, string])[]

/** Thai and English titles of one university's catalogue. */
export function thaiPairs(path: string): TitlePairs {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as { thName: string | null; enName: string | null })
    .flatMap(({ thName, enName }) => (thName && enName ? [[thName, enName] as const] : []))
}

const chinese = fileURLToPath(new URL('chinese-titles.tsv', import.meta.url))

/** Chinese titles as a university published them, with English titles of ours. */
export function chinesePairs(): TitlePairs {
  if (!existsSync(chinese)) return []
  return readFileSync(chinese, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t') as [string, string])
}

/** Every fourth title was looked at while the matching was made: it is asked no more. */
const tunedOn = 4

/**
 * Asks for held-back titles with a dictionary that the others taught. Pairs that share a title on either side stay
 * together, so nothing asked has been seen in either language. The pool is every English title, and further ones.
 */
export function acrossLanguages(
  language: string,
  pairs: TitlePairs,
  options: { more: readonly string[]; folds: number; skipTuned: boolean },
) {
  const foldOf = spread(linked(pairs), options.folds, 20_261_125)
  const titles = [...new Set([...pairs.map(([, english]) => english), ...options.more])]
  const index = indexCatalogue(titles.map((en) => ({ code: '', titles: { en }, credit: null })))
  const learned = learn(index, [])
  const hits: CaseHits[] = []
  for (let fold = 0; fold < options.folds; fold += 1) {
    const taught = pairs.filter(([, english]) => foldOf.get(english) !== fold)
    const dictionary = learnDictionary(taught)
    const asked = Map.groupBy(
      pairs.filter(([, english]) => foldOf.get(english) === fold),
      ([foreign]) => foreign,
    )
    let count = 0
    for (const [foreign, same] of asked) {
      count += 1
      if (options.skipTuned && count % tunedOn === 1) continue
      const right = new Set(same.map(([, english]) => english))
      const host = {
        institution: 'held back',
        code: '',
        titles: { [language]: foreign },
        credit: null,
      }
      const place = rank({ index, learned, dictionary }, host)
        .candidates.slice(0, 10)
        .findIndex(({ course }) => right.has(titles[course]!))
      const within = (depth: number) => (place >= 0 && place < depth ? 1 : 0)
      hits.push({ home: foreign, at1: within(1), at5: within(5), at10: within(10) })
    }
  }
  return { ...recallOf(hits), cases: hits.length, pool: titles.length }
}

/** English titles in groups that share a title on either side. */
function linked(pairs: TitlePairs): string[][] {
  const parents = new Map<string, string>()
  const root = (name: string): string => {
    let at = name
    while ((parents.get(at) ?? at) !== at) at = parents.get(at)!
    return at
  }
  for (const [foreign, english] of pairs) {
    const [a, b] = [root(`foreign ${foreign}`), root(`english ${english}`)]
    if (a !== b) parents.set(a, b)
  }
  const titles = [...new Set(pairs.map(([, english]) => english))]
  return [...Map.groupBy(titles, (title) => root(`english ${title}`)).values()]
}
