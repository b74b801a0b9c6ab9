import { dateInZone, formatDate, type Language, localised } from '#kernel/values'
import type { VNode } from 'preact'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Fold,
  Form,
  Notice,
  ObjectStrip,
  Page,
  ProgressBar,
  Row,
  Section,
  Tabs,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RunRow } from '../queries/runs.ts'
import { isCertified, isMentorMethod } from '../rules/round-methods.ts'
import { MentorFigures, MentorKeyFigures } from './mentor-figures.tsx'
import { wordOf } from './round-words.ts'
import { ChoiceFigures, KeyFigures, SeatFigures } from './run-figures.tsx'
import { Proof } from './run-proof.tsx'
import { NothingPromised } from './nothing-promised.tsx'
import { base, type PageCall, stateOf } from './words.ts'

/** The parts of a run's page, each with an address. */
export type RunView = 'overview' | 'applicants' | 'places' | 'changes'

/** What the page of a run shows. */
export interface RunPageProps {
  call: PageCall
  run: RunRow
  view: RunView
  /** The table of the view; null for the overview. */
  table: VNode | null
  hasChanges: boolean
  /** Who dropped out, as the reader knows them; null of a run that repairs none. */
  withdrawnName: string | null
  refusal: { message: string; fields: Record<string, string> } | null
  origin: string
}

