import type { Call } from '#kernel/http'
import {
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  formatList,
  formatNumber,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import { ButtonLink, type Column, EmptyState, Heading, Page, Section, StateTag, Table } from '#ui'
import { m } from '../../messages/index.ts'
import type { QueuedCase, QueueFacts, QueueRow, ReferralRow } from '../../queries/office/queues.ts'
import { LocalName } from '../local-name.tsx'
import { titleOf } from '../words.ts'

/** The way to the queues. */
export const queuesPath = '/recognition/queues'
export const referralsPath = '/recognition/referrals'

/** What the board of queues shows. */
export interface QueuesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  queues: readonly QueueRow[]
}

/** All queues of an institution beside each other: the office's and those of its units. */
export function QueuesPage({ call, queues }: QueuesPageProps) {
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('office.queues'))}
      wide
      trail={[{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]}
    >
      <Heading level={1} lead={t(m('office.queues-lead'))}>
        {t(m('office.queues'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('office.queues'))}
        captionHidden
        keyboard
        columns={queueColumns(call, new Set(queues.map((row) => row.organisationId)).size > 1)}
        rows={queues}
        rowKey={(row) => row.unitId ?? row.organisationId}
        rowHref={(row) => href(`${queuesPath}/${row.unitId ?? row.organisationId}`)}
        rowTone={(row) => (row.late > 0 ? 'harm' : undefined)}
        empty={
          <EmptyState title={t(m('office.queues-none'))} why={t(m('office.queues-none-why'))} />
        }
      />
    </Page>
  )
}

/** What a queue is called: its unit, or the office of the institution. */
function queueName(
  { t, language }: Pick<Call, 't' | 'language'>,
  row: Pick<QueueRow, 'unitId' | 'names'>,
): string {
  const name = localised(row.names, language).text
  return row.unitId === null ? t(m('office.of', { institution: name })) : name
}

function queueColumns(call: QueuesPageProps['call'], isAcross: boolean): Column<QueueRow>[] {
  const { t, language } = call
  const count = (key: 'open' | 'late' | 'ready' | 'asked', label: string): Column<QueueRow> => ({
    key,
    label,
    kind: 'number',
    cell: (row) => formatNumber(row[key], language),
  })
  return [
    {
      key: 'queue',
      label: t(m('office.queue')),
      primary: true,
      cell: (row) =>
        row.unitId === null ? (
          queueName(call, row)
        ) : (
          <LocalName names={row.names} language={language} />
        ),
    },
    ...(isAcross
      ? [
          {
            key: 'institution',
            label: t(m('course.institution')),
            cell: (row: QueueRow) => (
              <LocalName names={row.organisationNames} language={language} />
            ),
          },
        ]
      : []),
    {
      key: 'who',
      label: t(m('office.evaluators')),
      cell: (row) =>
        row.evaluators.length > 0 ? (
          formatList(
            row.evaluators.map((name) => displayName(name, language)),
            language,
          )
        ) : (
          <StateTag tone={row.open + row.asked > 0 ? 'harm' : 'quiet'}>
            {t(m('office.nobody'))}
          </StateTag>
        ),
    },
    count('open', t(m('office.open'))),
    count('late', t(m('office.late'))),
    count('ready', t(m('office.ready'))),
    count('asked', t(m('office.asked'))),
    {
      key: 'oldest',
      label: t(m('office.first-due')),
      kind: 'date',
      nowrap: true,
      cell: (row) => (row.oldestDueOn ? formatDate(row.oldestDueOn, language, 'medium') : '–'),
    },
  ]
}

/** What the page of one queue shows. */
export interface QueuePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  queue: QueueFacts
  cases: readonly QueuedCase[]
  total: number
  page: number
  pageSize: number
  referrals: readonly ReferralRow[]
  mayDecide: boolean
}

