import type { FormState, Frame } from '#kernel/http'
import type { Translate } from '#kernel/messages'
import { dateInZone, formatDate } from '#kernel/values'
import { address, Button, Form, Heading, Prose, SingleActShell } from '#ui'
import { NameFields } from '../account/name-fields.tsx'
import { m } from '../messages/index.ts'
import { Problem } from './pages.tsx'

interface InvitationProps {
  frame: Frame
  t: Translate
  form: FormState
  token: string
  what: string | null
  address: string
  expiresAt: Date
  timeZone: string
  asksName: boolean
}

/** What somebody is invited to, until when, and the one button that accepts. */
export function InvitationPage(props: InvitationProps) {
  const { frame, t, form } = props
  const title = t(m('invitation.title'))
  const until = formatDate(dateInZone(props.expiresAt, props.timeZone), frame.language)
  return (
    <SingleActShell frame={frame} title={title} alert={<Problem frame={frame} form={form} />}>
      <Heading level={1} lead={props.what}>
        {title}
      </Heading>
      <Prose>
        <p>{t(m('invitation.text', { address: props.address, until }))}</p>
        {frame.person && <p>{t(m('invitation.as', { name: frame.person.name }))}</p>}
      </Prose>
      <Form action={address(frame.language, `/invitations/${props.token}`)} csrf={frame.csrf}>
        {props.asksName && <NameFields frame={frame} t={t} form={form} />}
        <Button>{t(m('invitation.accept'))}</Button>
      </Form>
    </SingleActShell>
  )
}
