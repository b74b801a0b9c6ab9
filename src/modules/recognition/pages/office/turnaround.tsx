import type { Call } from '#kernel/http'
import {
  formatAcademicYear,
  formatNumber,
  formatPercent,
  Fraction,
  localised,
} from '#kernel/values'
import {
  BarRows,
  ButtonGroup,
  ButtonLink,
  type Column,
  type Content,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  Page,
  Section,
  Stack,
  Table,
} from '#ui'
import { m } from '../../messages/index.ts'
import type { TermKey, TurnaroundRow } from '../../queries/office/turnaround.ts'
import { LocalName } from '../local-name.tsx'
import { shownGroups, smallestGroup, type Told } from '../../rules/office/turnaround.ts'

/** The way to the turnaround. */
export const turnaroundPath = '/recognition/turnaround'

type PageCall = Pick<Call, 'frame' | 't' | 'language' | 'href'>

/** What the page of turnaround shows. */
export interface TurnaroundPageProps {
  call: PageCall
  institutions: readonly { id: string; name: string }[]
  chosen: { id: string; name: string }
  terms: readonly TermKey[]
  termId: string | null
  rows: readonly TurnaroundRow[]
}

/** How long recognition takes at an institution, and by whom its lines are settled. */
export function TurnaroundPage(props: TurnaroundPageProps) {
  const { call, chosen, rows, termId } = props
  const { t, href } = call
  const [total] = shownGroups(rows.filter(({ by }) => by === 'all')).shown
  const file = (format: 'xlsx' | 'csv') =>
    href(`${turnaroundPath}/organisations/${chosen.id}/table`, { format, term: termId })
  return (
    <Page
      frame={call.frame}
      title={t(m('turnaround.title'))}
      wide
      trail={[{ href: href('/recognition/cases'), label: t(m('page.cases.title')) }]}
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={chosen.name}
          lead={t(m('turnaround.lead', { limit: smallestGroup }))}
        >
          {t(m('turnaround.title'))}
        </Heading>
        <Filters {...props} />
        {total ? (
          <>
            <Groups {...props} by="all" />
            <Lines call={call} total={total} />
            {(['term', 'unit', 'host'] as const).map((by) => (
              <Groups key={by} {...props} by={by} />
            ))}
            <ButtonGroup>
              <ButtonLink look="secondary" icon="download" href={file('xlsx')}>
                XLSX
              </ButtonLink>
              <ButtonLink look="secondary" icon="download" href={file('csv')}>
                CSV
              </ButtonLink>
            </ButtonGroup>
          </>
        ) : (
          <EmptyState
            title={t(m('turnaround.none'))}
            why={t(m('turnaround.none-why', { limit: smallestGroup }))}
          />
        )}
      </Stack>
    </Page>
  )
}

/** A term in words: 2026/2027, 1. */
export function termName(term: TermKey, { t, language }: Pick<Call, 't' | 'language'>): string {
  const year = formatAcademicYear(term.year, language)
  return t(m('turnaround.term-name', { year, number: term.number }))
}

