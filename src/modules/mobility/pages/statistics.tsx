import {
  countryName,
  formatAcademicYear,
  formatNumber,
  isCountry,
  type Language,
} from '#kernel/values'
import {
  BarRows,
  ButtonGroup,
  ButtonLink,
  Columns,
  EmptyState,
  Figure,
  Grid,
  Heading,
  Page,
  Section,
  Stack,
  Table,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Balance, nowOf, StatisticsRow } from '../queries/statistics.ts'
import { isoFields, sectorKeys } from '../rules/statistics-keys.ts'
import {
  smallestFigure,
  type StatisticsBy,
  statisticsBy,
  toldCounts,
  toldTotal,
} from '../rules/statistics.ts'
import { pastPath } from './past.tsx'
import { base, Named, type PageCall } from './words.tsx'

/** Where the page of figures stands. */
export const figuresBase = `${base}/figures`

interface StatisticsPageProps {
  call: PageCall
  year: string
  years: { before: string; after: string }
  rows: readonly StatisticsRow[]
  balance: readonly Balance[]
  now: Awaited<ReturnType<typeof nowOf>>
  /** Whether the reader may bring in exchanges of past years. */
  mayImport: boolean
}

/** What a group is called: a country, a sector, a broad field of ISCED-F or a level of the EQF. */
export function groupWords(
  { t, language }: { t: PageCall['t']; language: Language },
  by: StatisticsBy,
  key: string,
): string {
  if (by === 'country') return isCountry(key) ? countryName(key, language) : key
  if (by === 'level') return t(m('statistics.eqf', { level: key }))
  if (by === 'field') {
    const field = isoFields.find((each) => each === key)
    return field ? t(m(`statistics.field.${field}`)) : key
  }
  const sector = sectorKeys.find((each) => each === key)
  return t(m(sector ? `statistics.sector.${sector}` : 'statistics.unknown'))
}

/** The office's figures of a year: what waits, who is where, the balance with each partner, and what a ministry asks for. */
export function StatisticsPage(props: StatisticsPageProps) {
  const { call, year, years, balance } = props
  const { t, href, language } = call
  const label = formatAcademicYear(year, language)
  return (
    <Page
      frame={call.frame}
      title={t(m('statistics.title'))}
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      wide
    >
      <Stack gap="wide">
        <Heading
          level={1}
          kicker={label}
          lead={t(m('statistics.lead'))}
          actions={
            <ButtonGroup>
              {[years.before, years.after].map((other) => (
                <ButtonLink key={other} look="quiet" href={href(figuresBase, { year: other })}>
                  {formatAcademicYear(other, language)}
                </ButtonLink>
              ))}
              <ButtonLink
                look="quiet"
                icon="download"
                download
                href={href(`${figuresBase}/export`, { year })}
              >
                {t(m('statistics.export'))}
              </ButtonLink>
              {props.mayImport && (
                <ButtonLink look="quiet" icon="upload" href={href(pastPath)}>
                  {t(m('past.open'))}
                </ButtonLink>
              )}
            </ButtonGroup>
          }
        >
          {t(m('statistics.title'))}
        </Heading>
        <Now {...props} />
        <Section title={t(m('statistics.balance'))} id="balance">
          {balance.length === 0 ? (
            <p class="quiet">{t(m('statistics.none', { year: label }))}</p>
          ) : (
            <BalanceTable {...props} />
          )}
        </Section>
        <Counts {...props} />
      </Stack>
    </Page>
  )
}

