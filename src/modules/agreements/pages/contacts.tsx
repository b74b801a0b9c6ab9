import { DescriptionList, Section, Typed, Email } from '#ui'
import { m } from '../messages/index.ts'
import type { WholeAgreement } from '../queries/whole.ts'
import { nameOf, type PageCall } from './words.ts'

/** Whom the partners write to. */
export function Contacts({ call, whole }: { call: PageCall; whole: WholeAgreement }) {
  const { t, language } = call
  const items = whole.copies.flatMap(({ names, contacts }) =>
    contacts.map((contact) => ({
      term: nameOf(names, language),
      value: (
        <>
          <Typed>{contact.name}</Typed>
          {contact.signs && <span class="quiet"> {t(m('contact.signs'))}</span>}
          {contact.email && (
            <>
              {' · '}
              <Email address={contact.email} link />
            </>
          )}
        </>
      ),
    })),
  )
  if (items.length === 0) return null
  return (
    <Section title={t(m('contacts.title'))} id="contacts">
      <DescriptionList items={items} />
    </Section>
  )
}