function Filters({ call, institutions, chosen, terms, termId }: TurnaroundPageProps) {
  const { t, language, href } = call
  return (
    <FilterBar
      language={language}
      action={href(turnaroundPath)}
      hidden={institutions.length > 1 ? {} : { institution: chosen.id }}
      clearHref={termId ? href(turnaroundPath, { institution: chosen.id }) : undefined}
    >
      {institutions.length > 1 && (
        <Field
          kind="select"
          language={language}
          name="institution"
          label={t(m('committee.institution'))}
          value={chosen.id}
          noEmpty
          autosubmit
          options={institutions.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Field
        kind="select"
        language={language}
        name="term"
        label={t(m('turnaround.by.term'))}
        value={termId ?? ''}
        noEmpty
        autosubmit
        options={[
          { value: '', label: t(m('turnaround.any-term')) },
          ...terms.map((term) => ({ value: term.id, label: termName(term, call) })),
        ]}
      />
    </FilterBar>
  )
}

type ShownRow = TurnaroundRow & { told: Told }

/** What a row is called: its term, unit or host. */
function groupName(row: TurnaroundRow, call: Pick<Call, 't' | 'language'>): Content {
  const { t, language } = call
  if (row.by === 'all') return t(m('turnaround.total'))
  if (row.by === 'term') return row.term ? termName(row.term, call) : t(m('turnaround.no-term'))
  const names = row.by === 'unit' ? row.unitNames : row.hostNames
  return names ? <LocalName names={names} language={language} /> : t(m('turnaround.office'))
}

/** The unit of a row, or the office. */
export function unitName(
  row: TurnaroundRow,
  { t, language }: Pick<Call, 't' | 'language'>,
): string {
  return row.unitNames ? localised(row.unitNames, language).text : t(m('turnaround.office'))
}

function Groups({
  call,
  rows,
  by,
}: TurnaroundPageProps & { by: 'all' | 'term' | 'unit' | 'host' }) {
  const { t, language } = call
  const { shown, hidden } = shownGroups(rows.filter((row) => row.by === by))
  const title = t(m(`turnaround.by.${by}`))
  return (
    <Section title={title} lead={hidden > 0 ? t(m('turnaround.hidden', { hidden })) : undefined}>
      {shown.length > 0 && (
        <Table
          language={language}
          caption={title}
          captionHidden
          rows={shown}
          rowKey={(row) => row.key}
          columns={columnsOf(call, title)}
        />
      )}
      {by !== 'all' && shown.filter((row) => row.told.decided).length > 1 && (
        <BarRows
          caption={t(m('turnaround.median-by', { by: title }))}
          labelHeading={title}
          valueHeading={t(m('turnaround.decided-median'))}
          rows={shown
            .filter((row) => row.told.decided)
            .map((row) => ({
              label: groupName(row, call),
              value: row.decidedMedian ?? 0,
              valueLabel: daysText(row, 'decided', row.decidedMedian, call),
            }))}
        />
      )}
    </Section>
  )
}

/** A number of days where it may be told; a figure that rests on nothing is a dash, and one on too few cases says so. */
function daysText(
  row: ShownRow,
  on: 'decided' | 'posted',
  days: number | null,
  { t }: Pick<Call, 't'>,
): string {
  if (row[on] === 0 || days === null) return '–'
  return row.told[on] ? t(m('turnaround.days', { days })) : t(m('turnaround.withheld'))
}

function inTimeText(row: ShownRow, { t, language }: Pick<Call, 't' | 'language'>): string {
  if (row.withDay === 0) return '–'
  return row.told.withDay
    ? shareText(row.inTime, row.withDay, language)
    : t(m('turnaround.withheld'))
}

function shareText(part: number, whole: number, language: Call['language']): string {
  return formatPercent(Fraction.of(part).divide(Fraction.of(whole)), language)
}

function columnsOf(call: PageCall, title: string): Column<ShownRow>[] {
  const { t, language } = call
  const number = (
    key: string,
    label: string,
    cell: (row: ShownRow) => string,
  ): Column<ShownRow> => ({ key, label, kind: 'number', cell })
  // May say in words that it is not told: on a phone it has a row of its card to itself.
  const told = (key: string, label: string, cell: (row: ShownRow) => string): Column<ShownRow> => ({
    key,
    label,
    cell,
  })
  const days = (key: 'decidedMedian' | 'decidedNinety' | 'postedMedian' | 'postedNinety') => {
    const on = key.startsWith('decided') ? 'decided' : 'posted'
    return (row: ShownRow) => daysText(row, on, row[key], call)
  }
  return [
    {
      key: 'group',
      label: title,
      primary: true,
      cell: (row) => groupName(row, call),
    },
    number('received', t(m('turnaround.received')), (row) => formatNumber(row.received, language)),
    number('decided', t(m('turnaround.decided')), (row) => formatNumber(row.decided, language)),
    told('median', t(m('turnaround.decided-median')), days('decidedMedian')),
    told('ninety', t(m('turnaround.decided-ninety')), days('decidedNinety')),
    told('posted', t(m('turnaround.posted-median')), days('postedMedian')),
    told('posted-ninety', t(m('turnaround.posted-ninety')), days('postedNinety')),
    told('in-time', t(m('turnaround.in-time')), (row) => inTimeText(row, call)),
    number('open', t(m('turnaround.open')), (row) => formatNumber(row.openNow, language)),
    number('late', t(m('turnaround.late')), (row) => formatNumber(row.lateNow, language)),
  ]
}

function Lines({ call, total }: { call: PageCall; total: ShownRow }) {
  const { t } = call
  const sum = total.linesByRules + total.linesByPrecedent + total.linesByPerson
  if (sum === 0 || !total.told.settled) return null
  const rows = [
    ['turnaround.lines.precedent', total.linesByPrecedent],
    ['turnaround.lines.rules', total.linesByRules],
    ['turnaround.lines.person', total.linesByPerson],
  ] as const
  return (
    <Section title={t(m('turnaround.lines'))} lead={t(m('turnaround.lines-lead', { lines: sum }))}>
      <BarRows
        caption={t(m('turnaround.lines'))}
        captionHidden
        labelHeading={t(m('turnaround.lines'))}
        valueHeading="%"
        max={sum}
        rows={rows.map(([key, value]) => ({
          label: t(m(key)),
          value,
          valueLabel: shareText(value, sum, call.language),
        }))}
      />
    </Section>
  )
}
