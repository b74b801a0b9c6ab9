import type { Language } from '#kernel/values'
import { fieldId } from './field-parts.tsx'
import { Field } from './field.tsx'
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

/**
 * Stands above a refused form: what is wrong with which field, each with a link to it. Takes the focus when the page
 * opens. The fields are called by their own labels, which `nameFaultyFields` puts in when the page is rendered.
 */
export function ErrorSummary({ language, message, fields = {} }: ErrorSummaryProps) {
  const entries = Object.entries(fields)
  if (!message && entries.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary" data-focus>
      <h2>
        <Icon name="warning" />
        {words(language).problem}
      </h2>
      {message && !entries.some(([, text]) => text === message) && <p>{message}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(([name, text]) => (
            <li key={name}>
              <a href={`#${fieldId(name)}`}>
                <span data-names={fieldId(name)}>{words(language).afterLabel}</span>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/**
 * Puts the label of each faulty field before its fault in the summary, so that "Fill this in" says what. Fields say
 * their labels where they stand, later on the page; a fault of the whole form has no field, and then no link.
 */
export function nameFaultyFields(html: string): string {
  if (!html.includes(mark)) return html
  const fields = new Map(
    [...html.matchAll(/ data-faulty="([^"]*)" data-at="([^"]*)" data-called="([^"]*)"/g)].map(
      ([, name, at, label]) => [name!, { at: at!, label: label! }] as const,
    ),
  )
  return html.replaceAll(
    /<a href="#([^"]*)"><span data-names="[^"]*">([^<]*)<\/span>(.*?)<\/a>/g,
    (_whole, name: string, after: string, text: string) => {
      const field = fields.get(name)
      const id = field?.at ?? name
      const line = field ? `${field.label}${after}${text}` : text
      return html.includes(` id="${id}"`) ? `<a href="#${id}">${line}</a>` : line
    },
  )
}

const mark = '<span data-names="'

interface FormAlertProps {
  language: Language
  /** A form as it was sent; null, or without a message and errors, where nothing is wrong with it. */
  form: { message: string | null; errors: Readonly<Record<string, string>> } | null
}

/** What is wrong with a form, above the page. */
export function FormAlert({ language, form }: FormAlertProps) {
  if (!form) return null
  return (
    <ErrorSummary language={language} message={form.message ?? undefined} fields={form.errors} />
  )
}

export const examples: Examples = (language) => [
  {
    name: 'error-summary',
    render: () => (
      <div class="field-stack">
        <ErrorSummary
          language={language}
          fields={{ 'your-email': sample('emailError', language) }}
        />
        <Field
          language={language}
          kind="email"
          name="your-email"
          label={sample('email', language)}
          value="n.srisuk@"
          error={sample('emailError', language)}
        />
      </div>
    ),
  },
]
