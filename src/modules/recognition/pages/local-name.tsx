import { type Language, type LocalText, localised } from '#kernel/values'
import { InItsLanguage } from '#ui'
import {
  type GivenReason,
  reasonsFor,
  reasonsGiven,
  type Spoken,
} from '../rules/reason-language.ts'

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

/** A sentence of the page with a person's own words in it, in the language that they are in. */
export function SentenceWithTyped({
  sentence,
  typed,
}: {
  sentence: string
  typed: Spoken | undefined
}) {
  const place = typed && typed.text !== '' ? sentence.lastIndexOf(typed.text) : -1
  if (!typed || place < 0) return <>{sentence}</>
  return (
    <>
      {sentence.slice(0, place)}
      <InItsLanguage {...typed} />
      {sentence.slice(place + typed.text.length)}
    </>
  )
}

/** A reason for a reader of one language: in theirs where it was given in it, else as it was given first. */
export function ReasonGiven({ reason, language }: { reason: GivenReason; language: Language }) {
  const [found] = reasonsFor(reasonsGiven(reason), [language])
  return found ? <InItsLanguage {...found} /> : null
}
