import type { FormState, Scene } from '#kernel/http'
import {
  dateInZone,
  displayName,
  formatDate,
  formatNumber,
  type LocalText,
  localised,
} from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Figure,
  FilterBar,
  Form,
  Grid,
  ObjectStrip,
  type Option,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  FormAlert,
  Local,
} from '#ui'
import { m } from '../messages/index.ts'
import type { ApplicationFilter, ApplicationRow } from '../queries/applications.ts'
import type { CallRow } from '../queries/calls.ts'
import type { Merit } from '../queries/reviews.ts'
import { wishesOf } from '../rules/questions.ts'
import { enoughReviews, type Scored } from '../rules/scores.ts'
import { graceEnd, stageOf } from '../rules/timeline.ts'
import { decisionReasons, type Outcome, outcomes } from '../schema.ts'
import { fundColumns } from './funds.tsx'
import { instantOf, localText, OutcomeTag, reasonMessage, stageState } from './scene.tsx'

/** How many applications a page of the list has. */
export const applicationsPerPage = 100

export interface ListPageProps {
  scene: Scene
  call: CallRow
  rows: readonly ApplicationRow[]
  /** How many references each application on the page was given. */
  references: ReadonlyMap<string, number>
  merits: ReadonlyMap<string, Merit>
  /** What the reviews come to, where the call has reviewers. */
  scores: ReadonlyMap<string, Scored>
  total: number
  page: number
  filter: ApplicationFilter
  counts: { outcome: Outcome | null; destination_id: string | null; count: number }[]
  chosen: ReadonlySet<string>
  form: FormState
}

/** The applications to a call for those who decide: filters, figures, seats, and decisions on many at once. */
export function ListPage(props: ListPageProps) {
  const { scene, call, form } = props
  const { t, href, language, now } = scene
  const stage = stageOf(call, now)
  return (
    <Page
      frame={scene.frame}
      title={t(m('list.title'))}
      trail={[
        { href: href('/calls/office'), label: t(m('office.title')) },
        { href: href(`/calls/${call.id}`), label: localText(scene, call.titles) },
      ]}
      alert={<FormAlert language={scene.language} form={form} />}
      wide
    >
      <ObjectStrip
        language={language}
        kind={t(m('list.title'))}
        title={<Local language={scene.language} text={call.titles} />}
        state={stageState(scene, stage)}
        next={t(m(`office-next.${stage}`))}
        until={untilOf(props)}
        actions={<Acts {...props} />}
      />
      <Stack gap="wide">
        <Counts {...props} />
        {call.definition.destinations.length > 0 && <SeatTable {...props} />}
        <Section title={t(m('list.all'))} id="list">
          {call.definition.review && <p class="hint">{t(scoreNote(props))}</p>}
          <Filters {...props} />
          <ApplicationTable {...props} />
        </Section>
      </Stack>
    </Page>
  )
}

/** How the scores are to be read: corrected, or raw and why. */
function scoreNote({ scores }: ListPageProps) {
  if (scores.size === 0) return m('score.none')
  return [...scores.values()].some(({ corrected }) => corrected !== null)
    ? m('score.corrected-why')
    : m('score.not-enough', { least: enoughReviews })
}

function untilOf({ scene, call }: ListPageProps): string | undefined {
  const stage = stageOf(call, scene.now)
  if (stage === 'open') return instantOf(scene, call.closes_at)
  return stage === 'closed' || stage === 'decided' ? instantOf(scene, call.results_at) : undefined
}

/** Whether decisions can be made now: the call is closed, and nobody can still send a form. */
export function isDecidable({ now }: Scene, call: CallRow): boolean {
  return stageOf(call, now) === 'closed' && graceEnd(call.closes_at!) <= now
}

function Acts({ scene, call, counts }: ListPageProps) {
  const { t, href, frame } = scene
  const undecided = countOf(counts, null)
  const base = `/calls/${call.id}`
  const hidden = { seen: String(call.decisions) }
  return (
    <ButtonGroup>
      <ButtonLink
        href={href(`${base}/applications/table`)}
        look="secondary"
        icon="download"
        download
      >
        {t(m('list.download'))}
      </ButtonLink>
      {call.state === 'published' && stageOf(call, scene.now) !== 'announced' && (
        <ButtonLink href={href(`${base}/import`)} look="secondary">
          {t(m('list.import'))}
        </ButtonLink>
      )}
      {call.definition.review && (
        <ButtonLink href={href(`${base}/reviewers`)} look="secondary">
          {t(m('list.reviewers'))}
        </ButtonLink>
      )}
      {call.state !== 'draft' && (
        <ButtonLink href={href(`${base}/sittings`)} look="secondary">
          {t(m('sitting.title'))}
        </ButtonLink>
      )}
      {isDecidable(scene, call) && undecided > 0 && call.definition.destinations.length > 0 && (
        <ButtonLink href={href(`${base}/selection`)}>{t(m('list.quota'))}</ButtonLink>
      )}
      {isDecidable(scene, call) && undecided === 0 && countAll(counts) > 0 && (
        <Form action={href(`${base}/decisions/closing`)} csrf={frame.csrf} inline hidden={hidden}>
          <Button>{t(m('list.close'))}</Button>
        </Form>
      )}
      {call.state === 'decided' && (
        <>
          <Form action={href(`${base}/decisions/reopening`)} csrf={frame.csrf} inline>
            <Button look="secondary">{t(m('list.reopen'))}</Button>
          </Form>
          <Form action={href(`${base}/telling`)} csrf={frame.csrf} inline>
            <Button look="secondary">{t(m('list.tell-now'))}</Button>
          </Form>
        </>
      )}
    </ButtonGroup>
  )
}

