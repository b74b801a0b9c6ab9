import { DescriptionList, Section, Typed } from '#ui'
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
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
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
