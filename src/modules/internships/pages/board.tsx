import type { FormState } from '#kernel/http'
import { countryName, countryOptions, displayName, formatNumber } from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  FormAlert,
  Heading,
  type Link,
  Local,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { type Sector, sectorLabel } from '#modules/alliance'
import { m } from '../messages/index.ts'
import {
  type BoardFilter,
  type BoardPlace,
  type BoardRow,
  type BoardStep,
  boardSteps,
  type StatisticKind,
  statisticKinds,
  type StatisticRow,
} from '../queries/board.ts'
import { base, durationText, type PageCall, periodText, placeText } from './scene.tsx'

interface BoardProps {
  call: PageCall
  rows: readonly BoardRow[]
  filter: BoardFilter
  next: BoardPlace | null
  isFirst: boolean
  form: FormState | null
}

const path = `${base}/board`
const stepTones: Record<BoardStep, Tone> = {
  agreement: 'attention',
  signing: 'attention',
  ahead: 'info',
  running: 'done',
  evaluating: 'attention',
  done: 'quiet',
}

function queryOf({ q, step, country, lacking }: BoardFilter): Record<string, string | null> {
  return { q: q || null, step, country, lacking: lacking ? 'yes' : null }
}

/** Each student's step and what is missing, a page at a time, with what an office does for many at once. */
export function BoardPage(props: BoardProps) {
  const { call, filter, next, isFirst, form } = props
  const { t, href, language } = call
  const query = queryOf(filter)
  return (
    <Page
      frame={call.frame}
      title={t(m('board.title'))}
      wide
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <Heading
        level={1}
        lead={t(m('board.lead'))}
        actions={
          <ButtonGroup>
            <ButtonLink look="quiet" icon="download" download href={href(`${path}/export`, query)}>
              {t(m('board.export'))}
            </ButtonLink>
            <ButtonLink look="secondary" href={href(`${base}/statistics`)}>
              {t(m('statistics.title'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        {t(m('board.title'))}
      </Heading>
      <Filters {...props} />
      <Rows {...props} />
      {(next !== null || !isFirst) && (
        <ButtonGroup>
          {!isFirst && (
            <ButtonLink look="quiet" href={href(path, query)}>
              {t(m('board.first'))}
            </ButtonLink>
          )}
          {next !== null && (
            <ButtonLink
              look="secondary"
              href={href(path, { ...query, after: `${next.startsOn}_${next.id}` })}
            >
              {t(m('board.next'))}
            </ButtonLink>
          )}
        </ButtonGroup>
      )}
    </Page>
  )
}

function Filters({ call, filter }: BoardProps) {
  const { t, href, language } = call
  const query = queryOf(filter)
  const without = (name: string, label: string): Link => ({
    label,
    href: href(path, { ...query, [name]: null }),
  })
  return (
    <FilterBar
      language={language}
      action={href(path)}
      search={{ value: filter.q, label: t(m('board.search')) }}
      active={[
        ...(filter.step ? [without('step', t(m(`step.${filter.step}`)))] : []),
        ...(filter.country ? [without('country', countryName(filter.country, language))] : []),
        ...(filter.lacking ? [without('lacking', t(m('board.lacking')))] : []),
      ]}
      clearHref={href(path)}
    >
      <Field
        kind="select"
        language={language}
        name="step"
        label={t(m('board.step'))}
        value={filter.step ?? ''}
        options={boardSteps.map((value) => ({ value, label: t(m(`step.${value}`)) }))}
        autosubmit
      />
      <Field
        kind="select"
        language={language}
        name="country"
        label={t(m('field.country'))}
        value={filter.country ?? ''}
        options={countryOptions(language).map(({ code, name }) => ({ value: code, label: name }))}
        autosubmit
      />
      <Field
        kind="select"
        language={language}
        name="lacking"
        label={t(m('board.lacks'))}
        value={filter.lacking ? 'yes' : ''}
        options={[{ value: 'yes', label: t(m('board.lacking')) }]}
        autosubmit
      />
    </FilterBar>
  )
}

function columnsOf(call: PageCall): Column<BoardRow>[] {
  const { t, language } = call
  return [
    {
      key: 'student',
      label: t(m('field.student')),
      primary: true,
      cell: ({ name }) => displayName(name, language),
    },
    {
      key: 'where',
      label: t(m('field.where')),
      cell: (row) => (
        <div>
          <Typed>{row.host}</Typed>
          <br />
          {placeText(row, call)}
        </div>
      ),
    },
    {
      key: 'home',
      label: t(m('field.home')),
      cell: ({ home }) => <Local language={language} text={home} />,
    },
    { key: 'period', label: t(m('field.period')), cell: (row) => periodText(row, call) },
    {
      key: 'hours',
      label: t(m('field.logged')),
      cell: ({ minutes }) => durationText(minutes, call),
    },
    {
      key: 'step',
      label: t(m('board.step')),
      kind: 'state',
      cell: ({ step }) => <StateTag tone={stepTones[step]}>{t(m(`step.${step}`))}</StateTag>,
    },
    {
      key: 'lacks',
      label: t(m('board.lacks')),
      cell: ({ gaps }) =>
        gaps.length === 0 ? '–' : gaps.map((gap) => <div key={gap}>{t(m(`gap.${gap}`))}</div>),
    },
  ]
}

function Rows({ call, rows, filter }: BoardProps) {
  const { t, href, language, frame } = call
  const isNarrowed = Object.values(queryOf(filter)).some((value) => value !== null)
  return (
    <Table<BoardRow>
      language={language}
      caption={t(m('board.title'))}
      captionHidden
      columns={columnsOf(call)}
      rows={rows}
      rowKey={({ id }) => id}
      rowLabel={({ name }) => displayName(name, language)}
      rowHref={({ id }) => href(`${base}/placements/${id}`)}
      rowTone={({ gaps }) => (gaps.length > 0 ? 'attention' : undefined)}
      empty={
        <EmptyState
          title={t(m(isNarrowed ? 'board.none-found' : 'board.none'))}
          why={t(m(isNarrowed ? 'browse.none-why' : 'board.none-why'))}
        />
      }
      {...(rows.length > 0
        ? {
            select: {
              action: href(path),
              csrf: frame.csrf,
              actions: [
                { name: 'step', value: 'remind', label: t(m('board.remind')) },
                { name: 'step', value: 'print', label: t(m('board.print')) },
              ],
            },
          }
        : {})}
    />
  )
}

/** What an office counts: placements and hours by country, sector, field, presence and year. */
export function StatisticsPage({
  call,
  counted,
}: {
  call: PageCall
  counted: Record<StatisticKind, readonly StatisticRow[]>
}) {
  const { t, href } = call
  return (
    <Page
      frame={call.frame}
      title={t(m('statistics.title'))}
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(path), label: t(m('board.title')) },
      ]}
    >
      <Heading
        level={1}
        lead={t(m('statistics.lead'))}
        actions={
          <ButtonLink
            look="secondary"
            icon="download"
            download
            href={href(`${base}/statistics/export`)}
          >
            {t(m('board.export'))}
          </ButtonLink>
        }
      >
        {t(m('statistics.title'))}
      </Heading>
      <Stack gap="wide">
        {statisticKinds.map((kind) => (
          <Counted key={kind} call={call} kind={kind} rows={counted[kind]} />
        ))}
      </Stack>
    </Page>
  )
}

/** What a counted value is called; an empty one is not known. */
export function statisticLabel(
  { t, language }: Pick<PageCall, 't' | 'language'>,
  kind: StatisticKind,
  value: string,
): string {
  if (value === '') return t(m('statistics.not-said'))
  if (kind === 'country') return countryName(value, language)
  if (kind === 'sector') return t(sectorLabel(value as Sector))
  return kind === 'mode' ? t(m(`mode.${value as 'site'}`)) : value
}

function Counted({
  call,
  kind,
  rows,
}: {
  call: PageCall
  kind: StatisticKind
  rows: readonly StatisticRow[]
}) {
  const { t, language } = call
  const label = (value: string) => statisticLabel(call, kind, value)
  return (
    <Section title={t(m(`statistics.${kind}`))} id={kind}>
      <Table<StatisticRow>
        language={language}
        caption={t(m(`statistics.${kind}`))}
        captionHidden
        rows={rows}
        rowKey={({ value }) => value}
        columns={[
          {
            key: 'value',
            label: t(m(`statistics.${kind}`)),
            primary: true,
            cell: ({ value }) => label(value),
          },
          {
            key: 'placements',
            label: t(m('statistics.placements')),
            cell: ({ placements }) => formatNumber(placements, language),
          },
          {
            key: 'hours',
            label: t(m('field.logged')),
            cell: ({ minutes }) => durationText(minutes, call),
          },
        ]}
        empty={<EmptyState title={t(m('board.none'))} why={t(m('board.none-why'))} />}
      />
    </Section>
  )
}
