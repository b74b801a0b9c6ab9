import { sample } from './sample-text.ts'
import type { Content, Examples } from './types.ts'

/** What a person typed, in a language that nobody asked for: a screen reader must not take it for the page's. */
export function Typed({ children }: { children: Content }) {
  return <span lang="">{children}</span>
}

export const examples: Examples = (language) => [
  {
    name: 'typed',
    render: () => (
      <p>
        <Typed>{sample('recognition', language)}</Typed>
      </p>
    ),
  },
]
