import { isUnspaced, normalise } from './tokens.ts'

/** A piece of a shown text, and whether it is what was searched for. */
export interface Piece {
  text: string
  match: boolean
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Cuts a shown text into pieces that matched the terms of a query and pieces that did not. */
export function highlight(shown: string, terms: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  for (const { segment, isWordLike } of splitByParts(shown, terms)) {
    const match = isWordLike && startsWithTerm(segment, terms)
    const last = pieces.at(-1)
    if (last && last.match === match) last.text += segment
    else pieces.push({ text: segment, match })
  }
  return pieces
}

/** Words, where a searched run of Thai or Chinese has been cut out of the words it stands in. */
function* splitByParts(shown: string, terms: readonly string[]) {
  const parts = terms.filter(isUnspaced).sort((a, b) => b.length - a.length)
  let rest = shown
  while (rest !== '') {
    const found = firstPart(rest, parts)
    const before = found === null ? rest : rest.slice(0, found.at)
    for (const { segment, isWordLike } of segmenter.segment(before)) {
      yield { segment, isWordLike: isWordLike === true }
    }
    if (found === null) return
    yield { segment: rest.slice(found.at, found.at + found.length), isWordLike: true }
    rest = rest.slice(found.at + found.length)
  }
}

function firstPart(text: string, parts: readonly string[]): { at: number; length: number } | null {
  let first: { at: number; length: number } | null = null
  for (const part of parts) {
    const at = text.indexOf(part)
    if (at >= 0 && (first === null || at < first.at)) first = { at, length: part.length }
  }
  return first
}

function startsWithTerm(segment: string, terms: readonly string[]): boolean {
  const whole = normalise(segment)
  const word = whole.replace(/^.{1,7}['’](?=.)/u, '')
  const plain = whole.replace(/['’_]/g, '')
  return terms.some((term) => word.startsWith(term) || plain.startsWith(term))
}
