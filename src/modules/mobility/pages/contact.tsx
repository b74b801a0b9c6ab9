import type { FormState } from '#kernel/http'
import type { Language } from '#kernel/values'
import { Button, Form, Notice, Section } from '#ui'
import { m } from '../messages/index.ts'
import type { StayRow } from '../queries/stays.ts'
import { ContactFields } from './contact-fields.tsx'
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
        <ContactFields call={call} contact={contact} form={form} />
        <Button look="secondary">{t(m('contact.send'))}</Button>
      </Form>
    </Section>
  )
}
