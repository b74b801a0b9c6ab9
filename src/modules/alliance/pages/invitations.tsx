import { failureMessage } from '#kernel/mail'
import { formatInstant } from '#kernel/values'
import { Button, type Column, Form, Section, StateTag, Table, Email } from '#ui'
import { m } from '../messages/index.ts'
import type { PendingInvitation } from '../queries/invitations.ts'
import type { Scene } from './scene.tsx'

interface InvitationsProps {
  scene: Scene
  invitations: readonly PendingInvitation[]
  /** Where the one of this id is withdrawn, as a path without its language. */
  address: (id: string) => string
  /** Where invitations are to several roles; the secretariat has one. */
  withRole?: boolean
}

/** The invitations that are open, each with the way to take it back. */
export function Invitations({ scene, invitations, address, withRole = false }: InvitationsProps) {
  const { t, href, language } = scene
  const role: Column<PendingInvitation> = {
    key: 'role',
    label: t(m('field.role')),
    cell: (row) => (row.role ? t(m(`role.${row.role}`)) : '–'),
  }
  const columns: Column<PendingInvitation>[] = [
    {
      key: 'address',
      label: t(m('field.email')),
      primary: true,
      cell: (row) => <Email address={row.address} />,
    },
    ...(invitations.some((row) => row.returned !== null) ? [letter(scene)] : []),
    ...(withRole ? [role] : []),
    {
      key: 'until',
      label: t(m('invitation.valid-until')),
      kind: 'date',
      cell: (row) => formatInstant(row.expires_at, scene.timeZone, language, 'medium'),
    },
    {
      key: 'withdraw',
      label: t(m('invitation.withdraw')),
      kind: 'actions',
      cell: (row) => (
        <Form action={href(address(row.id))} csrf={scene.frame.csrf} inline>
          <Button look="quiet" small>
            {t(m('invitation.withdraw'))}
          </Button>
        </Form>
      ),
    },
  ]
  return (
    <Section title={t(m('invitation.open'))} id="invitations">
      <Table
        language={language}
        caption={t(m('invitation.open'))}
        captionHidden
        columns={columns}
        rows={invitations}
        rowKey={(row) => row.id}
      />
    </Section>
  )
}

/** Whether the letter arrived, as far as mail servers say. */
function letter({ t }: Scene): Column<PendingInvitation> {
  return {
    key: 'letter',
    label: t(m('invitation.letter')),
    kind: 'state',
    cell: ({ returned }) =>
      returned === null ? (
        '–'
      ) : (
        <>
          <StateTag tone="harm">{t(m('invitation.letter-returned'))}</StateTag>{' '}
          {t(failureMessage(returned))}
        </>
      ),
  }
}
