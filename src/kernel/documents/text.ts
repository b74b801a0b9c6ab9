import { thaiWords } from '#kernel/values'

/**
 * What may be done at a place in a line: set text, keep a word whole (a Thai one with its marks where the
 * font has them), let a long word be divided, allow a break, end the line.
 */
export type Atom =
  | readonly ['text', string]
  | readonly ['word', string]
  | readonly ['thai', string]
  | readonly ['long', string]
  | readonly ['break']
  | readonly ['line']

const maximumMarks = 4
const longestThaiWord = 24
const longestKoreanWord = 16
/** A shorter word is never divided: a line that is not full is easier to read than half a word. */
const shortestDivided = 10

/**
 * Makes text safe to print: whole code points in NFC, no control, bidirectional or zero-width
 * characters (they hide or reorder what a signer reads), no more than four marks on one letter,
 * single spaces. Line ends become line feeds. Thai sara am typed as two characters becomes one.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n\u00A0\u202F\u3000]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\uFFFC]|\p{Variation_Selector}/gu, '')
    .normalize('NFC')
    .replace(/\u0E4D([\u0E48-\u0E4B]?)\u0E32/g, '$1\u0E33')
    .replace(/(\p{M})\1+/gu, '$1')
    .replace(new RegExp(`(\\p{M}{${maximumMarks}})\\p{M}+`, 'gu'), '$1')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\n */g, '\n')
    .trim()
}

/**
 * Splits cleaned text so that lines break where a reader of the script expects it: Thai between
 * words found by the dictionary, Korean only at spaces (keep-all), very long codes and addresses
 * after their punctuation. Latin and Chinese are left to the typesetter, which knows their rules, but
 * it may divide long words alone, and none where they are to stay whole.
 */
export function atomsOf(clean: string, { whole = false }: { whole?: boolean } = {}): Atom[] {
  const atoms: Atom[] = []
  for (const [index, line] of clean.split('\n').entries()) {
    if (index > 0) atoms.push(['line'])
    for (const [position, chunk] of chunksOf(line).entries()) {
      if (position > 0) atoms.push(['text', ' '])
      atoms.push(...atomsOfChunk(chunk))
    }
  }
  const joined = joinText(atoms).flatMap((atom) => partsOf(atom, chineseDate, 'word'))
  return whole ? joined : joined.flatMap((atom) => partsOf(atom, longLatin, 'long'))
}

const longLatin = new RegExp(`\\p{Script=Latin}{${shortestDivided},}`, 'gu')
/** The figure of a day, month or year stays with its word. */
const chineseDate = /\d{1,4} ?[年月日号]/gu

/** Parts a text from what is found in it, which becomes atoms of another kind. */
function partsOf(atom: Atom, pattern: RegExp, kind: 'word' | 'long'): Atom[] {
  if (atom[0] !== 'text') return [atom]
  const parts: Atom[] = []
  let from = 0
  for (const found of atom[1].matchAll(pattern)) {
    if (found.index > from) parts.push(['text', atom[1].slice(from, found.index)])
    parts.push([kind, found[0]])
    from = found.index + found[0].length
  }
  if (from < atom[1].length) parts.push(['text', atom[1].slice(from)])
  return parts
}

/** Splits at spaces, but keeps the Thai repetition and abbreviation marks with the word before. */
function chunksOf(line: string): string[] {
  return line.replace(/(?<=\p{Script=Thai}) (?=[ๆฯ])/gu, '\u00A0').split(' ')
}

function atomsOfChunk(chunk: string): Atom[] {
  if (/\p{Script=Thai}/u.test(chunk)) return thaiAtoms(chunk)
  if (/\p{Script=Hangul}/u.test(chunk)) return boxed(chunk, longestKoreanWord)
  return longWordAtoms(chunk)
}

const otherWords = new Intl.Segmenter('th', { granularity: 'word' })
const opening = /^[\p{Ps}\p{Pi}"']+$/u

function thaiAtoms(chunk: string): Atom[] {
  const pieces: string[] = []
  let held = ''
  for (const { segment, isWordLike } of segmentsOf(chunk)) {
    const last = pieces.length - 1
    if (isWordLike && !/^[\p{M}ๆฯ]/u.test(segment)) {
      const glued = last >= 0 && held === '' && pieces[last]!.endsWith('\u00A0')
      if (glued) pieces[last] += segment
      else pieces.push(held + segment)
      held = ''
    } else if (last < 0 || held !== '' || opening.test(segment)) held += segment
    else pieces[last] += segment
  }
  if (held !== '') {
    if (pieces.length === 0) pieces.push(held)
    else pieces[pieces.length - 1] += held
  }
  return pieces.flatMap((piece, index): Atom[] => [
    ...(index > 0 ? [['break'] as const] : []),
    ...(/\p{Script=Thai}/u.test(piece)
      ? boxed(piece, longestThaiWord).map(asThai)
      : longWordAtoms(piece)),
  ])
}

/** The words of a text with Thai in it, by the same rule as on the pages. */
function segmentsOf(chunk: string): { segment: string; isWordLike: boolean }[] {
  return chunk
    .split(/([\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+)/u)
    .flatMap((part, place) =>
      place % 2 === 1
        ? thaiWords(part, 0).map(({ text }) => ({ segment: text, isWordLike: true }))
        : Array.from(otherWords.segment(part), ({ segment, isWordLike }) => ({
            segment,
            isWordLike: isWordLike === true,
          })),
    )
}

function asThai(atom: Atom): Atom {
  return atom[0] === 'word' ? ['thai', atom[1]] : atom
}

/** A word in a box cannot be broken by the typesetter; a word too long for a column is cut into parts. */
function boxed(word: string, longest: number): Atom[] {
  const letters = graphemes(word)
  if (letters.length <= longest) return [['word', word]]
  return slices(letters, longest / 2).flatMap((part, index): Atom[] =>
    index > 0 ? [['break'], ['word', part]] : [['word', part]],
  )
}

const unbroken =
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]+/gu

function longWordAtoms(chunk: string): Atom[] {
  const atoms: Atom[] = []
  let from = 0
  for (const match of chunk.matchAll(unbroken)) {
    const limit = /\d/.test(match[0]) ? 20 : 30
    if (match[0].length <= limit) continue
    atoms.push(['text', chunk.slice(from, match.index)])
    for (const part of partsOfLongWord(match[0])) atoms.push(['text', part], ['break'])
    atoms.pop()
    from = match.index + match[0].length
  }
  atoms.push(['text', chunk.slice(from)])
  return atoms.filter((atom) => atom[0] !== 'text' || atom[1] !== '')
}

function partsOfLongWord(word: string): string[] {
  const parts = word.match(/[^/.?&=_@-]*[/.?&=_@-]+|[^/.?&=_@-]+/g) ?? [word]
  return parts.flatMap((part) =>
    part.length > (/\d/.test(part) ? 8 : 16) ? slices(graphemes(part), 8) : [part],
  )
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

function graphemes(text: string): string[] {
  return Array.from(clusters.segment(text), ({ segment }) => segment)
}

function slices(letters: readonly string[], size: number): string[] {
  const parts: string[] = []
  for (let from = 0; from < letters.length; from += size)
    parts.push(letters.slice(from, from + size).join(''))
  return parts
}

function joinText(atoms: readonly Atom[]): Atom[] {
  const joined: Atom[] = []
  for (const atom of atoms) {
    const last = joined.at(-1)
    if (atom[0] === 'text' && last?.[0] === 'text')
      joined[joined.length - 1] = ['text', last[1] + atom[1]]
    else joined.push(atom)
  }
  return joined
}