function countOf(counts: ListPageProps['counts'], outcome: Outcome | null): number {
  return counts
    .filter((each) => each.outcome === outcome)
    .reduce((sum, { count }) => sum + count, 0)
}

function countAll(counts: ListPageProps['counts']): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

function Counts({ scene, counts }: ListPageProps) {
  const { t } = scene
  return (
    <Grid size="small">
      <Figure value={countAll(counts)} label={t(m('field.submitted'))} />
      {([null, ...outcomes] as const).map((outcome) => (
        <Figure
          key={outcome}
          value={countOf(counts, outcome)}
          label={t(m(`outcome.${outcome ?? 'none'}`))}
        />
      ))}
    </Grid>
  )
}

function SeatTable({ scene, call, counts }: ListPageProps) {
  const { t, language, href } = scene
  const given = (id: string) =>
    counts
      .filter((each) => each.outcome === 'accepted' && each.destination_id === id)
      .reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={t(m('call.destinations'))} id="seats">
      <Table
        language={language}
        caption={t(m('call.destinations'))}
        captionHidden
        columns={[
          {
            key: 'name',
            label: t(m('field.destination')),
            primary: true,
            cell: ({ name }) => <Local language={scene.language} text={name} />,
          },
          { key: 'given', label: t(m('field.given')), kind: 'number', cell: ({ id }) => given(id) },
          { key: 'seats', label: t(m('field.seats')), kind: 'number', cell: ({ seats }) => seats },
          ...fundColumns(scene, call, given),
        ]}
        rows={call.definition.destinations}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`/calls/${call.id}/applications`, { wish: id })}
      />
    </Section>
  )
}

function Filters({ scene, call, filter }: ListPageProps) {
  const { t, language, href } = scene
  const path = href(`/calls/${call.id}/applications`)
  const destinations: Option[] = call.definition.destinations.map(({ id, name }) => ({
    value: id,
    label: localText(scene, name),
  }))
  const without = (name: 'outcome' | 'wish') =>
    href(`/calls/${call.id}/applications`, {
      outcome: name === 'outcome' ? null : filter.outcome,
      wish: name === 'wish' ? null : filter.wish,
      q: filter.q || null,
    })
  const wished = destinations.find(({ value }) => value === filter.wish)
  return (
    <FilterBar
      language={language}
      action={path}
      clearHref={path}
      search={{ label: t(m('list.search')), value: filter.q }}
      active={[
        ...(filter.outcome === null
          ? []
          : [{ href: without('outcome'), label: t(m(`outcome.${filter.outcome}`)) }]),
        ...(wished ? [{ href: without('wish'), label: wished.label }] : []),
      ]}
    >
      <Field
        kind="select"
        language={language}
        name="outcome"
        label={t(m('field.outcome'))}
        value={filter.outcome ?? ''}
        options={(['none', ...outcomes] as const).map((value) => ({
          value,
          label: t(m(`outcome.${value}`)),
        }))}
        autosubmit
      />
      {destinations.length > 0 && (
        <Field
          kind="select"
          language={language}
          name="wish"
          label={t(m('field.destination'))}
          value={filter.wish ?? ''}
          options={destinations}
          autosubmit
        />
      )}
    </FilterBar>
  )
}

function ApplicationTable(props: ListPageProps) {
  const { scene, call, rows, total, page, filter, chosen } = props
  const { t, language, href, frame } = scene
  const path = `/calls/${call.id}/applications`
  const query = { outcome: filter.outcome, wish: filter.wish, q: filter.q || null }
  return (
    <Table
      language={language}
      caption={t(m('list.all'))}
      captionHidden
      columns={columnsOf(props)}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => href(`/applications/${id}`)}
      rowLabel={({ name }) => displayName(name, language)}
      keyboard
      {...(isDecidable(scene, call)
        ? {
            select: {
              action: href(`/calls/${call.id}/decisions`),
              csrf: frame.csrf,
              name: 'application',
              selected: chosen,
              hidden: { seen: String(call.decisions) },
              question: <DecisionQuestion {...props} />,
              actions: [
                { name: 'outcome', value: 'accepted', label: t(m('decide.accept')) },
                {
                  name: 'outcome',
                  value: 'waiting',
                  label: t(m('decide.wait')),
                  look: 'secondary' as const,
                },
                {
                  name: 'outcome',
                  value: 'refused',
                  label: t(m('decide.refuse')),
                  look: 'harm' as const,
                },
                {
                  name: 'outcome',
                  value: 'none',
                  label: t(m('decide.undo')),
                  look: 'quiet' as const,
                },
              ],
            },
          }
        : {})}
      pagination={{
        page,
        pageSize: applicationsPerPage,
        total,
        href: (number) => href(path, { ...query, page: number }),
      }}
      empty={<EmptyState title={t(m('list.none'))} why={t(m('list.none-why'))} />}
    />
  )
}

