import { dateInZone, formatDate, formatNumber, localised } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
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
import type { GivenList, RoundRow } from '../queries/rounds.ts'
import type { RunRow } from '../queries/runs.ts'
import { type Side, sides } from '../rules/sides.ts'
import { ListCard } from './round-list.tsx'
import { base, faultMessage, type PageCall, shareText, stateTones } from './words.ts'

/** What the page of a round shows. */
export interface RoundPageProps {
  call: PageCall
  round: RoundRow
  lists: Partial<Record<Side, GivenList>>
  runs: readonly RunRow[]
  seed: { number: number; commitment: string; committedAt: Date }
  refusal: { message: string; fields: Record<string, string> } | null
  values: Readonly<Record<string, string>>
}

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
        kind={t(m('round.kind'))}
        title={<Typed>{round.name}</Typed>}
        detail={localised(round.organisationNames, language).text}
        state={{ tone: stage.tone, label: t(m(`round.state.${stage.state}`)) }}
        next={t(m(`round.next.${stage.state}`))}
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
      {stage.state !== 'lists' && <Start {...props} />}
      <Section title={t(m('seed.title'))} id="seed" lead={t(m('seed.lead'))}>
        <p>
          {t(
            m('seed.committed', {
              number: props.seed.number,
              date: formatDate(dateInZone(props.seed.committedAt, 'Asia/Bangkok'), language),
            }),
          )}
        </p>
        <p class="hash">
          <code>{props.seed.commitment}</code>
        </p>
      </Section>
      <RemoveNames {...props} />
    </Page>
  )
}

function stageOf({ round, lists, runs }: RoundPageProps): {
  state: 'lists' | 'mend' | 'ready' | 'running' | 'ran'
  at: number
  tone: 'info' | 'attention' | 'done' | 'quiet'
} {
  if (runs.some((run) => run.ended_at === null)) return { state: 'running', at: 3, tone: 'info' }
  const both = sides.every((side) => lists[side])
  if (runs.some((run) => run.state === 'proved')) return { state: 'ran', at: 4, tone: 'done' }
  if (!both) return { state: 'lists', at: 0, tone: 'quiet' }
  if (round.findings.faultCount > 0) return { state: 'mend', at: 1, tone: 'attention' }
  return { state: 'ready', at: 2, tone: 'info' }
}

function Lists(props: RoundPageProps) {
  const { call, round, lists, refusal, values } = props
  const { t, language, href } = call
  const given = sides.filter((side) => lists[side])
  const form = (
    <Form action={href(`${base}/rounds/${round.id}/lists`)} csrf={call.frame.csrf} files>
      {sides.map((side) => (
        <div key={side} class="stack">
          <Field
            kind="file"
            language={language}
            name={side}
            label={t(m(`list.${side}.file`))}
            hint={t(m(`list.${side}.hint`))}
            accept=".xlsx,.csv,.tsv,.txt"
            error={refusal?.fields[side]}
            required={false}
          />
          <p class="quiet">
            {t(m('list.template'))}{' '}
            {(['xlsx', 'csv'] as const).map((format, index) => (
              <>
                {index > 0 && ' · '}
                <a href={href(`${base}/templates/${side}`, { format })}>{format.toUpperCase()}</a>
              </>
            ))}
          </p>
          <Fold summary={t(m('list.paste'))} open={Boolean(values[`${side}-paste`])}>
            <Field
              kind="textarea"
              language={language}
              name={`${side}-paste`}
              label={t(m(`list.${side}.paste`))}
              rows={5}
              pasteTable
              value={values[`${side}-paste`]}
              required={false}
            />
          </Fold>
        </div>
      ))}
      <ButtonGroup>
        <Button look={given.length === 2 ? 'secondary' : 'primary'}>{t(m('list.submit'))}</Button>
      </ButtonGroup>
    </Form>
  )
  return (
    <Section title={t(m('lists.title'))} id="lists" lead={t(m('lists.lead'))}>
      {given.length > 0 && (
        <Grid size="large">
          {given.map((side) => (
            <ListCard key={side} {...props} side={side} list={lists[side]!} />
          ))}
        </Grid>
      )}
      {given.length === 2 ? (
        <Fold summary={t(m('lists.again'))} open={Boolean(refusal)}>
          {form}
        </Fold>
      ) : (
        form
      )}
    </Section>
  )
}

function Faults({ call, round, lists }: RoundPageProps) {
  const { t, language } = call
  const { findings } = round
  if (!lists.applicants && !lists.places) return null
  const count = (value: number) => formatNumber(value, language)
  return (
    <Section title={t(m('findings.title'))} id="findings">
      <Grid size="small">
        <Figure value={count(findings.applicants)} label={t(m('findings.applicants'))} />
        <Figure value={count(findings.places)} label={t(m('findings.places'))} />
        <Figure value={count(findings.seats)} label={t(m('findings.seats'))} />
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
                    {t(m(`list.${fault.side}`))}{' '}
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

function Start({ call, round, lists, runs, seed }: RoundPageProps) {
  const { t, href } = call
  if (!lists.applicants || !lists.places || round.findings.faultCount > 0) return null
  if (runs.some((run) => run.ended_at === null)) return null
  return (
    <Section title={t(m('start.title'))} id="start" lead={t(m('start.lead'))}>
      <Form action={href(`${base}/rounds/${round.id}/runs`)} csrf={call.frame.csrf}>
        <ButtonGroup>
          <Button>{t(m('start.submit', { number: seed.number }))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}

function Runs({ call, runs }: RoundPageProps) {
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
            key: 'frozen',
            label: t(m('run.frozen')),
            kind: 'date',
            cell: (run) => formatDate(dateInZone(run.frozen_at, 'Asia/Bangkok'), language),
          },
          {
            key: 'matched',
            label: t(m('round.matched')),
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
            cell: (run) => (
              <StateTag tone={stateTones[run.state]}>
                {t(m(run.published_at ? 'run.published' : `run.state.${run.state}`))}
              </StateTag>
            ),
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
