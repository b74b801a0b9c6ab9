import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Field,
  Figure,
  FilterBar,
  Grid,
  Heading,
  type Link,
  type Option,
  Page,
  Stack,
  Table,
} from '#ui'
import { displayName, formatAcademicYear, formatNumber } from '#kernel/values'
import { m } from '../messages/index.ts'
import type { StayFilter, StayRow } from '../queries/stays.ts'
import { mobilityKinds, mobilityStates, nextSteps } from '../rules/states.ts'
import { base, datesOf, dayWords, isLate, Named, type PageCall, StayState } from './words.tsx'

/** What the coordinator's page shows. */
export interface StaysPageProps {
  call: PageCall
  stays: readonly StayRow[]
  total: number
  isMore: boolean
  page: number
  pageSize: number
  /** How many stays one file of papers and one sheet hold. */
  most: { packed: number; exported: number }
  filter: StayFilter
  query: Readonly<Record<string, string | null>>
  own: readonly string[]
  partners: readonly Option[]
  years: readonly string[]
  figures: { toAnswer: number; waiting: number; away: number; here: number; late: number }
  mayNominate: boolean
}

/** What waits and who is where, above the list of stays; the nearest deadline first. */
export function StaysPage(props: StaysPageProps) {
  const { call, stays, query, mayNominate } = props
  const { t, href } = call
  const isNarrowed = Object.values(query).some((value) => value !== null)
  const nominate = mayNominate ? (
    <ButtonLink href={href(`${base}/nominations/new`)} icon="plus">
      {t(m('nominate.title'))}
    </ButtonLink>
  ) : undefined
  return (
    <Page frame={call.frame} title={t(m('stays.title'))} wide>
      <Stack gap="wide">
        <Heading
          level={1}
          lead={t(m('stays.lead'))}
          actions={
            <ButtonGroup>
              {nominate}
              {mayNominate && (
                <ButtonLink look="quiet" icon="upload" href={href(`${base}/nominations/list`)}>
                  {t(m('bulk.title'))}
                </ButtonLink>
              )}
            </ButtonGroup>
          }
        >
          {t(m('stays.title'))}
        </Heading>
        <Figures {...props} />
        <div>
          {(stays.length > 0 || isNarrowed) && <Filters {...props} />}
          {stays.length === 0 ? (
            <EmptyState
              title={t(m(isNarrowed ? 'stays.none-found' : 'stays.none'))}
              why={t(m(isNarrowed ? 'stays.none-found-why' : 'stays.none-why'))}
              action={isNarrowed ? undefined : nominate}
            />
          ) : (
            <>
              <StayTable {...props} />
              <Papers {...props} />
            </>
          )}
        </div>
      </Stack>
    </Page>
  )
}

/** What can be taken out of the list as it is narrowed; papers of a long list in parts. */
function Papers({ call, query, total, isMore, most }: StaysPageProps) {
  const { t, href, language } = call
  const parts = Array.from({ length: Math.max(1, Math.ceil(total / most.packed)) }, (_, place) => ({
    page: place === 0 ? null : place + 1,
    from: place * most.packed + 1,
    to: Math.min(total, (place + 1) * most.packed),
  }))
  const numbered = (label: string, { from, to }: { from: number; to: number }) =>
    parts.length === 1
      ? label
      : t(m('letter.part', { paper: label, from: String(from), to: String(to) }))
  const once = (path: string, label: string) => [{ label, href: href(path, { ...query }) }]
  const inParts = (path: string, label: string) =>
    parts.map((part) => ({
      label: numbered(label, part),
      href: href(path, { ...query, page: part.page }),
    }))
  const papers = [
    ...once(`${base}/export`, t(m('stays.export'))),
    ...inParts(`${base}/nomination-list`, t(m('letter.nominations'))),
    ...inParts(`${base}/archive`, t(m('letter.archive'))),
    ...once(`${base}/calendar.ics`, t(m('calendar.file'))),
  ]
  return (
    <>
      <ButtonGroup>
        {papers.map((paper) => (
          <ButtonLink key={paper.href} look="quiet" icon="download" download href={paper.href}>
            {paper.label}
          </ButtonLink>
        ))}
      </ButtonGroup>
      {isMore && (
        <p class="quiet">
          {t(
            m('letter.more', {
              papers: formatNumber(total, language),
              sheet: formatNumber(most.exported, language),
            }),
          )}
        </p>
      )}
    </>
  )
}

