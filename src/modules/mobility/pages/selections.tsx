import type { FormState } from '#kernel/http'
import { displayName, formatAcademicYear, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Columns,
  EmptyState,
  ErrorSummary,
  Field,
  FieldSet,
  Form,
  Heading,
  type Option,
  Page,
  StateTag,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PlaceToGive, Selection } from '../queries/selections.ts'
import { base, datesOf, dayOf, Named, nameOf, type PageCall } from './words.tsx'

/** Where the pages of selections begin. */
export const selectionsPath = `${base}/selections`

const stageTones: Record<Selection['stage'], Tone> = {
  draft: 'quiet',
  announced: 'info',
  open: 'info',
  closed: 'attention',
  decided: 'attention',
  told: 'done',
}

/** Where the call of a selection stands. */
export function SelectionStage({ call, stage }: { call: PageCall; stage: Selection['stage'] }) {
  return <StateTag tone={stageTones[stage]}>{call.t(m(`selection.stage-${stage}`))}</StateTag>
}

/** The selections of the reader's institutions, the newest first. */
export function SelectionsPage({
  call,
  selections,
}: {
  call: PageCall
  selections: readonly Selection[]
}) {
  const { t, href, language } = call
  const open = (
    <ButtonLink href={href(`${selectionsPath}/new`)} icon="plus">
      {t(m('selection.new'))}
    </ButtonLink>
  )
  return (
    <Page
      frame={call.frame}
      title={t(m('selection.title'))}
      wide
      trail={[{ href: href(base), label: t(m('stays.title')) }]}
    >
      <Heading level={1} lead={t(m('selection.lead'))} actions={open}>
        {t(m('selection.title'))}
      </Heading>
      {selections.length === 0 ? (
        <EmptyState title={t(m('selection.none'))} why={t(m('selection.none-why'))} action={open} />
      ) : (
        <Table<Selection>
          language={language}
          caption={t(m('selection.title'))}
          captionHidden
          rows={selections}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              label: t(m('selection.call')),
              primary: true,
              cell: ({ id, titles }) => (
                <a href={href(`${selectionsPath}/${id}`)}>
                  <Named names={titles} language={language} />
                </a>
              ),
            },
            {
              key: 'year',
              label: t(m('stay.year')),
              cell: ({ sending_year: year }) => formatAcademicYear(year, language),
            },
            {
              key: 'dates',
              label: t(m('stay.dates')),
              cell: (selection) => datesOf(call, selection),
            },
            {
              key: 'results',
              label: t(m('selection.results')),
              cell: ({ resultsAt }) => (resultsAt === null ? '–' : dayOf(call, resultsAt)),
            },
            {
              key: 'stage',
              label: t(m('filter.state')),
              kind: 'state',
              cell: ({ stage }) => <SelectionStage call={call} stage={stage} />,
            },
          ]}
        />
      )}
    </Page>
  )
}

interface NewSelectionProps {
  call: PageCall
  form: FormState
  organisations: readonly Option[]
  /** Of which institution and year the places are shown. */
  organisationId: string
  year: string
  years: { before: string; after: string }
  places: readonly PlaceToGive[]
  programmeYears: readonly Option[]
}