/** How many of the references that the call wants were given; a missing one is marked. */
function ReferenceCount({ scene, call, given }: ListPageProps & { given: number }) {
  const each = call.definition.references?.each ?? 0
  const text = scene.t(m('list.references-of', { given, each }))
  return given < each ? <StateTag tone="attention">{text}</StateTag> : <>{text}</>
}

function columnsOf(props: ListPageProps): Column<ApplicationRow>[] {
  const { scene, call, merits } = props
  const { t, language } = scene
  const { destinations } = call.definition
  const nameOf = (id: string): LocalText => destinations.find((each) => each.id === id)?.name ?? {}
  const short = (id: string) => localised(nameOf(id), language).text
  return [
    { key: 'number', label: t(m('field.number')), kind: 'number', cell: ({ number }) => number },
    {
      key: 'name',
      label: t(m('field.applicant')),
      primary: true,
      cell: ({ name }) => displayName(name, language),
    },
    ...(call.definition.review ? scoreColumns(props) : []),
    ...(call.merit_question === null || call.definition.review
      ? []
      : [
          {
            key: 'merit',
            label: t(m('field.by-merit')),
            kind: 'number' as const,
            cell: ({ id }: ApplicationRow) => merits.get(id)?.shown ?? '–',
          },
        ]),
    ...(call.definition.questions.every(({ kind }) => kind !== 'destinations')
      ? []
      : [
          {
            key: 'wishes',
            label: t(m('field.wishes')),
            cell: ({ answers }: ApplicationRow) =>
              wishesOf(call.definition, answers)
                .map((id, place) => `${place + 1} ${short(id)}`)
                .join(' · '),
          },
        ]),
    ...(call.definition.references
      ? [
          {
            key: 'references',
            label: t(m('list.references')),
            kind: 'number' as const,
            cell: ({ id }: ApplicationRow) => (
              <ReferenceCount {...props} given={props.references.get(id) ?? 0} />
            ),
          },
        ]
      : []),
    {
      key: 'sent',
      label: t(m('field.sent')),
      kind: 'date',
      cell: ({ submitted_at: at, in_grace: late }) =>
        at &&
        `${formatDate(dateInZone(at, scene.timeZone), language, 'medium')}${late ? ` · ${t(m('list.in-grace'))}` : ''}`,
    },
    {
      key: 'outcome',
      label: t(m('field.outcome')),
      kind: 'state',
      cell: ({ outcome, destination_id: id }) => (
        <>
          <OutcomeTag scene={scene} outcome={outcome} />
          {id !== null && <span class="quiet"> {short(id)}</span>}
        </>
      ),
    },
  ]
}

/** Raw and corrected score, with their spread and the rank. */
function scoreColumns({ scene, scores }: ListPageProps): Column<ApplicationRow>[] {
  const { t, language } = scene
  const column = (key: string, text: (scored: Scored) => string): Column<ApplicationRow> => ({
    key,
    label: t(m(`score.${key as 'raw' | 'corrected' | 'spread' | 'rank' | 'reviews'}`)),
    kind: 'number',
    cell: ({ id }) => {
      const scored = scores.get(id)
      return scored ? text(scored) : '–'
    },
  })
  return [
    column('reviews', ({ reviews }) => formatNumber(reviews, language)),
    column('raw', ({ raw }) => formatNumber(raw, language, 1)),
    column('corrected', ({ corrected }) =>
      corrected === null ? '–' : formatNumber(corrected, language, 1),
    ),
    column(
      'spread',
      ({ lowest, highest }) =>
        `${formatNumber(lowest, language, 0)}–${formatNumber(highest, language, 0)}`,
    ),
    column('rank', ({ rank }) => formatNumber(rank, language)),
  ]
}

function DecisionQuestion({ scene, call, form }: ListPageProps) {
  const { t, language } = scene
  return (
    <>
      {call.definition.destinations.length > 0 && (
        <Field
          kind="select"
          language={language}
          name="destination"
          label={t(m('decide.destination'))}
          hint={t(m('decide.destination-hint'))}
          value={form.values['destination']}
          options={call.definition.destinations.map(({ id, name }) => ({
            value: id,
            label: localText(scene, name),
          }))}
          error={form.errors['destination']}
          required={false}
        />
      )}
      <Field
        kind="select"
        language={language}
        name="reason"
        label={t(m('decide.reason'))}
        hint={t(m('decide.reason-hint'))}
        value={form.values['reason']}
        options={decisionReasons.map((value) => ({ value, label: t(reasonMessage(value)!) }))}
        error={form.errors['reason']}
        required={false}
      />
      <Field
        kind="textarea"
        language={language}
        name="note"
        label={t(m('decide.note'))}
        hint={t(m('decide.note-hint'))}
        rows={3}
        value={form.values['note']}
        error={form.errors['note']}
        required={false}
      />
    </>
  )
}
