/** The five languages in which Weft speaks, in the order in which they are offered. */
export const languages = ['en', 'zh-Hans', 'th', 'ko', 'fr'] as const

/** One of the five languages, written as its BCP 47 tag. */
export type Language = (typeof languages)[number]

/** A name or text in several languages; stored as jsonb, none is obligatory. */
export type LocalText = Partial<Record<Language, string>>

interface LanguageFacts {
  segment: string
  locale: string
  nativeName: string
  collation: string
  fallback: Language[]
}

const facts: Record<Language, LanguageFacts> = {
  en: { segment: 'en', locale: 'en-GB', nativeName: 'English', collation: 'en', fallback: [] },
  'zh-Hans': {
    segment: 'zh-Hans',
    locale: 'zh-Hans-CN',
    nativeName: '简体中文',
    collation: 'zh-Hans-u-co-pinyin',
    fallback: ['en'],
  },
  th: { segment: 'th', locale: 'th-TH', nativeName: 'ไทย', collation: 'th', fallback: ['en'] },
  ko: { segment: 'ko', locale: 'ko-KR', nativeName: '한국어', collation: 'ko', fallback: ['en'] },
  fr: { segment: 'fr', locale: 'fr-FR', nativeName: 'Français', collation: 'fr', fallback: ['en'] },
}

const collators = new Map<Language, Intl.Collator>()

/** Whether a text is exactly one of the five language tags. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && (languages as readonly string[]).includes(value)
}

/** What the language calls itself, for the language menu. */
export function nativeName(language: Language): string {
  return facts[language].nativeName
}

/** The BCP 47 tag for `lang` attributes and documents. */
export function languageTag(language: Language): string {
  return language
}

/** The regional locale by which numbers, dates and names of places are written, such as 'th-TH'. */
export function localeOf(language: Language): string {
  return facts[language].locale
}

/** The first segment of a page's path in this language: '/th/…'. */
export function urlSegment(language: Language): string {
  return facts[language].segment
}

/** Reads the first path segment, in any case; null when it names none of the five languages. */
export function languageFromSegment(segment: string): Language | null {
  const wanted = segment.toLowerCase()
  return languages.find((each) => facts[each].segment.toLowerCase() === wanted) ?? null
}

/** Whether a text stands in any language. */
export function hasText(text: LocalText): boolean {
  return Object.values(text).some((each) => each.trim() !== '')
}

/**
 * The text in the wanted language, else in the first fallback that has it, else in any language there is.
 * The result names its language, so that a page can mark it with `lang`; no text at all gives ''.
 */
export function localised(
  text: LocalText,
  language: Language,
  fallback: readonly Language[] = facts[language].fallback,
): { text: string; language: Language } {
  for (const each of [language, ...fallback, ...languages]) {
    const found = text[each]
    if (found !== undefined && found !== '') return { text: found, language: each }
  }
  return { text: '', language }
}

/**
 * The best of the five languages for an Accept-Language header (RFC 9110 §12.5.4), by quality and then order.
 * Any Chinese tag gives simplified Chinese; null when nothing fits, so that the caller chooses its default.
 */
export function negotiateLanguage(header: string | null | undefined): Language | null {
  if (!header) return null
  const wishes = header
    .slice(0, 1000)
    .split(',')
    .map((part, position) => ({ ...readWish(part), position }))
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  for (const wish of wishes) {
    if (wish.tag === '*') return null
    const primary = wish.tag.split('-')[0]
    const found = languages.find((each) => each.split('-')[0] === primary)
    if (found) return found
  }
  return null
}

/** Compares two texts as a dictionary of the language orders them; Chinese by pinyin, digits by value. */
export function compareText(language: Language, a: string, b: string): number {
  let collator = collators.get(language)
  if (!collator) {
    collator = new Intl.Collator(facts[language].collation, { numeric: true })
    collators.set(language, collator)
  }
  return collator.compare(a, b)
}

/** A sorted copy of the items, by the text that `by` gives, in the language's own order. */
export function sortByText<T>(
  items: readonly T[],
  language: Language,
  by: (item: T) => string,
): T[] {
  return items.toSorted((a, b) => compareText(language, by(a), by(b)))
}

function readWish(part: string): { tag: string; quality: number } {
  const [tag = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase())
  const weight = parameters.find((each) => each.startsWith('q='))
  if (weight === undefined) return { tag, quality: 1 }
  return {
    tag,
    quality: /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight.slice(2)) : 0,
  }
}
