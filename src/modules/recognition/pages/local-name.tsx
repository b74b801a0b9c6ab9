import { type Language, type LocalText, localised } from '#kernel/values'

/** A name in the reader's language, or in another that it has, which is then said. */
export function LocalName({ names, language }: { names: LocalText; language: Language }) {
  const found = localised(names, language)
  return <span lang={found.language === language ? undefined : found.language}>{found.text}</span>
}

/** A sentence in the reader's language with a name in it that may be in another, which is then said. */
export function SentenceWithName({
  sentence,
  names,
  language,
}: {
  sentence: string
  names: LocalText
  language: Language
}) {
  const { text } = localised(names, language)
  const [before, ...after] = text === '' ? [sentence] : sentence.split(text)
  if (after.length === 0) return <>{sentence}</>
  return (
    <>
      {before}
      <LocalName names={names} language={language} />
      {after.join(text)}
    </>
  )
}
