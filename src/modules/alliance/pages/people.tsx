import { displayName } from '#kernel/values'
import {
  Button,
  ButtonGroup,
  ButtonLink,
  type Column,
  EmptyState,
  Field,
  FilterBar,
  Form,
  Notice,
  StateTag,
  Table,
  Email,
} from '#ui'
import { m } from '../messages/index.ts'
import type { PendingInvitation } from '../queries/invitations.ts'
import { peoplePerPage, type PeopleFilter, type PersonRow } from '../queries/people.ts'
import { appointmentRoles, type AppointmentRole } from '../schema.ts'
import type { EndedAppointment } from '../service/appointments.ts'
import { Invitations } from './invitations.tsx'
import { type Office, OfficeFrame } from './office.tsx'
import {
  day,
  type FormState,
  namedOptions,
  nameLanguage,
  nameText,
  runningTone,
  type Scene,
} from './scene.tsx'

type NamedProgramme = Parameters<typeof namedOptions>[1][number]

interface PeopleProps {
  scene: Scene
  office: Office
  people: readonly PersonRow[]
  total: number
  filter: PeopleFilter
  programmes: readonly NamedProgramme[]
  invitations: readonly PendingInvitation[]
  form: FormState
  /** The roles that the reader may appoint to here; none where she may not appoint. */
  mayAppoint: readonly AppointmentRole[]
  mayEnrol: boolean
  /** Appointments that were ended just now, for taking it back. */
  ended: readonly EndedAppointment[]
}

/** The people of an organisation: who acts for it and who studies there, found, chosen and changed together. */
export function PeoplePage(props: PeopleProps) {
  const { scene, office, people, filter, mayAppoint } = props
  const { t, href, language } = scene
  const path = `/organisations/${office.id}/people`
  const { chosen: _chosen, page: _page, ...rest } = filter
  const address = (change: Parameters<Address>[0]) => href(path, { ...rest, ...change })
  return (
    <OfficeFrame
      scene={scene}
      office={office}
      tab="people"
      title={t(m('office.people'))}
      form={props.form}
      actions={
        <PeopleActions {...props} table={href(`${path}/table`, { ...rest, page: undefined })} />
      }
    >
      {props.ended.length > 0 && (
        <EndedNotice
          scene={scene}
          ended={props.ended}
          action={href(`/organisations/${office.id}/appointments/continuations`)}
        />
      )}
      <PeopleFilterBar {...props} address={address} />
      <Table
        language={language}
        caption={t(m('office.people'))}
        captionHidden
        columns={columnsFor(scene, filter, address)}
        rows={people}
        rowKey={(person) => person.id}
        rowHref={(person) => href(`${path}/${person.id}`)}
        rowLabel={(person) => displayName(person.name, language)}
        keyboard
        select={
          mayAppoint.length > 0
            ? {
                action: href(`/organisations/${office.id}/people/bulk`),
                csrf: scene.frame.csrf,
                name: 'keys[]',
                actions: [
                  { name: 'act', value: 'appoint', label: t(m('people.appoint-chosen')) },
                  { name: 'act', value: 'end', label: t(m('people.end-chosen')) },
                  { name: 'act', value: 'welcome', label: t(m('people.welcome-chosen')) },
                ],
              }
            : undefined
        }
        pagination={{
          page: filter.page,
          pageSize: peoplePerPage,
          total: props.total,
          href: (page) => address({ page }),
        }}
        empty={<EmptyState title={t(m('people.none'))} why={t(m('people.none-why'))} />}
      />
      {props.invitations.length > 0 && (
        <Invitations
          scene={scene}
          invitations={props.invitations}
          address={(id) => `/organisations/${office.id}/invitations/${id}/withdrawal`}
          withRole
        />
      )}
    </OfficeFrame>
  )
}

function PeopleActions({
  scene,
  office,
  mayAppoint,
  mayEnrol,
  table,
}: PeopleProps & { table: string }) {
  const { t, href } = scene
  return (
    <ButtonGroup>
      {mayAppoint.length > 0 && (
        <ButtonLink icon="plus" href={href(`/organisations/${office.id}/invitations/new`)}>
          {t(m('people.invite'))}
        </ButtonLink>
      )}
      {mayAppoint.length > 0 && (
        <ButtonLink look="secondary" href={href(`/organisations/${office.id}/appointments/import`)}>
          {t(m('people.import-staff'))}
        </ButtonLink>
      )}
      {mayEnrol && (
        <ButtonLink look="secondary" href={href(`/organisations/${office.id}/enrolments/import`)}>
          {t(m('people.import-students'))}
        </ButtonLink>
      )}
      <ButtonLink look="quiet" icon="download" href={table}>
        {t(m('action.download'))}
      </ButtonLink>
    </ButtonGroup>
  )
}

interface EndedProps {
  scene: Scene
  ended: readonly EndedAppointment[]
  action: string
}

