import { z } from 'zod'
import type { PersonName } from '#kernel/values'

// Control characters and those that change the direction of writing could make one name look like another.
const part = z
  .string()
  .trim()
  .max(160)
  .regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]*$/u)
const written = part.min(1).nullable()

/** Checks a name that came from outside: it is written in the person's script or romanised, or both. */
export const personNameSchema = z
  .object({
    native: written,
    romanised: part,
    passportGiven: written,
    passportFamily: written,
    order: z.enum(['family-first', 'given-first']),
  })
  .refine((name) => name.native !== null || name.romanised !== '')

/** The parts in which a form or a list gives a name; what is not given is left out. */
export interface NameInParts {
  given?: string
  family?: string
  romanisedGiven?: string
  romanisedFamily?: string
}

/**
 * Puts a name together from its parts. Chinese and Korean names run family name first and without a space; a name
 * given only in Latin letters is both the native and the romanised one. Null when there is no part at all.
 */
export function nameFromParts(parts: NameInParts): PersonName | null {
  const [given, family] = [parts.given?.trim() ?? '', parts.family?.trim() ?? '']
  const eastern = /[\p{Script=Han}\p{Script=Hangul}]/u.test(family + given)
  const isLatin = /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u.test(family + given)
  const romanisedGiven = parts.romanisedGiven?.trim() || (isLatin ? given : '')
  const romanisedFamily = parts.romanisedFamily?.trim() || (isLatin ? family : '')
  const join = (first: string, last: string, space: string) =>
    (eastern ? [last, first] : [first, last]).filter(Boolean).join(space)
  const native = join(given, family, eastern ? '' : ' ')
  const romanised = join(romanisedGiven, romanisedFamily, ' ')
  if (native === '' && romanised === '') return null
  return {
    native: native === '' || native === romanised ? null : native,
    romanised,
    passportGiven: romanisedGiven || null,
    passportFamily: romanisedFamily || null,
    order: eastern ? 'family-first' : 'given-first',
  }
}

/** The keys by which duplicates are found: folded for case, accents, order, spaces and punctuation. */
export function nameKeys(name: PersonName): { native: string; romanised: string } {
  const passport = [name.passportFamily, name.passportGiven].filter(Boolean).join(' ')
  return {
    native: fold(name.native ?? name.romanised),
    romanised: fold(name.romanised || passport || (name.native ?? '')),
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
