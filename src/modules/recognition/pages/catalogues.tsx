import type { Call } from '#kernel/http'
import { displayName, formatInstant, formatNumber, localised } from '#kernel/values'
import { ButtonLink, type Column, EmptyState, Heading, Page, StateTag, Table, type Tone } from '#ui'
import { m } from '../messages/index.ts'
import type { ListedCatalogue } from '../queries/catalogues.ts'
import type { CatalogueState } from '../schema.ts'

/** The tone of an import's state; its word stands beside it. */
export const catalogueTones: Record<CatalogueState, Tone> = {
  draft: 'quiet',
  importing: 'info',
  ready: 'attention',
  published: 'done',
  replaced: 'neutral',
  failed: 'harm',
  discarded: 'quiet',
}

/** What the list of imports shows. */
export interface CataloguesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  catalogues: readonly ListedCatalogue[]
  total: number
  page: number
  pageSize: number
}

const path = '/recognition/catalogues'

/** The imports of catalogues, so that one that was left is found again. */
export function CataloguesPage(props: CataloguesPageProps) {
  const { call } = props
  const { t, language, href } = call
  const add = (
    <ButtonLink href={href(`${path}/new`)} icon="plus">
      {t(m('catalogue.new'))}
    </ButtonLink>
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('catalogue.title'))}
      trail={[{ href: href('/recognition/courses'), label: t(m('course.title')) }]}
      wide
    >
      <Heading level={1} lead={t(m('catalogue.lead'))} actions={add}>
        {t(m('catalogue.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('catalogue.title'))}
        captionHidden
        keyboard
        columns={columnsOf(call)}
        rows={props.catalogues}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${path}/${row.id}`)}
        pagination={{
          page: props.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => href(path, { page: page === 1 ? null : page }),
        }}
        empty={
          <EmptyState
            title={t(m('catalogue.none'))}
            why={t(m('catalogue.none-why'))}
            action={add}
          />
        }
      />
    </Page>
  )
}

function columnsOf(call: CataloguesPageProps['call']): Column<ListedCatalogue>[] {
  const { t, language } = call
  return [
    { key: 'file', label: t(m('catalogue.file')), primary: true, cell: (row) => row.fileName },
    {
      key: 'institution',
      label: t(m('course.institution')),
      cell: (row) => localised(row.organisationNames, language).text,
    },
    {
      key: 'state',
      label: t(m('catalogue.state')),
      kind: 'state',
      cell: (row) => (
        <StateTag tone={catalogueTones[row.state]}>{t(m(`catalogue.state.${row.state}`))}</StateTag>
      ),
    },
    {
      key: 'courses',
      label: t(m('catalogue.courses')),
      kind: 'number',
      cell: (row) => formatNumber(row.rows_taken, language),
    },
    {
      key: 'wrong',
      label: t(m('catalogue.wrong')),
      kind: 'number',
      cell: (row) => formatNumber(row.rows_wrong, language),
    },
    {
      key: 'imported',
      label: t(m('catalogue.imported')),
      kind: 'date',
      cell: (row) => formatInstant(row.createdAt, 'Asia/Bangkok', language),
    },
    {
      key: 'by',
      label: t(m('catalogue.by')),
      cell: (row) => (row.importedBy ? displayName(row.importedBy, language) : '–'),
    },
  ]
}
