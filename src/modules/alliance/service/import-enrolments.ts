import { isRefused, type Refusal, type Work } from '#kernel/database'
import { normaliseAddress } from '#kernel/identity'
import {
  normaliseDigits,
  parseDate,
  type Country,
  type DateOnly,
  type PersonName,
} from '#kernel/values'
import { enrolmentColumns, type EnrolmentColumn } from '../import-columns.ts'
import {
  readImport,
  type ImportSource,
  type ImportTable,
  leftOutOf,
  newPreview,
  type Preview,
} from '../import-table.ts'
import { m } from '../messages/index.ts'
import type { RegisteringSettings } from '../settings.ts'
import { enrol } from './enrolments.ts'
import { nameOf, personsByAddress, registerFromRow } from './imported-people.ts'
import { absent } from './refusals.ts'
import { roleNamed } from './roles-named.ts'

/** What a row of a list of students comes to. */
export interface EnrolmentRow {
  row: number
  studentNumber: string
  name: PersonName | null
  email: string | undefined
  /** The person whom the row is about, where they are known by their address or their student number. */
  personId: string | null
  degreeProgrammeId: string
  degreeProgrammeCode: string
  intakeYear: number
  startsOn: DateOnly
}

/** Reads a list of students and says what would come of each row; asks the database four times, however long it is. */
export async function previewEnrolments(
  work: Work,
  organisationId: string,
  source: ImportSource,
  /** The first day of rows that name none. */
  startsOn: DateOnly | null = null,
): Promise<Preview<EnrolmentRow> | Refusal> {
  if (!work.may('alliance.enrolment.change', { organisation_id: organisationId })) return absent()
  const table = await readImport(source, enrolmentColumns, ['studentNumber', 'degreeProgramme'])
  if (isRefused(table)) return table
  const things = await knownThings(work, organisationId, table)
  if (things === null) return absent()
  const known = { ...things, startsOn }
  const preview = newPreview<EnrolmentRow>(table)
  const seen = new Map<string, number>()
  for (const row of table.rows) readRow(row, known, seen, preview)
  return preview
}

/**
 * Enrols the people of a list in one transaction, registering those who are not known. With faulty rows nothing is
 * written, unless they shall be left out; a row that stands already is never written twice.
 */
export async function importEnrolments(
  work: Work,
  settings: RegisteringSettings,
  organisationId: string,
  given: { text: string; leaveOutFaulty: boolean; startsOn?: DateOnly | null },
): Promise<{ enrolled: number; registered: number; leftOut: number } | Refusal> {
  const preview = await previewEnrolments(
    work,
    organisationId,
    { text: given.text },
    given.startsOn,
  )
  if (isRefused(preview)) return preview
  const leftOut = leftOutOf(preview, given)
  if (isRefused(leftOut)) return leftOut
  const organisation = await organisationOf(work, organisationId)
  if (!organisation) return absent()
  let registered = 0
  // One student number is one person, also when the list enrols them in two degree programmes.
  const made = new Map<string, string>()
  for (const row of preview.rows) {
    let personId = row.personId ?? made.get(row.studentNumber) ?? null
    if (personId === null) {
      const person = { name: row.name!, email: row.email }
      const id = await registerFromRow(work, settings, person, organisation)
      if (isRefused(id)) return id
      personId = id
      made.set(row.studentNumber, id)
      registered += 1
    }
    const done = await enrol(work, settings.node, organisationId, { ...row, personId })
    if (isRefused(done)) return done
  }
  return { enrolled: preview.rows.length, registered, leftOut }
}

interface Known {
  programmes: Map<string, { id: string; closedOn: DateOnly | null }>
  people: Map<string, string>
  /** The person of a student number at this organisation, and the programmes that it is used in. */
  numbers: Map<string, { personId: string; programmeIds: Set<string> }>
  organisation: { country: Country; timeZone: string }
  startsOn: DateOnly | null
}

