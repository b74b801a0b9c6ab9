import { localised } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  Page,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { DocumentFilter, ListedDocument } from '../queries/documents.ts'
import { documentStates } from '../schema.ts'
import { dayWords, documentState, isPast, type PageCall, Title } from './words.tsx'

interface DocumentsProps {
  call: PageCall
  documents: readonly ListedDocument[]
  total: number
  page: number
  pageSize: number
  filter: Pick<DocumentFilter, 'state' | 'isLate' | 'search'>
}

/** The address of the list as it is narrowed. */
const base = '/signing/documents'

/** The documents of the reader's offices, the newest first. */
export function DocumentsPage(props: DocumentsProps) {
  const { call, documents, filter } = props
  const { t, href, language } = call
  const query = queryOf(props)
  const isNarrowed = Object.values(query).some((value) => value !== undefined)
  const create = (
    <ButtonLink href={href(`${base}/new`)} icon="plus">
      {t(m('documents.new'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('documents.title'))} wide>
      <Heading
        level={1}
        lead={t(m('documents.lead'))}
        actions={
          <ButtonGroup>
            {create}
            {documents.length > 0 && (
              <ButtonLink
                look="secondary"
                icon="download"
                href={href(`${base}/table`, query)}
                download
              >
                {t(m('documents.export'))}
              </ButtonLink>
            )}
          </ButtonGroup>
        }
      >
        {t(m('documents.title'))}
      </Heading>
      {(documents.length > 0 || isNarrowed) && (
        <FilterBar
          language={language}
          action={href(base)}
          search={{ value: filter.search, label: t(m('documents.search')) }}
          clearHref={isNarrowed ? href(base) : undefined}
        >
          <Field
            language={language}
            kind="select"
            name="state"
            label={t(m('documents.state'))}
            value={filter.isLate ? 'late' : (filter.state ?? '')}
            autosubmit
            options={[
              ...documentStates.map((state) => ({ value: state, label: t(m(`state.${state}`)) })),
              { value: 'late', label: t(m('state.late')) },
            ]}
          />
        </FilterBar>
      )}
      <DocumentTable {...props} isNarrowed={isNarrowed} create={create} />
    </Page>
  )
}

function queryOf({ filter }: DocumentsProps) {
  return {
    q: filter.search === '' ? undefined : filter.search,
    state: filter.isLate ? 'late' : (filter.state ?? undefined),
  }
}

function DocumentTable(
  props: DocumentsProps & { isNarrowed: boolean; create: ReturnType<typeof ButtonLink> },
) {
  const { call, documents, page, pageSize, total, isNarrowed } = props
  const { t, href, language } = call
  return (
    <Table
      language={language}
      caption={t(m('documents.title'))}
      captionHidden
      keyboard
      columns={columnsFor(call)}
      rows={documents}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`${base}/${id}`)}
      rowTone={(row) =>
        row.state === 'open' && isPast(call, row.due_on, row.time_zone) ? 'harm' : undefined
      }
      pagination={{
        page,
        pageSize,
        total,
        href: (number) => href(base, { ...queryOf(props), page: number }),
      }}
      empty={
        <EmptyState
          title={t(m(isNarrowed ? 'documents.none-found' : 'documents.none'))}
          why={t(m(isNarrowed ? 'documents.none-found-why' : 'documents.none-why'))}
          action={isNarrowed ? undefined : props.create}
        />
      }
    />
  )
}

function columnsFor(call: PageCall): Column<ListedDocument>[] {
  const { t, language } = call
  return [
    {
      key: 'title',
      label: t(m('documents.document')),
      primary: true,
      cell: ({ titles }) => <Title titles={titles} language={language} />,
    },
    {
      key: 'organisation',
      label: t(m('documents.keeper')),
      cell: ({ organisation }) => localised(organisation, language).text,
    },
    {
      key: 'state',
      label: t(m('documents.state')),
      kind: 'state',
      cell: ({ state, in_force: inForce }) => {
        const { tone, label } = documentState(t, state)
        return (
          <>
            <StateTag tone={tone}>{label}</StateTag>
            {inForce !== null && state !== 'signed' && (
              <span class="quiet"> {t(m('documents.in-force', { version: inForce }))}</span>
            )}
          </>
        )
      },
    },
    {
      key: 'done',
      label: t(m('documents.progress')),
      nowrap: true,
      cell: ({ done, steps }) => t(m('documents.of', { done, steps })),
    },
    {
      key: 'due',
      label: t(m('documents.due')),
      kind: 'date',
      cell: ({ due_on: due }) => (due === null ? '–' : dayWords(call, due)),
    },
  ]
}
