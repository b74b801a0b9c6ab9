import { show } from '#ui'
import { page, type Answer, type Call, type Route } from '#kernel/http'
import { isRefused, type Refusal, type Work } from '#kernel/database'
import { endSignInsOf, withdrawInvitation } from '#kernel/identity'
import { unreachableAddresses } from '#kernel/mail'
import { dateInZone, isDateOnly, isUuid } from '#kernel/values'
import type { AppointmentInput, EnrolmentEndInput, EnrolmentInput } from '../inputs.ts'
import { m } from '../messages/index.ts'
import { BulkPage, InvitePage } from '../pages/appointing.tsx'
import { welcomePeople } from '../service/welcome.ts'
import { PeoplePage } from '../pages/people.tsx'
import { PersonPage } from '../pages/person.tsx'
import type { FormState } from '../pages/scene.tsx'
import { degreeProgrammesOf, unitsOf } from '../queries/organisations.ts'
import { openInvitations } from '../queries/invitations.ts'
import {
  type AppointmentFact,
  peopleOf,
  personAt,
  type PeopleFilter,
  type PersonRow,
} from '../queries/people.ts'
import { appointmentRoles, type AppointmentRole } from '../schema.ts'
import {
  appoint,
  continueAppointments,
  endAppointments,
  type EndedAppointment,
  inviteToAppointment,
  type AppointmentInvitation,
} from '../service/appointments.ts'
import { absent, faulty } from '../service/refusals.ts'
import { endEnrolment, enrol } from '../service/enrolments.ts'
import { officeOf } from './office.ts'
import { blank, inputOf, loadOrganisation, refused, sceneOf, submit } from './web.ts'
import type { OrganisationFacts } from '../queries/organisations.ts'

type OfficeCall = Call<OrganisationFacts>
type PersonFacts = OrganisationFacts & {
  person_id: string
  person: NonNullable<Awaited<ReturnType<typeof personAt>>>
}

const manage = { action: 'alliance.person.invite', load: loadOrganisation }
const onPerson = (action: string) => ({ action, load: loadPerson })

