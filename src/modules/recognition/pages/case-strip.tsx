import {
  dateInZone,
  type DateOnly,
  displayName,
  formatDate,
  formatInstant,
  formatYear,
  localised,
  relativeDays,
  withAside,
} from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Form, ObjectStrip } from '#ui'
import { m } from '../messages/index.ts'
import type { CaseWork } from '../queries/case-work.ts'
import { isFinal } from '../rules/settings.ts'
import type { CasePageProps } from './case-props.ts'
import { stateOf } from './cases.tsx'
import { SentenceWithName } from './local-name.tsx'
import { takenTwice } from './taken.ts'

/** What the case is, its state in words, what is next, who has it, until when. */
export function CaseStrip(props: CasePageProps) {
  const { call, found, around } = props
  const { t, language } = call
  const today = dateInZone(call.now, found.home_time_zone)
  const state = stateOf(
    {
      state: found.state,
      dueOn: found.due_on,
      linesOpen: found.lines_open,
      isPaused: found.paused_since !== null,
      waiting: isWaiting(around),
    },
    today,
  )
  const isTwice = found.lines_open === 0 && hasTwice(props)
  const detail = m('page.case.detail', {
    programme: localised(found.programme_names, language).text,
    number: found.student_number,
    year: formatYear(found.intake_year, language),
  })
  return (
    <ObjectStrip
      language={language}
      kind={t(m('page.case.kind', { number: found.number }))}
      title={displayName(found.student, language)}
      detail={t(detail)}
      state={
        isTwice
          ? { tone: 'attention', label: t(m('taken.state')) }
          : { tone: state.tone, label: t(state.label) }
      }
      next={t(nextOf(props))}
      who={whoOf(props)}
      until={untilOf(props, today)}
      late={
        found.state === 'open' &&
        found.paused_since === null &&
        found.due_on !== null &&
        found.due_on < today
      }
      actions={<StripActions {...props} />}
    />
  )
}

/** Whose it is: the evaluators of the unit or the school, whose name may be in another language; then whoever decided. */
function whoOf({ call, found }: CasePageProps) {
  const { t, language } = call
  if (found.state !== 'open') return found.decider && displayName(found.decider, language)
  const names = found.unit_names ?? found.home_names
  const sentence = t(m('page.case.who.evaluators', { home: localised(names, language).text }))
  return <SentenceWithName sentence={sentence} names={names} language={language} />
}

function nextOf(props: CasePageProps) {
  const { call, found, may, isOwn, around } = props
  if (found.state === 'decided' && !isFinal(found, call.now) && found.released_at) {
    const zone = found.home_time_zone
    return m('told.next.grace', {
      until: formatInstant(found.released_at, zone, call.language, 'time'),
    })
  }
  if (found.state === 'decided') return m('page.case.next.decided')
  if (found.state === 'withdrawn') return m('page.case.next.withdrawn')
  if (isWaiting(around)) return m('page.case.next.waiting')
  if (!may.decide) return m(isOwn ? 'page.case.next.student' : 'page.case.next.others')
  if (found.lines_open === 0 && hasTwice(props)) return m('taken.next')
  return found.lines_open > 0
    ? m('page.case.next.open', { count: found.lines_open })
    : m('page.case.next.ready')
}

function untilOf({ call, found }: CasePageProps, today: DateOnly): string | undefined {
  const { t, language } = call
  if (found.state !== 'open') return undefined
  if (found.paused_since) {
    return t(m('page.case.paused', { day: formatDate(found.paused_since, language, 'medium') }))
  }
  if (!found.due_on) return undefined
  const distance = relativeDays(found.due_on, today, language)
  return withAside(formatDate(found.due_on, language), distance, language)
}

/** Whether something is awaited. */
function isWaiting({ evidence }: CaseWork): boolean {
  return evidence.some(({ state }) => state === 'open')
}

function StripActions({ call, found, may }: CasePageProps) {
  const { t, href } = call
  const statementHref = href(`/recognition/cases/${found.id}/statement`)
  return (
    <ButtonGroup>
      {may.decide && (
        // Below all lines, it is several screens away on a phone.
        <ButtonLink look={found.lines_open > 0 ? 'secondary' : 'primary'} href="#decision">
          {t(m('decide.go'))}
        </ButtonLink>
      )}
      {may.statement && (
        <ButtonLink href={statementHref} icon="download">
          {t(m('page.case.statement'))}
        </ButtonLink>
      )}
      <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/documents`)}>
        {t(m('documents.link'))}
      </ButtonLink>
      {(found.scan_file_id ?? found.file_id) && (
        <ButtonLink look="secondary" href={href(`/recognition/cases/${found.id}/original`)}>
          {t(m('page.case.original'))}
        </ButtonLink>
      )}
      {may.journey && (
        <ButtonLink look="secondary" href={href(`/people/${found.person_id}/journey`)}>
          {t(m('page.case.journey'))}
        </ButtonLink>
      )}
      {may.evaluate && (
        <Form
          action={href(`/recognition/cases/${found.id}/evaluation`)}
          csrf={call.frame.csrf}
          inline
        >
          <Button look="secondary">{t(m('page.case.evaluate'))}</Button>
        </Form>
      )}
    </ButtonGroup>
  )
}

/** Whether a home course is recognised twice, so that the case cannot be decided as it stands. */
function hasTwice({ found, lines, taken }: CasePageProps): boolean {
  return found.state === 'open' && lines.some((line) => takenTwice(line, taken).length > 0)
}
