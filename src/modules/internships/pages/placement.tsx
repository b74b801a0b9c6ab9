import type { FormState } from '#kernel/http'
import {
  type DateOnly,
  displayName,
  formatClock,
  formatDate,
  formatNumber,
  labelled,
  timeZoneName,
} from '#kernel/values'
import {
  Button,
  ButtonLink,
  DescriptionList,
  EmptyState,
  Field,
  FieldSet,
  Form,
  Notice,
  ObjectStrip,
  Page,
  ProgressBar,
  Section,
  Stack,
  Table,
  Typed,
  FormAlert,
  Local,
  Email,
} from '#ui'
import { type Clearance, ClearanceNote } from '#modules/clearance'
import { m } from '../messages/index.ts'
import type { Interruption } from '../queries/agreements.ts'
import type { DisagreementRow, EvaluationRow } from '../queries/evaluations.ts'
import type { PlacementRow } from '../queries/placements.ts'
import type { VisitRow } from '../queries/visits.ts'
import {
  type HourLimits,
  type LoggedHours,
  minutesByWeek,
  minutesOf,
  weekOf,
} from '../rules/hours.ts'
import { placementState } from '../rules/stay.ts'
import { Evaluations } from './evaluations.tsx'
import { Visits } from './visits.tsx'
import { base, dayText, durationText, type PageCall, periodText, placeText } from './scene.tsx'

type Line = LoggedHours & { work: string }

/** As many lines of hours as a phone shows without hiding what stands below; the others come when asked for. */
const latestLines = 10

interface PlacementPageProps {
  call: PageCall
  placement: PlacementRow
  hours: readonly Line[]
  limits: HourLimits
  clearance: Clearance
  /** Today on the host's clock. */
  today: DateOnly
  visits: readonly VisitRow[]
  evaluations: readonly EvaluationRow[]
  disagreements: readonly DisagreementRow[]
  /** Whether every line of hours is shown, and not the latest alone. */
  showsAllHours: boolean
  /** Whether the reader is the student. */
  isOwn: boolean
  /** The last thing that interrupted it. */
  interruption: Interruption | null
  form: FormState | null
}

/** A placement: where, how long, who guides, and the hours against every cap. */
export function PlacementPage(props: PlacementPageProps) {
  const { call, placement, clearance, today } = props
  const { t, href, language } = call
  const state = placementState(placement, today)
  return (
    <Page
      frame={call.frame}
      title={t(m('placement.title'))}
      trail={[{ href: href(base), label: t(m('browse.title')) }]}
      alert={<FormAlert language={call.language} form={props.form} />}
    >
      <ObjectStrip
        language={language}
        kind={t(m('placement.title'))}
        title={<Local language={call.language} text={placement.titles} />}
        detail={`${placement.host} · ${placeText(placement, call)}`}
        state={{
          tone: state === 'running' ? 'done' : 'neutral',
          label: t(m(`placement.${state}`)),
        }}
        next={t(m(`placement-next.${state}`))}
        who={displayName(placement.personName, language)}
        until={dayText(placement.endedOn ?? placement.endsOn, call)}
        actions={<Papers {...props} isOver={state === 'ended'} />}
      />
      <Stack gap="wide">
        <ClearanceNote
          reader={call}
          clearance={clearance}
          meant={{ enrolledThere: placement.enrolledThere }}
        />
        {props.interruption && props.interruption.kind !== 'resumed' && (
          <Notice
            tone="attention"
            title={t(
              m(`interruption.${props.interruption.kind}`, {
                day: dayText(props.interruption.day, call),
              }),
            )}
          >
            <p>
              <Typed>{props.interruption.reason}</Typed>
            </p>
          </Notice>
        )}
        <Caps {...props} />
        {call.may('internships.placement.log', placement) && state !== 'ended' && (
          <LogForm {...props} />
        )}
        <Lines {...props} />
        <Visits {...props} />
        <Evaluations {...props} />
        <Facts call={call} placement={placement} />
      </Stack>
    </Page>
  )
}

/** The agreement, and the certificate of a placement that is over. */
function Papers({ call, placement, isOver }: PlacementPageProps & { isOver: boolean }) {
  const { t, href, frame } = call
  const at = `${base}/placements/${placement.id}`
  return (
    <>
      <ButtonLink look={isOver ? 'secondary' : 'primary'} href={href(`${at}/journal`)}>
        {t(m('journal.title'))}
      </ButtonLink>
      <ButtonLink look="secondary" href={href(`${at}/agreement`)}>
        {t(m('agreement.title'))}
      </ButtonLink>
      {call.may('internships.incident.report', placement) && (
        <ButtonLink look="quiet" href={href(`${at}/incidents`)}>
          {t(m('incident.report'))}
        </ButtonLink>
      )}
      {isOver && (
        <ButtonLink icon="download" href={href(`${at}/certificate`)}>
          {t(m('certificate.print'))}
        </ButtonLink>
      )}
      {isOver && call.may('internships.placement.manage', placement) && (
        <Form action={href(`${at}/credit`)} csrf={frame.csrf} inline>
          <Button look="secondary">{t(m('credit.ask'))}</Button>
        </Form>
      )}
    </>
  )
}

