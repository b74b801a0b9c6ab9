import { dateInZone, formatDate, formatInstant } from '#kernel/values'
import {
  Button,
  ButtonLink,
  Field,
  Fold,
  Form,
  Notice,
  Row,
  Section,
  Stack,
  StateTag,
  Talk,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import { MeetingCard } from './meetings.tsx'
import { dayOf, nameWords } from './scene.tsx'
import type { SharedProps } from './sharing-props.ts'

/** What the student and the mentors share: goals, meetings, notes. */
export function SharedParts(props: SharedProps) {
  const { self, sharers, goals, meetings, notes } = props
  const isAlone = sharers.length < 2
  if (isAlone && goals === null && meetings.length === 0 && notes.length === 0) return null
  if (self === null && goals === null && meetings.length === 0 && notes.length === 0) return null
  return (
    <>
      <GoalsPart {...props} />
      <MeetingsPart {...props} />
      <NotesPart {...props} />
    </>
  )
}

function GoalsPart(props: SharedProps) {
  const { scene, goals, self, sharers } = props
  const { t } = scene
  return (
    <Section title={t(m('goals.title'))} id="goals" lead={t(m('goals.lead'))}>
      {goals === null ? (
        self === null && <p class="quiet">{t(m('goals.none'))}</p>
      ) : (
        <Stack>
          <Lines text={goals.text} />
          <Row>
            {sharers.map((each) => {
              const agreed = goals.agreed.find(({ personId }) => personId === each.personId)
              return (
                <StateTag key={each.personId} tone={agreed ? 'done' : 'attention'}>
                  {t(
                    m(agreed ? 'goals.agreed' : 'goals.not-agreed', {
                      name: nameWords(scene, each.name),
                    }),
                  )}
                </StateTag>
              )
            })}
          </Row>
          <p class="quiet">
            {t(
              m('goals.version', {
                number: goals.number,
                name: nameWords(scene, goals.writer),
                on: dayOf(scene, dateInZone(goals.writtenAt, scene.timeZone)),
              }),
            )}
          </p>
        </Stack>
      )}
      {self !== null && <GoalsForms {...props} />}
    </Section>
  )
}

function GoalsForms({ scene, menteeId, goals, self, form }: SharedProps) {
  const { t, href, language, frame } = scene
  const hasAgreed = goals?.agreed.some(({ personId }) => personId === self) ?? true
  const hidden = { seen: String(goals?.number ?? 0) }
  const path = `/mentoring/students/${menteeId}/goals`
  return (
    <>
      {!hasAgreed && (
        <Form action={href(`${path}/agreement`)} csrf={frame.csrf} hidden={hidden} inline>
          <Button>{t(m('goals.agree'))}</Button>
        </Form>
      )}
      <Fold
        open={goals === null || form.errors['goals'] !== undefined}
        summary={t(m(goals === null ? 'goals.write' : 'goals.change'))}
      >
        <Form action={href(path)} csrf={frame.csrf} hidden={hidden}>
          <Field
            language={language}
            kind="textarea"
            name="goals"
            label={t(m('goals.label'))}
            hint={t(m('goals.hint'))}
            value={form.values['goals'] ?? goals?.text ?? ''}
            error={form.errors['goals']}
            rows={6}
            maxlength={6000}
            required
          />
          <Button look={goals === null ? 'primary' : 'secondary'}>{t(m('goals.save'))}</Button>
        </Form>
      </Fold>
    </>
  )
}

/** What somebody wrote, a line a paragraph. */
function Lines({ text }: { text: string }) {
  return (
    <div class="prose">
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>
            <Typed>{line}</Typed>
          </p>
        ))}
    </div>
  )
}

function MeetingsPart(props: SharedProps) {
  const { scene, menteeId, meetings, self, form } = props
  const { t, href } = scene
  const wrong = ['topic', 'place', 'minutes', 'day-1'].some((name) => form.errors[name])
  return (
    <Section
      title={t(m('meetings.title'))}
      id="meetings"
      lead={t(m('meetings.lead'))}
      actions={
        meetings.some(({ startsAt }) => startsAt !== null) && (
          <ButtonLink
            href={href(`/mentoring/students/${menteeId}/calendar`)}
            look="secondary"
            icon="download"
            download
          >
            {t(m('meetings.calendar'))}
          </ButtonLink>
        )
      }
    >
      {meetings.length === 0 && self === null && <p class="quiet">{t(m('meetings.none'))}</p>}
      <Stack>
        {meetings.map((meeting) => (
          <MeetingCard key={meeting.id} {...props} meeting={meeting} />
        ))}
        {self !== null && (
          <Fold open={wrong || meetings.length === 0} summary={t(m('meetings.propose'))}>
            <ProposeMeeting {...props} />
          </Fold>
        )}
      </Stack>
    </Section>
  )
}

