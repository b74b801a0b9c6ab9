import type { Call } from '#kernel/http'
import {
  dateInZone,
  formatDate,
  formatDateRange,
  formatPercent,
  Fraction,
  localised,
  shortDisplayName,
} from '#kernel/values'
import {
  Button,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Row,
  StateTag,
  Table,
  Tabs,
} from '#ui'
import { m } from '../messages/index.ts'
import { type EquivalenceRow, homeText, hostText } from '../queries/equivalences.ts'
import { coursePath, CourseTitle } from './courses.tsx'
import { creditText } from './words.ts'

/** What the list of equivalences shows. */
export interface EquivalencesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now'>
  equivalences: readonly EquivalenceRow[]
  total: number
  filter: {
    search: string
    host: string
    programme: string
    state: 'standing' | 'ended' | 'withdrawn'
    page: number
  }
  pageSize: number
  hosts: readonly Option[]
  programmes: readonly Option[]
  /** The one that was just withdrawn, with the way back. */
  withdrawn: EquivalenceRow | null
}

const path = '/recognition/equivalences'

/** Equivalences with their filters, and what can be done with them. */
export function EquivalencesPage(props: EquivalencesPageProps) {
  const { call, filter } = props
  const { t, href } = call
  const query = (change: Partial<EquivalencesPageProps['filter']>) => {
    const next = { ...filter, page: 1, ...change }
    return {
      q: next.search,
      host: next.host,
      programme: next.programme,
      state: next.state === 'standing' ? null : next.state,
      page: next.page === 1 ? null : next.page,
    }
  }
  const narrowed = filter.search !== '' || filter.host !== '' || filter.programme !== ''
  return (
    <Page frame={call.frame} title={t(m('equivalence.title'))} wide>
      {props.withdrawn && <Undo call={call} found={props.withdrawn} />}
      <Heading
        level={1}
        lead={t(m('equivalence.lead'))}
        actions={<Actions call={call} exportHref={href(`${path}/table`, query({}))} />}
      >
        {t(m('equivalence.title'))}
      </Heading>
      <Tabs
        label={t(m('equivalence.valid'))}
        tabs={(['standing', 'ended', 'withdrawn'] as const).map((state) => ({
          href: href(path, query({ state })),
          label: t(m(`equivalence.state.${state}`)),
          current: filter.state === state,
        }))}
      />
      <Filters
        {...props}
        clearHref={narrowed ? href(path, { state: query({}).state }) : undefined}
      />
      {props.equivalences.length === 0 ? (
        <Empty call={call} narrowed={narrowed || filter.state !== 'standing'} />
      ) : (
        <EquivalenceTable
          call={call}
          equivalences={props.equivalences}
          keyboard
          pagination={{
            page: filter.page,
            pageSize: props.pageSize,
            total: props.total,
            href: (page) => href(path, query({ page })),
          }}
        />
      )}
    </Page>
  )
}

function Filters(props: EquivalencesPageProps & { clearHref: string | undefined }) {
  const { filter } = props
  const { t, language, href } = props.call
  return (
    <FilterBar
      language={language}
      action={href(path)}
      search={{ value: filter.search, label: t(m('equivalence.search')) }}
      hidden={filter.state === 'standing' ? {} : { state: filter.state }}
      clearHref={props.clearHref}
    >
      <Field
        kind="select"
        language={language}
        name="host"
        label={t(m('equivalence.host'))}
        labelHidden
        value={filter.host}
        noEmpty
        autosubmit
        options={[{ value: '', label: t(m('equivalence.any-host')) }, ...props.hosts]}
      />
      <Field
        kind="select"
        language={language}
        name="programme"
        label={t(m('equivalence.programme'))}
        labelHidden
        value={filter.programme}
        noEmpty
        autosubmit
        options={[{ value: '', label: t(m('equivalence.all-programmes')) }, ...props.programmes]}
      />
    </FilterBar>
  )
}

function Actions({
  call,
  exportHref,
}: {
  call: EquivalencesPageProps['call']
  exportHref: string
}) {
  const { t, href } = call
  const edits = call.may('recognition.equivalence.edit')
  return (
    <Row>
      <ButtonLink href={exportHref} look="quiet" icon="download" download>
        {t(m('equivalence.export'))}
      </ButtonLink>
      {edits && (
        <ButtonLink href={href(`${path}/import`)} look="secondary" icon="upload">
          {t(m('equivalence.import'))}
        </ButtonLink>
      )}
      {edits && (
        <ButtonLink href={href(`${path}/new`)} icon="plus">
          {t(m('equivalence.new'))}
        </ButtonLink>
      )}
    </Row>
  )
}

