import type { FormState } from '#kernel/http'
import { displayName, formatInstant, formatNumber, localised } from '#kernel/values'
import type { Certificate } from '#modules/matching'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  Form,
  FormAlert,
  Local,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  StateTag,
  Table,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { RoundHostRow, RoundPositionRow, RoundRow, RunRow } from '../queries/rounds.ts'
import type { Reason, ResultLine } from '../service/round-results.ts'
import { Proof, RoundSteps, roundTones, stageUntil } from './round.tsx'
import { applicationTones, base, dayText, type PageCall } from './scene.tsx'
import { Reasons } from './wishes.tsx'

interface RoundOfficeProps {
  call: PageCall
  round: RoundRow
  /** The runs that were not undone, the latest first. */
  runs: readonly RunRow[]
  hosts: readonly RoundHostRow[]
  positions: readonly RoundPositionRow[]
  lines: readonly ResultLine[]
  /** The student whose reasons are asked for. */
  asked: { line: ResultLine; reasons: readonly Reason[] } | null
  form: FormState | null
}

/** A round for its office: who has answered, the run, the result with its reasons, and the one moment of telling. */
export function RoundOfficePage(props: RoundOfficeProps) {
  const { call, round, asked, form } = props
  const { t, href, language } = call
  const isMine = round.stage === 'ready' || round.stage === 'matched'
  return (
    <Page
      frame={call.frame}
      title={localised(round.titles, language).text}
      wide
      trail={[
        { href: href(base), label: t(m('browse.title')) },
        { href: href(`${base}/office`), label: t(m('office.title')) },
      ]}
      alert={<FormAlert language={language} form={form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('round.title'))}
        title={<Local language={language} text={round.titles} />}
        detail={<Local language={language} text={round.office} />}
        state={{
          tone: isMine ? 'attention' : roundTones[round.stage],
          label: t(m(`round-state.${round.stage}`)),
        }}
        next={t(m(`round-office.next-${round.stage}`))}
        until={stageUntil(round, call)}
        actions={<Actions {...props} />}
      />
      <Stack gap="wide">
        <RoundSteps call={call} round={round} />
        {round.stage === 'matched' && <Telling {...props} />}
        {asked && (
          <Notice tone="info" title={displayName(asked.line.name, language)}>
            <Reasons
              call={call}
              reasons={asked.reasons}
              who={displayName(asked.line.name, language)}
            />
          </Notice>
        )}
        <Students {...props} />
        <Hosts {...props} />
        {props.runs.map((run) => (
          <Proof key={run.id} call={call} run={run} />
        ))}
      </Stack>
    </Page>
  )
}

/** What the office can do now; what is not possible yet is not offered. */
function Actions({ call, round, runs, hosts, lines }: RoundOfficeProps) {
  const { t, href, frame } = call
  const at = `${base}/rounds/${round.id}`
  const { stage } = round
  const isWaiting = hosts.some(({ wished, answeredAt }) => wished > 0 && answeredAt === null)
  const waits = lines.some(({ wishes }) => wishes.some(({ state }) => state === 'sent'))
  const canRun =
    waits && (stage === 'ready' || stage === 'told' || (stage === 'ranks' && !isWaiting))
  const canEnd = round.closedAt === null && stage !== 'matched'
  const form = (path: string, label: string, look?: 'secondary' | 'quiet') => (
    <Form action={href(`${at}/${path}`)} csrf={frame.csrf} inline>
      <Button {...(look ? { look } : {})}>{label}</Button>
    </Form>
  )
  return (
    <ButtonGroup>
      {canRun && form('run', t(m(stage === 'told' ? 'round-office.again' : 'round-office.run')))}
      {(stage === 'ranks' || stage === 'ready') &&
        isWaiting &&
        form('reminders', t(m('round-office.remind')), 'secondary')}
      {stage === 'matched' && form('run/return', t(m('round-office.undo')), 'secondary')}
      {runs.length > 0 && (
        <>
          <ButtonLink look="secondary" icon="download" download href={href(`${at}/result`)}>
            {t(m('round-office.sheet'))}
          </ButtonLink>
          <ButtonLink look="quiet" icon="download" download href={href(`${at}/certificate`)}>
            {t(m('round-office.certificate'))}
          </ButtonLink>
        </>
      )}
      {canEnd &&
        form('end', t(m(stage === 'told' ? 'round-office.end' : 'round-office.call-off')), 'quiet')}
    </ButtonGroup>
  )
}

