import { compareText } from './languages.ts'
import { withAside } from './aside.ts'
import type { Language } from './languages.ts'

/**
 * A person's name as she writes it, in Latin letters, and as her passport has it. `order` says how the native and the
 * romanised form run; a person with a single name has only `passportGiven` or only `passportFamily`.
 */
export interface PersonName {
  readonly native: string | null
  readonly romanised: string
  readonly passportGiven: string | null
  readonly passportFamily: string | null
  readonly order: NameOrder
}

/** Whether the family name comes first (Chinese, Korean) or the given name (Thai, French, English). */
export type NameOrder = 'family-first' | 'given-first'

type Script = 'latin' | 'thai' | 'han' | 'hangul' | 'other'

const scripts: [Script, RegExp][] = [
  ['thai', /\p{Script=Thai}/u],
  ['hangul', /\p{Script=Hangul}/u],
  ['han', /\p{Script=Han}/u],
  ['latin', /\p{Script=Latin}/u],
]

const readerScript: Record<Language, Script> = {
  en: 'latin',
  fr: 'latin',
  th: 'thai',
  'zh-Hans': 'han',
  ko: 'hangul',
}

/**
 * The name for a reader of the language: the native form alone where she reads its script, else the native form with
 * the romanised one in brackets: '王小明 (Wang Xiaoming)'.
 */
export function displayName(name: PersonName, language: Language): string {
  if (!name.native || name.native === name.romanised) return name.romanised
  if (readsNative(name.native, language) || name.romanised === '') return name.native
  return withAside(name.native, name.romanised, language)
}

/** One form only, for tight places: the native one where the reader reads its script, else the romanised one. */
export function shortDisplayName(name: PersonName, language: Language): string {
  if (name.native && (readsNative(name.native, language) || name.romanised === '')) {
    return name.native
  }
  return name.romanised
}

/**
 * The name in passport order for forms and certificates, 'JAIDEE, Somchai'; a single name stands alone in capitals.
 * Where no passport name is recorded it is the romanised name as it is, since it cannot be split safely.
 */
export function passportName(name: PersonName): string {
  const family = name.passportFamily?.trim().toLocaleUpperCase('en') ?? ''
  const given = name.passportGiven?.trim() ?? ''
  if (family && given) return `${family}, ${given}`
  return family || given.toLocaleUpperCase('en') || name.romanised
}

/**
 * The text by which a list for readers of the language is sorted: the native form where they read its script (a Thai
 * list runs by given name), else family name and then given name in Latin letters. Compare it with `compareText`.
 */
export function nameSortKey(name: PersonName, language: Language): string {
  const isLatin = readerScript[language] === 'latin'
  if (!isLatin && name.native && scriptOf(name.native) === readerScript[language]) {
    return name.native
  }
  const passport = [name.passportFamily, name.passportGiven].filter(Boolean).join(' ')
  return (passport || name.romanised || name.native || '').toLocaleLowerCase('en')
}

/** Compares two names for a list in the language; names in the reader's own script come before the others. */
export function compareNames(language: Language, a: PersonName, b: PersonName): number {
  const [first, second] = [nameSortKey(a, language), nameSortKey(b, language)]
  const own = readerScript[language]
  const rank = (key: string) => (scriptOf(key) === own ? 0 : 1)
  return rank(first) - rank(second) || compareText(language, first, second)
}

function readsNative(native: string, language: Language): boolean {
  const script = scriptOf(native)
  return script === 'latin' || script === readerScript[language]
}

function scriptOf(text: string): Script {
  return scripts.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}
