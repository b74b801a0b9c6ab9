import type { Language } from '#kernel/values'
import { sample } from './sample-text.ts'
import type { Examples, Link } from './types.ts'
import { words } from './words.ts'

interface BreadcrumbsProps {
  language: Language
  /** From the top down, without the page itself. */
  trail: readonly Link[]
}

/** Where this page stands; each part leads one level up. */
export function Breadcrumbs({ language, trail }: BreadcrumbsProps) {
  return (
    <nav class="breadcrumbs" aria-label={words(language).breadcrumbs}>
      <ol>
        {trail.map((link) => (
          <li key={link.href}>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'breadcrumbs',
    render: () => (
      <Breadcrumbs
        language={language}
        trail={[
          { href: '#1', label: sample('recognition', language) },
          { href: '#2', label: sample('cases', language) },
        ]}
      />
    ),
  },
]
