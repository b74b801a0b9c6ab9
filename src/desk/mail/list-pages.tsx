import type { Frame } from '#kernel/http'
import type { IncomingView } from '#kernel/mail'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Fold,
  Form,
  Heading,
  Notice,
  Page,
  StateTag,
  Table,
  Tabs,
  Typed,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Place } from './places.ts'

interface ListFrame {
  frame: Frame
  t: Translate
  counts: { waiting: number; automatic: number; returned: number }
  page: number
  hasMore: boolean
}

export interface MailListProps extends ListFrame {
  view: IncomingView
  /** The one thing whose mails these are, where the address names one that the reader may see. */
  about: Place | null
  /** What was just marked, and can be taken back. */
  marked: readonly string[]
  said: string
  rows: readonly {
    id: string
    subject: string
    from: { address: string; name: string | null }
    at: string
    when: string
    attachments: number
    outcome: 'filed' | 'done' | 'spam' | null
    about: Place | null
  }[]
}

type Row = MailListProps['rows'][number]

/** What came in by mail; what waits is opened, filed, or marked in bulk. */
export function MailListPage(props: MailListProps) {
  const { frame, t, view, about, rows } = props
  const path = address(frame.language, '/mail')
  const waits = view === 'waiting' || view === 'automatic'
  return (
    <Page frame={frame} title={t(m('mail.title'))} wide alert={<Marked {...props} />}>
      <Heading
        level={1}
        lead={
          about ? (
            <a href={address(frame.language, about.href)}>
              {t(m('mail.filed-with', { title: about.title }))}
            </a>
          ) : (
            t(m('mail.lead'))
          )
        }
      >
        {t(m('mail.title'))}
      </Heading>
      <MailTabs {...props} current={view} />
      <Table<Row>
        language={frame.language}
        caption={t(m(`mail.tab.${view}`))}
        captionHidden
        columns={mailColumns(t, frame, waits)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => address(frame.language, `/mail/${row.id}`)}
        rowLabel={(row) => row.subject || t(m('mail.no-subject'))}
        keyboard
        {...(waits
          ? {
              select: {
                action: path,
                csrf: frame.csrf,
                actions: [
                  { name: 'verb', value: 'done', label: t(m('mail.done')) },
                  { name: 'verb', value: 'spam', label: t(m('mail.spam')) },
                ],
              },
            }
          : {})}
        empty={
          <EmptyState title={t(m(`mail.empty.${view}`))} why={t(m(`mail.empty.${view}-why`))} />
        }
      />
      <Further {...props} query={view === 'waiting' ? {} : { state: view }} path="/mail" />
    </Page>
  )
}

function mailColumns(t: Translate, frame: Frame, waits: boolean): Column<Row>[] {
  return [
    {
      key: 'subject',
      label: t(m('mail.column.subject')),
      primary: true,
      cell: (row) => (row.subject ? <Typed>{row.subject}</Typed> : t(m('mail.no-subject'))),
    },
    {
      key: 'from',
      label: t(m('mail.column.from')),
      cell: (row) => <Typed>{row.from.name ?? row.from.address}</Typed>,
    },
    {
      key: 'about',
      label: t(m('mail.column.about')),
      cell: (row) =>
        row.about ? <a href={address(frame.language, row.about.href)}>{row.about.title}</a> : '–',
    },
    {
      key: 'attachments',
      label: t(m('mail.column.attachments')),
      cell: (row) => row.attachments || '–',
    },
    ...(waits
      ? []
      : [
          {
            key: 'state',
            label: t(m('mail.column.state')),
            kind: 'state' as const,
            cell: (row: Row) => (
              <StateTag tone={row.outcome === 'spam' ? 'quiet' : 'done'}>
                {t(m(`mail.state.${row.outcome ?? 'waiting'}`))}
              </StateTag>
            ),
          },
        ]),
    {
      key: 'when',
      label: t(m('mail.column.received')),
      cell: (row) => <time datetime={row.at}>{row.when}</time>,
    },
  ]
}

