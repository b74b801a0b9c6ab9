import type { Language } from '#kernel/values'
import { Field } from './field.tsx'
import { LanguageFields } from './language-fields.tsx'
import { sample } from './sample-text.ts'
import type { Examples } from './types.ts'
import { languageNames } from './words.ts'

interface LocalAskProps {
  language: Language
  /** What was typed, by the fields' names. */
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** The fields are called `<name>.<language>`; a fault of the text as a whole is one of `<name>`. */
  name: string
  legend: string
  hint?: string
  /** Lines of each box where it is a longer text. */
  rows?: number
  most?: number
  /** Where a page holds several forms with fields of one name. */
  prefix?: string
  required?: boolean
}

/** One text asked for in five languages, the reader's first. */
export function LocalAsk(props: LocalAskProps) {
  const { language, values, errors, name, legend, hint, rows, most, prefix } = props
  const id = (each: string) =>
    each === language && prefix === undefined
      ? `field-${name}`
      : `field-${prefix === undefined ? '' : `${prefix}-`}${name}-${each}`
  return (
    <LanguageFields
      language={language}
      legend={legend}
      hint={hint}
      long={rows !== undefined}
      isFilled={(each) => (values[`${name}.${each}`] ?? '') !== ''}
      isWrong={() => false}
      field={(each) => {
        const shared = {
          language,
          name: `${name}.${each}`,
          id: id(each),
          label: <span lang={each}>{languageNames[each]}</span>,
          called: legend,
          value: values[`${name}.${each}`],
          maxlength: most,
          error: each === language ? errors[name] : undefined,
          required: props.required === true && each === language ? undefined : (false as const),
        }
        return rows === undefined ? (
          <Field key={each} {...shared} kind="text" valueLanguage={each} />
        ) : (
          <Field key={each} {...shared} kind="textarea" rows={each === language ? rows : 4} />
        )
      }}
    />
  )
}

export const examples: Examples = (language) => [
  {
    name: 'local-ask',
    render: () => (
      <LocalAsk
        language={language}
        legend={sample('catalogue', language)}
        name="asked"
        values={{ 'asked.en': sample('courseHome', 'en') }}
        errors={{}}
      />
    ),
  },
]
