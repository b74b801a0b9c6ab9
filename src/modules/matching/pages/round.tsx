import { dateInZone, formatDate, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Fold,
  Form,
  Grid,
  Figure,
  Notice,
  ObjectStrip,
  Page,
  Section,
  StateTag,
  Steps,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import { neededSides } from '../rules/sides.ts'
import { Lists } from './round-lists.tsx'
import { MethodField } from './round-method.tsx'
import { NothingPromised } from './nothing-promised.tsx'
import type { RoundPageProps } from './round-props.ts'
import { listName, wordOf } from './round-words.ts'
import { base, faultMessage, shareText, stateOf } from './words.ts'

/** A round from its lists to its runs: what is there, what is wrong, what comes next. */
export function RoundPage(props: RoundPageProps) {
  const { call, round, runs, refusal } = props
  const { t, language, href } = call
  const stage = stageOf(props)
  return (
    <Page
      frame={call.frame}
      title={round.name}
      trail={[{ href: href(base), label: t(m('rounds.title')) }]}
      alert={
        refusal && (
          <ErrorSummary language={language} message={refusal.message} fields={refusal.fields} />
        )
      }
      wide
    >
      <ObjectStrip
        language={language}
        kind={t(m(wordOf(round.kind, 'round.kind')))}
        title={<Typed>{round.name}</Typed>}
        detail={localised(round.organisationNames, language).text}
        state={{ tone: stage.tone, label: t(m(`round.state.${stage.state}`)) }}
        next={t(
          m(
            stage.state === 'lists'
              ? wordOf(round.kind, 'round.next.lists')
              : `round.next.${stage.state}`,
          ),
        )}
      />
      {round.about !== '' && (
        <p class="lead">
          <Typed>{round.about}</Typed>
        </p>
      )}
      <Steps
        language={language}
        label={t(m('round.steps'))}
        steps={(['lists', 'mend', 'ready', 'ran'] as const).map((step, index) => ({
          label: t(m(`round.step.${step}`)),
          state: index < stage.at ? 'done' : index === stage.at ? 'current' : 'later',
        }))}
      />
      {runs.length > 0 && <Runs {...props} />}
      <Lists {...props} />
      <Faults {...props} />
      <Shortage {...props} />
      {stage.state !== 'lists' && <Start {...props} />}
      {round.kind === 'places' && <Seed {...props} />}
      <RemoveNames {...props} />
    </Page>
  )
}

/** Of rounds in which a lottery may decide. */
function Seed({ call, seed }: RoundPageProps) {
  const { t, language } = call
  const date = formatDate(dateInZone(seed.committedAt, 'Asia/Bangkok'), language)
  return (
    <Section title={t(m('seed.title'))} id="seed" lead={t(m('seed.lead'))}>
      <p>{t(m('seed.committed', { number: seed.number, date }))}</p>
      <p class="hash">
        <code>{seed.commitment}</code>
      </p>
    </Section>
  )
}

/** Why not everybody can be given something, and the least that would help. */
function Shortage({ call, round }: RoundPageProps) {
  const { t } = call
  const { shortage = [] } = round.findings
  if (shortage.length === 0) return null
  return (
    <Notice tone="attention" title={t(m('shortage.title'))}>
      <p>{t(m('shortage.lead'))}</p>
      <ul>
        {shortage.slice(0, shortageShown).map((line, index) => (
          <li key={index}>{t(line)}</li>
        ))}
      </ul>
    </Notice>
  )
}

const shortageShown = 12

function stageOf({ round, lists, runs }: RoundPageProps): {
  state: 'lists' | 'mend' | 'ready' | 'running' | 'ran'
  at: number
  tone: 'info' | 'attention' | 'done' | 'quiet'
} {
  if (runs.some((run) => run.ended_at === null)) return { state: 'running', at: 3, tone: 'info' }
  const both = neededSides.every((side) => lists[side])
  if (runs.some((run) => run.state === 'proved')) return { state: 'ran', at: 4, tone: 'done' }
  if (!both) return { state: 'lists', at: 0, tone: 'quiet' }
  if (round.findings.faultCount > 0) return { state: 'mend', at: 1, tone: 'attention' }
  return { state: 'ready', at: 2, tone: 'info' }
}

function Faults({ call, round, lists }: RoundPageProps) {
  const { t, language } = call
  const { findings } = round
  if (!lists.applicants && !lists.places) return null
  const count = (value: number) => formatNumber(value, language)
  return (
    <Section title={t(m('findings.title'))} id="findings">
      <Grid size="small">
        <Figure
          value={count(findings.applicants)}
          label={t(m(wordOf(round.kind, 'findings.applicants')))}
        />
        <Figure
          value={count(findings.places)}
          label={t(m(wordOf(round.kind, 'findings.places')))}
        />
        <Figure value={count(findings.seats)} label={t(m(wordOf(round.kind, 'findings.seats')))} />
        <Figure value={count(findings.faultCount)} label={t(m('findings.faults'))} />
      </Grid>
      {findings.faultCount === 0 ? (
        <Notice tone="done" title={t(m('findings.none'))} />
      ) : (
        <>
          <p>{t(m('findings.lead', { count: findings.faultCount }))}</p>
          <Table
            language={language}
            caption={t(m('findings.faults'))}
            captionHidden
            rows={findings.faults.slice(0, 100)}
            rowKey={(fault) => `${fault.side}-${fault.row}-${fault.fault}-${fault.name}`}
            columns={[
              {
                key: 'list',
                label: t(m('findings.list')),
                cell: (fault) => (
                  <>
                    {t(m(listName(round.kind, fault.side)))}{' '}
                    <span class="quiet">
                      <Typed>{lists[fault.side]?.fileName ?? ''}</Typed>
                    </span>
                  </>
                ),
              },
              {
                key: 'row',
                label: t(m('findings.row')),
                kind: 'number',
                cell: (fault) => fault.row,
              },
              {
                key: 'fault',
                label: t(m('findings.what')),
                primary: true,
                cell: (fault) => t(faultMessage(fault)),
              },
            ]}
          />
          {findings.faultCount > 100 && (
            <p class="quiet">{t(m('command.more', { count: findings.faultCount - 100 }))}</p>
          )}
        </>
      )}
    </Section>
  )
}

function Start(props: RoundPageProps) {
  const { call, round, lists, runs, seed } = props
  const { t, href } = call
  if (!lists.applicants || !lists.places || round.findings.faultCount > 0) return null
  if (runs.some((run) => run.ended_at === null)) return null
  return (
    <Section title={t(m('start.title'))} id="start" lead={t(m(wordOf(round.kind, 'start.lead')))}>
      <Form action={href(`${base}/rounds/${round.id}/runs`)} csrf={call.frame.csrf}>
        <MethodField {...props} />
        {round.findings.features?.couples && <NothingPromised call={call} />}
        <ButtonGroup>
          <Button>{t(m('start.submit', { number: seed.number }))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Runs({ call, round, runs }: RoundPageProps) {
  const { t, language, href } = call
  return (
    <Section title={t(m('runs.title'))} id="runs">
      <Table
        language={language}
        caption={t(m('runs.title'))}
        captionHidden
        rows={runs}
        rowKey={(run) => run.id}
        rowHref={(run) => href(`${base}/runs/${run.id}`)}
        columns={[
          {
            key: 'number',
            label: t(m('run.number')),
            primary: true,
            cell: (run) => t(m('run.title', { number: run.number })),
          },
          {
            key: 'method',
            label: t(m('method.title')),
            cell: (run) => t(m(`method.name.${run.method}`)),
          },
          {
            key: 'frozen',
            label: t(m('run.frozen')),
            kind: 'date',
            cell: (run) => formatDate(dateInZone(run.frozen_at, 'Asia/Bangkok'), language),
          },
          {
            key: 'matched',
            label: t(m(wordOf(round.kind, 'round.matched'))),
            kind: 'number',
            cell: ({ summary }) =>
              summary
                ? shareText(summary.applicants - summary.unmatched, summary.applicants, language)
                : '–',
          },
          {
            key: 'state',
            label: t(m('round.state')),
            kind: 'state',
            cell: (run) => <StateTag tone={stateOf(run).tone}>{t(m(stateOf(run).label))}</StateTag>,
          },
        ]}
      />
    </Section>
  )
}

function RemoveNames({ call, round, lists, runs }: RoundPageProps) {
  const { t, href } = call
  const hasNames = Boolean(lists.applicants) || runs.some((run) => run.namesSha256 !== null)
  if (!hasNames || runs.length === 0 || runs.some((run) => run.ended_at === null)) return null
  return (
    <Fold summary={t(m('names.title'))}>
      <p>{t(m('names.lead'))}</p>
      <Form action={href(`${base}/rounds/${round.id}/names`)} csrf={call.frame.csrf}>
        <Button look="harm">{t(m('names.submit'))}</Button>
      </Form>
    </Fold>
  )
}
