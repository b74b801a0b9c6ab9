import { formatNumber } from '#kernel/values'
import type { VNode } from 'preact'
import {
  ButtonGroup,
  ButtonLink,
  Notice,
  ObjectStrip,
  Page,
  PublicShell,
  Section,
  StateTag,
  Table,
  Typed,
} from '#ui'
import type { ExplainedApplicant, ExplainedPlace } from '../aside/explain-tasks.ts'
import { m } from '../messages/index.ts'
import type { RunRow } from '../queries/runs.ts'
import { isCertified } from '../rules/round-methods.ts'
import { cutoffText } from './run-tables.tsx'
import { base, type PageCall } from './words.ts'

interface ApplicantProps {
  call: PageCall
  run: RunRow
  name: string | null
  explained: ExplainedApplicant
  /** The address that explains the choice of a place. */
  explainHref: (place: number) => string
}

/** Why an applicant has this place and not another; nothing of anybody else's list is in it. */
export function ApplicantExplanation(props: ApplicantProps) {
  const { call, run, name, explained } = props
  const { t, href } = call
  const placed = explained.placed
  const isGone = run.withdrawn?.side === 'applicant' && run.withdrawn.id === explained.code
  return (
    <Page
      frame={call.frame}
      title={name ?? explained.code}
      trail={[
        { href: href(base), label: t(m('rounds.title')) },
        { href: href(`${base}/rounds/${run.round_id}`), label: run.roundName },
        {
          href: href(`${base}/runs/${run.id}`, { view: 'applicants' }),
          label: t(m('run.title', { number: run.number })),
        },
      ]}
    >
      <ObjectStrip
        language={call.language}
        kind={t(m('columns.applicant'))}
        title={<Typed>{name ?? explained.code}</Typed>}
        detail={`${t(m('applicants.code'))}: ${explained.code}`}
        state={
          placed
            ? { tone: 'done', label: t(m('figures.choice', { choice: placed.choice })) }
            : { tone: 'attention', label: t(m('figures.none')) }
        }
        next={
          placed ? (
            <Typed>{placed.place}</Typed>
          ) : (
            t(m(isGone ? 'withdrawal.gone' : 'explain.unmatched'))
          )
        }
      />
      <Choices {...props} />
      {name !== null && (
        <Notice tone="info">{t(m('explain.hand-on', { code: explained.code }))}</Notice>
      )}
      <Dropped call={call} run={run} query={{ applicant: explained.code }} />
    </Page>
  )
}

/** The same for an applicant who opens a published run with the code. */
export function PublicExplanation(props: ApplicantProps) {
  const { call, run, explained } = props
  const { t, href } = call
  const { placed } = explained
  return (
    <PublicShell
      frame={call.frame}
      title={explained.code}
      trail={[{ href: href(`${base}/published/${run.code}`), label: run.roundName }]}
    >
      <h1>{explained.code}</h1>
      <p class="lead">
        {placed ? (
          <>
            {t(m('figures.choice', { choice: placed.choice }))}: <Typed>{placed.place}</Typed>
          </>
        ) : (
          t(m('explain.unmatched'))
        )}
      </p>
      <Choices {...props} />
    </PublicShell>
  )
}

function Choices({ call, run, explained, explainHref }: ApplicantProps) {
  const { t, language } = call
  return (
    <Section title={t(m('explain.choices'))} id="choices" lead={t(m('explain.choices-lead'))}>
      <p>
        {t(
          m('explain.lot', {
            lot: formatNumber(explained.lot, language),
            applicants: formatNumber(explained.applicants, language),
          }),
        )}
      </p>
      {explained.choices.some(({ beside }) => beside !== null) && (
        <p>{t(m('explain.couple-list'))}</p>
      )}
      {!isCertified(run.method) && <p>{t(m('couples.uncertified'))}</p>}
      <Table
        language={language}
        caption={t(m('explain.choices'))}
        captionHidden
        rows={explained.choices}
        rowKey={(row) => `${row.choice}-${row.number}`}
        rowTone={(row) => (row.isBelow ? 'quiet' : undefined)}
        empty={<p>{t(m('explain.no-choices'))}</p>}
        columns={[
          {
            key: 'choice',
            label: t(m('columns.choice')),
            kind: 'number',
            cell: (row) => formatNumber(row.choice, language),
          },
          {
            key: 'place',
            label: t(m('columns.place')),
            primary: true,
            cell: (row) => (
              <Typed>{row.beside === null ? row.place : `${row.place} / ${row.beside}`}</Typed>
            ),
          },
          {
            key: 'why',
            label: t(m('explain.why')),
            cell: (row): VNode =>
              row.lines.length > 0 ? (
                <>
                  {row.lines.map((line) => (
                    <p key={line.key}>{t(line)}</p>
                  ))}
                </>
              ) : (
                <a href={explainHref(row.number)}>{t(m('explain.this'))}</a>
              ),
          },
        ]}
      />
    </Section>
  )
}

