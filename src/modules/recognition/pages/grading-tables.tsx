import type { Call } from '#kernel/http'
import { formatDate, type LocalText, localised } from '#kernel/values'
import { ButtonLink, type Column, EmptyState, Heading, Page, Section, StateTag, Table } from '#ui'
import { m } from '../messages/index.ts'
import type { GradingTableRecord } from '../queries/grading-tables.ts'
import { agreedPath, gradingPath, groupText, scaleName, sizeText } from './grading-words.ts'
import { schemesPath } from './schemes.tsx'

/** What the list of grading tables shows. */
export interface GradingTablesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href'>
  tables: readonly GradingTableRecord[]
  drafts: readonly { id: string; file_name: string; created_at: Date; countedNames: LocalText }[]
  mayEdit: boolean
}

/** Whose grades are counted here, and for which reference groups. */
export function GradingTablesPage({ call, tables, drafts, mayEdit }: GradingTablesPageProps) {
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('grading.title'))}
      trail={[{ href: href(schemesPath), label: t(m('scheme.title')) }]}
      wide
    >
      <Heading
        level={1}
        lead={t(m('grading.lead'))}
        actions={
          <>
            <ButtonLink href={href(agreedPath)} look="secondary">
              {t(m('agreed.title'))}
            </ButtonLink>
            {mayEdit && (
              <ButtonLink href={href(`${gradingPath}/new`)} icon="plus">
                {t(m('grading.new'))}
              </ButtonLink>
            )}
          </>
        }
      >
        {t(m('grading.title'))}
      </Heading>
      {drafts.length > 0 && (
        <Section title={t(m('grading.drafts'))} id="drafts">
          <ul>
            {drafts.map((draft) => (
              <li key={draft.id}>
                <a href={href(`${gradingPath}/drafts/${draft.id}`)}>{draft.file_name}</a>{' '}
                <span class="quiet">{localised(draft.countedNames, language).text}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Table
        language={language}
        caption={t(m('grading.title'))}
        captionHidden
        keyboard
        columns={columnsOf(call)}
        rows={tables}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${gradingPath}/${row.id}`)}
        empty={<EmptyState title={t(m('grading.none'))} why={t(m('grading.none-why'))} />}
      />
    </Page>
  )
}

function columnsOf(call: GradingTablesPageProps['call']): Column<GradingTableRecord>[] {
  const { t, language } = call
  return [
    {
      key: 'institution',
      label: t(m('scheme.institution')),
      primary: true,
      cell: (row) => localised(row.countedNames, language).text,
    },
    {
      key: 'group',
      label: t(m('grading.group')),
      cell: (row) => groupText(call, row.table.group),
    },
    { key: 'scale', label: t(m('scheme.scale')), cell: (row) => scaleName(call, row.scale) },
    { key: 'size', label: t(m('grading.size')), cell: (row) => sizeText(call, row.table) },
    {
      key: 'by',
      label: t(m('grading.entered-by')),
      cell: (row) => localised(row.enteredBy, language).text,
    },
    {
      key: 'state',
      label: t(m('grading.state')),
      kind: 'state',
      cell: (row) => <GradingTableState call={call} row={row} />,
    },
  ]
}

/** Whether a table counts, and from when. */
export function GradingTableState({
  call,
  row,
}: {
  call: Pick<Call, 't' | 'language'>
  row: Pick<GradingTableRecord, 'withdrawnAt' | 'validFrom'>
}) {
  const { tone, label } = gradingTableState(call, row)
  return <StateTag tone={tone}>{label}</StateTag>
}

/** The same in words, for the strip of a page. */
export function gradingTableState(
  { t, language }: Pick<Call, 't' | 'language'>,
  row: Pick<GradingTableRecord, 'withdrawnAt' | 'validFrom'>,
) {
  if (row.withdrawnAt) return { tone: 'quiet' as const, label: t(m('grading.withdrawn')) }
  const day = formatDate(row.validFrom, language, 'medium')
  return { tone: 'done' as const, label: t(m('grading.counts-from', { day })) }
}
