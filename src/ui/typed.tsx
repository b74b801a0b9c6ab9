import { type Language, localised, type LocalText } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

/** What a person typed, in a language that nobody asked for: a screen reader must not take it for the page's. */
export function Typed({ children }: { children: Content }) {
  return (
    <span lang="" class={isHan(children) ? 'typed-han' : undefined}>
      {children}
    </span>
  )
}

/** Chinese by its letters: whatever language the page is in, it breaks as Chinese does. */
function isHan(content: Content): boolean {
  return (
    typeof content === 'string' &&
    /\p{Script=Han}/u.test(content) &&
    !/\p{Script=Hangul}/u.test(content)
  )
}

/** A text that says its language; null where somebody typed it. */
export function InItsLanguage({ text, language }: { text: string; language: Language | null }) {
  return <span lang={language ?? ''}>{text}</span>
}

interface LocalProps {
  /** The reader's. */
  language: Language
  text: LocalText
}

/** A text in the reader's language or the next best, marked with the one that it is in. */
export function Local({ language, text }: LocalProps) {
  const found = localised(text, language)
  return found.language === language ? <>{found.text}</> : <InItsLanguage {...found} />
}

/** A longer text with its paragraphs, marked with its language where that is not the page's. */
export function Paragraphs({ language, text }: LocalProps) {
  const found = localised(text, language)
  const lang = found.language === language ? undefined : found.language
  const parts = found.text.split(/\n+/).filter((part) => part.trim() !== '')
  return (
    <>
      {parts.map((part, index) => (
        <p key={index} lang={lang}>
          {part}
        </p>
      ))}
    </>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'typed',
    render: () => (
      <p>
        <Typed>{sample('recognition', language)}</Typed>{' '}
        <InItsLanguage text={sample('recognition', 'th')} language="th" />
      </p>
    ),
  },
]
