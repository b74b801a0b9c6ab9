import type { Frame } from '#kernel/http'
import type { IncomingMail } from '#kernel/mail'
import type { Translate } from '#kernel/messages'
import {
  address,
  Button,
  ButtonGroup,
  Card,
  EmptyState,
  FileList,
  FilterBar,
  Form,
  type ListedFile,
  Notice,
  ObjectStrip,
  Page,
  Section,
  Stack,
  Talk,
  Typed,
} from '#ui'
import { m } from '../messages/index.ts'
import type { Place } from './places.ts'

interface MailPageProps {
  frame: Frame
  t: Translate
  mail: IncomingMail
  received: string
  /** Whom the mail was for that it answers. */
  answered: string | null
  /** What it is about, as far as the reader may see it. */
  about: Place | null
  mayFile: boolean
  typed: string
  found: readonly Place[]
  refusal: string | null
  attachments: readonly ListedFile[]
}

/** A mail that came in: what it says, what came with it, and where it belongs. */
export function MailPage(props: MailPageProps) {
  const { frame, t, mail, refusal } = props
  const subject = mail.subject || t(m('mail.no-subject'))
  const { name, address: from } = mail.from
  return (
    <Page
      frame={frame}
      title={subject}
      trail={[{ href: address(frame.language, '/mail'), label: t(m('mail.title')) }]}
      alert={refusal && <Notice tone="harm" live title={refusal} />}
    >
      <ObjectStrip
        language={frame.language}
        kind={t(m('mail.kind'))}
        title={mail.subject ? <Typed>{subject}</Typed> : subject}
        state={stateOf(props)}
        next={nextOf(props)}
        actions={props.mayFile && <Marks {...props} />}
      />
      <Notice tone="info">{t(m(mail.automatic ? 'mail.by-machine' : 'mail.not-proven'))}</Notice>
      <div class="section">
        <Talk
          label={t(m('mail.kind'))}
          entries={[
            {
              id: 'mail',
              who: <Typed>{name ? `${name} <${from}>` : from}</Typed>,
              at: mail.receivedAt.toISOString(),
              when: props.received,
              about: props.answered && t(m('mail.answers', { name: props.answered })),
              text: mail.body.trim() ? <Typed>{mail.body.trim()}</Typed> : t(m('mail.no-text')),
            },
          ]}
        />
      </div>
      {props.attachments.length > 0 && (
        <Section title={t(m('mail.column.attachments'))} lead={t(m('mail.attached.lead'))}>
          <FileList files={props.attachments} label={t(m('mail.column.attachments'))} />
        </Section>
      )}
      {props.mayFile && mail.outcome === null && <FileIt {...props} />}
    </Page>
  )
}

function stateOf({ t, mail }: MailPageProps) {
  const state = mail.outcome ?? (mail.automatic ? 'automatic' : 'waiting')
  const tones = {
    waiting: 'attention',
    automatic: 'neutral',
    filed: 'done',
    done: 'done',
    spam: 'quiet',
  } as const
  return { tone: tones[state], label: t(m(`mail.state.${state}`)) }
}

function nextOf({ frame, t, mail, about }: MailPageProps) {
  if (about === null) return mail.outcome === null ? t(m('mail.next')) : null
  const key = mail.outcome === 'filed' ? 'mail.filed-with' : 'mail.suggested'
  return <a href={address(frame.language, about.href)}>{t(m(key, { title: about.title }))}</a>
}

function Marks({ frame, t, mail }: MailPageProps) {
  return (
    <Form action={address(frame.language, `/mail/${mail.id}`)} csrf={frame.csrf} inline>
      <ButtonGroup>
        {mail.outcome === null ? (
          <>
            <Button look="secondary" icon="check" name="verb" value="done">
              {t(m('mail.done'))}
            </Button>
            <Button look="quiet" name="verb" value="spam">
              {t(m('mail.spam'))}
            </Button>
          </>
        ) : (
          <Button look="secondary" name="verb" value="undo">
            {t(m('mail.wait-again'))}
          </Button>
        )}
      </ButtonGroup>
    </Form>
  )
}

/** Where it belongs: what the answered mail was about, or whatever the reader looks for. */
function FileIt(props: MailPageProps) {
  const { frame, t, mail, about, typed, found } = props
  const others = found.filter(({ kind, id }) => kind !== about?.kind || id !== about.id)
  return (
    <Section title={t(m('mail.file.title'))} lead={t(m('mail.file.lead'))} id="file">
      <Stack>
        {about && <FileHere {...props} place={about} />}
        <FilterBar
          language={frame.language}
          action={`${address(frame.language, `/mail/${mail.id}`)}#file`}
          search={{ label: t(m('mail.file.search')), value: typed }}
        />
        {typed.trim() !== '' && found.length === 0 && (
          <EmptyState
            title={t(m('search.empty.title', { typed }))}
            why={t(m('mail.file.none-why'))}
          />
        )}
        {others.map((place) => (
          <FileHere key={`${place.kind} ${place.id}`} {...props} place={place} />
        ))}
      </Stack>
    </Section>
  )
}

function FileHere({ frame, t, mail, place }: MailPageProps & { place: Place }) {
  return (
    <Card
      level={3}
      kicker={place.what}
      title={<a href={address(frame.language, place.href)}>{place.title}</a>}
      footer={
        <Form
          action={address(frame.language, `/mail/${mail.id}`)}
          csrf={frame.csrf}
          hidden={{ verb: 'file', about: `${place.kind}:${place.id}` }}
          inline
        >
          <Button look="secondary" small>
            {t(m('mail.file.here'))} <span class="hidden-visually">{place.title}</span>
          </Button>
        </Form>
      }
    />
  )
}
