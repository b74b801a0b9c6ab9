import { formatNumber } from '#kernel/values'
import { EmptyState, Field, FilterBar, type Option, StateTag, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type {
  Difference,
  PlaceView,
  PlacementFilter,
  PlacementView,
  RunRow,
} from '../queries/runs.ts'
import { isCertified } from '../rules/round-methods.ts'
import { wordOf } from './round-words.ts'
import { base, countryText, type PageCall } from './words.ts'

export interface Paged {
  total: number
  page: number
  pageSize: number
}

/** The applicants of a run with what they got; searched and narrowed. */
export function ApplicantTable(
  props: Paged & {
    call: PageCall
    run: RunRow
    rows: readonly PlacementView[]
    filter: PlacementFilter
  },
) {
  const { call, run, rows, filter } = props
  const { t, language, href } = call
  const here = `${base}/runs/${run.id}`
  const query = (page: number) => applicantQuery(filter, page)
  return (
    <>
      <ApplicantFilter call={call} run={run} filter={filter} />
      <Table
        language={language}
        caption={t(m('list.applicants'))}
        captionHidden
        keyboard
        rows={rows}
        rowKey={(row) => row.code}
        rowHref={(row) => href(`${here}/applicants/${row.code}`)}
        empty={<EmptyState title={t(m('applicants.empty'))} why={t(m('applicants.empty-why'))} />}
        pagination={{
          page: props.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => href(here, query(page)),
        }}
        columns={[
          {
            key: 'name',
            label: t(m('columns.applicant')),
            primary: true,
            cell: (row) => <Typed>{row.name ?? row.code}</Typed>,
          },
          {
            key: 'code',
            label: t(m('applicants.code')),
            nowrap: true,
            cell: (row) => <code>{row.code}</code>,
          },
          {
            key: 'country',
            label: t(m('columns.country')),
            cell: (row) => (row.country === '' ? '' : countryText(row.country, language, t)),
          },
          {
            key: 'place',
            label: t(m('columns.place')),
            cell: (row) => (row.place === null ? t(m('figures.none')) : <Typed>{row.place}</Typed>),
          },
          {
            key: 'choice',
            label: t(m('columns.choice')),
            kind: 'number',
            cell: (row) =>
              row.choice === null
                ? '–'
                : t(m('applicants.choice-of', { choice: row.choice, choices: row.choices })),
          },
        ]}
      />
    </>
  )
}

/** The address of a page of applicants, with the filter kept. */
export function applicantQuery(filter: PlacementFilter, page: number) {
  return {
    view: 'applicants',
    q: filter.search || null,
    got: filter.got || null,
    country: filter.country || null,
    place: filter.place,
    page: page === 1 ? null : page,
  }
}

function ApplicantFilter(props: { call: PageCall; run: RunRow; filter: PlacementFilter }) {
  const { t } = props.call
  const choices = props.run.summary?.choices ?? []
  return (
    <RunFilter
      {...props}
      search={t(m('applicants.search'))}
      ofPlace={t(m('applicants.at-place'))}
      got={t(m('applicants.got'))}
      options={[
        { value: '', label: t(m('applicants.any')) },
        ...choices.map((_count, at) => ({
          value: String(at + 1),
          label: t(m('figures.choice', { choice: at + 1 })),
        })),
        { value: 'none', label: t(m('figures.none')) },
      ]}
    />
  )
}

/** What narrows the list of those who are placed in a run, in the words of its method. */
export function RunFilter({
  call: { language, href },
  run,
  filter,
  search,
  ofPlace,
  got,
  options,
}: {
  call: PageCall
  run: RunRow
  filter: PlacementFilter
  search: string
  /** That one place's are shown alone. */
  ofPlace: string
  got: string
  options: readonly Option[]
}) {
  const here = `${base}/runs/${run.id}`
  const narrowed =
    filter.search !== '' || filter.got !== '' || filter.country !== '' || filter.place !== null
  const withoutPlace = href(here, { ...applicantQuery(filter, 1), place: null })
  return (
    <FilterBar
      language={language}
      action={href(here)}
      search={{ value: filter.search, label: search }}
      hidden={{ view: 'applicants' }}
      clearHref={narrowed ? href(here, { view: 'applicants' }) : undefined}
      active={filter.place === null ? [] : [{ href: withoutPlace, label: ofPlace }]}
    >
      <Field
        kind="select"
        language={language}
        name="got"
        label={got}
        labelHidden
        value={filter.got}
        noEmpty
        autosubmit
        options={options}
      />
    </FilterBar>
  )
}

/** The places of a run with how they were asked for, filled, and where their cut-off lies. */
export function PlaceTable(
  props: Paged & { call: PageCall; run: RunRow; rows: readonly PlaceView[] },
) {
  const { call, run, rows } = props
  const { t, language, href } = call
  const here = `${base}/runs/${run.id}`
  const count = (value: number) => formatNumber(value, language)
  return (
    <Table
      language={language}
      caption={t(m('list.places'))}
      captionHidden
      keyboard
      rows={rows}
      rowKey={(row) => String(row.number)}
      rowHref={(row) => href(`${here}/places/${row.number + 1}`)}
      pagination={{
        page: props.page,
        pageSize: props.pageSize,
        total: props.total,
        href: (page) => href(here, { view: 'places', page: page === 1 ? null : page }),
      }}
      columns={[
        {
          key: 'name',
          label: t(m('columns.place')),
          primary: true,
          cell: (row) => <Typed>{row.name}</Typed>,
        },
        {
          key: 'country',
          label: t(m('columns.country')),
          cell: (row) => (row.country === '' ? '' : countryText(row.country, language, t)),
        },
        {
          key: 'sector',
          label: t(m('columns.sector')),
          cell: (row) => <Typed>{row.sector}</Typed>,
        },
        {
          key: 'filled',
          label: t(m('places.filled')),
          kind: 'number',
          nowrap: true,
          cell: (row) => t(m('places.filled-of', { filled: row.filled, seats: row.seats })),
        },
        {
          key: 'asked',
          label: t(m('places.asked')),
          kind: 'number',
          cell: (row) => count(row.asked),
        },
        {
          key: 'first',
          label: t(m('places.first')),
          kind: 'number',
          cell: (row) => count(row.firstChoices),
        },
        {
          key: 'cutoff',
          label: t(m('places.cutoff')),
          cell: (row) => cutoffText(call, row, run),
        },
      ]}
    />
  )
}

/** Where the cut-off of a place lies, in words. */
export function cutoffText(
  { t }: Pick<PageCall, 't'>,
  place: Pick<PlaceView, 'name' | 'filled' | 'seats' | 'cutoff' | 'byLot'>,
  { method, withdrawn }: Pick<RunRow, 'method' | 'withdrawn'>,
): string {
  if (withdrawn?.side === 'place' && withdrawn.id === place.name) return t(m('withdrawal.gone'))
  const isOneSided = method === 'rank-maximal' || method === 'fair'
  const isCoupled = !isCertified(method)
  if (place.filled < place.seats) {
    // Under a full host, and where nobody ranks, a free seat was not open to everybody.
    const isOpen = !isOneSided && !isCoupled && method !== 'shared-quotas'
    const count = place.seats - place.filled
    return t(m(isOpen ? 'places.free' : 'places.seats-free', { count }))
  }
  if (isOneSided || (isCoupled && place.cutoff === null)) return t(m('places.full'))
  if (method === 'reserves' && place.cutoff !== null) {
    return t(m('places.cutoff-reserves', { rank: place.cutoff }))
  }
  if (method === 'ties-kept' && place.byLot && place.cutoff !== null) {
    return t(m('places.cutoff-equal', { rank: place.cutoff }))
  }
  if (isCoupled) return t(m('places.cutoff-at', { rank: place.cutoff! }))
  if (place.cutoff === null) return t(m(place.byLot ? 'places.lottery-only' : 'places.all-in'))
  return t(m(place.byLot ? 'places.cutoff-lot' : 'places.cutoff-at', { rank: place.cutoff }))
}

/** Who has another place than in the run before. */
export function DifferenceTable({
  call,
  run,
  rows,
  total,
}: {
  call: PageCall
  run: RunRow
  rows: readonly Difference[]
  total: number
}) {
  const { t, language } = call
  return (
    <>
      <p>{t(m(wordOf(run.method, 'changes.lead'), { count: total }))}</p>
      <Table
        language={language}
        caption={t(m('changes.title'))}
        captionHidden
        rows={rows}
        rowKey={(row) => row.code}
        empty={<EmptyState title={t(m('changes.none'))} why={t(m('changes.none-why'))} />}
        columns={[
          {
            key: 'name',
            label: t(m(wordOf(run.method, 'columns.applicant'))),
            primary: true,
            cell: (row) => <Typed>{row.name ?? row.code}</Typed>,
          },
          {
            key: 'before',
            label: t(m('changes.before')),
            cell: (row) =>
              row.change === 'new' ? (
                '–'
              ) : (
                <Typed>{row.before ?? t(m(wordOf(run.method, 'figures.none')))}</Typed>
              ),
          },
          {
            key: 'after',
            label: t(m('changes.after')),
            cell: (row) =>
              row.change === 'gone' ? (
                '–'
              ) : (
                <Typed>{row.after ?? t(m(wordOf(run.method, 'figures.none')))}</Typed>
              ),
          },
          {
            key: 'change',
            label: t(m('changes.what')),
            kind: 'state',
            cell: (row) => (
              <StateTag tone={row.change === 'moved' ? 'info' : 'neutral'}>
                {t(m(`changes.${row.change}`))}
              </StateTag>
            ),
          },
        ]}
      />
    </>
  )
}
