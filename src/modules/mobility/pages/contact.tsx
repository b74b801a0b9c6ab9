import type { FormState } from '#kernel/http'
import { type Language, languages, nativeName } from '#kernel/values'
import { Button, Columns, Field, Form, Notice, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { base, nameOf, type PageCall } from './words.tsx'

export interface ContactFormProps {
  call: PageCall
  stay: StayRow
  contact: { name: string; email: string; language: Language } | null
  form: FormState
}

/** Whom to ask at a partner that does not work here; what waits for them goes out when it is kept. */
export function ContactForm({ call, stay, contact, form }: ContactFormProps) {
  const { t, href, language } = call
  const host = nameOf(stay.receiving, language)
  const value = (name: 'name' | 'email' | 'language') => form.values[name] ?? contact?.[name] ?? ''
  return (
    <Section title={t(m('contact.title'))} id="contact">
      <Notice
        tone={contact ? 'info' : 'attention'}
        title={t(
          contact
            ? m('contact.asked', { name: contact.name, email: contact.email })
            : m('contact.nobody', { host }),
        )}
      >
        <p>{t(m(contact ? 'contact.again' : 'contact.how'))}</p>
      </Notice>
      <Form action={href(`${base}/${stay.id}/contact`)} csrf={call.frame.csrf}>
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
        <Button look="secondary">{t(m('contact.send'))}</Button>
      </Form>
    </Section>
  )
}
