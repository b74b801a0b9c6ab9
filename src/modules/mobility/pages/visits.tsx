import type { FormState } from '#kernel/http'
import { formatDateRange, formatNumber } from '#kernel/values'
import {
  Button,
  type Column,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Field,
  FilterBar,
  Form,
  Heading,
  type Option,
  Page,
  Pagination,
  Stack,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ListedVisit } from '../queries/visits.ts'
import { visitKinds, type VisitState, visitStates } from '../rules/visits.ts'
import { VisitDays, VisitTitle } from './visit-facts.tsx'
import { visitsBase } from './visit-props.ts'
import { base, Named, type PageCall } from './words.tsx'

const tones: Record<VisitState, Tone> = {
  draft: 'quiet',
  asked: 'attention',
  agreed: 'info',
  refused: 'harm',
  cancelled: 'quiet',
  reported: 'done',
}

/** Where a visit stands, in words and tone. */
export function visitStateOf({ t }: Pick<PageCall, 't'>, state: VisitState) {
  return { tone: tones[state], label: t(m(`visit-state.${state}`)) }
}

interface VisitsPageProps {
  call: PageCall
  visits: readonly ListedVisit[]
  own: readonly string[]
  state: VisitState | null
  page: number
  pageSize: number
  total: number
  mayMake: boolean
}

/** The visits of an office: who comes and who goes, the latest first. */
export function VisitsPage(props: VisitsPageProps) {
  const { call, visits, state, mayMake } = props
  const { t, href, language } = call
  const make = mayMake ? (
    <ButtonLink href={href(`${visitsBase}/new`)} icon="plus">
      {t(m('visit.make'))}
    </ButtonLink>
  ) : undefined
  return (
    <Page
      frame={call.frame}
      title={t(m('visits.title'))}
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
      wide
    >
      <Stack gap="wide">
        <Heading level={1} lead={t(m('visits.lead'))} actions={make}>
          {t(m('visits.title'))}
        </Heading>
        <div>
          {(visits.length > 0 || state !== null) && (
            <FilterBar
              language={language}
              action={href(visitsBase)}
              active={
                state === null
                  ? []
                  : [{ label: visitStateOf(call, state).label, href: href(visitsBase) }]
              }
              clearHref={href(visitsBase)}
            >
              <Field
                kind="select"
                language={language}
                name="state"
                label={t(m('filter.state'))}
                value={state ?? ''}
                options={visitStates.map((value) => ({
                  value,
                  label: t(m(`visit-state.${value}`)),
                }))}
                autosubmit
              />
            </FilterBar>
          )}
          {visits.length === 0 ? (
            <EmptyState
              title={t(m(state === null ? 'visits.none' : 'visits.none-found'))}
              why={t(m(state === null ? 'visits.none-why' : 'stays.none-found-why'))}
              action={state === null ? make : undefined}
            />
          ) : (
            <VisitTable {...props} />
          )}
        </div>
      </Stack>
    </Page>
  )
}

function VisitTable({ call, visits, own, state, page, pageSize, total }: VisitsPageProps) {
  const { t, href, language } = call
  return (
    <>
      <Table<ListedVisit>
        language={language}
        caption={t(m('visits.title'))}
        captionHidden
        keyboard
        rows={visits}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${visitsBase}/${id}`)}
        rowLabel={({ title }) => title}
        columns={columnsOf(call, own)}
      />
      <Pagination
        language={language}
        page={page}
        pageSize={pageSize}
        total={total}
        href={(to) => href(visitsBase, { state, page: to === 1 ? null : to })}
      />
    </>
  )
}

function columnsOf(call: PageCall, own: readonly string[]): Column<ListedVisit>[] {
  const { t, language } = call
  return [
    {
      key: 'title',
      label: t(m('visit.title')),
      primary: true,
      cell: ({ title }) => <Typed>{title}</Typed>,
    },
    {
      key: 'kind',
      label: t(m('visit.kind')),
      cell: ({ kind }) => t(m(`visit-kind.${kind}`)),
    },
    {
      key: 'way',
      label: t(m('stay.way')),
      cell: (visit) => {
        const isMaker = own.includes(visit.made_by_organisation_id)
        const comesToUs = isMaker === visit.comes_to_maker
        return (
          <span>
            <span class="quiet">{t(m(comesToUs ? 'way.from' : 'way.to'))} </span>
            <Named names={isMaker ? visit.partner : visit.maker} language={language} />
          </span>
        )
      },
    },
    {
      key: 'dates',
      label: t(m('stay.dates')),
      cell: (visit) => formatDateRange(visit.starts_on, visit.ends_on, language),
    },
    {
      key: 'members',
      label: t(m('visit.members')),
      kind: 'number',
      cell: ({ members }) => formatNumber(members, language),
    },
    {
      key: 'state',
      label: t(m('filter.state')),
      kind: 'state',
      cell: (visit) => {
        const { tone, label } = visitStateOf(call, visit.state)
        return <StateTag tone={tone}>{label}</StateTag>
      },
    },
  ]
}

interface MakeVisitPageProps {
  call: PageCall
  form: FormState
  own: readonly Option[]
  partners: readonly Option[]
}

/** A visit is written down: what, who with, in which direction, and when. Who comes and what happens follows on its page. */
export function MakeVisitPage({ call, form, own, partners }: MakeVisitPageProps) {
  const { t, href, language, frame } = call
  return (
    <Page
      frame={frame}
      title={t(m('visit.make'))}
      trail={[
        { href: href(base), label: t(m('stays.title')) },
        { href: href(visitsBase), label: t(m('visits.title')) },
      ]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Heading level={1} lead={t(m('visit.make-lead'))}>
        {t(m('visit.make'))}
      </Heading>
      <Form action={href(`${visitsBase}/new`)} csrf={frame.csrf}>
        <VisitFields call={call} form={form} own={own} partners={partners} />
        <ButtonGroup>
          <Button>{t(m('visit.keep'))}</Button>
          <ButtonLink look="quiet" href={href(visitsBase)}>
            {t(m('nominate.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function VisitFields({ call, form, own, partners }: MakeVisitPageProps) {
  const { t, language } = call
  const shared = (name: string) => ({
    language,
    name,
    value: form.values[name] ?? '',
    error: form.errors[name],
  })
  return (
    <>
      <Field
        kind="select"
        {...shared('kind')}
        label={t(m('visit.kind'))}
        options={visitKinds.map((value) => ({ value, label: t(m(`visit-kind.${value}`)) }))}
      />
      <VisitTitle call={call} form={form} />
      <Field
        kind="radio"
        {...shared('direction')}
        value={form.values['direction'] ?? 'in'}
        label={t(m('filter.direction'))}
        options={[
          { value: 'in', label: t(m('visit.direction-in')) },
          { value: 'out', label: t(m('visit.direction-out')) },
        ]}
      />
      {own.length > 1 && (
        <Field kind="select" {...shared('maker')} label={t(m('visit.maker'))} options={own} />
      )}
      <Field
        kind="select"
        {...shared('partner')}
        label={t(m('filter.partner'))}
        options={partners}
      />
      <VisitDays call={call} form={form} />
    </>
  )
}
