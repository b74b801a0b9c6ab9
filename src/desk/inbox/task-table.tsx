import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  InItsLanguage,
  Row,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import { type InboxView, inboxPath } from './address.ts'
import type { InboxRow } from './rows.ts'

interface TaskTableProps {
  frame: Frame
  t: Translate
  view: InboxView
  total: number
  pageSize: number
  rows: readonly InboxRow[]
}

/** The tasks of a view. What only its own act closes is opened, planned or passed on, never ticked off. */
export function TaskTable({ frame, t, view, total, pageSize, rows }: TaskTableProps) {
  const { state } = view
  const at = (change: Partial<InboxView>) => address(frame.language, inboxPath(view, change))
  const isOpen = state !== 'done'
  return (
    <Table
      language={frame.language}
      caption={t(m(`inbox.state.${state}`))}
      captionHidden
      columns={[...taskColumns(t), ...(isOpen ? [actionColumn(frame, t)] : [])]}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      rowLabel={(row) => row.subject}
      rowTone={(row) => (row.overdue ? 'harm' : undefined)}
      keyboard
      {...(isOpen
        ? {
            select: {
              action: at({}),
              csrf: frame.csrf,
              actions: [
                ...(rows.some((row) => row.tickable)
                  ? [{ name: 'verb', value: 'done', label: t(m('inbox.mark-done')) }]
                  : []),
                { name: 'verb', value: 'plan', label: t(m('inbox.do-later')) },
                { name: 'verb', value: 'reassign', label: t(m('inbox.give-away')) },
              ],
            },
          }
        : {})}
      pagination={{
        page: view.page,
        pageSize,
        total,
        href: (page) => at({ page }),
      }}
      empty={
        <EmptyState
          title={t(m(`inbox.empty.${state}.title`))}
          why={t(m(`inbox.empty.${state}.why`))}
        />
      }
    />
  )
}

function actionColumn(frame: Frame, t: Translate): Column<InboxRow> {
  const to = (path: string, row: InboxRow) => `${address(frame.language, path)}?keys=${row.id}`
  const named = (text: string, row: InboxRow) => (
    <>
      {text} <span class="hidden-visually">{row.subject}</span>
    </>
  )
  return {
    key: 'actions',
    label: t(m('inbox.column.actions')),
    kind: 'actions',
    cell: (row) => (
      <Row>
        {row.tickable && (
          <Button look="quiet" small icon="check" name="one" value={row.id}>
            {named(t(m('inbox.done')), row)}
          </Button>
        )}
        <ButtonLink look="quiet" small href={to('/inbox/plan', row)}>
          {named(t(m('inbox.later')), row)}
        </ButtonLink>
        <ButtonLink look="quiet" small href={to('/inbox/reassignment', row)}>
          {named(t(m('inbox.give')), row)}
        </ButtonLink>
      </Row>
    ),
  }
}

/** The columns of a list of tasks. */
export function taskColumns(t: Translate): Column<InboxRow>[] {
  return [
    {
      key: 'subject',
      label: t(m('inbox.column.task')),
      primary: true,
      cell: (row) => row.subject,
    },
    {
      key: 'about',
      label: t(m('inbox.column.about')),
      cell: (row) =>
        row.who || row.what ? (
          <div>
            {row.who}
            {row.who && row.what && <br />}
            {row.what && (
              <span class="quiet">
                <InItsLanguage {...row.what} />
              </span>
            )}
          </div>
        ) : (
          '–'
        ),
    },
    {
      key: 'due',
      label: t(m('inbox.column.due')),
      cell: (row) => (
        <div>
          <Due t={t} row={row} />
          {row.planned && (
            <>
              <br />
              <span class="quiet">{t(m('inbox.planned', { on: row.planned }))}</span>
            </>
          )}
        </div>
      ),
    },
    {
      key: 'role',
      label: t(m('inbox.column.role')),
      cell: (row) => <WaitsFor t={t} row={row} />,
    },
  ]
}

function WaitsFor({ t, row }: { t: Translate; row: InboxRow }) {
  const notes = [
    row.organisation,
    row.standInFor && t(m('inbox.stand-in-for', { name: row.standInFor })),
    row.givenBy && t(m('inbox.given-by', { name: row.givenBy })),
  ].filter((note) => note !== null && note !== '')
  return (
    <span>
      {row.role ?? t(m('inbox.you'))}
      {notes.map((note) => (
        <>
          <br />
          <span class="quiet">{note}</span>
        </>
      ))}
    </span>
  )
}

/** When a task is due: the date, how far off it is, and a word when it has passed. */
export function Due({ t, row }: { t: Translate; row: InboxRow }) {
  if (!row.due) return <span class="quiet">{t(m('inbox.no-due'))}</span>
  return (
    <span>
      {row.due.on}{' '}
      {row.overdue ? (
        <StateTag tone="harm">{t(m('inbox.overdue', { distance: row.due.distance }))}</StateTag>
      ) : (
        <span class="quiet">{row.done ? null : row.due.distance}</span>
      )}
    </span>
  )
}
