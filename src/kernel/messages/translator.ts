import { IntlMessageFormat } from 'intl-messageformat'
import { type Language, languages, localeOf } from '#kernel/values'
import { isMessage } from './catalogue.ts'
import type { Argument, Catalogue, Message, Translate } from './types.ts'
import { finished, prepared } from './typography.ts'

/** Renders messages of all registered catalogues in any of the five languages. */
export interface Translator {
  /** The function that a page receives: it says messages in one language. */
  for(language: Language): Translate
  /** Whether a key exists: used on messages that come from storage or a partner. */
  knows(message: Message): boolean
}

/**
 * Builds the translator from every module's catalogue. A text is parsed once, at its first use.
 * An unknown key or a missing argument is a bug and throws: no reader ever sees a raw key.
 */
export function createTranslator(catalogues: readonly Catalogue[]): Translator {
  const byModule = new Map(catalogues.map((entry) => [entry.module, entry.texts]))
  const parsed = new Map<string, IntlMessageFormat | string>()

  function formatFor(language: Language, message: Message): IntlMessageFormat | string {
    const id = `${language}\u0000${message.module}\u0000${message.key}`
    const known = parsed.get(id)
    if (known !== undefined) return known
    const written = byModule.get(message.module)?.[language]?.[message.key]
    if (written === undefined) throw new Error(`No message ${message.module}/${message.key}`)
    const text = prepared(language, written)
    const format = /[{'<]/.test(text)
      ? new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true })
      : text
    parsed.set(id, format)
    return format
  }

  function translate(language: Language, message: Message): string {
    const format = formatFor(language, message)
    if (typeof format === 'string') return format
    return finished(language, String(format.format(plain(language, message.args))))
  }

  function plain(language: Language, args: Record<string, Argument>) {
    const out: Record<string, string | number | Date> = {}
    for (const [name, value] of Object.entries(args)) {
      out[name] = isMessage(value) ? translate(language, value) : (value as string | number | Date)
    }
    return out
  }

  return {
    for: (language) => (message) => translate(language, message),
    knows: (message) => byModule.get(message.module)?.en?.[message.key] !== undefined,
  }
}

/** A message in every language, for what is kept or handed on in all of them. */
export function inEvery(translator: Translator, message: Message): Record<Language, string> {
  return Object.fromEntries(
    languages.map((language) => [language, translator.for(language)(message)]),
  ) as Record<Language, string>
}
