import { type Language, type LocalText, localised } from '#kernel/values'

/** A name in the reader's language, or in another that it has, which is then said. */
export function LocalName({ names, language }: { names: LocalText; language: Language }) {
  const found = localised(names, language)
  return <span lang={found.language === language ? undefined : found.language}>{found.text}</span>
}