function Figures({ call, figures }: StaysPageProps) {
  const { t, href, language } = call
  const shown = [
    ['toAnswer', { state: 'pending', direction: 'in' }],
    ['late', { late: 'yes' }],
    ['away', { there: 'yes', direction: 'out' }],
    ['here', { there: 'yes', direction: 'in' }],
    ['waiting', { state: 'waiting' }],
  ] as const
  return (
    <Grid size="small">
      {shown.map(([name, query]) => (
        <Figure
          key={name}
          value={<a href={href(base, query)}>{formatNumber(figures[name], language)}</a>}
          label={t(m(`figure.${name}`))}
        />
      ))}
    </Grid>
  )
}

function Filters({ call, filter, query, partners, years }: StaysPageProps) {
  const { t, href, language } = call
  const without = (name: string, label: string): Link => ({
    label,
    href: href(base, { ...query, [name]: null }),
  })
  const active = [
    ...(filter.state ? [without('state', t(m(`state.${filter.state}`)))] : []),
    ...(filter.direction ? [without('direction', t(m(`direction.${filter.direction}`)))] : []),
    ...(filter.step ? [without('step', t(m(`step.${filter.step}`)))] : []),
    ...(filter.partner
      ? [without('partner', partners.find(({ value }) => value === filter.partner)?.label ?? '')]
      : []),
    ...(filter.year ? [without('year', formatAcademicYear(filter.year, language))] : []),
    ...(filter.kind ? [without('kind', t(m(`kind.${filter.kind}`)))] : []),
    ...(filter.isLate ? [without('late', t(m('figure.late')))] : []),
    ...(filter.there ? [without('there', t(m('state.live')))] : []),
  ]
  const select = (name: string, value: string | null, options: readonly Option[]) => (
    <Field
      kind="select"
      language={language}
      name={name}
      label={t(m(`filter.${name as 'state'}`))}
      value={value ?? ''}
      options={options}
      autosubmit
    />
  )
  return (
    <FilterBar
      language={language}
      action={href(base)}
      search={{ value: filter.q, label: t(m('stays.search')) }}
      active={active}
      clearHref={href(base)}
      hidden={{
        ...(filter.isLate ? { late: 'yes' } : {}),
        ...(filter.there ? { there: 'yes' } : {}),
      }}
    >
      {select('direction', filter.direction, [
        { value: 'out', label: t(m('direction.out')) },
        { value: 'in', label: t(m('direction.in')) },
      ])}
      {select(
        'state',
        filter.state,
        mobilityStates.map((value) => ({ value, label: t(m(`state.${value}`)) })),
      )}
      {select(
        'step',
        filter.step,
        nextSteps.map((value) => ({ value, label: t(m(`step.${value}`)) })),
      )}
      {select('partner', filter.partner, partners)}
      {select(
        'year',
        filter.year,
        years.map((value) => ({ value, label: formatAcademicYear(value, language) })),
      )}
      {select(
        'kind',
        filter.kind,
        mobilityKinds.map((value) => ({ value, label: t(m(`kind.${value}`)) })),
      )}
    </FilterBar>
  )
}

function StayTable({ call, stays, total, isMore, page, pageSize, query, own }: StaysPageProps) {
  const { t, href, language } = call
  return (
    <Table<StayRow>
      language={language}
      caption={t(m('stays.title'))}
      captionHidden
      keyboard
      rows={stays}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`${base}/${id}`)}
      rowLabel={({ name }) => displayName(name, language)}
      rowTone={(stay) => (isLate(call, stay) ? 'harm' : undefined)}
      pagination={{
        page,
        pageSize,
        total,
        isMore,
        href: (to) => href(base, { ...query, page: to === 1 ? null : to }),
      }}
      columns={[
        {
          key: 'student',
          label: t(m('stay.student')),
          primary: true,
          cell: ({ name }) => displayName(name, language),
        },
        {
          key: 'way',
          label: t(m('stay.way')),
          cell: (stay) => {
            const isOut = own.includes(stay.sending_organisation_id)
            return (
              <span>
                <span class="quiet">{t(m(isOut ? 'way.to' : 'way.from'))} </span>
                <Named names={isOut ? stay.receiving : stay.sending} language={language} />
              </span>
            )
          },
        },
        {
          key: 'dates',
          label: t(m('stay.dates')),
          cell: (stay) => datesOf(call, stay),
        },
        {
          key: 'state',
          label: t(m('filter.state')),
          kind: 'state',
          cell: ({ state }) => <StayState call={call} state={state} />,
        },
        {
          key: 'next',
          label: t(m('stay.next')),
          cell: ({ next_step }) => (next_step === null ? '–' : t(m(`step.${next_step}`))),
        },
        {
          key: 'due',
          label: t(m('stay.due')),
          kind: 'date',
          cell: ({ next_due_on }) => (next_due_on === null ? '–' : dayWords(call, next_due_on)),
        },
      ]}
    />
  )
}
