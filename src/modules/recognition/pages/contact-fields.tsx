import type { Call } from '#kernel/http'
import type { Language } from '#kernel/values'
import { Field, languageNames } from '#ui'
import { m } from '../messages/index.ts'

interface ContactFieldsProps {
  call: Pick<Call, 't' | 'language'>
  values: Readonly<Record<string, string>>
  refusal: { fields: Record<string, string> } | null
  languages: readonly Language[]
  /** False where somebody else may be asked instead. */
  required?: boolean
}

/** Who is asked by mail, and in which language. */
export function ContactFields({
  call,
  values,
  refusal,
  languages,
  required = true,
}: ContactFieldsProps) {
  const { t, language } = call
  const field = (name: string) => ({
    language,
    name,
    value: values[name],
    error: refusal?.fields[name],
  })
  return (
    <>
      <Field
        {...field('name')}
        kind="text"
        label={t(m('content.ask.name'))}
        width="medium"
        required={required}
      />
      <Field
        {...field('address')}
        kind="email"
        label={t(m('content.ask.address'))}
        hint={t(m('content.ask.address.hint'))}
        width="medium"
        required={required}
      />
      <Field
        {...field('language')}
        kind="select"
        label={t(m('content.ask.language'))}
        options={languages.map((each) => ({
          value: each,
          label: languageNames[each],
          labelLanguage: each,
        }))}
        noEmpty
        width="medium"
      />
    </>
  )
}
