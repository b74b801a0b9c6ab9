import { formatNumber, localised } from '#kernel/values'
import { type Certificate, verifyCertificate } from '#modules/matching'
import {
  ButtonLink,
  DescriptionList,
  Local,
  ObjectStrip,
  Page,
  Section,
  Stack,
  type Step,
  Steps,
  Table,
  type Tone,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RoundPositionRow, RoundRow, RunRow } from '../queries/rounds.ts'
import type { RoundStage } from '../rules/round.ts'
import { base, dayText, type PageCall } from './scene.tsx'

/** A result that nobody was told of is nobody's to know of: for everybody else the round is still being matched. */
export function publicStage({ stage, toldAt }: RoundRow): Exclude<RoundStage, 'matched'> {
  if (stage !== 'matched') return stage
  return toldAt === null ? 'ready' : 'told'
}

export const roundTones: Record<RoundStage, Tone> = {
  wishes: 'attention',
  ranks: 'info',
  ready: 'info',
  matched: 'info',
  told: 'done',
  over: 'neutral',
  'called-off': 'quiet',
}

/** The day on which what is now ends. */
export function stageUntil(round: RoundRow, call: PageCall): string | undefined {
  if (round.stage === 'wishes') return dayText(round.wishesUntil, call)
  if (round.stage === 'ranks') return dayText(round.ranksUntil, call)
  return round.stage === 'told' ? dayText(round.answerBy, call) : undefined
}

/** The three days of a round, with what is done and what is now. */
export function RoundSteps({ call, round }: { call: PageCall; round: RoundRow }) {
  const { t, language } = call
  const order = ['wishes', 'ranks', 'ready', 'told', 'over'] as const
  const stage = publicStage(round)
  const at = stage === 'called-off' ? order.length : order.indexOf(stage)
  const days = { wishes: round.wishesUntil, ranks: round.ranksUntil, told: round.answerBy }
  const steps = (['wishes', 'ranks', 'told'] as const).map((step): Step => {
    const own = order.indexOf(step)
    return {
      label: t(m(`round.step-${step}`)),
      detail: t(m('round.until', { day: dayText(days[step], call) })),
      state: own < at ? 'done' : own === at ? 'current' : 'later',
    }
  })
  return <Steps language={language} label={t(m('round.days'))} steps={steps} />
}

interface RoundPageProps {
  call: PageCall
  round: RoundRow
  positions: readonly RoundPositionRow[]
  /** The runs that were told, the latest first. */
  runs: readonly RunRow[]
  takesPart: boolean
}

/** A round for everybody: its days, its positions, and once it is told that the result is proved. */
export function RoundPage(props: RoundPageProps) {
  const { call, round, runs } = props
  const { t, href, language } = call
  const stage = publicStage(round)
  const canWish = call.actor.kind === 'person' && (stage === 'wishes' || props.takesPart)
  return (
    <Page
      frame={call.frame}
      title={localised(round.titles, language).text}
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
    >
      <ObjectStrip
        language={language}
        kind={t(m('round.title'))}
        title={<Local language={language} text={round.titles} />}
        detail={<Local language={language} text={round.office} />}
        state={{ tone: roundTones[stage], label: t(m(`round-state.${stage}`)) }}
        next={t(m(`round-next.${stage}`))}
        until={stageUntil(round, call)}
        actions={
          <>
            {canWish && (
              <ButtonLink href={href(`${base}/rounds/${round.id}/wishes`)}>
                {t(m('wish.title'))}
              </ButtonLink>
            )}
            {call.actor.kind !== 'person' && stage === 'wishes' && (
              <ButtonLink href={href('/sign-in', { next: `${base}/rounds/${round.id}/wishes` })}>
                {t(m('wish.sign-in'))}
              </ButtonLink>
            )}
            {call.may('internships.round.manage', round) && (
              <ButtonLink look="secondary" href={href(`${base}/rounds/${round.id}/office`)}>
                {t(m('office.title'))}
              </ButtonLink>
            )}
          </>
        }
      />
      <Stack gap="wide">
        <RoundSteps call={call} round={round} />
        <Section title={t(m('office.positions'))} id="positions">
          <RoundPositions {...props} />
        </Section>
        <Section title={t(m('round.how'))} id="how">
          <ol class="prose">
            {(['order', 'ties', 'proof', 'told'] as const).map((line) => (
              <li key={line}>{t(m(`round.how-${line}`))}</li>
            ))}
          </ol>
        </Section>
        {runs.map((run) => (
          <Proof key={run.id} call={call} run={run} />
        ))}
      </Stack>
    </Page>
  )
}

