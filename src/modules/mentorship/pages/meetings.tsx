import { type Scene } from '#kernel/http'
import { formatClock, formatInstant, dateInZone } from '#kernel/values'
import { Button, Card, Form, StateTag, type Tone, Typed } from '#ui'
import { m } from '../messages/index.ts'
import type { Meeting, MeetingTime } from '../queries/sharing.ts'
import { nameWords } from './scene.tsx'
import type { SharedProps } from './sharing-props.ts'

const tones: Record<Meeting['state'], Tone> = {
  proposed: 'attention',
  fixed: 'info',
  held: 'done',
  cancelled: 'neutral',
}

type CardProps = SharedProps & { meeting: Meeting }

/** One meeting: when it is for the reader and for the others, or at which times it could be and whom they suit. */
export function MeetingCard(props: CardProps) {
  const { scene, meeting, self } = props
  const { t } = scene
  return (
    <Card
      title={<Typed>{meeting.topic}</Typed>}
      meta={<StateTag tone={tones[meeting.state]}>{t(m(`meeting.${meeting.state}`))}</StateTag>}
      footer={t(m('meeting.minutes', { minutes: meeting.minutes }))}
    >
      {meeting.startsAt !== null && <When {...props} at={meeting.startsAt} />}
      {meeting.place !== '' && <p class="quiet">{placeOf(meeting.place)}</p>}
      {meeting.state === 'proposed' && <Times {...props} />}
      {self !== null && (meeting.state === 'proposed' || meeting.state === 'fixed') && (
        <Form
          action={scene.href(`/mentoring/meetings/${meeting.id}/cancellation`)}
          csrf={scene.frame.csrf}
          inline
        >
          <Button look="quiet" small>
            {t(m('meeting.cancel'))}
          </Button>
        </Form>
      )}
    </Card>
  )
}

/** Only an address of the web is a link; a room is text. */
function placeOf(place: string) {
  return /^https?:\/\/\S+$/.test(place) ? (
    <a href={place} rel="noopener noreferrer">
      {place}
    </a>
  ) : (
    <Typed>{place}</Typed>
  )
}

/** A moment on the reader's clock, and on that of each other where it is another. */
function When({ scene, sharers, self, at }: CardProps & { at: Date }) {
  const { language, timeZone, t } = scene
  const others = sharers.filter(
    ({ personId, timeZone: zone }) =>
      personId !== self && formatClock(at, zone, language) !== formatClock(at, timeZone, language),
  )
  return (
    <>
      <p>
        <strong>
          <time datetime={at.toISOString()}>{formatInstant(at, timeZone, language, 'long')}</time>
        </strong>
      </p>
      {others.map((each) => (
        <p key={each.personId} class="quiet">
          {t(
            m('meetings.clock', {
              name: nameWords(scene, each.name),
              at: clockOf(scene, at, each.timeZone),
            }),
          )}
        </p>
      ))}
    </>
  )
}

/** The time of day elsewhere, with the day where that is another. */
function clockOf({ language, timeZone }: Scene, at: Date, zone: string): string {
  return dateInZone(at, zone) === dateInZone(at, timeZone)
    ? formatClock(at, zone, language)
    : formatInstant(at, zone, language, 'medium')
}

function Times(props: CardProps) {
  const { scene, meeting, self } = props
  const { t, href, frame } = scene
  const answered = meeting.times.some(({ answers }) =>
    answers.some(({ personId }) => personId === self),
  )
  return (
    <>
      <Form action={href(`/mentoring/meetings/${meeting.id}/times`)} csrf={frame.csrf}>
        <ul class="choices">
          {meeting.times.map((time) => (
            <li key={time.id}>
              <TimeRow {...props} time={time} />
            </li>
          ))}
        </ul>
        {self !== null && (
          <Button look={answered ? 'secondary' : 'primary'} small>
            {t(m(answered ? 'meeting.answer-again' : 'meeting.answer'))}
          </Button>
        )}
      </Form>
      {self !== null &&
        meeting.times.map((time) => (
          <Form
            key={time.id}
            action={href(`/mentoring/meetings/${meeting.id}/fixing`)}
            csrf={frame.csrf}
            hidden={{ time: time.id }}
            inline
          >
            <Button look="quiet" small>
              {t(
                m('meeting.fix', {
                  at: formatInstant(time.startsAt, scene.timeZone, scene.language, 'medium'),
                }),
              )}
            </Button>
          </Form>
        ))}
    </>
  )
}

function TimeRow(props: CardProps & { time: MeetingTime }) {
  const { scene, sharers, self, time } = props
  const { t } = scene
  const own = time.answers.find(({ personId }) => personId === self)
  const said = sharers.filter(({ personId }) => personId !== self)
  return (
    <>
      {self === null ? (
        <When {...props} at={time.startsAt} />
      ) : (
        <label class="choice-plain">
          <input type="checkbox" name="time" value={time.id} checked={own?.suits ?? false} />
          <span>
            <When {...props} at={time.startsAt} />
          </span>
        </label>
      )}
      {said.map((each) => {
        const answer = time.answers.find(({ personId }) => personId === each.personId)
        const key = answer === undefined ? 'open' : answer.suits ? 'suits' : 'not'
        return (
          <p key={each.personId} class="quiet">
            {t(m(`meeting.time-${key}`, { name: nameWords(scene, each.name) }))}
          </p>
        )
      })}
    </>
  )
}