/** The pages on which an office appoints, invites and enrols. */
export const peopleRoutes: readonly Route[] = [
  page<OrganisationFacts>('GET', '/organisations/:id/people', {
    action: 'alliance.person.read',
    load: loadOrganisation,
    handle: async (call) => show(await people(call, blank())),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/people/bulk', { ...manage, handle: bulk }),
  page<OrganisationFacts>('POST', '/organisations/:id/appointments', {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) => appointAll(work, call),
        (form) => bulkPage(call, 'appoint', chosenIn(call, 'persons'), form),
        (count) => toPeople(call, m('done.appointed', { count })),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/appointments/ends', {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) => endAll(work, call),
        (form) => bulkPage(call, 'end', chosenIn(call, 'appointments'), form),
        ({ ended }) => afterEnding(call, ended, `/organisations/${call.object.id}/people`),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/appointments/continuations', {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) => continueAll(work, call),
        (form) => people(call, form),
        ({ continued }) => toPeople(call, m('done.appointments-continued', { count: continued })),
      ),
  }),

  page<OrganisationFacts>('GET', '/organisations/:id/invitations/new', {
    ...manage,
    handle: async (call) =>
      show(
        await invitePage(
          call,
          blank({
            language: [call.language],
            startsOn: [today(call)],
            role: [call.query.get('role')],
          }),
        ),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/invitations', {
    ...manage,
    perMinute: 30,
    handle: (call) =>
      submit(
        call,
        (work) =>
          inviteToAppointment(work, call.services, {
            ...(inputOf(call.form) as AppointmentInvitation),
            organisationId: call.object.id,
          }),
        (form) => invitePage(call, form),
        () => toPeople(call, m('done.invited', { email: call.form.values['email']?.[0] ?? '' })),
      ),
  }),
  page<OrganisationFacts>('POST', '/organisations/:id/invitations/:invitation/withdrawal', {
    ...manage,
    handle: (call) =>
      submit(
        call,
        (work) => withdraw(work, call),
        (form) => people(call, form),
        () => toPeople(call, m('done.withdrawn')),
      ),
  }),

  page<PersonFacts>('GET', '/organisations/:id/people/:person', {
    ...onPerson('alliance.person.read'),
    handle: async (call) => show(await person(call, blank({ startsOn: [today(call)] }))),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/appointments', {
    ...onPerson('alliance.person.invite'),
    handle: (call) =>
      submit(
        call,
        (work) =>
          appoint(work, {
            ...(inputOf(call.form) as AppointmentInput),
            personId: call.object.person_id,
            organisationId: call.object.id,
          }),
        (form) => person(call, form),
        () => toPerson(call, m('done.appointed', { count: 1 })),
      ),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/appointments/ends', {
    ...onPerson('alliance.person.invite'),
    handle: (call) =>
      submit(
        call,
        (work) => endAll(work, call),
        (form) => person(call, form),
        ({ ended }) => afterEnding(call, ended, personPath(call)),
      ),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/appointments/continuations', {
    ...onPerson('alliance.person.invite'),
    handle: (call) =>
      submit(
        call,
        (work) => continueAll(work, call),
        (form) => person(call, form),
        ({ continued }) => toPerson(call, m('done.appointments-continued', { count: continued })),
      ),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/sign-ins/end', {
    action: 'alliance.person.end-sign-ins',
    load: loadPersonOfToday,
    handle: (call) =>
      submit(
        call,
        (work) => endSignInsOf(work, call.services.identity, call.object.person_id),
        (form) => person(call, form),
        (ended) => toPerson(call, m('done.sign-ins-ended', { ...ended })),
      ),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/enrolments', {
    ...onPerson('alliance.enrolment.change'),
    handle: (call) =>
      submit(
        call,
        (work) =>
          enrol(work, call.services.node, call.object.id, {
            ...(inputOf(call.form) as EnrolmentInput),
            personId: call.object.person_id,
          }),
        (form) => person(call, form),
        () => toPerson(call, m('done.enrolled', { count: 1 })),
      ),
  }),
  page<PersonFacts>('POST', '/organisations/:id/people/:person/enrolments/:enrolment/end', {
    ...onPerson('alliance.enrolment.change'),
    handle: (call) =>
      submit(
        call,
        async (work) => {
          const enrolment = call.params['enrolment']
          if (!isUuid(enrolment)) return absent()
          const input = inputOf(call.form) as EnrolmentEndInput
          return endEnrolment(work, call.object.id, enrolment, input)
        },
        (form) => person(call, form),
        () => toPerson(call, m('done.saved')),
      ),
  }),
]

async function people(call: OfficeCall, form: FormState) {
  const filter = filterOf(call.query)
  const { rows, total } = await peopleOf(call.work, call.object.id, filter)
  call.shows(personIds(rows), shownFilter(filter))
  return PeoplePage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    people: rows,
    total,
    filter,
    ended: endedIn(call.query.get('ended')),
    programmes: await degreeProgrammesOf(call.work, call.object.id),
    invitations: await openInvitations(call.work, call.object.id),
    form,
    mayAppoint: appointable(call),
    mayEnrol: call.may('alliance.enrolment.change', { organisation_id: call.object.id }),
  })
}

async function person(call: Call<PersonFacts>, form: FormState) {
  const { email } = call.object.person
  const unreachable = await unreachableAddresses(call.work, email ? [email] : [])
  const mayReadMail = call.may('mail.incoming.read', { organisation_id: call.object.id })
  const about = `person:${call.object.person_id}`
  return PersonPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    person: call.object.person,
    endable: endable(call, call.object.person),
    ended: endedIn(call.query.get('ended')),
    form,
    programmes: await degreeProgrammesOf(call.work, call.object.id),
    units: await unitsOf(call.work, call.object.id),
    mayAppoint: appointable(call),
    mayEnrol: call.may('alliance.enrolment.change', { organisation_id: call.object.id }),
    mayEndSignIns:
      call.may('alliance.person.end-sign-ins', {
        organisation_id: call.object.id,
        person_id: call.object.person_id,
      }) && isOfToday(call.object.person, call.now, call.object.timeZone),
    returned: (email && unreachable.get(email)) || null,
    mails: mayReadMail ? call.href('/mail', { about }) : null,
  })
}

