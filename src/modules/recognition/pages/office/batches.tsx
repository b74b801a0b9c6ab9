import type { Call } from '#kernel/http'
import { displayName, formatInstant, formatNumber, localised } from '#kernel/values'
import { type Column, EmptyState, Heading, Page, StateTag, Table } from '#ui'
import { m } from '../../messages/index.ts'
import type { BatchRow } from '../../queries/office/batches.ts'
import { PostingTabs } from './posting-tabs.tsx'
import { batchesPath, batchState } from './posting-words.ts'

/** What the list of batches shows. */
export interface BatchesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may'>
  batches: readonly BatchRow[]
  total: number
  page: number
  pageSize: number
  /** Whether batches of several institutions stand beside each other. */
  isAcross: boolean
}

/** The batches that were written for the registry, the newest first. */
export function BatchesPage(props: BatchesPageProps) {
  const { call } = props
  const { t, language, href } = call
  return (
    <Page frame={call.frame} title={t(m('posting.tab.batches'))} wide>
      <Heading level={1} lead={t(m('posting.batches.lead'))}>
        {t(m('posting.title'))}
      </Heading>
      <PostingTabs call={call} current="batches" />
      <Table
        language={language}
        caption={t(m('posting.tab.batches'))}
        captionHidden
        keyboard
        columns={columnsOf(props)}
        rows={props.batches}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${batchesPath}/${row.id}`)}
        pagination={{
          page: props.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => href(batchesPath, { page: page === 1 ? null : page }),
        }}
        empty={
          <EmptyState title={t(m('posting.batches.none'))} why={t(m('posting.batches.none-why'))} />
        }
      />
    </Page>
  )
}

function columnsOf({ call, isAcross }: BatchesPageProps): Column<BatchRow>[] {
  const { t, language } = call
  return [
    {
      key: 'number',
      label: t(m('posting.batch')),
      primary: true,
      nowrap: true,
      cell: (row) => row.number,
    },
    ...(isAcross
      ? [
          {
            key: 'institution',
            label: t(m('course.institution')),
            cell: (row: BatchRow) => localised(row.organisationNames, language).text,
          },
        ]
      : []),
    { key: 'layout', label: t(m('posting.layout')), cell: (row) => row.layoutName },
    {
      key: 'written',
      label: t(m('posting.written')),
      kind: 'date',
      cell: (row) => formatInstant(row.createdAt, row.timeZone, language, 'medium'),
    },
    {
      key: 'sent',
      label: t(m('posting.sent')),
      kind: 'date',
      cell: (row) =>
        row.sentAt ? formatInstant(row.sentAt, row.timeZone, language, 'medium') : '–',
    },
    {
      key: 'by',
      label: t(m('posting.written-by')),
      cell: (row) => displayName(row.createdBy, language),
    },
    ...rowCounts({ call }),
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, label } = batchState(row.state)
        return <StateTag tone={tone}>{t(label)}</StateTag>
      },
    },
  ]
}

/** How many rows a batch has, and how many of them stand where. */
function rowCounts({ call: { t, language } }: Pick<BatchesPageProps, 'call'>): Column<BatchRow>[] {
  return [
    {
      key: 'rows',
      label: t(m('posting.rows')),
      kind: 'number',
      cell: (row) => formatNumber(row.rowsTotal, language),
    },
    {
      key: 'posted',
      label: t(m('posting.item.posted')),
      kind: 'number',
      cell: (row) => formatNumber(row.counts.posted, language),
    },
    {
      key: 'waits',
      label: t(m('posting.item.exported')),
      kind: 'number',
      cell: (row) => formatNumber(row.counts.exported, language),
    },
    {
      key: 'rejected',
      label: t(m('posting.item.rejected')),
      kind: 'number',
      cell: (row) => formatNumber(row.counts.rejected, language),
    },
  ]
}
