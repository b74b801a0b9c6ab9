import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import type { NoticeChoice } from '#kernel/notices'
import { AccountTabs, address, Button, Field, Form, Heading, Page, Section } from '#ui'
import { m } from '../messages/index.ts'

interface NoticesProps {
  frame: Frame
  t: Translate
  choices: readonly NoticeChoice[]
}

/** How the reader is told of each kind; what they were told stands in their inbox. */
export function NoticesPage({ frame, t, choices }: NoticesProps) {
  const { language } = frame
  return (
    <Page frame={frame} title={t(m('account.notices'))}>
      <Heading level={1}>{t(m('frame.account'))}</Heading>
      <AccountTabs frame={frame} />
      <Section title={t(m('notices.how'))} lead={t(m('notices.how.lead'))}>
        <Form action={address(language, '/account/notices')} csrf={frame.csrf}>
          {choices.map(({ kind, mail }) => (
            <Field
              key={kind.name}
              kind="radio"
              language={language}
              name={kind.name}
              label={t(kind.label)}
              inline
              value={mail}
              options={(kind.ways ?? (['immediate', 'daily', 'none'] as const)).map((way) => ({
                value: way,
                label: t(m(`notices.way.${way}`)),
              }))}
            />
          ))}
          <Button>{t(m('notices.save'))}</Button>
        </Form>
      </Section>
      <p>
        <a href={address(language, '/inbox/notices')}>{t(m('notices.told'))}</a>
      </p>
    </Page>
  )
}
