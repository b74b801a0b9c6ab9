import { type FormState, freshForm } from '#kernel/http'
import { addDays } from '#kernel/values'
import { Button, ButtonLink, Field, Fold, Form, Notice, Section, Stack, Timeline, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { EventRow } from '../queries/events.ts'
import type { StayRow } from '../queries/stays.ts'
import { isApproved } from '../rules/states.ts'
import { eventKinds } from '../schema-during.ts'
import { base, dayOf, dayWords, type PageCall, todayOf } from './words.tsx'

export interface DuringProps {
  call: PageCall
  stay: StayRow
  view: 'student' | 'sending' | 'receiving'
  may: { confirm: boolean; change: boolean; give: boolean }
  events: readonly EventRow[]
  /** The transcript that came, where one did. */
  transcript: { id: string; name: string; kind: string } | null
  form: FormState
}

/** What the host confirms, what changed, and the transcript: each where it is its turn. */
export function During(props: DuringProps) {
  const { stay, may } = props
  const isThere = stay.state === 'live'
  return (
    <Stack gap="wide">
      {may.confirm && (isThere || isExpected(props)) && <Confirm {...props} />}
      {may.give && (isThere || stay.state === 'returned') && <Give {...props} />}
      <Transcript {...props} />
      {may.change && (stay.state === 'approved' || isThere) && <Change {...props} />}
      <Letters {...props} />
      <Events {...props} />
    </Stack>
  )
}

/** Nobody arrives more than two weeks early: before, the form would only stand in the way. */
function isExpected({ call, stay }: DuringProps): boolean {
  return stay.state === 'approved' && todayOf(call) >= addDays(stay.starts_on, -14)
}

/** Two forms ask for a day: what was sent stands again in its own alone. */
function sentFrom({ values }: FormState): 'confirm' | 'change' | null {
  const { onDay, kind } = values
  if (onDay === undefined) return null
  return kind === 'arrival' || kind === 'departure' ? 'confirm' : 'change'
}

/** Arrival, then departure: the host's word, on the day that it says. */
function Confirm({ call, stay, form }: DuringProps) {
  const { t, href, language } = call
  const kind = stay.state === 'approved' ? 'arrival' : 'departure'
  const { values, errors } = sentFrom(form) === 'confirm' ? form : freshForm()
  return (
    <Section title={t(m(`event.${kind}`))} id="confirm" lead={t(m(`event.${kind}-lead`))}>
      <Form
        action={href(`${base}/${stay.id}/confirmations`)}
        csrf={call.frame.csrf}
        hidden={{ kind }}
      >
        <Field
          kind="date"
          language={language}
          name="onDay"
          label={t(m(`event.${kind}-day`))}
          value={values['onDay'] ?? todayOf(call)}
          error={errors['onDay']}
        />
        <Button>{t(m('event.confirm'))}</Button>
      </Form>
    </Section>
  )
}

function Change({ call, stay, form }: DuringProps) {
  const { t, href, language } = call
  const isOwn = sentFrom(form) === 'change'
  const { values, errors } = isOwn ? form : freshForm()
  const kinds = eventKinds.filter((kind) => kind !== 'arrival' && kind !== 'departure')
  const offered = kinds.filter(
    (kind) => stay.state === 'live' || kind === 'extension' || kind === 'incident',
  )
  return (
    <Fold summary={t(m('event.change'))} open={isOwn}>
      <Form action={href(`${base}/${stay.id}/events`)} csrf={call.frame.csrf}>
        <Field
          kind="radio"
          language={language}
          name="kind"
          id="event-kind"
          label={t(m('event.what'))}
          value={values['kind'] ?? ''}
          error={errors['kind']}
          options={offered.map((kind) => ({
            value: kind,
            label: t(m(`event.${kind}`)),
            hint: t(m(`event.${kind}-hint`)),
          }))}
        />
        <Field
          kind="date"
          language={language}
          id="event-day"
          name="onDay"
          label={t(m('event.day'))}
          value={values['onDay'] ?? ''}
          error={errors['onDay']}
        />
        <Field
          kind="textarea"
          language={language}
          id="event-note"
          name="note"
          label={t(m('stay.remark'))}
          value={values['note'] ?? ''}
          error={errors['note']}
          rows={3}
          maxlength={2000}
          required={false}
        />
        <Button look="secondary">{t(m('event.record'))}</Button>
      </Form>
    </Fold>
  )
}

function Give({ call, stay, form }: DuringProps) {
  const { t, href, language } = call
  return (
    <Section title={t(m('transcript.title'))} id="transcript" lead={t(m('transcript.lead'))}>
      <Form action={href(`${base}/${stay.id}/transcript`)} csrf={call.frame.csrf} files>
        <Field
          kind="file"
          language={language}
          name="file"
          label={t(m('transcript.file'))}
          hint={t(m('transcript.file-hint'))}
          accept=".xml,.elmo,.pdf,.xlsx,.csv,.jpg,.png"
          maxBytes={20_000_000}
          error={form.errors['file']}
        />
        <Button look="secondary">{t(m('transcript.give'))}</Button>
      </Form>
    </Section>
  )
}

function Transcript({ call, stay, view, may, transcript }: DuringProps) {
  const { t, href, frame } = call
  if (transcript === null) return null
  const caseId = stay.case_id
  return (
    <Notice
      tone={caseId === null ? 'attention' : 'info'}
      title={t(m('transcript.came', { name: transcript.name }))}
      action={
        <>
          {view !== 'student' && transcript.kind === 'xml' && (
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/${stay.id}/imobility-tor.xml`)}
            >
              {t(m('ewp.transcript'))}
            </ButtonLink>
          )}
          {view !== 'student' && (
            <ButtonLink look="quiet" icon="download" href={href(`${base}/${stay.id}/transcript`)}>
              {t(m('transcript.fetch'))}
            </ButtonLink>
          )}
          {caseId !== null && (
            <ButtonLink look="secondary" href={href(`/recognition/cases/${caseId}`)}>
              {t(m('transcript.case'))}
            </ButtonLink>
          )}
          {caseId === null && may.change && view === 'sending' && (
            <Form action={href(`${base}/${stay.id}/case`)} csrf={frame.csrf} inline>
              <Button>{t(m('transcript.open-case'))}</Button>
            </Form>
          )}
        </>
      }
    />
  )
}

function Letters({ call, stay, view }: DuringProps) {
  const { t, href } = call
  if (!isApproved(stay.state) || stay.imported_at !== null) return null
  return (
    <Section title={t(m('letter.title'))} id="letters">
      <ul class="plain-list">
        <li>
          <ButtonLink
            look="quiet"
            icon="download"
            href={href(`${base}/${stay.id}/letters/admission`)}
          >
            {t(m('letter.admission'))}
          </ButtonLink>
        </li>
        {view !== 'student' && stay.birthDate !== null && (
          <li>
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/${stay.id}/omobility.xml`)}
            >
              {t(m('ewp.nomination'))}
            </ButtonLink>
          </li>
        )}
        {stay.agreedOn !== null && (
          <li>
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/${stay.id}/omobility-la.xml`)}
            >
              {t(m('ewp.agreement'))}
            </ButtonLink>
          </li>
        )}
        {stay.arrived_on && (
          <li>
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/${stay.id}/letters/arrival`)}
            >
              {t(m('letter.arrival'))}
            </ButtonLink>
          </li>
        )}
        {stay.arrived_on && stay.departed_on && (
          <li>
            <ButtonLink
              look="quiet"
              icon="download"
              href={href(`${base}/${stay.id}/letters/certificate`)}
            >
              {t(m('letter.certificate'))}
            </ButtonLink>
          </li>
        )}
      </ul>
    </Section>
  )
}

/** What happened, the newest first; incidents are for the offices alone. */
function Events({ call, view, events }: DuringProps) {
  const { t } = call
  const shown = events.filter(({ kind }) => view !== 'student' || kind !== 'incident')
  if (shown.length === 0) return null
  return (
    <Section title={t(m('event.history'))} id="events">
      <Timeline
        label={t(m('event.history'))}
        entries={shown.map((event) => ({
          at: event.on_day,
          when: dayWords(call, event.on_day),
          what: t(m(`event.${event.kind}`)),
          who: event.recorded_as ?? undefined,
          detail:
            view === 'student' || event.note === '' ? (
              t(m('event.recorded', { on: dayOf(call, event.recorded_at) }))
            ) : (
              <Typed>{event.note}</Typed>
            ),
        }))}
      />
    </Section>
  )
}
