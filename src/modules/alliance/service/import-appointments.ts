import { isRefused, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from '#kernel/identity'
import {
  dateInZone,
  displayName,
  parseDate,
  type DateOnly,
  type Language,
  type LocalText,
} from '#kernel/values'
import { appointmentColumns, type AppointmentColumn } from '../import-columns.ts'
import {
  readImport,
  type ImportSource,
  type ImportTable,
  leftOutOf,
  newPreview,
  type Preview,
} from '../import-table.ts'
import { m } from '../messages/index.ts'
import type { AppointmentRole } from '../schema.ts'
import type { AllianceSettings } from '../settings.ts'
import { overlap } from '../rules/periods.ts'
import { appoint, appointmentsAt, inviteToAppointment } from './appointments.ts'
import { nameOf, personsByAddress } from './imported-people.ts'
import { UnitIndex } from './read-units.ts'
import { absent, faulty } from './refusals.ts'
import { roleNamed } from './roles-named.ts'
import { standingUnits } from './import-units.ts'

/** What a row of a list of people to appoint comes to: an appointment, or an invitation for who is not known. */
export interface AppointmentRow {
  row: number
  email: string
  name: string
  personId: string | null
  role: AppointmentRole
  unitId: string | null
  unit: LocalText | null
  degreeProgrammeId: string | null
  startsOn: DateOnly
  endsOn: DateOnly | null
}

/** Reads a list of people to appoint and says what would come of each row. */
export async function previewAppointments(
  work: Work,
  organisationId: string,
  source: ImportSource,
  /** The first day of rows that name none; today where this is not given either. */
  startsOn: DateOnly | null = null,
): Promise<Preview<AppointmentRow> | Refusal> {
  if (!work.may('alliance.person.invite', { organisation_id: organisationId })) return absent()
  const table = await readImport(source, appointmentColumns, ['email', 'role'])
  if (isRefused(table)) return table
  const organisation = await work.read
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) return absent()
  const programmes = await work.read
    .selectFrom('degree_programmes')
    .select(['id', 'code'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const known: Known = {
    organisationId,
    startsOn: startsOn ?? dateInZone(work.now, organisation.time_zone),
    people: await personsByAddress(
      work,
      table.rows.map(({ values }) => values.email),
    ),
    programmes: new Map(programmes.map((each) => [each.code.toLowerCase(), each.id])),
    units: new UnitIndex(await standingUnits(work, organisationId)),
    standing: [],
  }
  known.standing = await appointmentsAt(work, organisationId, [...known.people.values()])
  const preview = newPreview<AppointmentRow>(table)
  const seen = new Map<string, number>()
  for (const row of table.rows) readRow(work, row, known, seen, preview)
  return preview
}

/** Appoints the known people of a list and invites the others, all of them or none. */
export async function importAppointments(
  work: Work,
  settings: AllianceSettings,
  organisationId: string,
  given: {
    text: string
    leaveOutFaulty: boolean
    language: Language
    startsOn?: DateOnly | null
  },
): Promise<{ appointed: number; invited: number; leftOut: number } | Refusal> {
  const preview = await previewAppointments(
    work,
    organisationId,
    { text: given.text },
    given.startsOn,
  )
  if (isRefused(preview)) return preview
  const leftOut = leftOutOf(preview, given)
  if (isRefused(leftOut)) return leftOut
  let appointed = 0
  for (const row of preview.rows) {
    const appointment = {
      organisationId,
      role: row.role,
      startsOn: row.startsOn,
      ...(row.endsOn ? { endsOn: row.endsOn } : {}),
      ...(row.unitId ? { unitId: row.unitId } : {}),
      ...(row.degreeProgrammeId ? { degreeProgrammeId: row.degreeProgrammeId } : {}),
    }
    const done =
      row.personId === null
        ? await inviteToAppointment(work, settings, {
            ...appointment,
            email: row.email,
            language: given.language,
          })
        : await appoint(work, { ...appointment, personId: row.personId })
    if (isRefused(done)) {
      // The row, not a field of a form that nobody has seen, is what the reader can mend.
      return faulty('text', 'import.row-refused', { row: String(row.row) })
    }
    if (row.personId !== null) appointed += 1
  }
  return { appointed, invited: preview.rows.length - appointed, leftOut }
}

interface Known {
  organisationId: string
  startsOn: DateOnly
  people: Map<string, string>
  programmes: Map<string, string>
  units: UnitIndex
  /** What these people are appointed to here; none of it is made twice. */
  standing: Awaited<ReturnType<typeof appointmentsAt>>
}

function readRow(
  work: Work,
  { row, values }: ImportTable<AppointmentColumn>['rows'][number],
  known: Known,
  seen: Map<string, number>,
  preview: Preview<AppointmentRow>,
): void {
  const named = roleNamed(values.role ?? '')
  if (named === 'student') return void preview.elsewhere.push(row)
  const before = preview.problems.length
  const problem = (column: AppointmentColumn, key: Parameters<typeof m>[0], args = {}) =>
    void preview.problems.push({ row, column, message: m(key, args) })
  const email = normaliseAddress(values.email ?? '')
  if (email === null) problem('email', 'import.no-address', { text: values.email ?? '' })
  const role = named === 'secretariat' ? null : named
  if (role === null) problem('role', 'import.unknown-role', { text: values.role ?? '' })
  const startsOn = values.startsOn === undefined ? known.startsOn : parseDate(values.startsOn)
  if (startsOn === null) problem('startsOn', 'import.no-date', { text: values.startsOn ?? '' })
  const endsOn = values.endsOn === undefined ? null : parseDate(values.endsOn)
  if (values.endsOn !== undefined && (endsOn === null || (startsOn && endsOn < startsOn))) {
    problem('endsOn', 'import.no-date', { text: values.endsOn })
  }
  const code = values.degreeProgramme
  const degreeProgrammeId = code === undefined ? null : known.programmes.get(code.toLowerCase())
  if (degreeProgrammeId === undefined) {
    problem('degreeProgramme', 'import.unknown-programme', { code: code ?? '' })
  }
  const units = values.unit === undefined ? null : known.units.called(values.unit)
  if (units?.length === 0) problem('unit', 'import.unknown-parent', { text: values.unit ?? '' })
  const personId = email === null ? null : (known.people.get(email) ?? null)
  if (preview.problems.length > before || email === null || role === null || !startsOn) return
  // Of several units of one name the one is meant at which the appointment stands.
  const unitIds: (string | null)[] = units === null ? [null] : units.map(({ id }) => id)
  const stands = known.standing.some(
    (each) =>
      each.personId === personId &&
      each.role === role &&
      unitIds.includes(each.unitId) &&
      each.degreeProgrammeId === degreeProgrammeId &&
      overlap(each, { startsOn, endsOn }),
  )
  // What stands needs nobody's right: who brings back the list of all people finds themselves in it.
  if (stands) return void preview.already.push(row)
  if (unitIds.length > 1) problem('unit', 'import.ambiguous-unit', { text: values.unit ?? '' })
  const facts = { person_id: personId, organisation_id: known.organisationId, role }
  if (!work.may('alliance.appointment.make', facts)) problem('role', 'import.may-not-appoint')
  if (preview.problems.length > before) return
  // Only a row that is itself in order makes a later one its double.
  const key = `${personId ?? email} ${role} ${unitIds[0] ?? ''} ${degreeProgrammeId ?? ''}`
  const earlier = seen.get(key)
  if (earlier !== undefined) return problem('email', 'import.twice', { row: earlier })
  seen.set(key, row)
  const name = nameOf(values)
  preview.rows.push({
    row,
    email,
    name: name ? displayName(name, work.language) : '',
    personId,
    role,
    unitId: unitIds[0] ?? null,
    unit: units?.[0]?.names ?? null,
    degreeProgrammeId: degreeProgrammeId ?? null,
    startsOn,
    endsOn,
  })
}
