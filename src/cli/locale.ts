import type { Language } from '#kernel/values'

/**
 * The reader's language by the POSIX variables: the first one that is set counts, `C` and what is
 * not spoken here are English.
 */
export function languageOfEnvironment(environment: Record<string, string | undefined>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  const language = locale.split(/[_.@-]/, 1)[0]?.toLowerCase()
  switch (language) {
    case 'zh':
      return 'zh-Hans'
    case 'th':
    case 'ko':
    case 'fr':
      return language
    default:
      return 'en'
  }
}
