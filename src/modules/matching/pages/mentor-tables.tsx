import { formatNumber } from '#kernel/values'
import { EmptyState, StateTag, Table, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { Missing } from '../rules/mentor-result.ts'
import type { PlaceView, PlacementFilter, PlacementView, RunRow } from '../queries/runs.ts'
import { applicantQuery, type Paged, RunFilter } from './run-tables.tsx'
import { base, countryText, kindOf, languagesText, type PageCall } from './words.ts'

/** The students of a run with their mentors; searched and narrowed. */
export function StudentTable(
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
  const kinds = run.summary?.mentors?.kinds.map(({ kind }) => kind) ?? ['']
  return (
    <>
      <StudentFilter call={call} run={run} filter={filter} />
      <Table
        language={language}
        caption={t(m('mentor-round.students'))}
        captionHidden
        keyboard
        rows={rows}
        rowKey={(row) => row.code}
        rowHref={(row) => href(`${here}/applicants/${row.code}`)}
        empty={
          <EmptyState title={t(m('mentor-round.nobody-fits'))} why={t(m('applicants.empty-why'))} />
        }
        pagination={{
          page: props.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => href(here, applicantQuery(filter, page)),
        }}
        columns={[
          {
            key: 'name',
            label: t(m('mentor-round.student')),
            primary: true,
            cell: (row) => <Typed>{row.name ?? row.code}</Typed>,
          },
          {
            key: 'code',
            label: t(m('applicants.code')),
            nowrap: true,
            cell: (row) => <code>{row.code}</code>,
          },
          ...kinds.map((kind, index) => ({
            key: kind || 'mentor',
            label: t(m('mentor-round.kind-title', { kind: kindOf(kind) })),
            cell: (row: PlacementView) => <MentorCell call={call} {...mentorAt(row, index)} />,
          })),
          {
            key: 'shared',
            label: t(m('mentor-table.shared')),
            cell: (row) => languagesText(row.languages, language),
          },
        ]}
      />
    </>
  )
}

function mentorAt(row: PlacementView, index: number) {
  return index === 0
    ? { name: row.place, wish: row.choice, why: row.why, hasWishes: row.choices > 0 }
    : { name: row.second, wish: row.secondChoice, why: row.secondWhy, hasWishes: row.choices > 0 }
}

function MentorCell({
  call: { t },
  name,
  wish,
  why,
  hasWishes,
}: {
  call: PageCall
  name: string | null
  wish: number | null
  why: Missing | null
  hasWishes: boolean
}) {
  if (name === null) {
    return (
      <div>
        <StateTag tone="attention">{t(m('mentor-round.none'))}</StateTag>{' '}
        {why && <span class="quiet">{t(m(`missing.${why}`))}</span>}
      </div>
    )
  }
  const said =
    wish !== null
      ? t(m('mentor-round.wish-number', { choice: wish }))
      : hasWishes
        ? t(m('mentor-table.not-wished'))
        : ''
  return (
    <div>
      <Typed>{name}</Typed> {said !== '' && <span class="quiet">{said}</span>}
    </div>
  )
}

function StudentFilter(props: { call: PageCall; run: RunRow; filter: PlacementFilter }) {
  const { t } = props.call
  return (
    <RunFilter
      {...props}
      search={t(m('mentor-round.search'))}
      ofPlace={t(m('mentor-table.of-mentor'))}
      got={t(m('mentor-table.got'))}
      options={[
        { value: '', label: t(m('mentor-table.any')) },
        { value: 'lacking', label: t(m('mentor-table.lacking')) },
      ]}
    />
  )
}

/** The mentors of a run with their load. */
export function MentorTable(
  props: Paged & { call: PageCall; run: RunRow; rows: readonly PlaceView[] },
) {
  const { call, run, rows } = props
  const { t, language, href } = call
  const here = `${base}/runs/${run.id}`
  return (
    <Table
      language={language}
      caption={t(m('mentor-round.mentors'))}
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
      columns={mentorColumns(call, run)}
    />
  )
}

function mentorColumns({ t, language }: PageCall, run: RunRow) {
  const hasKinds = (run.summary?.mentors?.kinds.length ?? 1) > 1
  const { withdrawn } = run
  const loadOf = (row: PlaceView) =>
    withdrawn?.side === 'place' && withdrawn.id === row.code
      ? t(m('withdrawal.gone'))
      : t(m('places.filled-of', { filled: row.filled, seats: row.seats }))
  const count = (value: number) => formatNumber(value, language)
  return [
    {
      key: 'name',
      label: t(m('mentor-round.mentor')),
      primary: true,
      cell: (row: PlaceView) => <Typed>{row.name}</Typed>,
    },
    ...(hasKinds
      ? [
          {
            key: 'kind',
            label: t(m('mentor-round.kind-column')),
            cell: (row: PlaceView) => t(m('mentor-round.kind-title', { kind: kindOf(row.kind) })),
          },
        ]
      : []),
    {
      key: 'languages',
      label: t(m('mentor-round.languages')),
      cell: (row: PlaceView) => languagesText(row.languages, language),
    },
    {
      key: 'sector',
      label: t(m('mentor-round.fields')),
      cell: (row: PlaceView) => <Typed>{row.sector}</Typed>,
    },
    {
      key: 'country',
      label: t(m('mentor-round.origin')),
      cell: (row: PlaceView) => (row.country === '' ? '' : countryText(row.country, language, t)),
    },
    {
      key: 'load',
      label: t(m('mentor-table.load')),
      kind: 'number' as const,
      nowrap: true,
      cell: loadOf,
    },
    {
      key: 'asked',
      label: t(m('mentor-table.asked')),
      kind: 'number' as const,
      cell: (row: PlaceView) => count(row.asked),
    },
    {
      key: 'first',
      label: t(m('mentor-table.first')),
      kind: 'number' as const,
      cell: (row: PlaceView) => count(row.firstChoices),
    },
  ]
}