async function knownThings(
  work: Work,
  organisationId: string,
  table: ImportTable<EnrolmentColumn>,
): Promise<Omit<Known, 'startsOn'> | null> {
  const organisation = await organisationOf(work, organisationId)
  if (!organisation) return null
  const programmes = await work.read
    .selectFrom('degree_programmes')
    .select(['id', 'code', 'closed_on'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const numbers = table.rows.flatMap(({ values }) => values.studentNumber ?? [])
  const enrolments =
    numbers.length === 0
      ? []
      : await work.read
          .selectFrom('enrolments')
          .select(['student_number', 'person_id', 'degree_programme_id'])
          .where('organisation_id', '=', organisationId)
          .where('student_number', 'in', [...new Set(numbers)])
          .execute()
  const known: Omit<Known, 'startsOn'> = {
    organisation,
    programmes: new Map(
      programmes.map((each) => [codeKey(each.code), { id: each.id, closedOn: each.closed_on }]),
    ),
    people: await personsByAddress(
      work,
      table.rows.map(({ values }) => values.email),
    ),
    numbers: new Map(),
  }
  for (const each of enrolments) {
    const entry = known.numbers.get(each.student_number) ?? {
      personId: each.person_id,
      programmeIds: new Set<string>(),
    }
    entry.programmeIds.add(each.degree_programme_id)
    known.numbers.set(each.student_number, entry)
  }
  return known
}

function readRow(
  { row, values }: ImportTable<EnrolmentColumn>['rows'][number],
  known: Known,
  seen: Map<string, number>,
  preview: Preview<EnrolmentRow>,
): void {
  const role = values.role === undefined ? 'student' : roleNamed(values.role)
  if (role !== null && role !== 'student') return void preview.elsewhere.push(row)
  const before = preview.problems.length
  const problem = (column: EnrolmentColumn, key: Parameters<typeof m>[0], args = {}) =>
    void preview.problems.push({ row, column, message: m(key, args) })

  if (role === null) problem('role', 'import.unknown-role', { text: values.role ?? '' })
  const studentNumber = values.studentNumber ?? ''
  if (studentNumber === '' || studentNumber.length > 40) {
    problem('studentNumber', 'import.no-student-number')
  }
  const code = values.degreeProgramme ?? ''
  const programme = known.programmes.get(codeKey(code))
  if (!programme) problem('degreeProgramme', 'import.unknown-programme', { code })
  const startText = values.startsOn ?? known.startsOn ?? undefined
  const intakeYear = yearOf(values.intakeYear ?? startText ?? '')
  if (intakeYear === null) problem('intakeYear', 'import.no-intake-year')
  const startsOn = startOf(startText, intakeYear)
  if (startsOn === null) problem('startsOn', 'import.no-date', { text: values.startsOn ?? '' })
  if (programme?.closedOn && startsOn !== null && programme.closedOn <= startsOn) {
    problem('degreeProgramme', 'fault.closed-degree-programme')
  }
  const address = values.email === undefined ? undefined : normaliseAddress(values.email)
  if (address === null) problem('email', 'import.no-address', { text: values.email ?? '' })

  const number = known.numbers.get(studentNumber)
  const byAddress = address ? known.people.get(address) : undefined
  if (number && byAddress !== undefined && byAddress !== number.personId) {
    problem('email', 'import.two-people')
  }
  const personId = number?.personId ?? byAddress ?? null
  const name = nameOf(values)
  if (personId === null && name === null) problem('givenName', 'import.no-name')
  if (preview.problems.length > before || !programme) return
  // Whoever studies in two degree programmes stands in two rows.
  if (number?.programmeIds.has(programme.id)) return void preview.already.push(row)
  const keys = [`number ${studentNumber} ${codeKey(code)}`, ...(address ? [`mail ${address}`] : [])]
  for (const key of keys) {
    // Only a row that is itself in order makes a later one its double.
    const earlier = seen.get(key)
    if (earlier !== undefined) return problem('studentNumber', 'import.twice', { row: earlier })
  }
  for (const key of keys) seen.set(key, row)
  preview.rows.push({
    row,
    studentNumber,
    name,
    email: address ?? undefined,
    personId,
    degreeProgrammeId: programme.id,
    degreeProgrammeCode: code,
    intakeYear: intakeYear!,
    startsOn: startsOn!,
  })
}

/** The year in a cell, also of the Buddhist era and inside a date or an academic year. */
function yearOf(text: string): number | null {
  const match = /(?<!\d)\d{4}(?!\d)/.exec(normaliseDigits(text))
  if (!match) return null
  const typed = Number(match[0])
  const year = typed > 2400 ? typed - 543 : typed
  return year >= 1950 && year <= 2200 ? year : null
}

/** Without a day the enrolment runs from the first day of its intake's year. */
function startOf(text: string | undefined, intakeYear: number | null): DateOnly | null {
  if (text !== undefined) return parseDate(text)
  return intakeYear === null ? null : `${intakeYear}-01-01`
}

function codeKey(code: string): string {
  return code.normalize('NFKC').trim().toLowerCase()
}

async function organisationOf(work: Work, id: string) {
  const row = await work.read
    .selectFrom('organisations')
    .select(['country', 'time_zone'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { country: row.country, timeZone: row.time_zone } : null
}
