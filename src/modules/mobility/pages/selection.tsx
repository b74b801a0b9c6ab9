import { formatAcademicYear, formatNumber } from '#kernel/values'
import {
  BarRows,
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  type Tone,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Selected, Selection } from '../queries/selections.ts'
import { type Standing, wishesGot } from '../rules/selection.ts'
import type { SelectionRun } from '../service/selection.ts'
import { applicantName, SelectionStage, selectionsPath, selectionTitle } from './selections.tsx'
import { base, datesOf, dayOf, Named, type PageCall, type Shown, StayState } from './words.tsx'

interface SelectionPageProps {
  call: PageCall
  selection: Selection
  applicants: readonly Selected[]
  /** What would come of nominating, where that was looked at. */
  preview: SelectionRun['results'] | null
  refusal: Shown | null
}

const standingTones: Record<Standing, Tone> = {
  ready: 'attention',
  nominated: 'done',
  asked: 'info',
  waiting: 'info',
  'given-up': 'quiet',
  refused: 'quiet',
  undecided: 'quiet',
}

/** A selection: who got which choice, and who of them becomes a nomination. */
export function SelectionPage(props: SelectionPageProps) {
  const { call, selection, refusal } = props
  const { t, href, language } = call
  const isDraft = selection.stage === 'draft'
  return (
    <Page
      frame={call.frame}
      title={selectionTitle(call, selection)}
      wide
      trail={[
        { href: href(base), label: t(m('stays.title')) },
        { href: href(selectionsPath), label: t(m('selection.title')) },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
    >
      <Heading
        level={1}
        kicker={formatAcademicYear(selection.sending_year, language)}
        lead={datesOf(call, selection)}
        actions={
          <ButtonGroup>
            <SelectionStage call={call} stage={selection.stage} />
            <ButtonLink
              look="quiet"
              href={href(`/calls/${selection.call_id}/${isDraft ? 'edit' : 'applications'}`)}
            >
              {t(m(isDraft ? 'selection.to-draft' : 'selection.to-call'))}
            </ButtonLink>
          </ButtonGroup>
        }
      >
        <Named names={selection.titles} language={language} />
      </Heading>
      {selection.stage === 'told' ? <Told {...props} /> : <NotTold {...props} />}
    </Page>
  )
}

function NotTold({ call, selection }: SelectionPageProps) {
  const { t } = call
  const { resultsAt } = selection
  return (
    <EmptyState
      title={
        resultsAt === null
          ? t(m('selection.not-told'))
          : t(m('selection.not-told-on', { day: dayOf(call, resultsAt) }))
      }
      why={t(m('selection.not-told-why'))}
    />
  )
}

function Told(props: SelectionPageProps) {
  const { call, applicants, preview } = props
  const { t } = call
  if (applicants.length === 0) {
    return <EmptyState title={t(m('selection.nobody'))} why={t(m('selection.nobody-why'))} />
  }
  return (
    <Stack gap="wide">
      {preview && <Previewed call={call} preview={preview} />}
      <Nominate {...props} />
      <Applicants {...props} />
      <Wishes {...props} />
    </Stack>
  )
}

const countOf = (preview: SelectionRun['results']) =>
  [...preview.values()].filter((each) => 'mobilityId' in each).length

function Previewed({ call, preview }: { call: PageCall; preview: SelectionRun['results'] }) {
  const { t } = call
  const count = countOf(preview)
  const left = preview.size - count
  return (
    <Notice tone={left > 0 ? 'attention' : 'info'} title={t(m('bulk.understood', { count }))}>
      <p>{t(m('selection.previewed'))}</p>
      {left > 0 && <p>{t(m('selection.left', { count: left }))}</p>}
    </Notice>
  )
}

function Nominate({ call, selection, applicants, preview }: SelectionPageProps) {
  const { t, href, frame } = call
  const ready = applicants.filter(({ standing }) => standing === 'ready').length
  const count = preview ? countOf(preview) : ready
  if (count === 0) return null
  return (
    <Form action={href(`${selectionsPath}/${selection.id}/nominations`)} csrf={frame.csrf}>
      <ButtonGroup>
        {preview ? (
          <>
            <Button name="step" value="nominate">
              {t(m('bulk.do', { count }))}
            </Button>
            <ButtonLink look="quiet" href={href(`${selectionsPath}/${selection.id}`)}>
              {t(m('selection.back'))}
            </ButtonLink>
          </>
        ) : (
          <Button name="step" value="preview">
            {t(m('selection.preview', { count }))}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

function wishWords({ t, language }: PageCall, wish: number | null): string {
  return wish === null
    ? t(m('selection.no-wish'))
    : t(m('selection.wish', { wish: formatNumber(wish, language) }))
}

function Applicants({ call, applicants, preview }: SelectionPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('selection.applicants'))} id="applicants">
      <Table<Selected>
        language={language}
        caption={t(m('selection.applicants'))}
        captionHidden
        rows={applicants}
        rowKey={({ applicationId }) => applicationId}
        columns={[
          {
            key: 'student',
            label: t(m('stay.student')),
            primary: true,
            cell: (each) =>
              each.mobility ? (
                <a href={href(`${base}/${each.mobility.id}`)}>{applicantName(call, each)}</a>
              ) : (
                applicantName(call, each)
              ),
          },
          {
            key: 'host',
            label: t(m('stay.receiving')),
            cell: ({ destination }) =>
              destination ? <Named names={destination.name} language={language} /> : '–',
          },
          {
            key: 'wish',
            label: t(m('selection.choice')),
            cell: ({ destination, wish }) => (destination ? wishWords(call, wish) : '–'),
          },
          {
            key: 'standing',
            label: t(m('filter.state')),
            kind: 'state',
            cell: (each) => <Standing call={call} each={each} />,
          },
          ...(preview
            ? [
                {
                  key: 'becomes',
                  label: t(m('bulk.becomes')),
                  cell: (each: Selected) => (
                    <Becomes call={call} result={preview.get(each.applicationId)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

function Standing({ call, each }: { call: PageCall; each: Selected }) {
  const { standing, mobility } = each
  return mobility ? (
    <StayState call={call} state={mobility.state} />
  ) : (
    <StateTag tone={standingTones[standing]}>{call.t(m(`selection.is-${standing}`))}</StateTag>
  )
}

type Result = ReturnType<SelectionRun['results']['get']>

function Becomes({ call, result }: { call: PageCall; result: Result }) {
  if (!result) return <>–</>
  if (!('mobilityId' in result)) return <>{call.t(result)}</>
  return <StayState call={call} state={result.becomes} />
}

/** How many got which of their choices: what a selection is judged by. */
function Wishes({ call, applicants }: SelectionPageProps) {
  const { t, language } = call
  const placed = applicants.filter(({ standing }) =>
    ['ready', 'nominated', 'asked'].includes(standing),
  )
  if (placed.length === 0) return null
  return (
    <Section title={t(m('selection.choices'))} id="choices">
      <BarRows
        caption={t(m('selection.choices'))}
        captionHidden
        labelHeading={t(m('selection.choice'))}
        valueHeading={t(m('selection.people'))}
        max={placed.length}
        rows={wishesGot(placed).map(({ wish, count }) => ({
          label: wishWords(call, wish),
          value: count,
          valueLabel: formatNumber(count, language),
          tone: wish === null ? ('attention' as const) : ('info' as const),
        }))}
      />
    </Section>
  )
}
