import type { Language } from '#kernel/values'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'
import { ko } from './words/ko.ts'
import { th } from './words/th.ts'
import { zhHans } from './words/zh-Hans.ts'
import type { Words } from './words/shape.ts'

const tables: Record<Language, Words> = { en, 'zh-Hans': zhHans, th, ko, fr }

/** The design system's fixed words in one language. */
export function words(language: Language): Words {
  return tables[language]
}

/** Puts values into the `{places}` of one of the fixed words. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** The five languages under their own names, as the language switch shows them. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  'zh-Hans': '简体中文',
  th: 'ไทย',
  ko: '한국어',
  fr: 'Français',
}
