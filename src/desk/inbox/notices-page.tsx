import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Form,
  Heading,
  Notice,
  Page,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import { InboxTabs } from './tabs.tsx'

interface InboxNoticesProps {
  frame: Frame
  t: Translate
  counts: { open: number; overdue: number; later: number }
  unread: number
  onlyUnread: boolean
  /** What was just marked as read, and can be taken back. */
  marked: readonly string[]
  page: number
  pageSize: number
  total: number
  notices: readonly { id: string; text: string; at: string; when: string; read: boolean }[]
}

/** What the reader was told, the latest first; opening one marks it as read. */
export function InboxNoticesPage(props: InboxNoticesProps) {
  const { frame, t, unread, onlyUnread } = props
  const { language } = frame
  const path = address(language, '/inbox/notices')
  return (
    <Page frame={frame} title={t(m('account.notices'))} wide alert={<Marked {...props} />}>
      <Heading
        level={1}
        lead={t(m('inbox-notices.lead', { count: unread }))}
        actions={
          <ButtonGroup>
            {unread > 0 && (
              <Form action={path} csrf={frame.csrf} hidden={{ verb: 'all' }} inline>
                <Button look="secondary" icon="check">
                  {t(m('inbox-notices.read-all'))}
                </Button>
              </Form>
            )}
            <ButtonLink look="quiet" href={onlyUnread ? path : `${path}?show=unread`}>
              {t(m(onlyUnread ? 'inbox-notices.show-all' : 'inbox-notices.show-unread'))}
            </ButtonLink>
            <ButtonLink look="quiet" href={address(language, '/account/notices')}>
              {t(m('notices.how'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('frame.inbox'))}
      </Heading>
      <InboxTabs {...props} current="notices" />
      <NoticeTable {...props} />
    </Page>
  )
}

type Row = InboxNoticesProps['notices'][number]

function NoticeTable(props: InboxNoticesProps) {
  const { frame, t, onlyUnread, notices } = props
  const path = address(frame.language, '/inbox/notices')
  return (
    <Table<Row>
      language={frame.language}
      caption={t(m('account.notices'))}
      captionHidden
      columns={noticeColumns(t)}
      rows={notices}
      rowKey={(row) => row.id}
      rowButton={(row) => ({ name: 'open', value: row.id })}
      rowLabel={(row) => row.text}
      rowTone={(row) => (row.read ? 'quiet' : undefined)}
      keyboard
      select={{
        action: path,
        csrf: frame.csrf,
        without: (row) => row.read,
        actions: [{ name: 'verb', value: 'read', label: t(m('inbox-notices.read-chosen')) }],
      }}
      pagination={{
        page: props.page,
        pageSize: props.pageSize,
        total: props.total,
        href: (page) => `${path}?${onlyUnread ? 'show=unread&' : ''}page=${page}`,
      }}
      empty={
        <EmptyState
          title={t(m(onlyUnread ? 'inbox-notices.none-unread' : 'notices.none'))}
          why={t(m('notices.none-why'))}
        />
      }
    />
  )
}

function noticeColumns(t: Translate): Column<Row>[] {
  return [
    {
      key: 'text',
      label: t(m('inbox-notices.column.what')),
      primary: true,
      cell: (row) => row.text,
    },
    {
      key: 'state',
      label: t(m('inbox-notices.column.state')),
      kind: 'state',
      // With its time: on a phone each column is a line of its own, and there are many notices.
      cell: (row) => (
        <>
          {row.read ? (
            <StateTag tone="quiet">{t(m('inbox-notices.is-read'))}</StateTag>
          ) : (
            <StateTag tone="attention">{t(m('inbox-notices.new'))}</StateTag>
          )}{' '}
          <time datetime={row.at}>{row.when}</time>
        </>
      ),
    },
    {
      key: 'actions',
      label: t(m('inbox.column.actions')),
      kind: 'actions',
      cell: (row) =>
        !row.read && (
          <Button look="quiet" small name="one" value={row.id}>
            {t(m('inbox-notices.read-one'))} <span class="hidden-visually">{row.text}</span>
          </Button>
        ),
    },
  ]
}

function Marked({ frame, t, marked }: InboxNoticesProps) {
  if (marked.length === 0) return null
  return (
    <Notice
      tone="done"
      live
      title={t(m('inbox-notices.read', { count: marked.length }))}
      action={
        <Form
          action={address(frame.language, '/inbox/notices')}
          csrf={frame.csrf}
          hidden={{ verb: 'unread', keys: marked.join(',') }}
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
