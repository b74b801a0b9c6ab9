import type { Language } from './languages.ts'

/** A label with what it says behind its colon, as the language sets it: full-width in Chinese, after a space in French. */
export function labelled(label: string, text: string, language: Language): string {
  if (language === 'zh-Hans') return `${label}：${text}`
  return language === 'fr' ? `${label}\u00a0: ${text}` : `${label}: ${text}`
}

/** Texts that hold commas themselves, parted by semicolons as the language sets them. */
export function clauses(texts: readonly string[], language: Language): string {
  if (language === 'zh-Hans') return texts.join('；')
  return texts.join(language === 'fr' ? '\u00a0; ' : '; ')
}

/** A text with a remark in brackets after it, as the language sets them: full-width in Chinese, without a space in Korean. */
export function withAside(text: string, aside: string, language: Language): string {
  if (language === 'zh-Hans') return `${text}（${aside}）`
  return language === 'ko' ? `${text}(${aside})` : `${text} (${aside})`
}