/** This week and the whole against each cap. */
function Caps({ call, placement, hours, limits, today }: PlacementPageProps) {
  const { t, language } = call
  const weeks = minutesByWeek(hours, placement.timeZone)
  const thisWeek = weeks.get(weekOf(today)) ?? 0
  const total = hours.reduce((sum, each) => sum + minutesOf(each), 0)
  const caps = [
    { key: 'agreement-week', minutes: thisWeek, hours: limits.agreementWeek },
    { key: 'visa-week', minutes: thisWeek, hours: limits.visaWeek },
    { key: 'visa-year', minutes: total, hours: limits.visaYear },
  ] as const
  const over = [...weeks].filter(([, minutes]) => minutes > limits.agreementWeek * 60)
  return (
    <Section
      title={t(m('caps.title'))}
      id="caps"
      lead={t(m('caps.lead', { zone: timeZoneName(placement.timeZone, language, call.now) }))}
    >
      <Stack>
        {caps.map((cap) =>
          cap.hours === null ? (
            <p key={cap.key} class="quiet">
              {labelled(t(m(`caps.${cap.key}`)), t(m('caps.unknown')), language)}
            </p>
          ) : (
            <ProgressBar
              key={cap.key}
              language={language}
              label={t(m(`caps.${cap.key}`))}
              value={Math.min(cap.minutes, cap.hours * 60)}
              max={cap.hours * 60}
              detail={t(
                m('caps.of', {
                  time: durationText(cap.minutes, call),
                  hours: formatNumber(cap.hours, language),
                }),
              )}
            />
          ),
        )}
        {over.length > 0 && (
          <Notice tone="attention" title={t(m('caps.over', { count: over.length }))}>
            <ul>
              {over.map(([week, minutes]) => (
                <li key={week}>
                  {t(
                    m('caps.week-of', {
                      day: formatDate(week, language, 'medium'),
                      time: durationText(minutes, call),
                    }),
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </Stack>
    </Section>
  )
}

function LogForm({ call, placement, form, today }: PlacementPageProps) {
  const { t, language, href, frame } = call
  return (
    <Section title={t(m('log.title'))} id="log">
      <Form action={href(`${base}/placements/${placement.id}/hours`)} csrf={frame.csrf}>
        <FieldSet legend={t(m('log.when'))} hint={t(m('log.when-hint'))} columns>
          <Field
            kind="date"
            language={language}
            name="day"
            label={t(m('log.day'))}
            value={form?.values['day'] ?? today}
            error={form?.errors['day']}
          />
          {(['from', 'until'] as const).map((name) => (
            <Field
              key={name}
              kind="time"
              language={language}
              name={name}
              label={t(m(`log.${name}`))}
              value={form?.values[name]}
              error={form?.errors[name]}
            />
          ))}
        </FieldSet>
        <Field
          kind="text"
          language={language}
          name="work"
          label={t(m('log.work'))}
          maxlength={500}
          value={form?.values['work']}
          error={form?.errors['work']}
        />
        <Button>{t(m('log.save'))}</Button>
      </Form>
    </Section>
  )
}

function Lines({ call, placement, hours, showsAllHours }: PlacementPageProps) {
  const { t, language, href, frame } = call
  const at = `${base}/placements/${placement.id}`
  const latest = hours.toReversed()
  const shown = showsAllHours ? latest : latest.slice(0, latestLines)
  const clock = (at: Date) => formatClock(at, placement.timeZone, language)
  const mayLog = call.may('internships.placement.log', placement)
  return (
    <Section title={t(m('hours.title'))} id="hours">
      <Table<Line>
        language={language}
        caption={t(m('hours.title'))}
        captionHidden
        rows={shown}
        rowKey={({ id }) => id}
        rowLabel={({ day }) => dayText(day, call)}
        columns={[
          {
            key: 'day',
            label: t(m('log.day')),
            primary: true,
            cell: ({ day }) => dayText(day, call),
          },
          {
            key: 'time',
            label: t(m('hours.time')),
            cell: ({ startsAt, endsAt }) => `${clock(startsAt)} – ${clock(endsAt)}`,
            nowrap: true,
          },
          {
            key: 'length',
            label: t(m('hours.length')),
            cell: (line) => durationText(minutesOf(line), call),
          },
          { key: 'work', label: t(m('log.work')), cell: ({ work }) => <Typed>{work}</Typed> },
        ]}
        empty={<EmptyState title={t(m('hours.none'))} why={t(m('hours.none-why'))} />}
        {...(mayLog && hours.length > 0
          ? {
              select: {
                action: href(`${at}/hours/removal`),
                csrf: frame.csrf,
                actions: [{ name: 'step', value: 'remove', label: t(m('hours.remove')) }],
              },
            }
          : {})}
      />
      {shown.length < latest.length && (
        <p>
          <a href={`${href(at)}?hours=all#hours`}>
            {t(
              m('hours.all', {
                count: latest.length,
                shown: formatNumber(latest.length, language),
              }),
            )}
          </a>
        </p>
      )}
    </Section>
  )
}

function Facts({ call, placement }: Pick<PlacementPageProps, 'call' | 'placement'>) {
  const { t, language } = call
  return (
    <Section title={t(m('placement.facts'))} id="facts">
      <DescriptionList
        columns
        items={[
          { term: t(m('field.period')), value: periodText(placement, call) },
          {
            term: t(m('field.hours')),
            value: t(m('hours-week', { hours: formatNumber(placement.hoursPerWeek, language) })),
          },
          {
            term: t(m('field.home')),
            value: <Local language={call.language} text={placement.home} />,
          },
          {
            term: t(m('host.tutor')),
            value: (
              <>
                <Typed>{placement.tutor}</Typed>
                <br />
                <Email address={placement.tutorEmail} link />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}