/** Says what was ended and offers to take it back, instead of asking beforehand. */
export function EndedNotice({ scene, ended, action }: EndedProps) {
  const { t } = scene
  return (
    <Notice
      tone="done"
      live
      title={t(m('done.appointments-ended', { count: ended.length }))}
      action={
        <Form action={action} csrf={scene.frame.csrf} inline>
          {ended.map((each) => (
            <input
              key={each.id}
              type="hidden"
              name="ended[]"
              value={`${each.id}~${each.endedBefore ?? ''}`}
            />
          ))}
          <Button look="secondary" small>
            {t(m('action.undo'))}
          </Button>
        </Form>
      }
    />
  )
}

type Address = (change: Partial<Record<keyof PeopleFilter, string | number>>) => string

function PeopleFilterBar({
  scene,
  office,
  filter,
  programmes,
  address,
}: PeopleProps & { address: Address }) {
  const { t, href, language } = scene
  const path = href(`/organisations/${office.id}/people`)
  const active = filtersInForce({ scene, filter, programmes, address })
  const roles = [...appointmentRoles.filter((role) => role !== 'secretariat'), 'student' as const]
  return (
    <FilterBar
      language={language}
      action={path}
      search={{ value: filter.q, label: t(m('people.search')) }}
      active={active}
      clearHref={path}
      hidden={{
        ...(filter.sort ? { sort: filter.sort } : {}),
        ...(filter.access ? { access: filter.access } : {}),
      }}
    >
      <Field
        language={language}
        kind="select"
        name="role"
        label={t(m('field.role'))}
        value={filter.role}
        autosubmit
        options={roles.map((role) => ({ value: role, label: t(m(`role.${role}`)) }))}
      />
      <Field
        language={language}
        kind="select"
        name="programmeId"
        label={t(m('field.degree-programme'))}
        value={filter.programmeId}
        autosubmit
        options={namedOptions(scene, programmes)}
      />
      <Field
        language={language}
        kind="select"
        name="when"
        label={t(m('people.when'))}
        value={filter.when ?? 'now'}
        autosubmit
        noEmpty
        options={(['now', 'past', 'all'] as const).map((when) => ({
          value: when,
          label: t(m(`people.when-${when}`)),
        }))}
      />
    </FilterBar>
  )
}

/** What narrows the list now, each with the address of the list without it. */
function filtersInForce({
  scene,
  filter,
  programmes,
  address,
}: Pick<PeopleProps, 'scene' | 'filter' | 'programmes'> & { address: Address }) {
  const { t } = scene
  const programme = programmes.find((each) => each.id === filter.programmeId)
  return [
    ...(filter.q ? [{ href: address({ q: undefined }), label: filter.q }] : []),
    ...(filter.role
      ? [{ href: address({ role: undefined }), label: t(m(`role.${filter.role}`)) }]
      : []),
    ...(programme
      ? [{ href: address({ programmeId: undefined }), label: nameText(scene, programme.names) }]
      : []),
    ...(filter.when && filter.when !== 'now'
      ? [{ href: address({ when: undefined }), label: t(m(`people.when-${filter.when}`)) }]
      : []),
    ...(filter.access
      ? [{ href: address({ access: undefined }), label: t(m('people.access-none')) }]
      : []),
  ]
}

function columnsFor(scene: Scene, filter: PeopleFilter, address: Address): Column<PersonRow>[] {
  const { t, language } = scene
  const byName = filter.sort === undefined || filter.sort === 'name' || filter.sort === '-name'
  return [
    {
      key: 'name',
      label: t(m('field.name')),
      primary: true,
      sortHref: address({ sort: filter.sort === '-name' || !byName ? 'name' : '-name' }),
      sorted: byName ? (filter.sort === '-name' ? 'descending' : 'ascending') : undefined,
      cell: (person) => displayName(person.name, language),
    },
    {
      key: 'roles',
      label: t(m('field.roles')),
      cell: (person) => (
        <ul>
          {person.appointments.map((appointment) => {
            const running = runningTone(scene, appointment.startsOn, appointment.endsOn)
            return (
              <li key={appointment.id}>
                <StateTag tone={running.tone}>
                  {t(m(`role.${appointment.role}`))}
                  {appointment.programme && ` · ${appointment.programme}`}
                </StateTag>
                {appointment.unit && (
                  <span class="quiet" lang={nameLanguage(scene, appointment.unit)}>
                    {' '}
                    {nameText(scene, appointment.unit)}
                  </span>
                )}
              </li>
            )
          })}
          {person.enrolments.map((enrolment) => (
            <li key={enrolment.id}>
              <StateTag tone={enrolment.outcome ? 'quiet' : 'info'}>
                {t(m('role.student'))} · {enrolment.programme}
              </StateTag>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'number',
      label: t(m('field.student-number')),
      nowrap: true,
      cell: (person) => person.enrolments[0]?.studentNumber ?? '–',
    },
    {
      key: 'email',
      label: t(m('field.email')),
      cell: (person) => (person.email === null ? '–' : <Email address={person.email} />),
    },
    {
      key: 'since',
      label: t(m('field.since')),
      kind: 'date',
      sortHref: address({ sort: 'newest' }),
      sorted: filter.sort === 'newest' ? 'descending' : undefined,
      cell: (person) => {
        const first = [...person.appointments, ...person.enrolments]
          .map((each) => each.startsOn)
          .toSorted()[0]
        return first ? day(scene, first) : '–'
      },
    },
  ]
}

/** An address that may go on to a second line before its @. */