function Undo({ call, found }: { call: EquivalencesPageProps['call']; found: EquivalenceRow }) {
  const { t, href } = call
  return (
    <Notice
      tone="done"
      live
      title={t(m('equivalence.withdrawn', { host: hostText(found), home: homeText(found) }))}
      action={
        <Form action={href(`${path}/${found.id}/restoration`)} csrf={call.frame.csrf} inline>
          <Button look="secondary" small>
            {t(m('equivalence.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

interface EquivalenceTableProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now'>
  equivalences: readonly EquivalenceRow[]
  keyboard?: boolean
  pagination?: { page: number; pageSize: number; total: number; href: (page: number) => string }
}

/** Equivalences as rows: abroad at the left, home at the right. */
export function EquivalenceTable({ call, ...props }: EquivalenceTableProps) {
  const { t, href } = call
  return (
    <Table
      language={call.language}
      caption={t(m('equivalence.title'))}
      captionHidden
      keyboard={props.keyboard === true}
      columns={columnsOf(call)}
      rows={props.equivalences}
      rowKey={(row) => row.id}
      rowHref={(row) => href(coursePath(row.host_organisation_id, row.hostCourses[0]?.code ?? ''))}
      rowLabel={(row) => `${hostText(row)} ${homeText(row)}`}
      {...(props.pagination ? { pagination: props.pagination } : {})}
    />
  )
}

function columnsOf(call: EquivalenceTableProps['call']): Column<EquivalenceRow>[] {
  const { t, language, href } = call
  return [
    {
      key: 'host',
      label: t(m('equivalence.host-code')),
      primary: true,
      // A package that takes any course is named by its institution.
      cell: (row) => hostText(row) || localised(row.hostNames, language).text,
    },
    {
      key: 'host-title',
      label: t(m('equivalence.host-course')),
      cell: (row) => (
        <div>
          {row.hostCourses.map((course) => (
            <div key={course.code}>
              <CourseTitle titles={course.titles} language={language} />
            </div>
          ))}
          <span class="quiet">{localised(row.hostNames, language).text}</span>
        </div>
      ),
    },
    {
      key: 'home',
      label: t(m('equivalence.home-course')),
      cell: (row) => (
        <div>
          {row.homeCourses.map((course) => (
            <div key={course.code}>
              <a href={href(coursePath(row.home_organisation_id, course.code))}>{course.code}</a>{' '}
              <CourseTitle titles={course.titles} language={language} />
            </div>
          ))}
        </div>
      ),
    },
    ...factColumns(call),
  ]
}

function factColumns(call: EquivalenceTableProps['call']): Column<EquivalenceRow>[] {
  const { t, language } = call
  return [
    {
      key: 'credit',
      label: t(m('equivalence.credit')),
      kind: 'number',
      cell: (row) =>
        creditText(Fraction.sum(row.homeCourses.map((course) => course.credit)), language),
    },
    {
      key: 'share',
      label: t(m('equivalence.share')),
      kind: 'number',
      cell: (row) =>
        row.contentShare ? (
          formatPercent(row.contentShare, language)
        ) : (
          <span class="quiet">{t(m('equivalence.not-judged'))}</span>
        ),
    },
    {
      key: 'programme',
      label: t(m('equivalence.programme')),
      cell: (row) =>
        row.programmeNames ? (
          <span lang={localised(row.programmeNames, language).language}>
            {localised(row.programmeNames, language).text}
          </span>
        ) : (
          t(m('equivalence.all-programmes'))
        ),
    },
    {
      key: 'valid',
      label: t(m('equivalence.valid')),
      nowrap: true,
      cell: (row) => <Validity call={call} row={row} />,
    },
    {
      key: 'judged',
      label: t(m('equivalence.judged')),
      cell: (row) => (
        <div>
          {shortDisplayName(row.judgedBy, language)}
          <br />
          <span class="quiet">
            {formatDate(row.judgedOn, language, 'medium').replaceAll(' ', '\u00a0')}
          </span>
        </div>
      ),
    },
    {
      key: 'actions',
      label: t(m('equivalence.withdraw')),
      kind: 'actions',
      cell: (row) => <RowAction call={call} row={row} />,
    },
  ]
}

function Validity({ call, row }: { call: EquivalenceTableProps['call']; row: EquivalenceRow }) {
  const { t, language } = call
  const today = dateInZone(call.now, 'UTC')
  const period =
    row.validTo === null
      ? t(m('equivalence.since', { from: formatDate(row.validFrom, language, 'medium') }))
      : formatDateRange(row.validFrom, row.validTo, language, 'medium')
  if (row.withdrawnAt !== null) {
    return <StateTag tone="quiet">{t(m('equivalence.state.withdrawn'))}</StateTag>
  }
  if (row.validTo !== null && row.validTo < today) {
    return (
      <div>
        <StateTag tone="quiet">{t(m('equivalence.state.ended'))}</StateTag> {period}
      </div>
    )
  }
  return <>{period}</>
}

function RowAction({ call, row }: { call: EquivalenceTableProps['call']; row: EquivalenceRow }) {
  const { t, href } = call
  if (!call.may('recognition.equivalence.edit', row)) return null
  const [verb, word] =
    row.withdrawnAt === null
      ? (['withdrawal', 'equivalence.withdraw'] as const)
      : (['restoration', 'equivalence.undo'] as const)
  return (
    <Form action={href(`${path}/${row.id}/${verb}`)} csrf={call.frame.csrf} inline>
      <Button look="quiet" small>
        {t(m(word))} <span class="hidden-visually">{hostText(row)}</span>
      </Button>
    </Form>
  )
}

function Empty({ call, narrowed }: { call: EquivalencesPageProps['call']; narrowed: boolean }) {
  const { t, href } = call
  const action = narrowed ? (
    <ButtonLink href={href(path)} look="secondary">
      {t(m('equivalence.show-all'))}
    </ButtonLink>
  ) : (
    call.may('recognition.equivalence.edit') && (
      <ButtonLink href={href(`${path}/new`)} icon="plus">
        {t(m('equivalence.new'))}
      </ButtonLink>
    )
  )
  return (
    <EmptyState
      title={t(m(narrowed ? 'equivalence.none-found' : 'equivalence.none'))}
      why={t(m(narrowed ? 'equivalence.none-found-why' : 'equivalence.none-why'))}
      action={action}
    />
  )
}
