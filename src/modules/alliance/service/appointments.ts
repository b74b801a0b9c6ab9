import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { readValue } from '#kernel/http'
import { invite, type AcceptedInvitation } from '#kernel/identity'
import {
  addDays,
  type DateOnly,
  isDateOnly,
  isUuid,
  languages,
  type LocalText,
} from '#kernel/values'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { appointmentContinued, appointmentEnded, personAppointed } from '../entries.ts'
import { appointmentSchema, endSchema, type AppointmentInput } from '../inputs.ts'
import { m } from '../messages/index.ts'
import { appointmentInvitation } from '../queries/invitations.ts'
import { roleLabel } from '../role-labels.ts'
import type { AppointmentRole, AppointmentsTable } from '../schema.ts'
import type { AllianceSettings } from '../settings.ts'
import { isActivePerson } from './imported-people.ts'
import { absent, faulty, taken } from './refusals.ts'

type Appointment = z.output<typeof appointmentSchema>

/**
 * Appoints a person to a role at an organisation, or to the secretariat. Nobody appoints themselves, and an appointment
 * that runs already is not made twice.
 */
export async function appoint(
  work: Work,
  given: AppointmentInput & { id?: string },
): Promise<{ id: string } | Refusal> {
  const input = readValue(appointmentSchema, given)
  if (isRefused(input)) return input
  if (!work.may('alliance.appointment.make', factsOf(input))) return absent()
  return makeAppointment(work, input, { id: given.id, appointedBy: personOf(work.actor) })
}

/** Ends appointments of one organisation (or, without one, of the secretariat), all of them or none. */
export async function endAppointments(
  work: Work,
  organisationId: string | null,
  appointmentIds: readonly string[],
  given: z.input<typeof endSchema>,
): Promise<{ ended: readonly EndedAppointment[] } | Refusal> {
  const input = readValue(endSchema, given)
  if (isRefused(input)) return input
  const ids = appointmentIds.filter(isUuid)
  if (ids.length === 0) return faulty('keys', 'fault.nothing-chosen')
  if (organisationId === null) await lockSecretariat(work)
  const rows = await work.read
    .selectFrom('appointments')
    .selectAll()
    .where('id', 'in', ids)
    .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0 || !rows.every((row) => work.may('alliance.appointment.end', row))) {
    return absent()
  }
  const open = rows.filter((row) => row.ends_on === null || row.ends_on > input.endsOn)
  if (open.some((row) => row.starts_on > input.endsOn)) {
    return faulty('endsOn', 'fault.ends-before-start')
  }
  if (open.length === 0) return { ended: [] }
  if (organisationId === null && (await leavesNobody(work, ids, input.endsOn))) {
    return taken('keys', 'fault.last-of-secretariat')
  }
  const entries = open.map((row) =>
    appointmentEnded({
      object: { kind: 'appointment', id: row.id },
      organisationIds: row.organisation_id ? [row.organisation_id] : [],
      personId: row.person_id,
      data: { role: row.role, endsOn: input.endsOn },
    }),
  )
  return work.write(entries, async (tx) => {
    await tx
      .updateTable('appointments')
      .set({ ends_on: input.endsOn })
      .where(
        'id',
        'in',
        open.map((row) => row.id),
      )
      .execute()
    return { ended: open.map((row) => ({ id: row.id, endedBefore: row.ends_on })) }
  })
}

/** An appointment that was ended, with the last day that it had before; what taking it back needs. */
export interface EndedAppointment {
  id: string
  endedBefore: DateOnly | null
}

/**
 * Takes the end of appointments back: they run to the last day that they had before. Who has been appointed to the same
 * role meanwhile keeps that appointment, and nobody takes back the end of their own.
 */
export async function continueAppointments(
  work: Work,
  organisationId: string | null,
  given: readonly EndedAppointment[],
): Promise<{ continued: number } | Refusal> {
  const ends = new Map(
    given
      .filter(({ id, endedBefore }) => isUuid(id) && isLastDay(endedBefore))
      .map(({ id, endedBefore }) => [id, endedBefore]),
  )
  if (ends.size === 0) return faulty('keys', 'fault.nothing-chosen')
  const rows = await work.read
    .selectFrom('appointments')
    .selectAll()
    .where('id', 'in', [...ends.keys()])
    .where('organisation_id', organisationId === null ? 'is' : '=', organisationId)
    .orderBy('id')
    .forUpdate()
    .execute()
  if (rows.length === 0 || !rows.every((row) => work.may('alliance.appointment.make', row))) {
    return absent()
  }
  await lockPersons(
    work,
    rows.map((row) => row.person_id),
  )
  let continued = 0
  for (const row of rows) {
    const endsOn = ends.get(row.id) ?? null
    if (row.ends_on === null || (endsOn !== null && endsOn <= row.ends_on)) continue
    if (await runsAlready(work, asInput(row, endsOn), row.id)) {
      return taken('keys', 'fault.appointed-already')
    }
    const entry = appointmentContinued({
      object: { kind: 'appointment', id: row.id },
      organisationIds: row.organisation_id ? [row.organisation_id] : [],
      personId: row.person_id,
      data: { role: row.role, endsOn },
    })
    await work.write(entry, (tx) =>
      tx.updateTable('appointments').set({ ends_on: endsOn }).where('id', '=', row.id).execute(),
    )
    continued += 1
  }
  return { continued }
}