async function invitePage(call: OfficeCall, form: FormState) {
  return InvitePage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    form,
    mayAppoint: appointable(call),
    programmes: await degreeProgrammesOf(call.work, call.object.id),
    units: await unitsOf(call.work, call.object.id),
  })
}

async function bulk(call: OfficeCall) {
  const chosen = (call.form.values['keys[]'] ?? []).filter(isUuid)
  const wanted = call.form.values['act']?.[0]
  if (wanted === 'welcome') {
    return submit(
      call,
      (work) => welcomePeople(work, call.services, call.object.id, chosen),
      (form) => people(call, form),
      ({ invited }) => toPeople(call, m('done.welcomed', { count: invited })),
    )
  }
  const act = wanted === 'end' ? 'end' : 'appoint'
  if (chosen.length === 0) {
    return show(await people(call, refused(call, faulty('keys', 'fault.nothing-chosen'))), 422)
  }
  const form = blank({ startsOn: [today(call)], endsOn: act === 'end' ? [today(call)] : [] })
  return show(await bulkPage(call, act, { of: 'persons', ids: chosen }, form))
}

async function bulkPage(
  call: OfficeCall,
  act: 'appoint' | 'end',
  chosen: NonNullable<PeopleFilter['chosen']>,
  form: FormState,
) {
  const found = await peopleOf(call.work, call.object.id, { chosen, when: 'all', page: 1 })
  call.shows(personIds(found.rows))
  const rows =
    act === 'end'
      ? found.rows.map((row) => ({ ...row, appointments: endable(call, row) }))
      : found.rows
  const day = today(call)
  const open = rows.flatMap((row) =>
    row.appointments.filter((one) => !one.endsOn || one.endsOn >= day).map((one) => one.id),
  )
  const keys = act === 'appoint' ? rows.map((row) => row.id) : open
  return BulkPage({
    scene: sceneOf(call, call.object.timeZone),
    office: officeOf(call),
    form: { ...form, values: { 'keys[]': keys, ...form.values } },
    mayAppoint: appointable(call),
    programmes: await degreeProgrammesOf(call.work, call.object.id),
    units: await unitsOf(call.work, call.object.id),
    act,
    people: rows,
  })
}

/** What the sent form had chosen. */
function chosenIn(call: OfficeCall, of: 'persons' | 'appointments') {
  return { of, ids: (call.form.values['keys[]'] ?? []).filter(isUuid).slice(0, 200) }
}

async function appointAll(work: Work, call: OfficeCall): Promise<number | Refusal> {
  const { keys, ...input } = inputOf(call.form) as { keys?: string[] } & AppointmentInput
  if (!keys || keys.length === 0) return faulty('keys', 'fault.nothing-chosen')
  for (const personId of keys) {
    // Only people of one's own organisation can be chosen from its list.
    if (!isUuid(personId) || !(await personAt(work, call.object.id, personId))) return absent()
    const done = await appoint(work, { ...input, personId, organisationId: call.object.id })
    if (isRefused(done)) return done
  }
  return keys.length
}

function endAll(work: Work, call: OfficeCall) {
  const { keys = [], endsOn } = inputOf(call.form) as { keys?: string[]; endsOn: string }
  return endAppointments(work, call.object.id, keys, { endsOn })
}

function continueAll(work: Work, call: OfficeCall) {
  const typed = call.form.values['ended[]'] ?? []
  return continueAppointments(work, call.object.id, endedIn(typed.join(',')))
}

/** More than this do not fit into an address; what was ended is then said without a way back. */
const mostUndone = 40

/** Says what was ended, on a page that can take it back. */
export function afterEnding(call: Call, ended: readonly EndedAppointment[], path: string): Answer {
  if (ended.length === 0 || ended.length > mostUndone) {
    return call.redirect(path, m('done.appointments-ended', { count: ended.length }))
  }
  const value = ended.map(({ id, endedBefore }) => `${id}~${endedBefore ?? ''}`).join(',')
  return call.redirect(`${path}?ended=${encodeURIComponent(value)}`)
}

