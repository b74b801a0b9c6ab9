import { z } from 'zod'
import type { Language } from '#kernel/values'

/** The two parts of a name; a person with a single name has it as `given`, and an empty `family`. */
export interface NameParts {
  given: string
  family: string
}

/** A person's names: as written at home, as romanised, and as printed in the passport. */
export interface PersonNames {
  native: NameParts
  /** In which order the native parts are written. */
  order: 'family-first' | 'given-first'
  romanised: NameParts | null
  /** As in the passport's visual zone (ICAO 9303): surname and given names apart. */
  passport: { surname: string; givenNames: string } | null
}

const part = z
  .string()
  .trim()
  .max(120)
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
const parts = z
  .object({ given: part, family: part })
  .refine((name) => name.given !== '' || name.family !== '')

/** Checks names that came from outside; control and direction-changing characters are refused. */
export const personNamesSchema = z.object({
  native: parts,
  order: z.enum(['family-first', 'given-first']),
  romanised: parts.nullable(),
  passport: z
    .object({ surname: part, givenNames: part })
    .refine((name) => name.surname !== '' || name.givenNames !== '')
    .nullable(),
})

/**
 * The name for a reader: native where the reader's language uses that script, otherwise romanised.
 * Without a romanised form the native one stands.
 */
export function displayName(names: PersonNames, language: Language): string {
  if (readsScriptOf(nativeName(names), language) || names.romanised === null) {
    return nativeName(names)
  }
  return romanisedName(names)
}

/** Surname in capitals, then given names: the order of passports and of lists for an embassy. */
export function passportName(names: PersonNames): string {
  const source = names.passport ?? {
    surname: (names.romanised ?? names.native).family,
    givenNames: (names.romanised ?? names.native).given,
  }
  return [source.surname.toLocaleUpperCase('en'), source.givenNames].filter(Boolean).join(', ')
}

/** The name in its own script and order; Chinese and Korean names are written without a space. */
export function nativeName({ native, order }: PersonNames): string {
  const joined =
    order === 'family-first' ? [native.family, native.given] : [native.given, native.family]
  const space = joined.every((each) => /^[\p{Script=Han}\p{Script=Hangul}]*$/u.test(each))
    ? ''
    : ' '
  return joined.filter(Boolean).join(space)
}

/** The keys by which duplicates are found: folded for case, accents, order, spaces and punctuation. */
export function nameKeys(names: PersonNames): { native: string; romanised: string } {
  const romanised =
    names.romanised ??
    (names.passport
      ? { given: names.passport.givenNames, family: names.passport.surname }
      : names.native)
  return {
    native: fold(`${names.native.family} ${names.native.given}`),
    romanised: fold(`${romanised.family} ${romanised.given}`),
  }
}

/** The number of single letters by which two texts differ, an exchange of neighbours counted once; stops above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      row[j] = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + change)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        row[j] = Math.min(row[j]!, before[j - 2]! + 1)
      }
    }
    before = previous
    previous = row
  }
  return Math.min(previous[b.length]!, limit + 1)
}

function romanisedName(names: PersonNames): string {
  const name = names.romanised ?? names.native
  return [name.given, name.family].filter(Boolean).join(' ')
}

function readsScriptOf(name: string, language: Language): boolean {
  if (/\p{Script=Han}/u.test(name)) return language === 'zh-Hans'
  if (/\p{Script=Hangul}/u.test(name)) return language === 'ko'
  if (/\p{Script=Thai}/u.test(name)) return language === 'th'
  return true
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .split(/[\s\p{P}]+/u)
    .filter(Boolean)
    .toSorted()
    .join(' ')
}