const placeTones = {
  admitted: 'done',
  elsewhere: 'neutral',
  'not-asking': 'quiet',
  outranked: 'attention',
} as const

/** The way to what happens when this one drops out. */
export function Dropped({
  call,
  run,
  query,
}: {
  call: PageCall
  run: RunRow
  query: Record<string, string | number>
}) {
  if (!call.may('matching.run.start', run)) return null
  return (
    <ButtonGroup>
      <ButtonLink look="secondary" href={call.href(`${base}/runs/${run.id}/withdrawal`, query)}>
        {call.t(m('withdrawal.here'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

interface PlaceProps {
  call: PageCall
  run: RunRow
  /** The number of the place, from 1. */
  number: number
  explained: ExplainedPlace
  names: ReadonlyMap<string, string>
}

/** Why a place has whom it has: its seats, its cut-off, and what became of those whom it ranked. */
export function PlaceExplanation({ call, run, number, explained, names }: PlaceProps) {
  const { t, language, href } = call
  const { place: name, seats, filled } = explained
  const isGone = run.withdrawn?.side === 'place' && run.withdrawn.id === name
  return (
    <Page
      frame={call.frame}
      title={explained.place}
      trail={[
        { href: href(base), label: t(m('rounds.title')) },
        { href: href(`${base}/rounds/${run.round_id}`), label: run.roundName },
        {
          href: href(`${base}/runs/${run.id}`, { view: 'places' }),
          label: t(m('run.title', { number: run.number })),
        },
      ]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('columns.place'))}
        title={<Typed>{explained.place}</Typed>}
        detail={t(m('places.asked-by', { count: explained.asked }))}
        state={{
          tone: filled === seats ? 'done' : 'attention',
          label: t(m('places.filled-of', { filled, seats })),
        }}
        next={cutoffText(call, { ...explained, name }, run)}
      />
      {!isGone && <Reasons call={call} run={run} explained={explained} names={names} />}
      <Ranked call={call} run={run} explained={explained} names={names} />
      <Dropped call={call} run={run} query={{ place: number }} />
    </Page>
  )
}

/** Why a host has these people, and what would have brought others. */
function Reasons({ call, run, explained, names }: Omit<PlaceProps, 'number'>) {
  const { t } = call
  const isCoupled = !isCertified(run.method)
  const { seats, filled, oneMore } = explained
  return (
    <ul class="prose">
      <li>
        {isCoupled
          ? t(m('explain.host-couples'))
          : t(
              m(filled < seats ? 'explain.host-free' : 'explain.host-full', {
                count: seats - filled,
              }),
            )}
      </li>
      {oneMore && (
        <li>
          {oneMore.length === 0
            ? t(m('explain.one-more-nobody'))
            : t(
                m('explain.one-more', {
                  names: oneMore.map((code) => names.get(code) ?? code).join(', '),
                }),
              )}
        </li>
      )}
    </ul>
  )
}

function Ranked({ call, run, explained, names }: Omit<PlaceProps, 'number'>) {
  const { t, language, href } = call
  return (
    <Section title={t(m('explain.ranked'))} id="ranked" lead={t(m('explain.ranked-lead'))}>
      <Table
        language={language}
        caption={t(m('explain.ranked'))}
        captionHidden
        rows={explained.ranked}
        rowKey={(row) => row.code}
        rowHref={(row) => href(`${base}/runs/${run.id}/applicants/${row.code}`)}
        empty={<p>{t(m('explain.nobody'))}</p>}
        columns={[
          {
            key: 'group',
            label: t(m('columns.rank')),
            kind: 'number',
            cell: (row) => formatNumber(row.group, language),
          },
          {
            key: 'name',
            label: t(m('columns.applicant')),
            primary: true,
            cell: (row) => <Typed>{names.get(row.code) ?? row.code}</Typed>,
          },
          {
            key: 'state',
            label: t(m('explain.became')),
            kind: 'state',
            cell: (row) => (
              <StateTag tone={placeTones[row.state]}>{t(m(`explain.${row.state}`))}</StateTag>
            ),
          },
        ]}
      />
      {explained.more > 0 && <p class="quiet">{t(m('explain.more', { count: explained.more }))}</p>}
    </Section>
  )
}