function Now({ call, now }: StatisticsPageProps) {
  const { t, href, language } = call
  const place = (direction: 'out' | 'in') =>
    now.there.filter((each) => each.direction === direction)
  return (
    <Stack>
      {now.late.length > 0 && (
        <Section title={t(m('statistics.late'))} id="late">
          <Grid size="small">
            {now.late.map(({ step, count }) => (
              <Figure
                key={step}
                value={
                  <a href={href(base, { late: 'yes', step })}>{formatNumber(count, language)}</a>
                }
                label={t(m(`step.${step}`))}
              />
            ))}
          </Grid>
        </Section>
      )}
      {now.there.length > 0 && (
        <Section title={t(m('statistics.where'))} id="where">
          <Columns>
            {(['out', 'in'] as const)
              .filter((direction) => place(direction).length > 0)
              .map((direction) => (
                <BarRows
                  key={direction}
                  caption={t(m(`statistics.now-${direction}`))}
                  labelHeading={t(m('statistics.by.country'))}
                  valueHeading={t(m('statistics.stays'))}
                  rows={place(direction).map(({ country, count }) => ({
                    label: groupWords(call, 'country', country),
                    value: count,
                    valueLabel: formatNumber(count, language),
                  }))}
                />
              ))}
          </Columns>
        </Section>
      )}
    </Stack>
  )
}

function BalanceTable({ call, balance, year }: StatisticsPageProps) {
  const { t, href, language } = call
  return (
    <Table<Balance>
      language={language}
      caption={t(m('statistics.balance'))}
      captionHidden
      rows={balance}
      rowKey={({ partnerId }) => partnerId}
      rowHref={({ partnerId }) => href(base, { partner: partnerId, year })}
      columns={[
        {
          key: 'partner',
          label: t(m('filter.partner')),
          primary: true,
          cell: ({ names }) => <Named names={names} language={language} />,
        },
        {
          key: 'out',
          label: t(m('direction.out')),
          kind: 'number',
          cell: ({ out }) => formatNumber(out, language),
        },
        {
          key: 'in',
          label: t(m('direction.in')),
          kind: 'number',
          cell: (row) => formatNumber(row.in, language),
        },
        {
          key: 'balance',
          label: t(m('statistics.difference')),
          kind: 'number',
          cell: (row) =>
            new Intl.NumberFormat(language, { signDisplay: 'exceptZero' }).format(row.in - row.out),
        },
      ]}
    />
  )
}

function Counts(props: StatisticsPageProps) {
  const { call, rows, year } = props
  const { t, language } = call
  const label = formatAcademicYear(year, language)
  return (
    <>
      {(['out', 'in'] as const).map((direction) => {
        const own = rows.filter((row) => row.direction === direction)
        const total = toldTotal(own.filter(({ by }) => by === 'country'))
        return (
          <Section key={direction} title={t(m(`statistics.${direction}`))} id={direction}>
            {total === null || total === 0 ? (
              <EmptyState
                title={t(m('statistics.none', { year: label }))}
                why={t(m('statistics.none-why', { limit: smallestFigure }))}
              />
            ) : (
              <>
                <p>{t(m('statistics.total', { count: total }))}</p>
                <Columns>
                  {statisticsBy.map((by) => (
                    <CountsBy key={by} call={call} by={by} rows={own} />
                  ))}
                </Columns>
              </>
            )}
          </Section>
        )
      })}
      <p class="quiet">{t(m('statistics.withheld', { limit: smallestFigure }))}</p>
    </>
  )
}

function CountsBy({
  call,
  by,
  rows,
}: {
  call: PageCall
  by: StatisticsBy
  rows: readonly StatisticsRow[]
}) {
  const { t, language } = call
  const { told, rest } = toldCounts(rows.filter((row) => row.by === by))
  const bars = told.map(({ key, count }) => ({ label: groupWords(call, by, key), count }))
  const all = rest > 0 ? [...bars, { label: t(m('statistics.rest')), count: rest }] : bars
  return (
    <BarRows
      caption={t(m(`statistics.by.${by}`))}
      labelHeading={t(m(`statistics.by.${by}`))}
      valueHeading={t(m('statistics.stays'))}
      rows={all.map(({ label, count }) => ({
        label,
        value: count,
        valueLabel: formatNumber(count, language),
      }))}
    />
  )
}
