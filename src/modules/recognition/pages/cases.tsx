import type { Call } from '#kernel/http'
import type { Message } from '#kernel/messages'
import {
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  labelled,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  type Content,
  EmptyState,
  Field,
  FilterBar,
  Heading,
  Notice,
  Page,
  StateTag,
  Table,
  Tabs,
  type Tone,
  type Option as Choice,
} from '#ui'
import { m } from '../messages/index.ts'
import { caseOrders, type CaseStage, caseStages, type ListedCase } from '../queries/list-cases.ts'
import type { ListedDraft } from '../queries/drafts.ts'
import { TableLinks } from './table-links.tsx'
import { UnfinishedDrafts } from './unfinished-drafts.tsx'
import { credits } from './words.ts'

/** What the list page shows and how its links are made. */
export interface CasesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'now'>
  cases: readonly ListedCase[]
  total: number
  /** Whether nobody is called as was searched, and these names are only similar. */
  similar: boolean
  filter: {
    state: 'open' | 'decided' | 'all'
    stage: '' | CaseStage
    host: string
    /** A unit's id, or 'office'. */
    unit: string
    /** `due` or, the other way round, `-due`; '' for the most urgent first. */
    sort: string
    search: string
    page: number
  }
  pageSize: number
  hosts: readonly Choice[]
  /** The units that evaluate cases of the list. */
  units: readonly Choice[]
  mayAdd: boolean
  /** What the reader began to bring in and has not finished. */
  drafts: readonly ListedDraft[]
}

const path = '/recognition/cases'

/** The queue of recognition cases. */
export function CasesPage(props: CasesPageProps) {
  const { call, filter } = props
  const { t, language, href } = call
  const address = (change: Partial<CasesPageProps['filter']>) => {
    const next = { ...filter, page: 1, ...change }
    return href(path, { ...asked(next), page: next.page === 1 ? null : next.page })
  }
  const add = (
    <ButtonLink href={href('/recognition/transcripts/new')} icon="plus">
      {t(m('page.cases.new'))}
    </ButtonLink>
  )
  return (
    <Page frame={call.frame} title={t(m('page.cases.title'))} wide>
      <Heading level={1} lead={t(m('page.cases.lead'))} actions={props.mayAdd && add}>
        {t(m('page.cases.title'))}
      </Heading>
      <Tabs
        label={t(m('page.column.state'))}
        tabs={(['open', 'decided', 'all'] as const).map((state) => ({
          href: address({ state, stage: '' }),
          label: t(m(`page.tab.${state}`)),
          current: filter.state === state,
        }))}
      />
      <Filters {...props} address={address} />
      {props.similar && props.total > 0 && (
        <Notice tone="info" title={t(m('cases.similar', { search: filter.search }))} />
      )}
      <Table
        language={language}
        caption={t(m('page.cases.title'))}
        captionHidden
        columns={columnsOf(call).map((column) => sortable(column, filter.sort, address))}
        rows={props.cases}
        rowKey={(row) => row.id}
        rowHref={(row) => href(`${path}/${row.id}`)}
        rowTone={(row) => (isLate(row, todayOf(row, call)) ? 'harm' : undefined)}
        keyboard
        pagination={{
          page: filter.page,
          pageSize: props.pageSize,
          total: props.total,
          href: (page) => address({ page }),
        }}
        empty={<Empty {...props} address={address} add={props.mayAdd && add} />}
      />
      <ButtonGroup>
        {props.total > 0 && <TableLinks call={call} href={fileAddress(props)} />}
        <ButtonLink look="quiet" icon="download" href={href('/recognition/statements')}>
          {t(m('archive.link'))}
        </ButtonLink>
      </ButtonGroup>
      <UnfinishedDrafts call={call} drafts={props.drafts} />
    </Page>
  )
}

/** The same list as a file, whatever page of it is shown. */
function fileAddress({ call: { href }, filter }: CasesPageProps) {
  return (format: string) => href(`${path}/table`, { ...asked(filter), format })
}

/** The filter as it stands in the address. */
function asked({ state, stage, host, unit, sort, search }: CasesPageProps['filter']) {
  return { state: state === 'open' ? null : state, stage, host, unit, sort, q: search }
}

/** A column by which the list can be sorted, with the way to it; once more, and it is the other way round. */
function sortable(
  column: Column<ListedCase>,
  sort: string,
  address: WithAddress['address'],
): Column<ListedCase> {
  if (!(caseOrders as readonly string[]).includes(column.key)) return column
  const isSorted = sort.replace(/^-/, '') === column.key
  return {
    ...column,
    sortHref: address({ sort: sort === column.key ? `-${column.key}` : column.key }),
    ...(isSorted ? { sorted: sort.startsWith('-') ? 'descending' : 'ascending' } : {}),
  }
}

type WithAddress = CasesPageProps & {
  address: (change: Partial<CasesPageProps['filter']>) => string
}