function isLastDay(day: DateOnly | null): boolean {
  return day === null || isDateOnly(day)
}

/** Of two who release each other at once, the second sees what the first has done. */
async function lockSecretariat(work: Work): Promise<void> {
  await work.read
    .selectFrom('appointments')
    .select('id')
    .where('role', '=', 'secretariat')
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The alliance is never without a secretariat: somebody must go on, from the day after, when others leave. */
async function leavesNobody(work: Work, ids: readonly string[], endsOn: DateOnly) {
  const staying = await work.read
    .selectFrom('appointments as a')
    .innerJoin('persons as p', 'p.id', 'a.person_id')
    .select('a.id')
    .where('a.role', '=', 'secretariat')
    .where('p.state', '=', 'active')
    .where('a.id', 'not in', [...ids])
    .where('a.starts_on', '<=', addDays(endsOn, 1))
    .where((eb) => eb.or([eb('a.ends_on', 'is', null), eb('a.ends_on', '>', endsOn)]))
    .executeTakeFirst()
  return staying === undefined
}

/** What somebody is invited to, and by which address. */
export const invitationSchema = appointmentSchema.omit({ personId: true }).extend({
  email: z.email().max(254),
  language: z.enum(languages).default('en'),
})
export type AppointmentInvitation = z.input<typeof invitationSchema>

/** Invites somebody by e-mail; the appointment is made when they accept, with what the invitation says. */
export async function inviteToAppointment(
  work: Work,
  settings: AllianceSettings,
  given: AppointmentInvitation,
): Promise<{ invitationId: string } | Refusal> {
  const input = readValue(invitationSchema, given)
  if (isRefused(input)) return input
  const { email, language, ...appointment } = input
  const facts = { ...factsOf({ ...appointment, personId: '' }), email }
  const invited = { organisation_id: input.organisationId ?? null }
  if (!work.may('alliance.person.invite', invited)) return absent()
  if (!work.may('alliance.appointment.make', facts)) return absent()
  const place = await placeOf(work, input)
  if (isRefused(place)) return place
  const organisation = place.names[language] ?? place.names.en ?? Object.values(place.names)[0]
  const args = { role: roleLabel(input.role), organisation: organisation ?? '' }
  const key = input.organisationId === undefined ? 'invitation.alliance' : 'invitation.organisation'
  return invite(work, settings.identity, {
    email,
    kind: appointmentInvitation,
    payload: { ...appointment, names: place.names },
    language,
    subject: m(`${key}.subject`, args),
    text: m(`${key}.text`, args),
    organisationIds: input.organisationId === undefined ? [] : [input.organisationId],
  })
}

/**
 * Makes the appointment that an accepted invitation promised, in the same work. The right to appoint was asked when the
 * invitation was sent, and nobody takes up one that they sent themselves; an invitation of another kind is not for this module and gives null.
 */
export async function appointByInvitation(
  work: Work,
  accepted: AcceptedInvitation,
): Promise<{ id: string } | Refusal | null> {
  if (accepted.kind !== appointmentInvitation) return null
  const input = readValue(appointmentSchema, { ...accepted.payload, personId: accepted.personId })
  if (isRefused(input)) return input
  if (accepted.invitedBy === accepted.personId) return refuse(409, m('fault.own-invitation'))
  return makeAppointment(work, input, { id: undefined, appointedBy: accepted.invitedBy })
}

function factsOf(input: Pick<Appointment, 'personId' | 'organisationId' | 'role'>) {
  return {
    person_id: input.personId,
    organisation_id: input.organisationId ?? null,
    role: input.role,
  }
}

async function makeAppointment(
  work: Work,
  input: Appointment,
  by: { id: string | undefined; appointedBy: string | null },
): Promise<{ id: string } | Refusal> {
  const place = await placeOf(work, input)
  if (isRefused(place)) return place
  const endsOn = input.endsOn ?? null
  if (endsOn !== null && endsOn < input.startsOn) return faulty('endsOn', 'fault.ends-before-start')
  await lockPersons(work, [input.personId])
  if (!(await isActivePerson(work, input.personId)))
    return faulty('personId', 'fault.unknown-person')
  if (await runsAlready(work, input)) return taken('role', 'fault.appointed-already')
  const id = by.id ?? randomUUIDv7()
  const entry = personAppointed({
    object: { kind: 'appointment', id },
    organisationIds: input.organisationId ? [input.organisationId] : [],
    personId: input.personId,
    data: {
      role: input.role,
      startsOn: input.startsOn,
      endsOn,
      degreeProgrammeId: input.degreeProgrammeId ?? null,
    },
  })
  return work.write(entry, async (tx) => {
    await tx
      .insertInto('appointments')
      .values({
        id,
        person_id: input.personId,
        organisation_id: input.organisationId ?? null,
        unit_id: input.unitId ?? null,
        role: input.role,
        degree_programme_id: input.degreeProgrammeId ?? null,
        object_id: null,
        title: JSON.stringify(input.title),
        starts_on: input.startsOn,
        ends_on: endsOn,
        appointed_by: by.appointedBy,
        created_at: work.now,
      })
      .execute()
    return { id }
  })
}

/** The organisation, with the unit and degree programme checked against it; the secretariat has none. */
async function placeOf(
  work: Work,
  input: Omit<Appointment, 'personId'>,
): Promise<{ names: LocalText; timeZone: string } | Refusal> {
  const isSecretariat = input.role === 'secretariat'
  if (isSecretariat !== (input.organisationId === undefined)) {
    return faulty('role', 'fault.role-and-organisation')
  }
  if (input.organisationId === undefined) {
    if (input.unitId !== undefined) return faulty('unitId', 'fault.unknown-unit')
    if (input.degreeProgrammeId !== undefined) {
      return faulty('degreeProgrammeId', 'fault.unknown-degree-programme')
    }
    return { names: {}, timeZone: 'UTC' }
  }
  const row = await work.read
    .selectFrom('organisations as o')
    .leftJoin('units as u', (join) =>
      join.onRef('u.organisation_id', '=', 'o.id').on('u.id', '=', input.unitId ?? null),
    )
    .leftJoin('degree_programmes as d', (join) =>
      join.onRef('d.organisation_id', '=', 'o.id').on('d.id', '=', input.degreeProgrammeId ?? null),
    )
    .select(['o.names', 'o.time_zone', 'u.id as unit_id', 'd.id as degree_programme_id'])
    .where('o.id', '=', input.organisationId)
    .executeTakeFirst()
  if (!row) return absent()
  if (input.unitId !== undefined && row.unit_id === null) {
    return faulty('unitId', 'fault.unknown-unit')
  }
  if (input.degreeProgrammeId !== undefined && row.degree_programme_id === null) {
    return faulty('degreeProgrammeId', 'fault.unknown-degree-programme')
  }
  return { names: row.names, timeZone: row.time_zone }
}

type Role = Pick<
  Appointment,
  'personId' | 'role' | 'organisationId' | 'degreeProgrammeId' | 'unitId' | 'startsOn' | 'endsOn'
>

function asInput(row: Selectable<AppointmentsTable>, endsOn: DateOnly | null): Role {
  return {
    personId: row.person_id,
    role: row.role,
    organisationId: row.organisation_id ?? undefined,
    degreeProgrammeId: row.degree_programme_id ?? undefined,
    unitId: row.unit_id ?? undefined,
    startsOn: row.starts_on,
    endsOn: endsOn ?? undefined,
  }
}

/** Appointments of one person are made one after another: each sees what runs already. */
async function lockPersons(work: Work, ids: readonly string[]): Promise<void> {
  await work.read
    .selectFrom('persons')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** What some people are or were appointed to at an organisation. */
export async function appointmentsAt(
  work: Work,
  organisationId: string,
  personIds: readonly string[],
): Promise<
  {
    personId: string
    role: AppointmentRole
    unitId: string | null
    degreeProgrammeId: string | null
    startsOn: DateOnly
    endsOn: DateOnly | null
  }[]
> {
  if (personIds.length === 0) return []
  return work.read
    .selectFrom('appointments')
    .select([
      'person_id as personId',
      'role',
      'unit_id as unitId',
      'degree_programme_id as degreeProgrammeId',
      'starts_on as startsOn',
      'ends_on as endsOn',
    ])
    .where('organisation_id', '=', organisationId)
    .where('person_id', 'in', [...personIds])
    .execute()
}

async function runsAlready(work: Work, input: Role, besideId?: string): Promise<boolean> {
  const same = await work.read
    .selectFrom('appointments')
    .select('id')
    .$if(besideId !== undefined, (query) => query.where('id', '!=', besideId!))
    .where('person_id', '=', input.personId)
    .where('role', '=', input.role)
    .where('organisation_id', 'is not distinct from', input.organisationId ?? null)
    .where('degree_programme_id', 'is not distinct from', input.degreeProgrammeId ?? null)
    .where('unit_id', 'is not distinct from', input.unitId ?? null)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', input.startsOn)]))
    .where((eb) => (input.endsOn ? eb('starts_on', '<=', input.endsOn) : eb.lit(true)))
    .executeTakeFirst()
  return same !== undefined
}