/** The rows of days and times that a proposal has room for. */
export const timeRows = [1, 2, 3] as const

function ProposeMeeting({ scene, menteeId, sharers, self, form }: SharedProps) {
  const { t, href, language, frame, timeZone, now } = scene
  const valueOf = (name: string) => ({ value: form.values[name] ?? '', error: form.errors[name] })
  return (
    <Form action={href(`/mentoring/students/${menteeId}/meetings`)} csrf={frame.csrf}>
      <Field
        language={language}
        kind="text"
        name="topic"
        label={t(m('meetings.topic'))}
        maxlength={200}
        required
        {...valueOf('topic')}
      />
      <Field
        language={language}
        kind="text"
        name="place"
        label={t(m('meetings.place'))}
        hint={t(m('meetings.place-hint'))}
        maxlength={500}
        required={false}
        {...valueOf('place')}
      />
      <Field
        language={language}
        kind="text"
        name="minutes"
        label={t(m('meetings.minutes'))}
        inputmode="numeric"
        width="short"
        required
        value={form.values['minutes'] ?? '45'}
        error={form.errors['minutes']}
      />
      <Notice tone="info" title={t(m('meetings.own-clock'))}>
        <ul>
          {sharers.map((each) => (
            <li key={each.personId}>
              {t(
                m(each.personId === self ? 'meetings.clock-own' : 'meetings.clock', {
                  name: nameWords(scene, each.name),
                  at: formatInstant(
                    now,
                    each.personId === self ? timeZone : each.timeZone,
                    language,
                    'medium',
                  ),
                }),
              )}
            </li>
          ))}
        </ul>
      </Notice>
      <TimeFields scene={scene} form={form} />
      <Button look="secondary">{t(m('meetings.send'))}</Button>
    </Form>
  )
}

function TimeFields({ scene, form }: Pick<SharedProps, 'scene' | 'form'>) {
  const { t, language } = scene
  const valueOf = (name: string) => ({ value: form.values[name] ?? '', error: form.errors[name] })
  return (
    <>
      {timeRows.map((row) => (
        <div key={row} class="field-columns">
          <Field
            language={language}
            kind="date"
            name={`day-${row}`}
            label={t(m('meetings.day', { number: row }))}
            required={row === 1 ? undefined : false}
            {...valueOf(`day-${row}`)}
          />
          <Field
            language={language}
            kind="time"
            name={`time-${row}`}
            label={t(m('meetings.time', { number: row }))}
            required={row === 1 ? undefined : false}
            {...valueOf(`time-${row}`)}
          />
        </div>
      ))}
    </>
  )
}

function NotesPart(props: SharedProps) {
  const { scene, notes, self, meetings } = props
  const { t, timeZone, language } = scene
  return (
    <Section title={t(m('notes.title'))} id="notes" lead={t(m('notes.lead'))}>
      {notes.length === 0 && self === null && <p class="quiet">{t(m('notes.none'))}</p>}
      {notes.length > 0 && (
        <Talk
          label={t(m('notes.title'))}
          entries={notes.map((note) => {
            const meeting = meetings.find(({ id }) => id === note.meetingId)
            return {
              id: `note-${note.id}`,
              who: nameWords(scene, note.writer),
              at: note.writtenAt.toISOString(),
              when: formatDate(dateInZone(note.writtenAt, timeZone), language),
              about: meeting && <Typed>{meeting.topic}</Typed>,
              text: <Lines text={note.text} />,
            }
          })}
        />
      )}
      {self !== null && <NoteForm {...props} />}
    </Section>
  )
}

function NoteForm({ scene, menteeId, meetings, form }: SharedProps) {
  const { t, href, language, frame, timeZone, now } = scene
  const past = meetings.filter(
    ({ state, startsAt }) => state !== 'proposed' && startsAt !== null && startsAt <= now,
  )
  return (
    <Form action={href(`/mentoring/students/${menteeId}/notes`)} csrf={frame.csrf}>
      {past.length > 0 && (
        <Field
          language={language}
          kind="select"
          name="meeting"
          label={t(m('notes.meeting'))}
          hint={t(m('notes.meeting-hint'))}
          value={form.values['meeting'] ?? ''}
          options={past.map(({ id, topic, startsAt }) => ({
            value: id,
            label: `${topic} · ${formatDate(dateInZone(startsAt!, timeZone), language)}`,
            labelLanguage: '' as const,
          }))}
          required={false}
        />
      )}
      <Field
        language={language}
        kind="textarea"
        name="note"
        label={t(m('notes.label'))}
        value={form.values['note'] ?? ''}
        error={form.errors['note']}
        rows={4}
        maxlength={6000}
        required
      />
      <Button look="secondary">{t(m('notes.save'))}</Button>
    </Form>
  )
}