function RoundPositions({ call, positions }: RoundPageProps) {
  const { t, href, language } = call
  return (
    <Table<RoundPositionRow>
      language={language}
      caption={t(m('office.positions'))}
      captionHidden
      rows={positions}
      rowKey={({ positionId }) => positionId}
      rowHref={({ positionId }) => href(`${base}/positions/${positionId}`)}
      rowLabel={({ titles }) => localised(titles, language).text}
      columns={[
        {
          key: 'title',
          label: t(m('field.position')),
          primary: true,
          cell: ({ titles }) => <Local language={language} text={titles} />,
        },
        { key: 'host', label: t(m('field.host')), cell: ({ host }) => <Typed>{host}</Typed> },
        {
          key: 'free',
          label: t(m('round.free-places')),
          kind: 'number',
          cell: ({ free }) => formatNumber(free, language),
        },
        {
          key: 'starts',
          label: t(m('new.startsOn')),
          kind: 'date',
          cell: ({ startsOn }) => dayText(startsOn, call),
        },
      ]}
    />
  )
}

/** Of fewer people nothing is counted in public. */
const leastCounted = 5

/** The proof of a run that was told, checked once more as the page is made; few people are not counted. */
export function Proof({ call, run }: { call: PageCall; run: RunRow }) {
  const { t, href, language } = call
  const certificate = run.certificate as Certificate
  const found = verifyCertificate(certificate)
  const count = (key: 'students' | 'placed', value: number) => ({
    term: t(m(`round.count-${key}`)),
    value: formatNumber(value, language),
  })
  const { applicants, places, seed } = certificate.inputs
  return (
    <Section title={t(m('round.proof', { number: run.number }))} id={`proof-${run.number}`}>
      <Stack>
        <p>{t(m(found.proved ? 'round.proved' : 'round.not-proved'))}</p>
        <DescriptionList
          items={[
            ...(found.proved && applicants.length >= leastCounted
              ? [count('students', found.applicants), count('placed', found.matched)]
              : []),
            {
              term: t(m('office.positions')),
              value: formatNumber(places.length, language),
            },
            {
              term: t(m('round.sha256')),
              value: <code class="hash">{certificate.inputsSha256}</code>,
            },
            { term: t(m('round.seed')), value: <code class="hash">{seed}</code> },
          ]}
        />
        <p class="quiet">
          {t(m('round.check'))} <a href={href('/matching/check')}>{t(m('round.check-link'))}</a>
        </p>
      </Stack>
    </Section>
  )
}

/** The rounds that a list of positions begins with. */
export function LiveRounds({ call, rounds }: { call: PageCall; rounds: readonly RoundRow[] }) {
  const { t, href, language } = call
  const shown = rounds.filter((round) => publicStage(round) === 'wishes')
  if (shown.length === 0) return null
  return (
    <Section title={t(m('round.open-rounds'))} id="rounds" lead={t(m('round.open-lead'))}>
      <ul>
        {shown.map((round) => (
          <li key={round.id}>
            <a href={href(`${base}/rounds/${round.id}`)}>
              <Local language={language} text={round.titles} />
            </a>{' '}
            ·{' '}
            {t(
              m('round.open-line', {
                day: dayText(round.wishesUntil, call),
                count: round.positions,
              }),
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