/** Appointments with the last day that they had, as an address or a form carries them. */
export function endedIn(text: string | null): EndedAppointment[] {
  return (text ?? '')
    .split(',')
    .map((each) => each.split('~'))
    .filter(([id, day]) => isUuid(id) && (!day || isDateOnly(day)))
    .slice(0, mostUndone)
    .map(([id, day]) => ({ id: id!, endedBefore: day || null }))
}

async function withdraw(work: Work, call: OfficeCall) {
  const open = await openInvitations(work, call.object.id)
  const found = open.find((invitation) => invitation.id === call.params['invitation'])
  if (!found) return absent()
  return withdrawInvitation(work, { invitationId: found.id, organisationIds: [call.object.id] })
}

/** The appointments of a person that the reader may end: a coordinator does not release administrators. */
function endable(call: OfficeCall, person: PersonRow): AppointmentFact[] {
  const facts = { organisation_id: call.object.id, person_id: person.id }
  return person.appointments.filter(({ role }) =>
    call.may('alliance.appointment.end', { ...facts, role }),
  )
}

/** The roles that the reader may appoint others to at this organisation. */
function appointable(call: OfficeCall): AppointmentRole[] {
  return appointmentRoles.filter(
    (role) =>
      role !== 'secretariat' &&
      call.may('alliance.appointment.make', {
        role,
        organisation_id: call.object.id,
        person_id: null,
      }),
  )
}

async function loadPerson(work: Work, params: Record<string, string>): Promise<PersonFacts | null> {
  const organisation = await loadOrganisation(work, params)
  if (!organisation || !isUuid(params['person'])) return null
  const found = await personAt(work, organisation.id, params['person'])
  return found && { ...organisation, person_id: found.id, person: found }
}

/** Somebody who acts or studies there today: whoever has left is no longer that office's to look after. */
async function loadPersonOfToday(
  work: Work,
  params: Record<string, string>,
): Promise<PersonFacts | null> {
  const found = await loadPerson(work, params)
  return found && isOfToday(found.person, work.now, found.timeZone) ? found : null
}

function isOfToday({ appointments, enrolments }: PersonRow, now: Date, timeZone: string): boolean {
  const today = dateInZone(now, timeZone)
  return [...appointments, ...enrolments.filter(({ outcome }) => outcome === null)].some(
    ({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today),
  )
}

/** The filter that an address says; what it does not understand it leaves out. */
export function filterOf(query: URLSearchParams): PeopleFilter {
  const page = Number(query.get('page') ?? 1)
  const programmeId = query.get('programmeId') ?? undefined
  return {
    q: query.get('q')?.trim().slice(0, 100) || undefined,
    role: [...appointmentRoles, 'student' as const].find((role) => role === query.get('role')),
    programmeId: isUuid(programmeId) ? programmeId : undefined,
    when: (['now', 'past', 'all'] as const).find((when) => when === query.get('when')),
    sort: (['name', '-name', 'newest'] as const).find((sort) => sort === query.get('sort')),
    access: query.get('access') === 'none' ? 'none' : undefined,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

/** What of the filter may be kept of who looked: not what somebody typed. */
export function shownFilter({ role, programmeId, when, access }: PeopleFilter) {
  return { role, programmeId, when, access }
}

/** The persons of a list. */
export function personIds(rows: readonly PersonRow[]): string[] {
  return rows.map(({ id }) => id)
}

function today(call: OfficeCall): string {
  return sceneOf(call, call.object.timeZone).today
}

function toPeople(call: OfficeCall, said: Parameters<Call['redirect']>[1]) {
  const path = `/organisations/${call.object.id}`
  return call.redirect(officeOf(call).may.people ? `${path}/people` : path, said)
}

function toPerson(call: Call<PersonFacts>, said: Parameters<Call['redirect']>[1]) {
  return call.redirect(personPath(call), said)
}

function personPath(call: Call<PersonFacts>): string {
  return `/organisations/${call.object.id}/people/${call.object.person_id}`
}
