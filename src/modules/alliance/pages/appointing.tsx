import { displayName, languages, nativeName } from '#kernel/values'
import { Button, ButtonGroup, ButtonLink, Form, Heading } from '#ui'
import { m } from '../messages/index.ts'
import type { PersonRow } from '../queries/people.ts'
import type { AppointmentRole } from '../schema.ts'
import type { Office } from './office.tsx'
import {
  asker,
  type FormState,
  Framed,
  namedOptions,
  nameText,
  roleOptions,
  type Scene,
} from './scene.tsx'

type NamedProgramme = Parameters<typeof namedOptions>[1][number]
type NamedUnit = NamedProgramme & { closed_on: string | null }

interface InviteProps {
  scene: Scene
  office: Office
  form: FormState
  mayAppoint: readonly AppointmentRole[]
  programmes: readonly NamedProgramme[]
  units: readonly NamedUnit[]
}

/** One person is invited to a role; who has the address already is appointed when they accept. */
export function InvitePage({ scene, office, form, mayAppoint, programmes, units }: InviteProps) {
  const ask = asker(scene, form)
  const { t, href } = scene
  return (
    <Framed scene={scene} title={t(m('people.invite'))} form={form} trail={trailOf(scene, office)}>
      <Heading level={1} lead={t(m('people.invite-lead'))}>
        {t(m('people.invite'))}
      </Heading>
      <Form action={href(`/organisations/${office.id}/invitations`)} csrf={scene.frame.csrf}>
        {ask('email', 'email', m('field.email'), { width: 'medium' })}
        <AppointmentFields
          scene={scene}
          form={form}
          roles={mayAppoint}
          programmes={programmes}
          units={units}
        />
        {ask('select', 'language', m('people.letter-language'), {
          noEmpty: true,
          options: languages.map((each) => ({ value: each, label: nativeName(each) })),
        })}
        <ButtonGroup>
          <Button>{t(m('people.send-invitation'))}</Button>
        </ButtonGroup>
      </Form>
    </Framed>
  )
}

/** Where an office's page stands: the organisation, and its people. */
export function trailOf(scene: Scene, office: Office) {
  return [
    { href: scene.href(`/organisations/${office.id}`), label: nameText(scene, office.names) },
    ...(office.may.people
      ? [
          {
            href: scene.href(`/organisations/${office.id}/people`),
            label: scene.t(m('office.people')),
          },
        ]
      : []),
  ]
}

interface FieldsProps {
  scene: Scene
  form: FormState
  roles: readonly AppointmentRole[]
  programmes: readonly NamedProgramme[]
  units: readonly NamedUnit[]
  /** The name of the form, on a page with several. */
  part?: string
}

/** The questions of an appointment. */
export function AppointmentFields({ scene, form, roles, programmes, units, part }: FieldsProps) {
  const open = units.filter((unit) => unit.closed_on === null)
  const ask = asker(scene, form, part)
  return (
    <>
      {ask('select', 'role', m('field.role'), { options: roleOptions(scene, roles) })}
      {open.length > 0 &&
        ask('select', 'unitId', m('field.unit'), {
          required: false,
          options: namedOptions(scene, open),
        })}
      {ask('select', 'degreeProgrammeId', m('field.degree-programme'), {
        hint: m('hint.appointment-programme'),
        required: false,
        options: namedOptions(scene, programmes),
      })}
      {ask('date', 'startsOn', m('field.first-day'), { width: 'short' })}
      {ask('date', 'endsOn', m('field.last-day'), { required: false, width: 'short' })}
    </>
  )
}

interface BulkProps extends InviteProps {
  act: 'appoint' | 'end'
  people: readonly PersonRow[]
}

/** The second step of a bulk act: who was chosen, and what is to be done with all of them. */
export function BulkPage(props: BulkProps) {
  const { scene, office, form, mayAppoint, programmes, units, act, people } = props
  const ask = asker(scene, form)
  const { t, href, language } = scene
  const title = t(m(act === 'appoint' ? 'people.appoint-chosen' : 'people.end-chosen'))
  return (
    <Framed scene={scene} title={title} form={form} trail={trailOf(scene, office)}>
      <Heading level={1}>{title}</Heading>
      <Form
        action={href(`/organisations/${office.id}/appointments${act === 'end' ? '/ends' : ''}`)}
        csrf={scene.frame.csrf}
      >
        {act === 'appoint' ? (
          <>
            {ask('checkboxes', 'keys[]', m('office.people'), {
              options: people.map((each) => ({
                value: each.id,
                label: displayName(each.name, language),
              })),
            })}
            <AppointmentFields
              scene={scene}
              form={form}
              roles={mayAppoint}
              programmes={programmes}
              units={units}
            />
          </>
        ) : (
          <>
            {ask('checkboxes', 'keys[]', m('people.appointments'), {
              options: people.flatMap((each) =>
                each.appointments
                  .filter((one) => one.endsOn === null || one.endsOn >= scene.today)
                  .map((one) => ({
                    value: one.id,
                    label: `${displayName(each.name, language)} · ${t(m(`role.${one.role}`))}`,
                  })),
              ),
            })}
            {ask('date', 'endsOn', m('field.last-day'), { width: 'short' })}
          </>
        )}
        <ButtonGroup>
          <Button look={act === 'end' ? 'harm' : 'primary'}>{title}</Button>
          <ButtonLink look="quiet" href={href(`/organisations/${office.id}/people`)}>
            {t(m('action.back'))}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Framed>
  )
}
