import type { Call } from '#kernel/http'
import {
  Button,
  ButtonLink,
  EmptyState,
  Field,
  FilterBar,
  Form,
  Heading,
  Notice,
  type Option,
  Page,
  Row,
  Tabs,
} from '#ui'
import { m } from '../messages/index.ts'
import {
  type EquivalenceRow,
  type EquivalenceState,
  equivalenceStates,
  homeText,
  hostText,
} from '../queries/equivalences.ts'
import { EquivalenceTable } from './equivalence-table.tsx'

/** What the list of equivalences shows. */
export interface EquivalencesPageProps {
  call: Pick<Call, 'frame' | 't' | 'language' | 'href' | 'may' | 'now' | 'timeZone'>
  equivalences: readonly EquivalenceRow[]
  total: number
  filter: {
    search: string
    host: string
    programme: string
    state: EquivalenceState
    kind: '' | 'single' | 'set' | 'package'
    page: number
  }
  pageSize: number
  hosts: readonly Option[]
  programmes: readonly Option[]
  /** What was just withdrawn or renewed, with the way back. */
  undone: { act: 'withdrawn' | 'renewed'; equivalences: readonly EquivalenceRow[] } | null
  /** Institutions for which the reader may say how long before the end they are reminded. */
  leads: readonly { home: Option; days: number }[]
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
      kind: next.kind || null,
      page: next.page === 1 ? null : next.page,
    }
  }
  const narrowed =
    filter.search !== '' || filter.host !== '' || filter.programme !== '' || filter.kind !== ''
  return (
    <Page frame={call.frame} title={t(m('equivalence.title'))} wide>
      {props.undone && <Undo call={call} {...props.undone} />}
      <Heading
        level={1}
        lead={t(m('equivalence.lead'))}
        actions={
          <Actions
            call={call}
            exportHref={(format) => href(`${path}/table`, { ...query({}), format })}
          />
        }
      >
        {t(m('equivalence.title'))}
      </Heading>
      <Tabs
        label={t(m('equivalence.valid'))}
        tabs={equivalenceStates.map((state) => ({
          href: href(path, query({ state })),
          label: t(m(`equivalence.state.${state}`)),
          current: filter.state === state,
        }))}
      />
      <Filters
        {...props}
        clearHref={narrowed ? href(path, { state: query({}).state }) : undefined}
      />
      {filter.state === 'ending' && <Leads {...props} />}
      {props.equivalences.length === 0 ? (
        <Empty call={call} narrowed={narrowed || filter.state !== 'standing'} />
      ) : (
        <EquivalenceTable
          call={call}
          equivalences={props.equivalences}
          keyboard
          selectable={filter.state !== 'withdrawn'}
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
      <Field
        kind="select"
        language={language}
        name="kind"
        label={t(m('equivalence.kind'))}
        labelHidden
        value={filter.kind}
        noEmpty
        autosubmit
        options={[
          { value: '', label: t(m('equivalence.kind.any')) },
          ...(['single', 'set', 'package'] as const).map((kind) => ({
            value: kind,
            label: t(m(`equivalence.kind.${kind}`)),
          })),
        ]}
      />
    </FilterBar>
  )
}

function Actions({
  call,
  exportHref,
}: {
  call: EquivalencesPageProps['call']
  exportHref: (format: 'xlsx' | 'csv') => string
}) {
  const { t, href } = call
  const edits = call.may('recognition.equivalence.edit')
  return (
    <Row>
      {(['xlsx', 'csv'] as const).map((format) => (
        <ButtonLink key={format} href={exportHref(format)} look="quiet" icon="download" download>
          {t(m(`equivalence.export.${format}`))}
        </ButtonLink>
      ))}
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

function Undo({
  call,
  act,
  equivalences,
}: { call: EquivalencesPageProps['call'] } & NonNullable<EquivalencesPageProps['undone']>) {
  const { t, href } = call
  const [only, ...others] = equivalences
  const count = equivalences.length
  const title =
    act === 'renewed'
      ? m('equivalence.flash.renewed', { count })
      : others.length > 0
        ? m('equivalence.flash.withdrawn-many', { count })
        : m('equivalence.withdrawn', { host: hostText(only!), home: homeText(only!) })
  return (
    <Notice
      tone="done"
      live
      title={t(title)}
      action={
        <Form action={href(`${path}/undo`)} csrf={call.frame.csrf} hidden={{ act }} inline>
          {equivalences.map((row) => (
            <input key={row.id} type="hidden" name="keys" value={row.id} />
          ))}
          <Button look="secondary" small>
            {t(m('equivalence.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

/** How long before the end an institution is reminded; its evaluators may change it. */
function Leads({ call, leads }: EquivalencesPageProps) {
  const { t, language, href } = call
  return (
    <>
      {leads.map(({ home, days }) => (
        <Form
          key={home.value}
          action={href(`${path}/lead`)}
          csrf={call.frame.csrf}
          hidden={{ home: home.value }}
          inline
        >
          <Field
            kind="number"
            language={language}
            name="days"
            id={`days-${home.value}`}
            label={t(m('equivalence.lead-days', { home: home.label }))}
            value={String(days)}
            inputmode="numeric"
            width="short"
          />
          <Button look="secondary" small>
            {t(m('equivalence.lead-save'))}
          </Button>
        </Form>
      ))}
    </>
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
