import { localised } from '#kernel/values'
import { type Column, EmptyState, Heading, Page, Table, Tabs } from '#ui'
import { m } from '../messages/index.ts'
import type { ListedOriginal } from '../queries/originals.ts'
import { registerColumns } from './paper.tsx'
import { type PageCall, Title } from './words.tsx'

interface OriginalsProps {
  call: PageCall
  originals: readonly ListedOriginal[]
  onTheWay: boolean
  total: number
  page: number
  pageSize: number
}

const base = '/signing/originals'

/** The register of originals on paper of the reader's offices, and of what couriers carry. */
export function OriginalsPage(props: OriginalsProps) {
  const { call, originals, onTheWay, total, page, pageSize } = props
  const { t, href, language } = call
  const columns: Column<ListedOriginal>[] = [
    {
      key: 'document',
      label: t(m('documents.document')),
      primary: true,
      cell: ({ titles }) => <Title titles={titles} language={language} />,
    },
    {
      key: 'keeper',
      label: t(m('documents.keeper')),
      cell: ({ keeper }) => localised(keeper, language).text,
    },
    ...(registerColumns(call) as Column<ListedOriginal>[]).map((column) => ({
      ...column,
      primary: false,
    })),
  ]
  return (
    <Page
      frame={call.frame}
      title={t(m('register.title'))}
      trail={[{ href: href('/signing/documents'), label: t(m('documents.title')) }]}
      wide
    >
      <Heading level={1} lead={t(m('register.lead'))}>
        {t(m('register.title'))}
      </Heading>
      <Tabs
        label={t(m('register.tabs'))}
        tabs={[
          { href: href(base), label: t(m('register.all')), current: !onTheWay },
          {
            href: href(base, { which: 'on-the-way' }),
            label: t(m('register.on-the-way')),
            current: onTheWay,
          },
        ]}
      />
      <Table
        language={language}
        caption={t(m('register.title'))}
        captionHidden
        keyboard
        columns={columns}
        rows={originals}
        rowKey={({ id }) => id}
        rowHref={({ document_id: id }) => href(`/signing/documents/${id}#paper`)}
        pagination={{
          page,
          pageSize,
          total,
          href: (number) =>
            href(base, { which: onTheWay ? 'on-the-way' : undefined, page: number }),
        }}
        empty={<EmptyState title={t(m('register.none'))} why={t(m('register.none-why'))} />}
      />
    </Page>
  )
}
