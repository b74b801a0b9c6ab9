import { type ReadCode, readCode } from './codes.ts'
import { readTitle } from './text.ts'
import { Vocabulary } from './vocabulary.ts'

/** A course as its catalogue gives it, as far as suggestions look at it. */
export interface CatalogueCourse {
  code: string
  /** Titles by language; any languages, none is obligatory. */
  titles: Readonly<Partial<Record<string, string>>>
  /** In the school's own credits; only ratios are compared. */
  credit: number | null
}

/** One title of one course: what the words of a question are held against. */
export interface TitleDocument {
  course: number
  language: string
  wordIds: readonly number[]
  numbers: readonly number[]
  rank: -1 | 0 | 1
  /** Sum of the weights of its words. */
  weight: number
}

/** A catalogue whose titles have been read: plain data, to be stored. */
export interface ReadCatalogue {
  courses: readonly { code: string; credit: number | null }[]
  words: readonly string[]
  documents: readonly Omit<TitleDocument, 'weight'>[]
}

/** A catalogue made ready for questions. Derived from its courses alone: two processes get the same. */
export interface CatalogueIndex {
  courses: ReadCatalogue['courses']
  codes: readonly ReadCode[]
  documents: readonly TitleDocument[]
  /** Documents of each course. */
  documentsOf: readonly (readonly number[])[]
  vocabulary: Vocabulary
  /** How much a word tells one course from another. */
  weights: Float32Array
  /** Documents in which a word stands: from `postingStarts[id]` up to `postingStarts[id + 1]`. */
  postingStarts: Uint32Array
  postings: Uint32Array
  /** Courses by subject area, in the order of their numbers. */
  areas: ReadonlyMap<string, readonly number[]>
}

/** Reads the titles of a catalogue: the slow part, done once for each catalogue. */
export function readCatalogue(courses: readonly CatalogueCourse[]): ReadCatalogue {
  const ids = new Map<string, number>()
  const documents: Omit<TitleDocument, 'weight'>[] = []
  courses.forEach(({ titles }, course) => {
    for (const [language, text] of Object.entries(titles)) {
      const { words, numbers, rank } = readTitle(text ?? '')
      if (words.length === 0) continue
      const wordIds = words.map((word) => {
        const known = ids.get(word)
        if (known !== undefined) return known
        ids.set(word, ids.size)
        return ids.size - 1
      })
      documents.push({ course, language, wordIds, numbers, rank })
    }
  })
  return {
    courses: courses.map(({ code, credit }) => ({ code, credit })),
    words: [...ids.keys()],
    documents,
  }
}

/** Makes a read catalogue ready for questions. Linear in its size. */
export function indexOf(read: ReadCatalogue): CatalogueIndex {
  const vocabulary = new Vocabulary(read.words)
  const wordIds = read.documents.map((document) => document.wordIds)
  const weights = weigh(vocabulary, wordIds)
  const documents = read.documents.map((document): TitleDocument => {
    const weight = document.wordIds.reduce((sum, id) => sum + weights[id]!, 0)
    return { ...document, weight }
  })
  const documentsOf: number[][] = read.courses.map(() => [])
  documents.forEach(({ course }, at) => documentsOf[course]!.push(at))
  const codes = read.courses.map(({ code }) => readCode(code))
  return {
    courses: read.courses,
    codes,
    documents,
    documentsOf,
    vocabulary,
    weights,
    ...postingsOf(read.words.length, wordIds),
    areas: areasOf(codes),
  }
}

/** Reads a catalogue into an index at once. */
export function indexCatalogue(courses: readonly CatalogueCourse[]): CatalogueIndex {
  return indexOf(readCatalogue(courses))
}

/** The weight of a word by how many titles have its family: ln(1 + titles / titles with it). */
function weigh(vocabulary: Vocabulary, wordIds: readonly (readonly number[])[]): Float32Array {
  const families = new Map<string, number>()
  const familyOf = vocabulary.words.map((_, id) => {
    const stem = vocabulary.familyOf(id)
    const known = families.get(stem)
    if (known !== undefined) return known
    families.set(stem, families.size)
    return families.size - 1
  })
  const counts = new Uint32Array(families.size)
  for (const ids of wordIds) for (const id of ids) counts[familyOf[id]!]! += 1
  return Float32Array.from(vocabulary.words, (_, id) =>
    Math.log(1 + wordIds.length / counts[familyOf[id]!]!),
  )
}

function postingsOf(words: number, wordIds: readonly (readonly number[])[]) {
  const postingStarts = new Uint32Array(words + 1)
  for (const ids of wordIds) for (const id of ids) postingStarts[id + 1]! += 1
  for (let id = 0; id < words; id += 1) postingStarts[id + 1]! += postingStarts[id]!
  const next = postingStarts.slice()
  const postings = new Uint32Array(postingStarts[words]!)
  wordIds.forEach((ids, document) => {
    for (const id of ids) postings[next[id]!++] = document
  })
  return { postingStarts, postings }
}

function areasOf(codes: readonly ReadCode[]): Map<string, number[]> {
  const areas = new Map<string, number[]>()
  codes.forEach(({ area }, at) => {
    const known = areas.get(area)
    if (known) known.push(at)
    else areas.set(area, [at])
  })
  for (const members of areas.values()) {
    members.sort((a, b) => placeOf(codes[a]!) - placeOf(codes[b]!) || a - b)
  }
  return areas
}

/** Where a code stands in the order of its area: by number, then by the first letter behind it. */
export function placeOf(code: ReadCode): number {
  const letter = code.after.charCodeAt(0)
  return (code.number ?? 0) * 32 + (letter >= 65 && letter <= 90 ? letter - 64 : 0)
}