function Filters({ call, filter, hosts, units, address }: WithAddress) {
  const { t, language, href } = call
  const { state, stage, host, unit, sort, search } = filter
  const any = (label: string) => ({
    value: '',
    label: labelled(label, t(m('page.filter.any')), language),
  })
  const select = {
    kind: 'select',
    language,
    labelHidden: true,
    noEmpty: true,
    autosubmit: true,
  } as const
  const isNarrowed = [search, host, unit, stage].some(Boolean)
  return (
    <FilterBar
      language={language}
      action={href(path)}
      search={{ value: search, label: t(m('page.cases.search')) }}
      hidden={{ ...(state === 'open' ? {} : { state }), ...(sort ? { sort } : {}) }}
      clearHref={isNarrowed ? address({ search: '', host: '', unit: '', stage: '' }) : undefined}
    >
      {state !== 'decided' && (
        <Field
          {...select}
          name="stage"
          label={t(m('listing.stage'))}
          value={stage}
          options={[
            any(t(m('listing.stage'))),
            ...caseStages.map((value) => ({ value, label: t(m(`listing.stage.${value}`)) })),
          ]}
        />
      )}
      <Field
        {...select}
        name="host"
        label={t(m('page.filter.host'))}
        value={host}
        options={[any(t(m('page.filter.host'))), ...hosts]}
      />
      {units.length > 0 && (
        <Field
          {...select}
          name="unit"
          label={t(m('listing.evaluator'))}
          value={unit}
          options={[
            any(t(m('listing.evaluator'))),
            { value: 'office', label: t(m('listing.office')) },
            ...units,
          ]}
        />
      )}
    </FilterBar>
  )
}

function Empty({ call, filter, address, add }: WithAddress & { add: Content }) {
  const { t } = call
  const isWhole = ![filter.search, filter.host, filter.unit, filter.stage].some(Boolean)
  if (isWhole && filter.state === 'open') {
    return (
      <EmptyState
        title={t(m('page.cases.empty'))}
        why={t(m('page.cases.empty-why'))}
        action={add}
      />
    )
  }
  return (
    <EmptyState
      title={t(m('page.cases.none-found'))}
      why={t(m('page.cases.none-found-why'))}
      action={
        <ButtonLink
          look="secondary"
          href={address({ search: '', host: '', unit: '', stage: '', state: 'all' })}
        >
          {t(m('page.cases.show-all'))}
        </ButtonLink>
      }
    />
  )
}

function columnsOf(call: CasesPageProps['call']): Column<ListedCase>[] {
  const { t, language } = call
  return [
    {
      key: 'student',
      label: t(m('page.column.student')),
      primary: true,
      cell: (row) => displayName(row.student, language),
    },
    {
      key: 'number',
      label: t(m('page.column.number')),
      nowrap: true,
      cell: (row) => row.number,
    },
    {
      key: 'host',
      label: t(m('page.column.host')),
      cell: (row) => localised(row.hostNames, language).text,
    },
    {
      key: 'lines',
      label: t(m('page.column.lines')),
      kind: 'number',
      cell: (row) => {
        const total = row.linesRecognised + row.linesRefused + row.linesOpen
        return t(m('page.lines-summary', { recognised: row.linesRecognised, total }))
      },
    },
    {
      key: 'credit',
      label: t(m('page.column.credit')),
      kind: 'number',
      cell: (row) => t(credits(row.recognisedCredit, language)),
    },
    {
      key: 'due',
      label: t(m('page.column.due')),
      kind: 'date',
      nowrap: true,
      cell: (row) => dueText(row, call),
    },
    {
      key: 'state',
      label: t(m('page.column.state')),
      kind: 'state',
      cell: (row) => {
        const { tone, label } = stateOf(row, todayOf(row, call))
        return <StateTag tone={tone}>{t(label)}</StateTag>
      },
    },
  ]
}

/** The day at the home institution: what is late there is late, wherever the reader sits. */
function todayOf(row: ListedCase, call: CasesPageProps['call']): DateOnly {
  return dateInZone(call.now, row.homeTimeZone)
}

function dueText(row: ListedCase, call: CasesPageProps['call']): string {
  const { language } = call
  if (row.state === 'decided' && row.decidedAt) {
    return formatDate(dateInZone(row.decidedAt, row.homeTimeZone), language, 'medium')
  }
  if (row.dueOn === null || row.state !== 'open') return '–'
  const days = relativeDays(row.dueOn, todayOf(row, call), language)
  return withAside(formatDate(row.dueOn, language, 'medium'), days, language)
}

function isLate(
  row: Pick<ListedCase, 'state' | 'dueOn'> & { isPaused?: boolean },
  today: DateOnly,
): boolean {
  return row.state === 'open' && !row.isPaused && row.dueOn !== null && row.dueOn < today
}

/** The state of a case in words: an open one says whether it waits, is ready or is late. */
export function stateOf(
  row: Pick<ListedCase, 'state' | 'dueOn' | 'linesOpen'> & {
    isPaused?: boolean
    waiting?: boolean
  },
  today: DateOnly,
): { tone: Tone; label: Message } {
  if (row.state === 'decided') return { tone: 'done', label: m('page.state.decided') }
  if (row.state === 'withdrawn') return { tone: 'quiet', label: m('page.state.withdrawn') }
  if (isLate(row, today)) return { tone: 'harm', label: m('page.state.late') }
  if (row.waiting) return { tone: 'info', label: m('page.state.waiting') }
  return row.linesOpen === 0
    ? { tone: 'info', label: m('page.state.ready') }
    : { tone: 'attention', label: m('page.state.open') }
}
