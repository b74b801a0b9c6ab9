import { displayName, languages, nativeName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  type Column,
  Form,
  Heading,
  Section,
  StateTag,
  Table,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PendingInvitation } from '../queries/invitations.ts'
import type { SecretariatMember } from '../queries/secretariat.ts'
import type { EndedAppointment } from '../service/appointments.ts'
import { Invitations } from './invitations.tsx'
import { EndedNotice } from './people.tsx'
import { asker, type FormState, Framed, period, runningTone, type Scene } from './scene.tsx'

interface SecretariatProps {
  scene: Scene
  members: readonly SecretariatMember[]
  invitations: readonly PendingInvitation[]
  ended: readonly EndedAppointment[]
  form: FormState
}

/** Who acts for the alliance as a whole. Its members invite each other; nobody appoints themselves. */
export function SecretariatPage(props: SecretariatProps) {
  const { scene, members, invitations, ended, form } = props
  const { t, href, language } = scene
  return (
    <Framed scene={scene} title={t(m('secretariat.title'))} form={form} wide>
      <Heading level={1} lead={t(m('secretariat.lead'))}>
        {t(m('secretariat.title'))}
      </Heading>
      {ended.length > 0 && (
        <EndedNotice
          scene={scene}
          ended={ended}
          action={href('/secretariat/appointments/continuations')}
        />
      )}
      <Table
        language={language}
        caption={t(m('secretariat.title'))}
        captionHidden
        columns={memberColumns(scene)}
        rows={members}
        rowKey={(member) => member.id}
        rowLabel={(member) => displayName(member.name, language)}
        keyboard
        select={{
          action: href('/secretariat/appointments/ends'),
          csrf: scene.frame.csrf,
          name: 'keys[]',
          disabled: (member) => member.endsOn !== null && member.endsOn <= scene.today,
          actions: [{ name: 'act', value: 'end', label: t(m('secretariat.end-today')) }],
        }}
      />
      {invitations.length > 0 && (
        <Invitations
          scene={scene}
          invitations={invitations}
          address={(id) => `/secretariat/invitations/${id}/withdrawal`}
        />
      )}
      <Invite scene={scene} form={form} />
    </Framed>
  )
}

function memberColumns(scene: Scene): Column<SecretariatMember>[] {
  const { t, language } = scene
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      cell: (member) => displayName(member.name, language),
    },
    {
      key: 'email',
      label: t(m('field.email')),
      cell: (member) => (member.email === null ? '–' : <Email address={member.email} />),
    },
    {
      key: 'period',
      label: t(m('field.period')),
      kind: 'date',
      cell: (member) => period(scene, member.startsOn, member.endsOn),
    },
    {
      key: 'by',
      label: t(m('secretariat.appointed-by')),
      cell: (member) => (member.appointedBy ? displayName(member.appointedBy, language) : '–'),
    },
    {
      key: 'state',
      label: t(m('field.state')),
      kind: 'state',
      cell: (member) => {
        const running = runningTone(scene, member.startsOn, member.endsOn)
        return <StateTag tone={running.tone}>{t(running.label)}</StateTag>
      },
    },
  ]
}

function Invite({ scene, form }: Pick<SecretariatProps, 'scene' | 'form'>) {
  const ask = asker(scene, form)
  const { t, href } = scene
  return (
    <Section title={t(m('secretariat.invite'))} id="invite" lead={t(m('people.invite-lead'))}>
      <Form action={href('/secretariat/invitations')} csrf={scene.frame.csrf}>
        {ask('email', 'email', m('field.email'), { width: 'medium' })}
        {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
        {ask('date', 'endsOn', m('field.last-day'), { required: false, width: 'short' })}
        {ask('select', 'language', m('people.letter-language'), {
          noEmpty: true,
          options: languages.map((each) => ({ value: each, label: nativeName(each) })),
        })}
        <ButtonGroup>
          <Button>{t(m('people.send-invitation'))}</Button>
        </ButtonGroup>
      </Form>
    </Section>
  )
}
