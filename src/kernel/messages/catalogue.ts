import { type Language, languages } from '#kernel/values'
import type { Argument, Catalogue, Message, MessageMaker } from './types.ts'

/**
 * Declares a module's texts. The five languages must have the same keys, which the type demands;
 * equal ICU arguments across languages are checked by `test/tidy`.
 */
export function catalogue<Key extends string>(
  module: string,
  texts: Record<Language, Record<NoInfer<Key>, string>> & { en: Record<Key, string> },
): MessageMaker<Key> {
  const make = (key: Key, args: Record<string, Argument> = {}): Message => ({ module, key, args })
  return Object.assign(make, { catalogue: { module, texts } })
}

/** Tells whether a stored or foreign value has the shape of a message. */
export function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false
  const candidate = value as Partial<Message>
  return (
    typeof candidate.module === 'string' &&
    typeof candidate.key === 'string' &&
    typeof candidate.args === 'object'
  )
}

/** The words of a key in all five languages, each once: what a list that anybody wrote may say for it. */
export function wordsOf({ texts }: Catalogue, key: string): string[] {
  return [...new Set(languages.flatMap((language) => texts[language][key] ?? []))]
}
