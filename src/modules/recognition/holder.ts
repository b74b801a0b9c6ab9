import { editDistance, nameKeys } from '#kernel/identity'
import type { DateOnly, PersonName } from '#kernel/values'

/** What a transcript says of the person whom it was issued to. */
export interface Holder {
  name?: string
  /** The same name in another script, as ELMO 2.x has it beside the Latin one. */
  alternativeName?: string
  birthDate?: string
  identifiers?: string[]
  /** The student number that stands on the document. */
  number?: string
}

/** In what the holder of a transcript seems to be somebody else than the student. */
export type HolderDifference = 'name' | 'birth-date' | 'number'

/**
 * Compares the holder whom a transcript names with the student whom it was brought in for, so that a
 * transcript of the wrong person is noticed. Names are compared with every form that the student's is
 * known in, whatever their order, case, accents, titles and spacing; a middle name more or less, an
 * initial or one letter in six may differ. What either side does not say is no difference, nor is a name
 * in a script in which the student's is not known. A host numbers its students in its own way: a number differs where
 * it is known to be somebody else's.
 */
export function holderDifferences(
  holder: Holder,
  student: { name: PersonName; birthDate: DateOnly | null; isOthersNumber?: boolean },
): HolderDifference[] {
  const differences: HolderDifference[] = []
  const names = [holder.name, holder.alternativeName].filter((name) => name !== undefined)
  if (names.some((name) => !fitsAnyForm(name, student.name))) differences.push('name')
  const born = holder.birthDate?.slice(0, 10)
  if (born && student.birthDate && born !== student.birthDate) differences.push('birth-date')
  if (student.isOthersNumber) differences.push('number')
  return differences
}

function fitsAnyForm(given: string, name: PersonName): boolean {
  const passport = [name.passportFamily, name.passportGiven].filter(Boolean).join(' ')
  const forms = [name.native ?? '', name.romanised, passport].map(wordsOf)
  const holder = wordsOf(given)
  const comparable = forms.filter((form) => scriptOf(form) === scriptOf(holder))
  if (holder.length === 0 || comparable.every((form) => form.length === 0)) return true
  return comparable.some((form) => isSameName(holder, form))
}

function isSameName(a: readonly string[], b: readonly string[]): boolean {
  return (
    isWithin(a, b) || isWithin(b, a) || hasSameLetters(a, b) || isNearly(a.join(''), b.join(''))
  )
}

/** Every word of the shorter name is a word or an initial of the longer; one word alone is not enough. */
function isWithin(shorter: readonly string[], longer: readonly string[]): boolean {
  if (shorter.length < Math.min(2, longer.length)) return false
  const left = [...longer]
  return shorter.every((word) => {
    const place = left.findIndex((other) => other === word || isInitial(word, other))
    return place >= 0 && left.splice(place, 1).length === 1
  })
}

function isInitial(word: string, other: string): boolean {
  return /^\p{Script=Latin}$/u.test(word) && other.startsWith(word)
}

/** The same letters in words that are divided or ordered otherwise: Seo-yeon Kim and KIM SEOYEON. */
function hasSameLetters(a: readonly string[], b: readonly string[]): boolean {
  const letters = (words: readonly string[]) => [...words.join('')].toSorted().join('')
  return letters(a) === letters(b)
}

function isNearly(a: string, b: string): boolean {
  const allowed = Math.floor(Math.min(a.length, b.length) / 6)
  return allowed > 0 && editDistance(a, b, allowed) <= allowed
}

const forms = new Set(
  `mr mrs ms miss dr prof monsieur madame mme mlle นาย นาง นางสาว น ส ดร 先生 女士 同学 씨 군 양`.split(
    ' ',
  ),
)
const thaiTitle = /^(?:นางสาว|นาง|นาย|ดร)(?=\p{L})/u

/** The folded words of a name, in the alphabet's order, without forms of address. */
function wordsOf(name: string): string[] {
  const key = nameKeys({
    native: null,
    romanised: name.replace(thaiTitle, ''),
    passportGiven: null,
    passportFamily: null,
    order: 'given-first',
  }).romanised
  const words = key.split(' ').filter(Boolean)
  const named = words.filter((word) => !forms.has(word))
  return named.length === 0 ? words : named
}

function scriptOf(words: readonly string[]): string {
  const text = words.join('')
  if (/\p{Script=Thai}/u.test(text)) return 'thai'
  if (/\p{Script=Hangul}/u.test(text)) return 'hangul'
  if (/\p{Script=Han}/u.test(text)) return 'han'
  return 'latin'
}
