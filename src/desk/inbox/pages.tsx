import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Form,
  Heading,
  type Option,
  Page,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import type { FormState } from '../form-state.ts'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'

/** A task in the reader's words. */
export interface InboxRow {
  id: string
  subject: string
  href: string
  organisation: string | null
  due: { on: string; distance: string } | null
  overdue: boolean
  done: boolean
  role: string | null
  /** For whom the reader stands in, where the task is not their own. */
  standInFor: string | null
}

interface InboxProps {
  frame: Frame
  t: Translate
  state: 'open' | 'overdue' | 'done'
  counts: { open: number; overdue: number; dueSoon: number }
  total: number
  page: number
  pageSize: number
  organisation: string | null
  organisations: readonly Option[]
  rows: readonly InboxRow[]
  manages: boolean
}

/** What waits for the reader, the most urgent first. */
export function InboxPage(props: InboxProps) {
  const { frame, t, state } = props
  return (
    <Page frame={frame} title={t(m('frame.inbox'))} wide>
      <Heading
        level={1}
        lead={t(m('inbox.lead', { soon: props.counts.dueSoon, overdue: props.counts.overdue }))}
        actions={<InboxLinks {...props} />}
      >
        {t(m('frame.inbox'))}
      </Heading>
      <Tabs
        label={t(m('inbox.states'))}
        tabs={(['open', 'overdue', 'done'] as const).map((each) => ({
          href: inboxAddress(props, { state: each, page: 1 }),
          label: t(m(`inbox.state.${each}`)),
          current: each === state,
          ...(each === 'done' ? {} : { count: props.counts[each] }),
        }))}
      />
      {props.organisations.length > 1 && (
        <FilterBar
          language={frame.language}
          action={address(frame.language, '/inbox')}
          hidden={{ state }}
          active={props.organisations
            .filter(({ value }) => value === props.organisation)
            .map(({ label }) => ({
              label,
              href: inboxAddress({ ...props, organisation: null }, { page: 1 }),
            }))}
        >
          <Field
            language={frame.language}
            kind="select"
            name="organisation"
            label={t(m('inbox.organisation'))}
            value={props.organisation ?? ''}
            options={props.organisations}
            autosubmit
          />
        </FilterBar>
      )}
      <TaskTable {...props} />
    </Page>
  )
}

function InboxLinks({ frame, t, manages }: InboxProps) {
  const at = (path: string) => address(frame.language, path)
  return (
    <ButtonGroup>
      <ButtonLink look="quiet" href={at('/inbox/leave')}>
        {t(m('leave.title'))}
      </ButtonLink>
      {manages && (
        <ButtonLink look="quiet" href={at('/inbox/handover')}>
          {t(m('handover.title'))}
        </ButtonLink>
      )}
    </ButtonGroup>
  )
}

function TaskTable(props: InboxProps) {
  const { frame, t, state, rows } = props
  return (
    <Table
      language={frame.language}
      caption={t(m(`inbox.state.${state}`))}
      captionHidden
      columns={taskColumns(t)}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => row.href}
      rowLabel={(row) => row.subject}
      rowTone={(row) => (row.overdue ? 'harm' : undefined)}
      keyboard
      {...(state === 'done'
        ? {}
        : {
            select: {
              action: address(frame.language, '/inbox'),
              csrf: frame.csrf,
              actions: [
                { name: 'verb', value: 'done', label: t(m('inbox.mark-done')) },
                { name: 'verb', value: 'reassign', label: t(m('inbox.give-away')) },
              ],
            },
          })}
      pagination={{
        page: props.page,
        pageSize: props.pageSize,
        total: props.total,
        href: (page) => inboxAddress(props, { page }),
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
      key: 'due',
      label: t(m('inbox.column.due')),
      kind: 'date',
      cell: (row) => <Due t={t} row={row} />,
    },
    {
      key: 'organisation',
      label: t(m('inbox.organisation')),
      cell: (row) => row.organisation ?? '–',
    },
    {
      key: 'role',
      label: t(m('inbox.column.role')),
      cell: (row) => (
        <span>
          {row.role ?? t(m('inbox.you'))}
          {row.standInFor && (
            <span class="quiet"> {t(m('inbox.stand-in-for', { name: row.standInFor }))}</span>
          )}
        </span>
      ),
    },
  ]
}

/** When a task is due: the date, how far off it is, and a word when it has passed. */
export function Due({ t, row }: { t: Translate; row: InboxRow }) {
  if (!row.due) return <>–</>
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

function inboxAddress(
  props: Pick<InboxProps, 'frame' | 'state' | 'organisation'>,
  change: { state?: string; page?: number },
): string {
  const query = new URLSearchParams()
  const state = change.state ?? props.state
  if (state !== 'open') query.set('state', state)
  if (props.organisation) query.set('organisation', props.organisation)
  if ((change.page ?? 1) > 1) query.set('page', String(change.page))
  const text = query.toString()
  return `${address(props.frame.language, '/inbox')}${text === '' ? '' : `?${text}`}`
}

interface ReassignProps {
  frame: Frame
  t: Translate
  form: FormState
  keys: string
  rows: readonly InboxRow[]
  choices: readonly Option[]
}

/** Chooses to whom the chosen tasks go. */
export function ReassignPage({ frame, t, form, keys, rows, choices }: ReassignProps) {
  const title = t(m('reassign.title'))
  const inbox = address(frame.language, '/inbox')
  return (
    <Page
      frame={frame}
      title={title}
      trail={[{ href: inbox, label: t(m('frame.inbox')) }]}
      alert={<Problem frame={frame} form={form} />}
    >
      <Heading level={1}>{title}</Heading>
      <Table
        language={frame.language}
        caption={t(m('inbox.state.open'))}
        captionHidden
        columns={taskColumns(t)}
        rows={rows}
        rowKey={(row) => row.id}
      />
      <Form
        action={address(frame.language, '/inbox/reassignment')}
        csrf={frame.csrf}
        hidden={{ keys }}
      >
        <Field
          language={frame.language}
          kind="select"
          name="to"
          label={t(m('reassign.to'))}
          error={form.errors['to']}
          options={choices}
          width="medium"
          required
        />
        <ButtonGroup>
          <Button>{t(m('reassign.give'))}</Button>
          <ButtonLink look="quiet" href={inbox}>
            {t(m('back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}
