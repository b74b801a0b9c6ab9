import type { Call } from '#kernel/http'
import { dateInZone, displayName, formatDate, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  DescriptionList,
  EmptyState,
  Form,
  Heading,
  Notice,
  ObjectStrip,
  Page,
  Section,
  StateTag,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { AgreedTableRecord } from '../queries/agreed-tables.ts'
import { gradesWithoutRow } from '../rules/check-agreed-table.ts'
import type { GradeTableRow } from '../rules/types.ts'
import { agreedPath, gradingPath, scaleName } from './grading-words.ts'
import { SourceLink } from './rule-set.tsx'

type Caller = Pick<Call, 'frame' | 't' | 'language' | 'href'>

/** What the list of agreed tables shows. */
export interface AgreedTablesPageProps {
  call: Caller
  tables: readonly AgreedTableRecord[]
  mayEdit: boolean
}

/** Which tables institutions have agreed for two scales. */
export function AgreedTablesPage({ call, tables, mayEdit }: AgreedTablesPageProps) {
  const { t, language, href } = call
  const columns: Column<AgreedTableRecord>[] = [
    {
      key: 'name',
      label: t(m('scheme.name')),
      primary: true,
      cell: (row) => localised(row.name, language).text,
    },
    {
      key: 'scales',
      label: t(m('agreed.scales')),
      cell: (row) => `${scaleName(call, row.hostScale)} → ${scaleName(call, row.homeScale)}`,
    },
    {
      key: 'rows',
      label: t(m('agreed.rows')),
      kind: 'number',
      cell: (row) => formatNumber(row.rule.rows.length, language),
    },
    {
      key: 'by',
      label: t(m('scheme.institution')),
      cell: (row) => localised(row.organisationNames, language).text,
    },
    {
      key: 'state',
      label: t(m('grading.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, label } = agreedState(call, row)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
  ]
  return (
    <Page
      frame={call.frame}
      title={t(m('agreed.title'))}
      trail={[{ href: href(gradingPath), label: t(m('grading.title')) }]}
      wide
    >
      <Heading
        level={1}
        lead={t(m('agreed.lead'))}
        actions={
          mayEdit && (
            <ButtonLink href={href(`${agreedPath}/new`)} icon="plus">
              {t(m('agreed.new'))}
            </ButtonLink>
          )
        }
      >
        {t(m('agreed.title'))}
      </Heading>
      <Table
        language={language}
        caption={t(m('agreed.title'))}
        captionHidden
        columns={columns}
        rows={tables}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${agreedPath}/${row.id}`)}
        empty={<EmptyState title={t(m('agreed.none'))} why={t(m('agreed.none-why'))} />}
      />
    </Page>
  )
}

function agreedState({ t }: Pick<Call, 't'>, row: AgreedTableRecord) {
  return row.withdrawnAt
    ? { tone: 'quiet' as const, label: t(m('grading.withdrawn')) }
    : { tone: 'done' as const, label: t(m('rule-set.version', { version: row.version })) }
}

/** What the page of one agreed table shows. */
export interface AgreedTablePageProps {
  call: Caller
  shown: AgreedTableRecord
  versions: readonly AgreedTableRecord[]
  mayEdit: boolean
}

/** One version of an agreed table, row by row. */
export function AgreedTablePage({ call, shown, versions, mayEdit }: AgreedTablePageProps) {
  const { t, language, href } = call
  const name = localised(shown.name, language).text
  const isLatest = shown.version === versions[0]?.version
  const missing = gradesWithoutRow(shown.rule.rows, shown.hostScale)
  return (
    <Page
      frame={call.frame}
      title={name}
      trail={[{ href: href(agreedPath), label: t(m('agreed.title')) }]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('agreed.kind'))}
        title={name}
        detail={`${scaleName(call, shown.hostScale)} → ${scaleName(call, shown.homeScale)}`}
        state={
          isLatest
            ? agreedState(call, shown)
            : { tone: 'quiet', label: t(m('rule-set.state.earlier')) }
        }
        actions={
          mayEdit &&
          isLatest && (
            <ButtonLink href={href(`${agreedPath}/${shown.id}/edit`)}>
              {t(m('agreed.edit'))}
            </ButtonLink>
          )
        }
      />
      {missing.length > 0 && (
        <Notice tone="attention">
          {t(m('agreed.missing', { count: missing.length, list: missing.join(', ') }))}
        </Notice>
      )}
      <Section title={t(m('agreed.rows'))} id="rows">
        <AgreedRows call={call} name={name} rows={shown.rule.rows} />
      </Section>
      <Facts call={call} shown={shown} versions={versions} />
      {mayEdit && isLatest && shown.withdrawnAt === null && (
        <Form action={href(`${agreedPath}/${shown.id}/withdrawal`)} csrf={call.frame.csrf} inline>
          <Button look="quiet">{t(m('agreed.withdraw'))}</Button>
        </Form>
      )}
    </Page>
  )
}

/** The rows of an agreed table. */
export function AgreedRows({
  call,
  name,
  rows,
}: {
  call: Pick<Call, 't' | 'language'>
  name: string
  rows: readonly GradeTableRow[]
}) {
  const { t, language } = call
  const host = (row: GradeTableRow) => {
    if ('label' in row.host) return row.host.label
    const { from, to } = row.host
    const first = formatNumber(from, language, 4)
    return from.equals(to) ? first : `${first}–${formatNumber(to, language, 4)}`
  }
  return (
    <Table
      language={language}
      caption={name}
      captionHidden
      columns={[
        {
          key: 'host',
          label: t(m('agreed.host-grade')),
          primary: true,
          cell: (row) => <span lang="">{host(row)}</span>,
        },
        {
          key: 'home',
          label: t(m('agreed.home-grade')),
          cell: (row) => <span lang="">{row.home}</span>,
        },
      ]}
      rows={rows}
      rowKey={host}
    />
  )
}

function Facts({ call, shown, versions }: Omit<AgreedTablePageProps, 'mayEdit'>) {
  const { t, language, href } = call
  const day = formatDate(dateInZone(shown.publishedAt, 'Asia/Bangkok'), language, 'medium')
  return (
    <Section title={t(m('agreed.facts'))} id="facts">
      <DescriptionList
        items={[
          {
            term: t(m('scheme.institution')),
            value: localised(shown.organisationNames, language).text,
          },
          {
            term: t(m('rule-set.version', { version: shown.version })),
            value: shown.publishedBy
              ? t(
                  m('rule-set.published-by', {
                    day,
                    name: displayName(shown.publishedBy, language),
                  }),
                )
              : t(m('rule-set.published', { day })),
          },
          {
            term: t(m('correspondence.source')),
            value: shown.rule.source ? (
              <SourceLink source={shown.rule.source} />
            ) : (
              <span class="quiet">{t(m('correspondence.no-source'))}</span>
            ),
          },
        ]}
      />
      {versions.length > 1 && (
        <ul>
          {versions.map((version) => (
            <li key={version.version}>
              <a
                href={href(`${agreedPath}/${shown.id}`, { version: version.version })}
                aria-current={version.version === shown.version ? 'page' : undefined}
              >
                {t(m('rule-set.version', { version: version.version }))}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
