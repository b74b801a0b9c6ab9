import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonGroup,
  ButtonLink,
  type Content,
  Field,
  FilterBar,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import { Problem } from '../sign-in/pages.tsx'
import { type InboxView, inboxPath } from './address.ts'
import type { InboxRow } from './rows.ts'
import { InboxTabs } from './tabs.tsx'
import { taskColumns, TaskTable } from './task-table.tsx'

/** What was just done, and can be taken back. */
export interface Undo {
  verb: 'undo-done' | 'undo-given' | 'undo-planned'
  said: string
  keys: string
}

interface InboxProps {
  frame: Frame
  t: Translate
  view: InboxView
  counts: { open: number; overdue: number; dueSoon: number; later: number }
  unread: number
  total: number
  pageSize: number
  organisations: readonly Option[]
  kinds: readonly Option[]
  rows: readonly InboxRow[]
  manages: boolean
  undo: Undo | null
  /** Whose work it is for the time of a leave. */
  away: readonly string[]
}

/** What waits for the reader, the most urgent first. */
export function InboxPage(props: InboxProps) {
  const { frame, t, view } = props
  return (
    <Page frame={frame} title={t(m('frame.inbox'))} wide alert={<UndoNotice {...props} />}>
      <AwayNotice frame={frame} t={t} away={props.away} />
      <Heading
        level={1}
        lead={t(m('inbox.lead', { soon: props.counts.dueSoon, overdue: props.counts.overdue }))}
        actions={<InboxLinks {...props} />}
      >
        {t(m('frame.inbox'))}
      </Heading>
      <InboxTabs {...props} current={view.state} />
      <Filters {...props} />
      <TaskTable {...props} />
    </Page>
  )
}

/** Says that the reader is on leave, or does the work of somebody who is. */
export function AwayNotice({ frame, t, away }: Pick<InboxProps, 'frame' | 't' | 'away'>) {
  const notices = away.map((line) => (
    <Notice
      key={line}
      tone="info"
      title={line}
      action={
        <ButtonLink look="quiet" small href={address(frame.language, '/inbox/leave')}>
          {t(m('away.link'))}
        </ButtonLink>
      }
    />
  ))
  return <>{notices}</>
}

function UndoNotice({ frame, t, view, undo }: InboxProps) {
  if (!undo) return null
  return (
    <Notice
      tone="done"
      title={undo.said}
      live
      action={
        <Form
          action={address(frame.language, inboxPath(view))}
          csrf={frame.csrf}
          hidden={{ verb: undo.verb, keys: undo.keys }}
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

function Filters({ frame, t, view, organisations, kinds }: InboxProps) {
  const { language } = frame
  const at = (change: Partial<InboxView>) =>
    address(language, inboxPath(view, { ...change, page: 1 }))
  const active = [
    ...kinds
      .filter(({ value }) => value === view.kind)
      .map(({ label }) => ({ label, href: at({ kind: null }) })),
    ...organisations
      .filter(({ value }) => value === view.organisation)
      .map(({ label }) => ({ label, href: at({ organisation: null }) })),
  ]
  if (organisations.length < 2 && kinds.length < 2) return null
  return (
    <FilterBar
      language={language}
      action={address(language, '/inbox')}
      hidden={{ state: view.state }}
      active={active}
    >
      {kinds.length > 1 && (
        <Field
          language={language}
          kind="select"
          name="kind"
          label={t(m('inbox.kind'))}
          value={view.kind ?? ''}
          options={kinds}
          autosubmit
        />
      )}
      {organisations.length > 1 && (
        <Field
          language={language}
          kind="select"
          name="organisation"
          label={t(m('inbox.organisation'))}
          value={view.organisation ?? ''}
          options={organisations}
          autosubmit
        />
      )}
    </FilterBar>
  )
}

function InboxLinks({ frame, t, view, rows, manages }: InboxProps) {
  const at = (path: string) => address(frame.language, path)
  const keys = rows.map((row) => row.id).join(',')
  return (
    <ButtonGroup>
      {view.state !== 'done' && rows.length > 1 && (
        <ButtonLink look="quiet" href={`${at('/inbox/reassignment')}?keys=${keys}`}>
          {t(m('inbox.give-all', { count: rows.length }))}
        </ButtonLink>
      )}
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

interface ChosenProps {
  frame: Frame
  t: Translate
  form: FormState
  keys: string
  rows: readonly InboxRow[]
}

/** Chooses to whom the chosen tasks go. */
export function ReassignPage(props: ChosenProps & { choices: readonly Option[] }) {
  const { frame, t, form, choices } = props
  return (
    <ChosenTasks {...props} title={t(m('reassign.title'))} action="/inbox/reassignment">
      <Field
        language={frame.language}
        kind="select"
        name="to"
        label={t(m('reassign.to'))}
        value={form.values['to']}
        error={form.errors['to']}
        options={choices}
        width="medium"
        required
      />
      <Button>{t(m('reassign.give'))}</Button>
    </ChosenTasks>
  )
}

/** Chooses the day on which the reader means to do the chosen tasks. */
export function PlanTasksPage(props: ChosenProps & { days: readonly Option[]; min: string }) {
  const { frame, t, form, days, min } = props
  const { language } = frame
  return (
    <ChosenTasks {...props} title={t(m('plan.title'))} action="/inbox/plan">
      <Field
        language={language}
        kind="radio"
        name="on"
        label={t(m('act.plan.on'))}
        value={form.values['on']}
        error={form.errors['on']}
        options={days}
        required
      />
      <Field
        language={language}
        kind="date"
        name="day"
        label={t(m('act.plan.other-day'))}
        value={form.values['day']}
        min={min}
        width="short"
        required={false}
      />
      <p class="quiet">{t(m('act.plan.next'))}</p>
      <Button>{t(m('act.plan'))}</Button>
    </ChosenTasks>
  )
}

function ChosenTasks({
  frame,
  t,
  form,
  keys,
  rows,
  title,
  action,
  children,
}: ChosenProps & { title: string; action: string; children: Content }) {
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
      <Form action={address(frame.language, action)} csrf={frame.csrf} hidden={{ keys }}>
        {children}
        <ButtonLink look="quiet" href={inbox}>
          {t(m('back'))}
        </ButtonLink>
      </Form>
    </Page>
  )
}