/** Opens a selection: for which days, and how many of which places. */
export function NewSelectionPage(props: NewSelectionProps) {
  const { call, form, year, years, organisationId, places } = props
  const { t, href, language, frame } = call
  const label = formatAcademicYear(year, language)
  const inYear = (other: string) =>
    href(`${selectionsPath}/new`, { year: other, organisation: organisationId })
  return (
    <Page
      frame={frame}
      title={t(m('selection.new'))}
      trail={[
        { href: href(base), label: t(m('stays.title')) },
        { href: href(selectionsPath), label: t(m('selection.title')) },
      ]}
      alert={
        form.message !== null && (
          <ErrorSummary language={language} message={form.message} fields={form.errors} />
        )
      }
    >
      <Heading
        level={1}
        kicker={label}
        lead={t(m('selection.new-lead'))}
        actions={
          <ButtonGroup>
            {[years.before, years.after].map((other) => (
              <ButtonLink key={other} look="quiet" href={inYear(other)}>
                {formatAcademicYear(other, language)}
              </ButtonLink>
            ))}
          </ButtonGroup>
        }
      >
        {t(m('selection.new'))}
      </Heading>
      {places.length === 0 ? (
        <EmptyState
          title={t(m('selection.no-places-of-year', { year: label }))}
          why={t(m('selection.no-places-why'))}
        />
      ) : (
        <Form
          action={href(`${selectionsPath}/new`)}
          csrf={frame.csrf}
          hidden={{ year, organisation: organisationId }}
        >
          <Fields {...props} />
          <ButtonGroup>
            <Button>{t(m('selection.do'))}</Button>
            <ButtonLink look="quiet" href={href(selectionsPath)}>
              {t(m('nominate.back'))}
            </ButtonLink>
          </ButtonGroup>
        </Form>
      )}
      <OtherOffices {...props} />
    </Page>
  )
}

/** Whoever works for several institutions opens for one of them. */
function OtherOffices({ call, organisations, organisationId, year }: NewSelectionProps) {
  const others = organisations.filter(({ value }) => value !== organisationId)
  if (others.length === 0) return null
  return (
    <ButtonGroup>
      {others.map(({ value, label }) => (
        <ButtonLink
          key={value}
          look="quiet"
          href={call.href(`${selectionsPath}/new`, { year, organisation: value })}
        >
          {label}
        </ButtonLink>
      ))}
    </ButtonGroup>
  )
}

function Fields({ call, form, places, programmeYears }: NewSelectionProps) {
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
        kind="text"
        {...shared('title')}
        label={t(m('selection.call-title'))}
        hint={t(m('selection.call-title-hint'))}
        maxlength={200}
      />
      <FieldSet legend={t(m('stay.dates'))} hint={t(m('nominate.dates-hint'))}>
        <Columns>
          <Field kind="date" {...shared('startsOn')} label={t(m('column.startsOn'))} />
          <Field kind="date" {...shared('endsOn')} label={t(m('column.endsOn'))} />
        </Columns>
      </FieldSet>
      <FieldSet legend={t(m('selection.places'))} hint={t(m('selection.places-lead'))}>
        {places.map((place) => (
          <Field
            key={place.key}
            kind="number"
            {...shared(`seats-${place.key}`)}
            label={nameOf(place.names, language)}
            hint={<PlaceHint call={call} place={place} />}
            min="0"
            max={String(place.free)}
            inputmode="numeric"
            required={false}
          />
        ))}
      </FieldSet>
      {programmeYears.length > 0 && (
        <Field
          kind="select"
          {...shared('programmeYear')}
          label={t(m('stay.alliance-programme'))}
          options={programmeYears}
          required={false}
        />
      )}
    </>
  )
}

function PlaceHint({ call, place }: { call: PageCall; place: PlaceToGive }) {
  const { t, language } = call
  const counts = {
    free: formatNumber(place.free, language),
    seats: formatNumber(place.seats, language),
  }
  return (
    <>
      {t(m(place.shared ? 'selection.seats-shared' : 'selection.seats-free', counts))} ·{' '}
      <Typed>{place.title}</Typed>
    </>
  )
}

/** A student of a selection as a list writes them. */
export function applicantName(
  { language }: Pick<PageCall, 'language'>,
  {
    name,
    studentNumber,
  }: { name: Parameters<typeof displayName>[0] | null; studentNumber: string },
): string {
  const shown = name === null ? '–' : displayName(name, language)
  return studentNumber === '' ? shown : `${shown} · ${studentNumber}`
}

/** The title of a selection in the reader's language, for a page's title. */
export function selectionTitle({ language }: Pick<PageCall, 'language'>, selection: Selection) {
  return localised(selection.titles, language).text
}