/** A run: how far it is, or who got what, proved. */
export function RunPage(props: RunPageProps) {
  const { call, run, refusal } = props
  const { t, language, href } = call
  return (
    <Page
      frame={call.frame}
      title={`${t(m('run.title', { number: run.number }))} · ${run.roundName}`}
      trail={[
        { href: href(base), label: t(m('rounds.title')) },
        { href: href(`${base}/rounds/${run.round_id}`), label: run.roundName },
      ]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
      wide
    >
      <ObjectStrip
        language={language}
        kind={t(m('run.title', { number: run.number }))}
        title={<Typed>{run.roundName}</Typed>}
        detail={`${localised(run.organisationNames, language).text} · ${formatDate(
          dateInZone(run.frozen_at, 'Asia/Bangkok'),
          language,
        )}`}
        state={{ tone: stateOf(run).tone, label: t(m(stateOf(run).label)) }}
        next={t(m(nextOf(run)))}
        actions={run.state === 'proved' && <Downloads call={call} run={run} />}
      />
      <p>{t(m('method.line', { method: t(m(`method.name.${run.method}`)) }))}</p>
      {run.withdrawn && run.repairsNumber !== null && (
        <p>
          <a href={href(`${base}/runs/${run.repairsRunId}`)}>
            {t(
              m(wordOf(run.method, `withdrawal.repaired-${run.withdrawn.side}`), {
                number: run.repairsNumber,
                name: props.withdrawnName ?? run.withdrawn.id,
              }),
            )}
          </a>
        </p>
      )}
      {run.ended_at === null && <Going call={call} run={run} />}
      {run.state === 'unproved' && (
        <Notice tone="harm" title={t(m('run.state.unproved'))}>
          {t(m('run.unproved-why'))}
        </Notice>
      )}
      {run.state === 'cancelled' && <Notice tone="info" title={t(m('run.cancelled-why'))} />}
      {run.summary && <Result {...props} />}
    </Page>
  )
}

function nextOf(run: RunRow): Parameters<typeof m>[0] {
  if (run.published_at) return wordOf(run.method, 'run.next.published')
  return run.state === 'proved' && !isCertified(run.method)
    ? 'run.next.told'
    : `run.next.${run.state}`
}

function Downloads({ call, run }: { call: PageCall; run: RunRow }) {
  const { t, href } = call
  const here = `${base}/runs/${run.id}`
  return (
    <Row>
      <ButtonLink
        href={href(`${here}/table`, { format: 'xlsx' })}
        look="secondary"
        icon="download"
        download
      >
        {t(m('run.xlsx'))}
      </ButtonLink>
      <ButtonLink
        href={href(`${here}/table`, { format: 'csv' })}
        look="quiet"
        icon="download"
        download
      >
        {t(m('run.csv'))}
      </ButtonLink>
      <ButtonLink href={href(`${here}/certificate`)} look="secondary" icon="download" download>
        {t(m('run.certificate'))}
      </ButtonLink>
    </Row>
  )
}

function Going({ call, run }: { call: PageCall; run: RunRow }) {
  const { t, language, href } = call
  const here = href(`${base}/runs/${run.id}`)
  return (
    <>
      <ProgressBar
        language={language}
        label={t(m('run.going'))}
        value={run.share}
        max={100}
        detail={t(m(`run.stage.${run.stage}`))}
        poll={`${here}/progress`}
      />
      <p class="quiet">{t(m('run.leave'))}</p>
      <Form action={`${here}/cancellation`} csrf={call.frame.csrf}>
        <ButtonGroup>
          <ButtonLink href={here} look="secondary">
            {t(m('run.refresh'))}
          </ButtonLink>
          <Button look="quiet">{t(m('run.cancel'))}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

function Result(props: RunPageProps) {
  const { call, run, view, hasChanges } = props
  const { t, href } = call
  const summary = run.summary!
  const views: readonly RunView[] = [
    'overview',
    'applicants',
    'places',
    ...(hasChanges ? (['changes'] as const) : []),
  ]
  return (
    <>
      <Tabs
        label={t(m('run.views'))}
        tabs={views.map((each) => ({
          href: href(`${base}/runs/${run.id}`, { view: each === 'overview' ? null : each }),
          label: t(
            m(
              each === 'applicants' || each === 'places'
                ? wordOf(run.method, `run.view.${each}`)
                : `run.view.${each}`,
            ),
          ),
          current: view === each,
          ...(each === 'applicants' ? { count: summary.applicants } : {}),
          ...(each === 'places' ? { count: summary.places } : {}),
        }))}
      />
      {view === 'overview' ? <Overview {...props} /> : props.table}
    </>
  )
}

function Overview({ call, run, origin }: RunPageProps) {
  const { language } = call
  const summary = run.summary!
  return (
    <>
      {!isCertified(run.method) && <NothingPromised call={call} />}
      {summary.mentors ? (
        <>
          <MentorKeyFigures call={call} summary={summary} />
          <MentorFigures call={call} summary={summary} />
        </>
      ) : (
        <>
          <KeyFigures call={call} summary={summary} />
          <ChoiceFigures call={call} summary={summary} />
          <SeatFigures call={call} summary={summary} />
        </>
      )}
      <Proof
        call={call}
        method={run.method}
        says={summary.says ?? []}
        sha256={run.inputs_sha256}
        {...drawnFor(run, language)}
        file={`matching-${run.code}.json`}
      />
      <Withdrawals call={call} run={run} />
      <Publication call={call} run={run} origin={origin} />
    </>
  )
}

/** What decided by lot; nothing where mentors are given. */
export function drawnFor(
  { method, seed, commitment, committedAt }: RunRow,
  language: Language,
): { seed: string | null; commitment: { hash: string; at: string } | null } {
  if (isMentorMethod(method)) return { seed: null, commitment: null }
  const at = formatDate(dateInZone(committedAt, 'Asia/Bangkok'), language)
  return { seed, commitment: { hash: commitment, at } }
}

/** The way to what happens when somebody drops out. */
function Withdrawals({ call, run }: { call: PageCall; run: RunRow }) {
  const { t, href } = call
  if (!call.may('matching.run.start', run)) return null
  return (
    <Section
      title={t(m('withdrawal.if'))}
      id="withdrawal"
      lead={t(m(wordOf(run.method, 'withdrawal.lead')))}
    >
      <ButtonGroup>
        <ButtonLink href={href(`${base}/runs/${run.id}/withdrawal`)} look="secondary">
          {t(m('withdrawal.choose'))}
        </ButtonLink>
      </ButtonGroup>
    </Section>
  )
}

function Publication({ call, run, origin }: { call: PageCall; run: RunRow; origin: string }) {
  const { t, href } = call
  const address = href(`${base}/published/${run.code}`)
  return (
    <Section title={t(m('publish.title'))} id="publication">
      {run.published_at ? (
        <>
          <p>{t(m('publish.done', { code: run.code }))}</p>
          <p>
            <a href={address}>{`${origin}${address}`}</a>
          </p>
        </>
      ) : (
        <Fold summary={t(m('publish.what'))}>
          <p>{t(m(wordOf(run.method, 'publish.lead')))}</p>
          <Form action={href(`${base}/runs/${run.id}/publication`)} csrf={call.frame.csrf}>
            <Button>{t(m('publish.submit'))}</Button>
          </Form>
        </Fold>
      )}
    </Section>
  )
}
