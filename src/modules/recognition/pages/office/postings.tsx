import type { Call } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatNumber,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Section,
  StateTag,
  Table,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { WaitingCase } from '../../queries/office/batches.ts'
import { TableLinks } from '../table-links.tsx'
import { credits } from '../words.ts'
import { PostingTabs } from './posting-tabs.tsx'
import { batchesPath, layoutsPath, postingsPath } from './posting-words.ts'

/** What the page of waiting credit shows. */
export interface PostingsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now' | 'may'>
  /** The institution whose credit is shown, and those that the reader may choose. */
  at: { id: string; timeZone: string } | null
  institutions: readonly Option[]
  cases: readonly WaitingCase[]
  total: number
  page: number
  pageSize: number
  layouts: readonly { id: string; name: string }[]
  mayEditLayouts: boolean
  mostCases: number
  refusal: { message: string; fields: Record<string, string> } | null
}

/** The credit that is decided and waits to be entered on students' records. */
export function PostingsPage(props: PostingsPageProps) {
  const { call, refusal } = props
  const { t, language } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('posting.title'))}
      wide
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading level={1} lead={t(m('posting.lead'))}>
        {t(m('posting.title'))}
      </Heading>
      <PostingTabs call={call} current="waiting" />
      {props.institutions.length > 1 && <Institution {...props} />}
      {props.total > 0 && props.layouts.length === 0 && <NoLayout {...props} />}
      <Waiting {...props} />
      {props.total > 0 && (
        <ButtonGroup>
          <TableLinks
            call={call}
            href={(format) =>
              call.href(`${postingsPath}/table`, { at: props.at?.id ?? null, format })
            }
          />
        </ButtonGroup>
      )}
      {props.total > 1 && props.layouts.length > 0 && <All {...props} />}
    </Page>
  )
}

function Institution({ call, at, institutions }: PostingsPageProps) {
  const { t, language, href } = call
  return (
    <FilterBar language={language} action={href(postingsPath)}>
      <Field
        kind="select"
        language={language}
        name="at"
        label={t(m('course.institution'))}
        value={at?.id ?? ''}
        options={institutions}
        noEmpty
        autosubmit
      />
    </FilterBar>
  )
}

function NoLayout({ call, mayEditLayouts }: PostingsPageProps) {
  const { t, href } = call
  return (
    <Notice
      tone="attention"
      title={t(m('posting.no-layout'))}
      action={
        mayEditLayouts && (
          <ButtonLink href={href(`${layoutsPath}/new`)} icon="plus">
            {t(m('posting.layout.new'))}
          </ButtonLink>
        )
      }
    >
      {t(m('posting.no-layout-why'))}
    </Notice>
  )
}

function Waiting(props: PostingsPageProps) {
  const { call, at, layouts, page } = props
  const { t, language, href } = call
  const [only] = layouts
  return (
    <Table
      language={language}
      caption={t(m('posting.tab.waiting'))}
      captionHidden
      keyboard
      columns={columnsOf(props)}
      rows={props.cases}
      rowKey={(row) => row.id}
      rowHref={(row) => href(`/recognition/cases/${row.id}`)}
      rowLabel={(row) => `${row.number} ${displayName(row.student, language)}`}
      rowTone={(row) => (isLate(row, props) ? 'harm' : undefined)}
      select={
        layouts.length > 0
          ? {
              action: href(batchesPath),
              csrf: call.frame.csrf,
              hidden: { organisation: at?.id ?? '' },
              disabled: (row) => row.isOwn,
              actions: layouts.map((layout) => ({
                name: 'layout',
                value: layout.id,
                label:
                  layout === only && layouts.length === 1
                    ? t(m('posting.write'))
                    : t(m('posting.write-as', { layout: layout.name })),
                look: layout === only ? ('primary' as const) : ('secondary' as const),
              })),
            }
          : undefined
      }
      pagination={{
        page,
        pageSize: props.pageSize,
        total: props.total,
        href: (next) => href(postingsPath, { at: at?.id ?? null, page: next === 1 ? null : next }),
      }}
      empty={
        <EmptyState
          title={t(m('posting.none-waiting'))}
          why={t(m('posting.none-waiting-why'))}
          action={
            <ButtonLink look="secondary" href={href(batchesPath)}>
              {t(m('posting.tab.batches'))}
            </ButtonLink>
          }
        />
      }
    />
  )
}

function isLate(row: WaitingCase, { call, at }: PostingsPageProps): boolean {
  return row.dueOn !== null && row.dueOn < dateInZone(call.now, at?.timeZone ?? 'UTC')
}

function columnsOf({ call, at }: PostingsPageProps): Column<WaitingCase>[] {
  const { t, language } = call
  const today = dateInZone(call.now, at?.timeZone ?? 'UTC')
  return [
    {
      key: 'student',
      label: t(m('page.column.student')),
      primary: true,
      cell: (row) => displayName(row.student, language),
    },
    {
      key: 'student-number',
      label: t(m('posting.student-number')),
      nowrap: true,
      cell: (row) => row.studentNumber,
    },
    {
      key: 'number',
      label: t(m('page.column.number')),
      nowrap: true,
      cell: (row) => row.number,
    },
    {
      key: 'host',
      label: t(m('page.column.host')),
      cell: (row) => localised(row.hostNames, language).text,
    },
    {
      key: 'credit',
      label: t(m('page.column.credit')),
      kind: 'number',
      cell: (row) => t(credits(row.recognisedCredit, language)),
    },
    {
      key: 'decided',
      label: t(m('posting.decided')),
      kind: 'date',
      nowrap: true,
      cell: (row) =>
        row.decidedAt
          ? formatDate(dateInZone(row.decidedAt, at?.timeZone ?? 'UTC'), language, 'medium')
          : '–',
    },
    {
      key: 'due',
      label: t(m('page.column.due')),
      cell: (row) =>
        row.dueOn
          ? withAside(
              formatDate(row.dueOn, language, 'medium'),
              relativeDays(row.dueOn, today, language),
              language,
            )
          : '–',
    },
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (row) => <Mark row={row} call={call} />,
    },
  ]
}

function Mark({ row, call }: { row: WaitingCase; call: PostingsPageProps['call'] }) {
  const { t } = call
  if (row.isOwn) return <StateTag tone="quiet">{t(m('posting.own'))}</StateTag>
  if (row.rejection !== null)
    return <StateTag tone="harm">{t(m('posting.rejected', { reason: row.rejection }))}</StateTag>
  if (row.isCorrection) return <StateTag tone="info">{t(m('posting.correction'))}</StateTag>
  return <StateTag tone="attention">{t(m('posting.case.waiting'))}</StateTag>
}

function All({ call, at, layouts, total, mostCases }: PostingsPageProps) {
  const { t, language, href } = call
  const shown = Math.min(total, mostCases)
  return (
    <Section title={t(m('posting.all'))} lead={t(m('posting.all-lead'))}>
      <Form
        action={href(batchesPath)}
        csrf={call.frame.csrf}
        hidden={{ organisation: at?.id ?? '', all: 'yes' }}
      >
        <ButtonGroup>
          {layouts.map((layout) => (
            <Button key={layout.id} look="secondary" name="layout" value={layout.id}>
              {t(
                m('posting.write-all', {
                  count: shown,
                  shown: formatNumber(shown, language),
                  layout: layout.name,
                }),
              )}
            </Button>
          ))}
        </ButtonGroup>
      </Form>
    </Section>
  )
}