/** One queue: what it is asked about, and its cases, the most urgent first. */
export function QueuePage(props: QueuePageProps) {
  const { call, queue, page } = props
  const { t, language, href } = call
  const name = queueName(call, { unitId: queue.unit_id, names: queue.names })
  const today = dateInZone(call.now, queue.timeZone)
  return (
    <Page
      frame={call.frame}
      title={name}
      wide
      trail={[
        { href: href('/recognition/cases'), label: t(m('page.cases.title')) },
        { href: href(queuesPath), label: t(m('office.queues')) },
      ]}
    >
      <Heading
        level={1}
        kicker={<LocalName names={queue.organisationNames} language={language} />}
        lead={t(m(queue.unit_id === null ? 'office.queue-office-lead' : 'office.queue-lead'))}
      >
        {queue.unit_id === null ? name : <LocalName names={queue.names} language={language} />}
      </Heading>
      {props.referrals.length > 0 && <Asked {...props} today={today} />}
      <Section
        title={t(m('office.cases'))}
        actions={
          props.mayDecide && (
            <ButtonLink
              look="secondary"
              small
              href={href('/recognition/ready', { queue: queue.id })}
            >
              {t(m('ready.link'))}
            </ButtonLink>
          )
        }
      >
        <Table
          language={language}
          caption={t(m('office.cases'))}
          captionHidden
          keyboard
          columns={caseColumns(call, queue.timeZone, today)}
          rows={props.cases}
          rowKey={(row) => row.id}
          rowHref={(row) => href(`/recognition/cases/${row.id}`)}
          rowTone={(row) => (row.dueOn !== null && row.dueOn < today ? 'harm' : undefined)}
          pagination={{
            page,
            pageSize: props.pageSize,
            total: props.total,
            href: (next) => href(`${queuesPath}/${queue.id}`, { page: next === 1 ? null : next }),
          }}
          empty={<EmptyState title={t(m('office.empty'))} why={t(m('office.empty-why'))} />}
        />
      </Section>
    </Page>
  )
}

function dueCell(
  { language }: Pick<Call, 'language'>,
  dueOn: DateOnly | null,
  today: DateOnly,
): string {
  if (dueOn === null) return '–'
  return withAside(
    formatDate(dueOn, language, 'medium'),
    relativeDays(dueOn, today, language),
    language,
  )
}

function Asked({ call, referrals, today }: QueuePageProps & { today: DateOnly }) {
  const { t, language, href } = call
  return (
    <Section title={t(m('office.asked-lines'))} lead={t(m('office.asked-lines-lead'))}>
      <Table
        language={language}
        caption={t(m('office.asked-lines'))}
        captionHidden
        rows={referrals}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${referralsPath}/${row.id}`)}
        rowTone={(row) => (row.dueOn < today ? 'harm' : undefined)}
        columns={[
          {
            key: 'course',
            label: t(m('office.line')),
            primary: true,
            cell: (row) => `${row.code} ${titleOf(row.titles, language).text}`,
          },
          {
            key: 'host',
            label: t(m('page.column.host')),
            cell: (row) => <LocalName names={row.hostNames} language={language} />,
          },
          { key: 'case', label: t(m('page.column.number')), cell: (row) => row.number },
          { key: 'question', label: t(m('office.question')), cell: (row) => row.question || '–' },
          {
            key: 'by',
            label: t(m('office.asked-by')),
            cell: (row) => displayName(row.askedBy, language),
          },
          {
            key: 'due',
            label: t(m('page.column.due')),
            kind: 'date',
            nowrap: true,
            cell: (row) => dueCell(call, row.dueOn, today),
          },
        ]}
      />
    </Section>
  )
}

function caseColumns(
  call: QueuePageProps['call'],
  timeZone: string,
  today: DateOnly,
): Column<QueuedCase>[] {
  const { t, language } = call
  return [
    {
      key: 'student',
      label: t(m('page.column.student')),
      primary: true,
      cell: (row) => displayName(row.student, language),
    },
    { key: 'number', label: t(m('page.column.number')), nowrap: true, cell: (row) => row.number },
    {
      key: 'host',
      label: t(m('page.column.host')),
      cell: (row) => <LocalName names={row.hostNames} language={language} />,
    },
    {
      key: 'programme',
      label: t(m('office.programme')),
      cell: (row) => <LocalName names={row.programmeNames} language={language} />,
    },
    {
      key: 'lines',
      label: t(m('office.lines-open')),
      kind: 'number',
      cell: (row) => t(m('office.lines-of', { open: row.linesOpen, lines: row.lines })),
    },
    {
      key: 'arrived',
      label: t(m('office.arrived')),
      kind: 'date',
      nowrap: true,
      cell: (row) => formatDate(dateInZone(row.createdAt, timeZone), language, 'medium'),
    },
    {
      key: 'due',
      label: t(m('page.column.due')),
      kind: 'date',
      nowrap: true,
      cell: (row) => dueCell(call, row.dueOn, today),
    },
  ]
}
