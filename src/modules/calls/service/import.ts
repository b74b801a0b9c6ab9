import { randomUUIDv7 } from 'node:crypto'
import { isRefused, personOf, refuse, type Refusal, type Work } from '#kernel/database'
import { notify } from '#kernel/notices'
import {
  dateInZone,
  type DateOnly,
  isLanguage,
  type Language,
  type PersonName,
} from '#kernel/values'
import { type ImportSource, type NamedStudent, readImport, studentsNamed } from '#modules/alliance'
import { applicationSubmitted } from '../entries.ts'
import { m } from '../messages/index.ts'
import { callById, type CallRow } from '../queries/calls.ts'
import { applicantsOf } from '../queries/import.ts'
import { judgeEligibility } from '../rules/eligibility.ts'
import {
  applicantColumns,
  type ImportFault,
  questionHeadings,
  type ReadRow,
  readRows,
} from '../rules/import-rows.ts'
import type { Answers } from '../rules/questions.ts'
import { aboutApplication } from './about.ts'
import { emptyApplication, nextNumber, receivedNotice } from './applications.ts'

/** One application that a list would bring in. */
export interface ImportedApplication {
  row: number
  personId: string
  name: PersonName
  answers: Answers
}

/** A list of applications as it was understood; nothing is written yet. */
export interface ApplicationsPreview {
  applications: ImportedApplication[]
  faults: ImportFault[]
  /** Rows of people who have applied already, or who stand in the list twice; they are left as they are. */
  duplicates: { row: number; personId: string; name: PersonName }[]
  /** Headings that mean nothing here. */
  ignored: string[]
  text: string
}

/** Reads a list of applications to a call (XLSX, CSV or pasted) and says what would come of each row. */
export async function previewApplications(
  work: Work,
  callId: string,
  source: ImportSource,
): Promise<ApplicationsPreview | Refusal> {
  const call = await importable(work, callId)
  return isRefused(call) ? call : preview(work, call, source)
}

async function importable(work: Work, callId: string, lock?: 'lock'): Promise<CallRow | Refusal> {
  const call = await callById(work, callId, lock)
  if (!call || !work.may('calls.selection.decide', call)) return refuse(404, m('refusal.no-call'))
  return call.state === 'published' ? call : refuse(409, m('import.not-now'))
}

async function preview(
  work: Work,
  call: CallRow,
  source: ImportSource,
): Promise<ApplicationsPreview | Refusal> {
  const { definition } = call
  const table = await readImport(source, applicantColumns, [], questionHeadings(definition))
  if (isRefused(table)) return refuse(table.status, table.message, { text: table.message })
  const { read, faults } = readRows(definition, table.rows)
  const today = dateInZone(work.now, call.time_zone)
  const named = read.flatMap(({ address, number }) => [address, number]).filter(Boolean)
  const students = await studentsNamed(work, [call.organisation_id], named)
  const ids = students.map(({ personId }) => personId)
  const applied = await applicantsOf(work, call.id, ids)
  const found: ApplicationsPreview = {
    applications: [],
    faults,
    duplicates: [],
    ignored: table.ignored,
    text: table.text,
  }
  const faulty = new Set(faults.map(({ row }) => row))
  for (const each of read) {
    const student = studentOf(students, each)
    if ('message' in student) {
      // That nobody is named stands there already.
      if (each.address !== '' || each.number !== '') found.faults.push(student)
      continue
    }
    const { personId, name } = student
    const enrolments = student.enrolments.filter((each) => runsOn(each, today))
    if (applied.has(personId)) {
      found.duplicates.push({ row: each.row, personId, name })
      continue
    }
    if (faulty.has(each.row)) continue
    const asking = { organisationId: call.organisation_id, today }
    const verdicts = judgeEligibility(definition.eligibility, { enrolments }, each.answers, asking)
    if (verdicts.some(({ holds }) => holds === false)) {
      found.faults.push({ row: each.row, column: 'number', message: m('refusal.not-eligible') })
      continue
    }
    applied.add(personId)
    found.applications.push({ row: each.row, personId, name, answers: each.answers })
  }
  found.faults.sort((a, b) => a.row - b.row)
  return found
}

function runsOn(
  { startsOn, endsOn, outcome }: NamedStudent['enrolments'][number],
  today: DateOnly,
): boolean {
  return outcome === null && startsOn <= today && (endsOn === null || endsOn >= today)
}

/** Whom a row names: by the student number, by the address, and by both where both are there. */
function studentOf(students: readonly NamedStudent[], row: ReadRow): NamedStudent | ImportFault {
  const { address, number } = row
  const byNumber = students.filter(({ numbers }) =>
    numbers.some((each) => each.toLowerCase() === number.toLowerCase()),
  )
  const byAddress = students.filter(({ addresses }) => addresses.includes(address))
  const [one] = number === '' ? byAddress : byNumber
  const column = number === '' ? 'address' : 'number'
  if (!one) return { row: row.row, column, message: m('import.nobody-here') }
  const isOther = number !== '' && address !== '' && byAddress.length > 0 && byAddress[0] !== one
  const isSeveral = (number === '' ? byAddress : byNumber).length > 1
  return isOther || isSeveral ? { row: row.row, column, message: m('import.two-people') } : one
}

/**
 * Brings in a list of applications as sent, marked with who brought them in. Refuses while rows are faulty that nobody
 * agreed to leave out; who has applied meanwhile is passed over. Every applicant is told that theirs arrived.
 */
export async function importApplications(
  work: Work,
  input: { callId: string; text: string; leaveOutFaulty: boolean; node: string },
): Promise<{ count: number } | Refusal> {
  const call = await importable(work, input.callId, 'lock')
  if (isRefused(call)) return call
  const found = await preview(work, call, { text: input.text })
  if (isRefused(found)) return found
  if (found.faults.length > 0 && !input.leaveOutFaulty) {
    return refuse(422, m('import.has-faults'), { text: m('import.has-faults') })
  }
  const { applications } = found
  if (applications.length === 0) return { count: 0 }
  const first = await nextNumber(work, call.id, applications.length)
  const numbered = applications.map((each, place) => ({
    ...each,
    id: randomUUIDv7(),
    number: first + place,
  }))
  await insert(work, call, numbered, input.node)
  for (const { id, personId, number } of numbered) {
    await notify(work, {
      personId,
      kind: receivedNotice,
      message: m('notice.received', { number }),
      href: `/applications/${id}`,
    })
  }
  return { count: numbered.length }
}

async function insert(
  work: Work,
  call: CallRow,
  applications: readonly (ImportedApplication & { id: string; number: number })[],
  node: string,
): Promise<void> {
  const { id: callId, organisation_id } = call
  const self = personOf(work.actor)
  const entries = applications.map(({ id, personId, number }) =>
    applicationSubmitted({
      ...aboutApplication({ id, organisation_id, person_id: personId }),
      data: { number, inGrace: false },
    }),
  )
  const rows = applications.map(({ id, personId, number, answers }) => ({
    ...emptyApplication,
    id,
    origin: node,
    call_id: callId,
    organisation_id,
    person_id: personId,
    language: languageOf(call, work),
    answers: JSON.stringify(answers),
    state: 'submitted' as const,
    begun_at: work.now,
    saved_at: work.now,
    submitted_at: work.now,
    number,
    brought_in_by: self,
  }))
  await work.write(entries, (tx) => tx.insertInto('call_applications').values(rows).execute())
}

/** A list does not say in which language it was written: the first in which the call is read. */
function languageOf(call: CallRow, work: Work): Language {
  return call.languages.find(isLanguage) ?? work.language
}
