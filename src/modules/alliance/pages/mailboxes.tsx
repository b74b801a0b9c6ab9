import { Button, ButtonGroup, type Column, EmptyState, Form, Section, Table, Email } from '#ui'
import { m } from '../messages/index.ts'
import type { mailboxesOf } from '../queries/organisations.ts'
import { appointmentRoles } from '../schema.ts'
import { type Office, OfficeFrame } from './office.tsx'
import { asker, type FormState, LocalAsk, Named, roleOptions, type Scene } from './scene.tsx'

type Mailbox = Awaited<ReturnType<typeof mailboxesOf>>[number]

interface MailboxesProps {
  scene: Scene
  office: Office
  mailboxes: readonly Mailbox[]
  form: FormState
}

/** The shared addresses of offices: what is written to a role arrives there too. */
export function MailboxesPage({ scene, office, mailboxes, form }: MailboxesProps) {
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/mailboxes`)
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="mailboxes"
      title={t(m('office.mailboxes'))}
      form={form}
    >
      <Table
        language={language}
        caption={t(m('office.mailboxes'))}
        captionHidden
        columns={mailboxColumns(scene, office, path)}
        rows={mailboxes}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t(m('mailbox.none'))} why={t(m('mailbox.none-why'))} />}
      />
      {office.may.mailboxes && (
        <Section title={t(m('mailbox.add'))} id="add-mailbox">
          <Form action={path} csrf={scene.frame.csrf}>
            {ask('email', 'address', m('field.email'), { width: 'medium' })}
            {ask('select', 'role', m('field.role'), {
              options: roleOptions(
                scene,
                appointmentRoles.filter((role) => role !== 'secretariat'),
              ),
            })}
            <LocalAsk scene={scene} form={form} name="names" legend={m('mailbox.names')} />
            <ButtonGroup>
              <Button>{t(m('mailbox.add'))}</Button>
            </ButtonGroup>
          </Form>
        </Section>
      )}
    </OfficeFrame>
  )
}

function mailboxColumns(scene: Scene, office: Office, path: string): Column<Mailbox>[] {
  const { t } = scene
  return [
    {
      key: 'address',
      label: t(m('field.email')),
      primary: true,
      cell: (row) => <Email address={row.address} />,
    },
    {
      key: 'role',
      label: t(m('field.role')),
      cell: (row) => t(m(`role.${row.role as 'coordinator'}`)),
    },
    {
      key: 'name',
      label: t(m('field.name')),
      cell: (row) =>
        Object.keys(row.names).length > 0 ? <Named scene={scene} names={row.names} /> : '–',
    },
    ...(office.may.mailboxes
      ? [
          {
            key: 'remove',
            label: t(m('action.remove')),
            kind: 'actions' as const,
            cell: (row: Mailbox) => (
              <Form action={`${path}/${row.id}/removal`} csrf={scene.frame.csrf} inline>
                <Button look="quiet" small>
                  {t(m('action.remove'))}
                </Button>
              </Form>
            ),
          },
        ]
      : []),
  ]
}
