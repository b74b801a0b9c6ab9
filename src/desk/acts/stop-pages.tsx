import type { Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { address, Button, Form, Heading, Notice, SingleActShell } from '#ui'
import { m } from '../messages/index.ts'

interface StopProps {
  frame: Frame
  t: Translate
  action: string
  kind: string
  isDigest: boolean
  isStopped: boolean
  /** The way that comes back when it is taken back. */
  again: string
}

/** Stops one kind of mail, or has stopped it; the one form does, the other takes back. */
export function StopPage({ frame, t, action, kind, isDigest, isStopped, again }: StopProps) {
  const title = t(isStopped ? m('stop.done.title', { kind }) : m('stop.title', { kind }))
  return (
    <SingleActShell frame={frame} title={title}>
      <Heading level={1}>{title}</Heading>
      {isStopped ? (
        <Notice tone="done" live>
          {t(m('stop.done.text'))}
        </Notice>
      ) : (
        <p>{t(m(isDigest ? 'stop.digest.lead' : 'stop.lead'))}</p>
      )}
      <Form
        action={action}
        csrf={frame.csrf}
        hidden={isStopped ? { again } : { 'List-Unsubscribe': 'One-Click' }}
      >
        <Button look={isStopped ? 'secondary' : 'primary'}>
          {t(m(isStopped ? 'stop.again' : 'stop.button'))}
        </Button>
      </Form>
      <p>
        <a href={address(frame.language, '/account/notices')}>{t(m('stop.all'))}</a>
      </p>
    </SingleActShell>
  )
}
