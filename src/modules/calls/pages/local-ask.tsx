import type { FormState } from '#kernel/http'
import { Field, LanguageFields, languageNames } from '#ui'
import type { Scene } from './scene.tsx'

interface LocalAskProps {
  scene: Scene
  form: FormState
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

/** One text in five languages, the reader's first. */
export function LocalAsk(props: LocalAskProps) {
  const { scene, form, name, legend, hint, rows, most, prefix } = props
  const { language } = scene
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
      isFilled={(each) => (form.values[`${name}.${each}`] ?? '') !== ''}
      isWrong={() => false}
      field={(each) => {
        const shared = {
          language,
          name: `${name}.${each}`,
          id: id(each),
          label: <span lang={each}>{languageNames[each]}</span>,
          called: legend,
          value: form.values[`${name}.${each}`],
          maxlength: most,
          error: each === language ? form.errors[name] : undefined,
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
