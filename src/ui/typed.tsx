import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

/** What a person typed, in a language that nobody asked for: a screen reader must not take it for the page's. */
export function Typed({ children }: { children: Content }) {
  return <span lang="">{children}</span>
}

/** A text that says its language; null where somebody typed it. */
export function InItsLanguage({ text, language }: { text: string; language: Language | null }) {
  return <span lang={language ?? ''}>{text}</span>
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