/** The one form that tells everybody. */
function Telling({ call, round, runs, lines: all, form }: RoundOfficeProps) {
  const { t, language, href, frame } = call
  const lines = all.filter(({ run }) => run?.id === runs[0]?.id)
  const isUnknown = lines.some(({ positionId, wishes }) =>
    wishes.some(
      ({ position_id: id, state, clearance }) =>
        id === positionId && state === 'sent' && clearance === 'unknown',
    ),
  )
  return (
    <Section
      title={t(m('round-office.tell'))}
      id="tell"
      lead={t(
        m('round-office.tell-lead', {
          count: lines.filter(({ positionId }) => positionId !== null).length,
        }),
      )}
    >
      <Form action={href(`${base}/rounds/${round.id}/telling`)} csrf={frame.csrf}>
        <Field
          kind="date"
          language={language}
          name="answerBy"
          label={t(m('round.answerBy'))}
          value={form?.values['answerBy'] ?? round.answerBy}
          error={form?.errors['answerBy']}
        />
        {isUnknown && (
          <Field
            kind="textarea"
            language={language}
            name="permissionNote"
            label={t(m('decide.permission'))}
            hint={t(m('round-office.permission'))}
            rows={3}
            maxlength={2000}
            value={form?.values['permissionNote']}
            error={form?.errors['permissionNote']}
          />
        )}
        <Button>{t(m('round-office.tell-do'))}</Button>
      </Form>
    </Section>
  )
}

/** How many have a place: of a run that nobody was told of by its own count, afterwards of everybody. */
function placedOf({ runs, lines }: RoundOfficeProps): { placed: number; count: number } | null {
  const [latest] = runs
  if (!latest) return null
  if (latest.toldAt === null) {
    const { result } = latest.certificate as Certificate
    return { placed: result.filter((place) => place !== null).length, count: result.length }
  }
  const placed = lines.filter(({ state }) => state === 'offered' || state === 'accepted')
  return { placed: placed.length, count: lines.length }
}

function Students(props: RoundOfficeProps) {
  const { call, round, runs, lines } = props
  const { t, language, href } = call
  const placed = placedOf(props)
  const title = t(m(placed ? 'round.result' : 'round.students'))
  return (
    <Section
      title={title}
      id="students"
      lead={placed ? t(m('round-office.placed', placed)) : undefined}
    >
      <Table<ResultLine>
        language={language}
        caption={title}
        captionHidden
        columns={studentColumns(props)}
        rows={lines}
        rowKey={({ id }) => id}
        {...(runs.length > 0
          ? {
              rowHref: ({ id }: ResultLine) =>
                href(`${base}/rounds/${round.id}/office`, { student: id }),
            }
          : {})}
        rowTone={({ run, positionId }) =>
          run !== null && positionId === null ? 'attention' : undefined
        }
        empty={
          <EmptyState
            title={t(m('round-office.nobody'))}
            why={t(m(round.stage === 'wishes' ? 'round-office.nobody-yet' : 'wish.none-why'))}
          />
        }
      />
    </Section>
  )
}

