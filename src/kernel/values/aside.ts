import type { Language } from './languages.ts'

/** A text with a remark in brackets after it, as the language sets them: full-width in Chinese, without a space in Korean. */
export function withAside(text: string, aside: string, language: Language): string {
  if (language === 'zh-Hans') return `${text}（${aside}）`
  return language === 'ko' ? `${text}(${aside})` : `${text} (${aside})`
}
