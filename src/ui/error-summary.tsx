import type { Language } from '#kernel/values'
import { fieldId } from './field-parts.tsx'
import { Icon } from './icon.tsx'
import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'
import { words } from './words.ts'

interface ErrorSummaryProps {
  language: Language
  /** One sentence for the whole form, when there is one. */
  message?: string
  /** Field name → what is wrong and how to mend it; each becomes a link to its field. */
  fields?: Readonly<Record<string, string>>
}

/** Stands above a refused form: what is wrong, each with a link to its field. Takes the focus when the page opens. */
export function ErrorSummary({ language, message, fields = {} }: ErrorSummaryProps) {
  const entries = Object.entries(fields)
  if (!message && entries.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary" data-focus>
      <h2>
        <Icon name="warning" />
        {words(language).problem}
      </h2>
      {message && <p>{message}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export const examples: Examples = (language) => [
  {
    name: 'error-summary',
    render: () => (
      <ErrorSummary language={language} fields={{ email: sample('emailError', language) }} />
    ),
  },
]