function studentColumns({ call, runs, positions }: RoundOfficeProps): Column<ResultLine>[] {
  const { t, language } = call
  const known = new Map(positions.map((each) => [each.positionId, each]))
  const name: Column<ResultLine> = {
    key: 'student',
    label: t(m('field.student')),
    primary: true,
    cell: (line) => displayName(line.name, language),
  }
  const wishes: Column<ResultLine> = {
    key: 'wishes',
    label: t(m('round.wishes')),
    kind: 'number',
    cell: (line) =>
      formatNumber(line.wishes.filter(({ state }) => state !== 'withdrawn').length, language),
  }
  const home: Column<ResultLine> = {
    key: 'home',
    label: t(m('field.home')),
    cell: (line) => <Local language={language} text={line.home} />,
  }
  if (runs.length === 0) {
    const said: Column<ResultLine> = {
      key: 'said',
      label: t(m('round-office.said')),
      kind: 'state',
      cell: ({ wishedAt }) => (
        <StateTag tone={wishedAt ? 'done' : 'attention'}>
          {wishedAt
            ? formatInstant(wishedAt, call.timeZone, language)
            : t(m('round-office.not-said'))}
        </StateTag>
      ),
    }
    return [name, home, wishes, said]
  }
  return [
    name,
    home,
    {
      key: 'place',
      label: t(m('field.position')),
      cell: ({ run, positionId }) => {
        const position = positionId === null ? undefined : known.get(positionId)
        if (!position) return t(m(run ? 'round-office.no-place' : 'round-office.not-in-run'))
        return (
          <span>
            <Local language={language} text={position.titles} /> · <Typed>{position.host}</Typed>
          </span>
        )
      },
    },
    {
      key: 'wish',
      label: t(m('round.wish')),
      cell: ({ wish }) => (wish === null ? '–' : t(m('wish.place', { place: wish }))),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: ({ state }) =>
        state === null ? (
          '–'
        ) : (
          <StateTag tone={applicationTones[state]}>{t(m(`application.${state}`))}</StateTag>
        ),
    },
  ]
}

/** How many wished for a host's positions: once they are told, those whom the runs were about. */
function askedOf(
  host: RoundHostRow,
  { runs, positions }: Pick<RoundOfficeProps, 'runs' | 'positions'>,
): number {
  if (runs.length === 0) return host.wished
  const own = new Set(
    positions.flatMap(({ hostId, positionId }) => (hostId === host.hostId ? [positionId] : [])),
  )
  const wishers = runs
    .flatMap(({ certificate }) => (certificate as Certificate).inputs.applicants)
    .filter(({ choices }) => choices.some((choice) => own.has(choice)))
  return new Set(wishers.map(({ id }) => id)).size
}

function Hosts({ call, round, hosts, ...rest }: RoundOfficeProps) {
  const { t, language, href } = call
  const isRanking = round.stage === 'ranks' || round.stage === 'ready'
  return (
    <Section title={t(m('office.hosts'))} id="hosts" lead={t(m('round-office.hosts-lead'))}>
      <Table<RoundHostRow>
        language={language}
        caption={t(m('office.hosts'))}
        captionHidden
        rows={hosts}
        rowKey={({ id }) => id}
        rowHref={({ id }) => href(`${base}/round-hosts/${id}`)}
        columns={[
          {
            key: 'host',
            label: t(m('field.host')),
            primary: true,
            cell: ({ host }) => <Typed>{host}</Typed>,
          },
          { key: 'tutor', label: t(m('host.tutor')), cell: ({ tutor }) => <Typed>{tutor}</Typed> },
          {
            key: 'wished',
            label: t(m('office.applications')),
            kind: 'number',
            cell: (host) => formatNumber(askedOf(host, rest), language),
          },
          {
            key: 'state',
            label: t(m('rank.title')),
            kind: 'state',
            cell: (host) => {
              const { answeredAt, askedAt } = host
              if (answeredAt) return <StateTag tone="done">{t(m('rank.given'))}</StateTag>
              if (askedOf(host, rest) === 0)
                return <StateTag tone="quiet">{t(m('rank.none'))}</StateTag>
              if (!askedAt) {
                return <StateTag tone="neutral">{t(m('rank.not-asked'))}</StateTag>
              }
              return (
                <StateTag tone={isRanking ? 'attention' : 'quiet'}>
                  {t(m('rank.waits', { day: dayText(round.ranksUntil, call) }))}
                </StateTag>
              )
            },
          },
        ]}
      />
    </Section>
  )
}
