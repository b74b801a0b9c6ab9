import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import type { Notice, NoticeChoice } from '#kernel/notices'
import { relativeTime } from '#kernel/values'
import {
  AccountTabs,
  address,
  Button,
  EmptyState,
  Field,
  Form,
  Heading,
  Page,
  Section,
  Timeline,
} from '#ui'
import { m } from '../messages/index.ts'

interface NoticesProps {
  frame: Frame
  t: Translate
  now: Date
  choices: readonly NoticeChoice[]
  notices: readonly Notice[]
}

/** What the reader was told, the latest first, and a choice of the way for each kind. */
export function NoticesPage({ frame, t, now, choices, notices }: NoticesProps) {
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
      <Section title={t(m('notices.told'))}>
        {notices.length === 0 ? (
          <EmptyState title={t(m('notices.none'))} why={t(m('notices.none-why'))} />
        ) : (
          <Timeline
            label={t(m('notices.told'))}
            entries={notices.map((notice) => ({
              at: notice.createdAt.toISOString(),
              when: relativeTime(notice.createdAt, now, language),
              what: <a href={address(language, notice.href)}>{t(notice.message)}</a>,
            }))}
          />
        )}
      </Section>
    </Page>
  )
}
