import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { type Language, labelled } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  Card,
  EmptyState,
  Heading,
  LongList,
  Pagination,
  PhoneFold,
  PublicShell,
  Stack,
  waitingFrom,
} from '#ui'
import { m } from '../messages/index.ts'

interface OutboxProps {
  frame: Frame
  t: Translate
  page: number
  pageSize: number
  /** How many there are on all pages. */
  total: number
  hrefOf: (page: number) => string
  mails: readonly {
    id: string
    to: string
    language: Language
    subject: string
    text: string
    when: string
    links: readonly { href: string; label: string }[]
  }[]
}

/** The letters of the demonstration, each as its reader would have got it, with its links to follow. */
export function OutboxPage({ frame, t, mails, ...list }: OutboxProps) {
  const title = t(m('outbox.title'))
  return (
    <PublicShell frame={frame} title={title}>
      <Heading level={1} lead={t(m('outbox.lead'))}>
        {title}
      </Heading>
      <div class="section">
        {mails.length === 0 ? (
          <EmptyState title={t(m('outbox.empty.title'))} why={t(m('outbox.empty.why'))} />
        ) : (
          <LongList language={frame.language} count={mails.length} laterId={laterId(mails)}>
            <Stack>
              {mails.map((mail, place) =>
                place < waitingFrom(mails.length) ? (
                  <Letter key={mail.id} frame={frame} t={t} mail={mail} />
                ) : (
                  <div key={mail.id} id={`letter-${mail.id}`} class="later">
                    <Letter frame={frame} t={t} mail={mail} />
                  </div>
                ),
              )}
            </Stack>
          </LongList>
        )}
        {list.total > list.pageSize && (
          <Pagination
            language={frame.language}
            page={list.page}
            pageSize={list.pageSize}
            total={list.total}
            href={list.hrefOf}
          />
        )}
      </div>
    </PublicShell>
  )
}

type Mail = OutboxProps['mails'][number]

/** The first letter that waits on a phone. */
function laterId(mails: readonly Mail[]): string {
  return `letter-${mails[waitingFrom(mails.length)]?.id ?? ''}`
}

function Letter({ frame, t, mail }: { frame: Frame; t: Translate; mail: Mail }) {
  return (
    <Card
      level={2}
      kicker={mail.when}
      title={<span lang={mail.language}>{mail.subject}</span>}
      meta={labelled(t(m('outbox.to')), mail.to, frame.language)}
      footer={
        mail.links.length > 0 && (
          <ButtonGroup>
            {mail.links.map((link) => (
              <ButtonLink key={link.href} look="secondary" small href={link.href}>
                <span lang={mail.language}>{link.label}</span>
              </ButtonLink>
            ))}
          </ButtonGroup>
        )
      }
    >
      <PhoneFold summary={t(m('outbox.text'))}>
        <div lang={mail.language}>
          {mail.text.split(/\n+/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      </PhoneFold>
    </Card>
  )
}
