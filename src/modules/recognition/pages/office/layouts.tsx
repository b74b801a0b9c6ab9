import type { Call } from '#kernel/http'
import { displayName, formatInstant, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  DescriptionList,
  EmptyState,
  Form,
  Heading,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { LayoutRow } from '../../queries/office/layouts.ts'
import type { LayoutColumn, RegistryLayout } from '../../rules/office/registry-layout.ts'
import { PostingTabs } from './posting-tabs.tsx'
import { layoutsPath, postingsPath } from './posting-words.ts'

/** What the list of layouts shows. */
export interface LayoutsPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may'>
  layouts: readonly LayoutRow[]
}

/** The layouts in which an institution's registry takes credit. */
export function LayoutsPage({ call, layouts }: LayoutsPageProps) {
  const { t, language, href } = call
  const add = (
    <ButtonLink href={href(`${layoutsPath}/new`)} icon="plus">
      {t(m('posting.layout.new'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('posting.tab.layouts'))} wide>
      <Heading level={1} lead={t(m('posting.layouts.lead'))} actions={add}>
        {t(m('posting.title'))}
      </Heading>
      <PostingTabs call={call} current="layouts" />
      <Table
        language={language}
        caption={t(m('posting.tab.layouts'))}
        captionHidden
        keyboard
        columns={listColumns(call)}
        rows={layouts}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${layoutsPath}/${row.id}`)}
        empty={
          <EmptyState
            title={t(m('posting.layouts.none'))}
            why={t(m('posting.layouts.none-why'))}
            action={add}
          />
        }
      />
    </Page>
  )
}

function listColumns({ t, language }: LayoutsPageProps['call']): Column<LayoutRow>[] {
  return [
    { key: 'name', label: t(m('posting.layout.name')), primary: true, cell: (row) => row.name },
    {
      key: 'institution',
      label: t(m('course.institution')),
      cell: (row) => localised(row.organisationNames, language).text,
    },
    {
      key: 'file',
      label: t(m('posting.layout.file')),
      cell: (row) => t(m(`posting.file-kind.${row.layout.file}`)),
    },
    {
      key: 'columns',
      label: t(m('posting.layout.columns')),
      kind: 'number',
      cell: (row) => formatNumber(row.layout.columns.length, language),
    },
    {
      key: 'version',
      label: t(m('posting.layout.version')),
      kind: 'number',
      cell: (row) => formatNumber(row.version, language),
    },
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (row) =>
        row.withdrawnAt ? (
          <StateTag tone="quiet">{t(m('posting.layout.withdrawn'))}</StateTag>
        ) : (
          <StateTag tone="done">{t(m('posting.layout.offered'))}</StateTag>
        ),
    },
  ]
}

/** What the page of one layout shows. */
export interface LayoutPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  found: LayoutRow
  versions: readonly LayoutRow[]
  timeZone: string
  mayEdit: boolean
}

/** One layout: its columns, how its file is written, how the answer is read, and its versions. */
export function LayoutPage(props: LayoutPageProps) {
  const { call, found, mayEdit } = props
  const { t, href } = call
  const isCurrent = found.version === props.versions[0]?.version
  return (
    <Page
      frame={call.frame}
      title={found.name}
      wide
      trail={[
        { href: href(postingsPath), label: t(m('posting.title')) },
        { href: href(layoutsPath), label: t(m('posting.tab.layouts')) },
      ]}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={t(m('posting.layout.version-number', { version: found.version }))}
          actions={
            mayEdit &&
            isCurrent && (
              <ButtonLink href={href(`${layoutsPath}/${found.id}/changes`)}>
                {t(m('posting.layout.change'))}
              </ButtonLink>
            )
          }
        >
          {found.name}
        </Heading>
        <FileFacts {...props} />
        <LayoutColumns call={call} layout={found.layout} />
        <AnswerFacts {...props} />
        <Versions {...props} />
        {mayEdit && isCurrent && found.withdrawnAt === null && (
          <Form
            action={href(`${layoutsPath}/${found.id}/withdrawal`)}
            csrf={call.frame.csrf}
            inline
          >
            <Button look="harm">{t(m('posting.layout.withdraw'))}</Button>
          </Form>
        )}
      </Stack>
    </Page>
  )
}

function FileFacts({ call, found }: LayoutPageProps) {
  const { t, language } = call
  const { layout } = found
  const yes = (value: boolean) => t(m(value ? 'posting.layout.yes' : 'posting.layout.no'))
  const ofText = [
    {
      term: t(m('posting.layout.encoding')),
      value: t(m(`posting.encoding.${layout.encoding}`)),
    },
    {
      term: t(m('posting.layout.delimiter')),
      value: layout.delimiter === 'tab' ? t(m('posting.layout.tab')) : layout.delimiter,
    },
    { term: t(m('posting.layout.line-end')), value: t(m(`posting.line-end.${layout.lineEnd}`)) },
    { term: t(m('posting.layout.quotes')), value: t(m(`posting.quotes.${layout.quotes}`)) },
    { term: t(m('posting.layout.guarded')), value: yes(layout.guarded) },
  ]
  return (
    <DescriptionList
      columns
      items={[
        {
          term: t(m('course.institution')),
          value: localised(found.organisationNames, language).text,
        },
        { term: t(m('posting.layout.file')), value: t(m(`posting.file-kind.${layout.file}`)) },
        { term: t(m('posting.layout.headings')), value: yes(layout.headings) },
        ...(layout.file === 'csv'
          ? ofText
          : [{ term: t(m('posting.layout.sheet')), value: layout.sheet }]),
      ]}
    />
  )
}

/** The columns of a layout in their order. */
export function LayoutColumns({
  call,
  layout,
}: {
  call: Pick<Call, 't' | 'language'>
  layout: RegistryLayout
}) {
  const { t, language } = call
  const columns: Column<LayoutColumn & { place: number }>[] = [
    {
      key: 'place',
      label: t(m('posting.layout.place')),
      kind: 'number',
      cell: (row) => formatNumber(row.place, language),
    },
    {
      key: 'heading',
      label: t(m('posting.layout.heading')),
      primary: true,
      cell: (row) => row.heading || '–',
    },
    {
      key: 'source',
      label: t(m('posting.layout.source')),
      cell: (row) => t(m(`posting.source.${row.source}`)),
    },
    {
      key: 'format',
      label: t(m('posting.layout.format')),
      cell: (row) => row.format || '–',
    },
    {
      key: 'replacements',
      label: t(m('posting.layout.replacements')),
      cell: (row) =>
        Object.entries(row.replacements)
          .map(([ours, theirs]) => `${ours} = ${theirs}`)
          .join('; ') || '–',
    },
  ]
  return (
    <Section title={t(m('posting.layout.columns'))}>
      <Table
        language={language}
        caption={t(m('posting.layout.columns'))}
        captionHidden
        columns={columns}
        rows={layout.columns.map((column, index) => ({ ...column, place: index + 1 }))}
        rowKey={(row) => String(row.place)}
      />
    </Section>
  )
}

function AnswerFacts({ call, found }: LayoutPageProps) {
  const { t } = call
  const { answer } = found.layout
  const headings = (
    ['reference', 'studentNumber', 'course', 'status', 'credit', 'grade', 'message'] as const
  ).filter((part) => answer[part] !== '')
  return (
    <Section title={t(m('posting.layout.answer'))} lead={t(m('posting.layout.answer-lead'))}>
      <DescriptionList
        columns
        items={[
          ...headings.map((part) => ({
            term: t(m(`posting.answer-column.${part}`)),
            value: answer[part],
          })),
          ...(answer.status === ''
            ? []
            : [
                {
                  term: t(m('posting.layout.accepted')),
                  value: answer.accepted.join(' · ') || '–',
                },
              ]),
        ]}
      />
    </Section>
  )
}

function Versions({ call, found, versions, timeZone }: LayoutPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('posting.layout.versions'))}>
      <Table
        language={language}
        caption={t(m('posting.layout.versions'))}
        captionHidden
        rows={versions}
        rowKey={(row) => String(row.version)}
        rowHref={(row) => href(`${layoutsPath}/${found.id}`, { version: row.version })}
        columns={[
          {
            key: 'version',
            label: t(m('posting.layout.version')),
            primary: true,
            cell: (row) => t(m('posting.layout.version-number', { version: row.version })),
          },
          {
            key: 'published',
            label: t(m('posting.layout.published')),
            kind: 'date',
            cell: (row) => formatInstant(row.publishedAt, timeZone, language, 'medium'),
          },
          {
            key: 'by',
            label: t(m('posting.layout.published-by')),
            cell: (row) => (row.publishedBy ? displayName(row.publishedBy, language) : '–'),
          },
        ]}
      />
    </Section>
  )
}
