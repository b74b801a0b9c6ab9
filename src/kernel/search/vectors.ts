import { gramsOf, gramsOfRun, isUnspaced, normalise, runs, type Token, tokenise } from './tokens.ts'

/** What of a document weighs how much when it matches: A most, D least. */
export type Weight = 'A' | 'B' | 'C' | 'D'

/** A text of a document, with its weight. */
export interface Weighted {
  text: string
  weight: Weight
}

/** PostgreSQL keeps positions up to this, and 255 of them a lexeme. */
const lastPosition = 16_383
const positionsPerLexeme = 255

/** Tokens of the texts as the text form of a tsvector, with positions and weights. */
export function tokenVector(texts: readonly Weighted[]): string {
  return vectorOf(texts, tokenise)
}

/** Grams of the texts as the text form of a tsvector. */
export function gramVector(texts: readonly Weighted[]): string {
  return vectorOf(texts, gramsOf)
}

/** What a search asks for, in the text form of a tsquery; null when the query has no word in it. */
export interface Query {
  /** All words, each as the beginning of a word. */
  words: string
  /** All runs, Thai and Chinese ones anywhere within longer ones. */
  parts: string
  /** Any gram: for names that are nearly so. */
  similar: string
  /** The normalised words and runs, for marking what matched. */
  terms: string[]
}

/** Reads what somebody typed. No character of it is an operator. */
export function parseQuery(typed: string): Query | null {
  const text = typed.slice(0, 200)
  const words = [...new Set(tokenise(text).map((token) => token.text))].slice(0, 20)
  const parts = [...new Set(runs(normalise(text)))].slice(0, 20)
  if (words.length === 0 || parts.length === 0) return null
  return {
    words: words.map((word) => `${lexeme(word)}${isPrefixed(word) ? ':*' : ''}`).join(' & '),
    parts: parts.map(partQuery).join(' & '),
    similar: [...new Set(parts.flatMap(gramsOfRun))].map(lexeme).join(' | '),
    terms: [...words, ...parts],
  }
}

/** Korean words carry particles, and others endings: the beginning is enough, but not of very short words. */
function isPrefixed(word: string): boolean {
  return /\p{Script=Hangul}/u.test(word) || word.length >= 3
}

/** A run without spaces is looked for within others, gram behind gram; any other as the beginning of a word. */
function partQuery(run: string): string {
  const grams = isUnspaced(run) ? gramsOfRun(run) : gramsOfRun(run).slice(0, -1)
  if (grams.length === 0) return `${lexeme(`_${run}`)}:*`
  if (grams.length === 1) return `${lexeme(grams[0]!)}:*`
  return `(${grams.map(lexeme).join(' <-> ')})`
}

function vectorOf(texts: readonly Weighted[], read: (text: string) => Token[]): string {
  const places = new Map<string, string[]>()
  let offset = 0
  for (const { text, weight } of texts) {
    let last = 0
    for (const token of read(text)) {
      last = token.position
      const known = places.get(token.text)
      const place = `${Math.min(offset + token.position, lastPosition)}${weight}`
      if (!known) places.set(token.text, [place])
      else if (known.length < positionsPerLexeme) known.push(place)
    }
    // A gap keeps the end of one text and the beginning of the next from being neighbours.
    offset += last + 2
  }
  return [...places].map(([text, found]) => `${lexeme(text)}:${found.join(',')}`).join(' ')
}

function lexeme(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
