import type { Call } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatNumber,
  formatPercent,
  localised,
} from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  DescriptionList,
  Field,
  Form,
  Notice,
  ObjectStrip,
  type Option,
  Page,
  Section,
  SpanBands,
  Split,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { GradingTableRecord } from '../queries/grading-tables.ts'
import {
  type GradeSpan,
  type GradingTableRow,
  type OverlapRule,
  overlapRules,
} from '../rules/grade-types.ts'
import { type Placement, placeSpan, spansOf } from '../rules/grading-table.ts'
import { gradingTableState } from './grading-tables.tsx'
import {
  bandOf,
  gradingPath,
  groupText,
  scaleName,
  sizeText,
  spanText,
  yearsText,
} from './grading-words.ts'
import { SourceLink } from './rule-set.tsx'

/** What the page of one grading table shows. */
export interface GradingTablePageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  shown: GradingTableRecord
  versions: readonly GradingTableRecord[]
  /** Tables with which it can be compared, and the one that is. */
  others: readonly Option[]
  other: GradingTableRecord | null
  rule: OverlapRule
  warnings: readonly string[]
  mayEdit: boolean
}

/** How often each passing grade was given: the picture, the same as a table, and what it converts to. */
export function GradingTablePage(props: GradingTablePageProps) {
  const { call, shown, versions, mayEdit } = props
  const { t, language, href } = call
  const name = localised(shown.countedNames, language).text
  const latest = shown.version === versions[0]?.version
  return (
    <Page
      frame={call.frame}
      title={`${t(m('grading.kind'))}: ${name}`}
      trail={[{ href: href(gradingPath), label: t(m('grading.title')) }]}
      wide
    >
      <ObjectStrip
        language={language}
        kind={t(m('grading.kind'))}
        title={name}
        detail={`${groupText(call, shown.table.group)} · ${t(m('rule-set.version', { version: shown.version }))}`}
        state={
          latest
            ? gradingTableState(call, shown)
            : { tone: 'quiet', label: t(m('rule-set.state.earlier')) }
        }
        actions={
          <>
            <ButtonLink
              href={href(`${gradingPath}/${shown.id}/table`, { version: shown.version })}
              look="quiet"
              icon="download"
              download
            >
              {t(m('grading.download'))}
            </ButtonLink>
            {mayEdit && (
              <ButtonLink href={href(`${gradingPath}/new`, { table: shown.id })}>
                {t(m('grading.new-version'))}
              </ButtonLink>
            )}
          </>
        }
      />
      {props.warnings.map((text) => (
        <Notice key={text} tone="attention">
          {text}
        </Notice>
      ))}
      <Section title={t(m('grading.distribution'))} id="distribution">
        <Distribution call={call} name={scaleName(call, shown.scale)} rows={shown.table.rows} />
      </Section>
      <Compare {...props} />
      <Facts {...props} />
      {mayEdit && latest && shown.withdrawnAt === null && (
        <Form action={href(`${gradingPath}/${shown.id}/withdrawal`)} csrf={call.frame.csrf} inline>
          <Button look="quiet">{t(m('grading.withdraw'))}</Button>
        </Form>
      )}
    </Page>
  )
}

/** The shares of a table as a picture with its table beside it. */
export function Distribution({
  call,
  name,
  rows,
}: {
  call: Pick<Call, 't' | 'language'>
  name: string
  rows: readonly GradingTableRow[]
}) {
  const { t, language } = call
  const spans = spansOf(rows)
  const columns: Column<number>[] = [
    {
      key: 'grade',
      label: t(m('scale.label')),
      primary: true,
      cell: (index) => <span lang="">{rows[index]!.label}</span>,
    },
    {
      key: 'count',
      label: t(m('grading.count')),
      kind: 'number',
      cell: (index) => formatNumber(rows[index]!.weight, language, 3),
    },
    {
      key: 'share',
      label: t(m('grading.share')),
      kind: 'number',
      cell: (index) => formatPercent(spans[index]!.to.subtract(spans[index]!.from), language, 2),
    },
    {
      key: 'cumulative',
      label: t(m('grading.cumulative')),
      kind: 'number',
      cell: (index) => formatPercent(spans[index]!.to, language, 2),
    },
  ]
  return (
    <Split
      picture
      aside={
        spans.length > 0 && (
          <SpanBands
            label={t(m('grading.picture', { name }))}
            bands={[{ title: name, spans: bandOf(call, rows) }]}
            ends={{ first: t(m('grading.best')), last: t(m('grading.last')) }}
          />
        )
      }
      main={
        <Table
          language={language}
          caption={t(m('grading.distribution'))}
          captionHidden
          columns={columns}
          rows={spans.length === 0 ? [] : rows.map((_row, index) => index)}
          rowKey={(index) => rows[index]!.label}
          empty={<p class="quiet">{t(m('grading.fault.no-grades', { figure: '' }))}</p>}
        />
      }
    />
  )
}