function Marked({ frame, t, marked, said }: MailListProps) {
  if (marked.length === 0) return null
  return (
    <Notice
      tone="done"
      live
      title={said}
      action={
        <Form
          action={address(frame.language, '/mail')}
          csrf={frame.csrf}
          hidden={{ verb: 'undo', keys: marked.join(',') }}
          inline
        >
          <Button look="quiet" small>
            {t(m('inbox.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

interface ReturnedMailProps extends ListFrame {
  rows: readonly {
    id: string
    to: { address: string; name: string | null }
    person: Place | null
    why: string
    words: string
    at: string
    when: string
  }[]
}

/** The mails that did not reach whom they were for, each with the reason and the mail server's own words. */
export function ReturnedMailPage(props: ReturnedMailProps) {
  const { frame, t, rows } = props
  const { language } = frame
  type Returned = ReturnedMailProps['rows'][number]
  const columns: Column<Returned>[] = [
    {
      key: 'to',
      label: t(m('outbox.to')),
      primary: true,
      cell: ({ to, person }) =>
        person ? (
          <a href={address(language, person.href)}>{person.title}</a>
        ) : (
          <Typed>{to.name ?? to.address}</Typed>
        ),
    },
    {
      key: 'address',
      label: t(m('mail.column.address')),
      cell: ({ to }) => <Email address={to.address} />,
    },
    {
      key: 'why',
      label: t(m('mail.column.why')),
      cell: ({ why, words }) => (
        <>
          {why}
          {words !== '' && (
            <Fold summary={t(m('mail.server-words'))}>
              <p lang="">{words}</p>
            </Fold>
          )}
        </>
      ),
    },
    {
      key: 'when',
      label: t(m('mail.column.returned')),
      cell: (row) => <time datetime={row.at}>{row.when}</time>,
    },
  ]
  return (
    <Page frame={frame} title={t(m('mail.tab.returned'))} wide>
      <Heading level={1} lead={t(m('mail.returned.lead'))}>
        {t(m('mail.title'))}
      </Heading>
      <MailTabs {...props} current="returned" />
      <Table<Returned>
        language={language}
        caption={t(m('mail.tab.returned'))}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        rowLabel={(row) => row.to.address}
        keyboard
        empty={
          <EmptyState title={t(m('mail.empty.returned'))} why={t(m('mail.empty.returned-why'))} />
        }
      />
      <Further {...props} query={{}} path="/mail/returned" />
    </Page>
  )
}

function MailTabs({
  frame,
  t,
  counts,
  current,
}: ListFrame & { current: IncomingView | 'returned' }) {
  const at = (path: string) => address(frame.language, path)
  const tab = (view: IncomingView, count?: number) => ({
    href: at(view === 'waiting' ? '/mail' : `/mail?state=${view}`),
    label: t(m(`mail.tab.${view}`)),
    current: view === current,
    ...(count === undefined ? {} : { count }),
  })
  return (
    <Tabs
      label={t(m('mail.tabs'))}
      tabs={[
        tab('waiting', counts.waiting),
        tab('automatic', counts.automatic),
        tab('filed'),
        tab('spam'),
        {
          href: at('/mail/returned'),
          label: t(m('mail.tab.returned')),
          current: current === 'returned',
          count: counts.returned,
        },
      ]}
    />
  )
}

function Further({
  frame,
  t,
  page,
  hasMore,
  query,
  path,
}: ListFrame & { query: Record<string, string>; path: string }) {
  const at = (number: number) =>
    `${address(frame.language, path)}?${new URLSearchParams({ ...query, page: String(number) })}`
  if (page === 1 && !hasMore) return null
  return (
    <ButtonGroup>
      {page > 1 && (
        <ButtonLink look="quiet" href={at(page - 1)}>
          {t(m('search.previous'))}
        </ButtonLink>
      )}
      {hasMore && (
        <ButtonLink look="secondary" href={at(page + 1)}>
          {t(m('search.next'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}
