import type { FormState } from '#kernel/http'
import { type Language, languages, nativeName } from '#kernel/values'
import { Columns, Field } from '#ui'
import { m } from '../messages/index.ts'
import type { PageCall } from './words.tsx'

/** Whom to write to at a partner that does not work here: name, address, language. */
export function ContactFields({
  call,
  contact,
  form,
}: {
  call: Pick<PageCall, 't' | 'language'>
  contact: { name: string; email: string; language: Language } | null
  form: FormState
}) {
  const { t, language } = call
  const value = (name: 'name' | 'email' | 'language') => form.values[name] ?? contact?.[name] ?? ''
  return (
    <Columns>
      <Field
        kind="text"
        language={language}
        name="name"
        label={t(m('contact.name'))}
        value={value('name')}
        error={form.errors['name']}
        maxlength={120}
      />
      <Field
        kind="email"
        language={language}
        name="email"
        label={t(m('contact.email'))}
        value={value('email')}
        error={form.errors['email']}
      />
      <Field
        kind="select"
        language={language}
        name="language"
        label={t(m('contact.language'))}
        value={value('language') || 'en'}
        error={form.errors['language']}
        options={languages.map((each) => ({
          value: each,
          label: nativeName(each),
          labelLanguage: each,
        }))}
        noEmpty
      />
    </Columns>
  )
}