function Compare(props: GradingTablePageProps) {
  const { call, shown, other, rule } = props
  const { t, language, href } = call
  if (props.others.length === 0) return null
  return (
    <Section title={t(m('grading.compare'))} id="compare" lead={t(m('grading.compare-lead'))}>
      <form method="get" action={`${href(`${gradingPath}/${shown.id}`)}#compare`} class="form">
        <Field
          kind="select"
          language={language}
          name="with"
          label={t(m('grading.compare-with'))}
          options={props.others}
          value={other?.id ?? ''}
        />
        <Field
          kind="radio"
          language={language}
          name="rule"
          inline
          label={t(m('grading.overlap'))}
          value={rule}
          options={overlapRules.map((each) => ({
            value: each,
            label: t(m(`grading.overlap.${each}`)),
          }))}
        />
        <Button look="secondary">{t(m('grading.compare-submit'))}</Button>
      </form>
      {other && <Conversion {...props} other={other} />}
    </Section>
  )
}

interface ConversionRow {
  span: GradeSpan
  placed: Record<OverlapRule, Placement>
}

function Conversion(props: GradingTablePageProps & { other: GradingTableRecord }) {
  const { call, shown, other, rule } = props
  const { t, language } = call
  const homeSpans = spansOf(other.table.rows)
  const rows = spansOf(shown.table.rows).flatMap((span): ConversionRow[] => {
    const [maximum, average, minimum] = overlapRules.map((each) => placeSpan(span, homeSpans, each))
    return maximum && average && minimum ? [{ span, placed: { maximum, average, minimum } }] : []
  })
  const columns: Column<ConversionRow>[] = [
    {
      key: 'grade',
      label: t(m('scale.label')),
      primary: true,
      cell: (row) => <span lang="">{row.span.label}</span>,
    },
    {
      key: 'span',
      label: t(m('grading.span')),
      nowrap: true,
      cell: (row) => spanText(call, row.span),
    },
    {
      key: 'overlaps',
      label: t(m('grading.shares')),
      cell: (row) =>
        row.placed.average.overlaps
          .map(({ label, share }) => `${label}:\u00a0${formatPercent(share, language, 2)}`)
          .join(', ') || '–',
    },
    {
      key: 'home',
      label: t(m(`grading.overlap.${rule}`)),
      cell: (row) => <strong lang="">{row.placed[rule].home}</strong>,
    },
  ]
  const names = [shown, other].map((each) => localised(each.countedNames, language).text)
  return (
    <Split
      picture
      aside={
        <SpanBands
          label={t(m('grading.conversion', { from: names[0]!, to: names[1]! }))}
          bands={[shown, other].map((each, index) => ({
            title: names[index]!,
            spans: bandOf(call, each.table.rows),
          }))}
          ends={{ first: t(m('grading.best')), last: t(m('grading.last')) }}
        />
      }
      main={
        <Table
          language={language}
          caption={t(m('grading.conversion', { from: names[0]!, to: names[1]! }))}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.span.label}
        />
      }
    />
  )
}

function Facts({ call, shown, versions }: GradingTablePageProps) {
  const { t, language, href } = call
  const { table } = shown
  const published = formatDate(dateInZone(shown.publishedAt, 'Asia/Bangkok'), language, 'medium')
  return (
    <Section title={t(m('grading.facts'))} id="facts">
      <DescriptionList
        items={[
          { term: t(m('grading.group')), value: groupText(call, table.group) },
          { term: t(m('grading.years')), value: yearsText(call, table.group) },
          { term: t(m('grading.size')), value: sizeText(call, table) },
          { term: t(m('scheme.scale')), value: scaleName(call, shown.scale) },
          {
            term: t(m('grading.entered-by')),
            value: localised(shown.enteredBy, language).text,
          },
          {
            term: t(m('rule-set.version', { version: shown.version })),
            value: shown.publishedBy
              ? t(
                  m('rule-set.published-by', {
                    day: published,
                    name: displayName(shown.publishedBy, language),
                  }),
                )
              : t(m('rule-set.published', { day: published })),
          },
          {
            term: t(m('correspondence.source')),
            value: table.source ? (
              <SourceLink source={table.source} />
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
                href={href(`${gradingPath}/${shown.id}`, { version: version.version })}
                aria-current={version.version === shown.version ? 'page' : undefined}
              >
                {t(m('rule-set.version', { version: version.version }))}
              </a>{' '}
              <span class="quiet">{`${yearsText(call, version.table.group)} · ${sizeText(call, version.table)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
