import { isRefused, type Refusal, refuse, type Work } from '#kernel/database'
import { type ImportSource, readImport } from '#modules/alliance'
import {
  nominationColumns,
  type NominationProblem,
  type NominationRow,
  nominationsInRows,
} from '../formats/nomination-rows.ts'
import { m } from '../messages/index.ts'
import { institutions, type Student, studentsNamed } from '../queries/choices.ts'
import { nominate } from './nominate.ts'
import { askPartners } from './partner-mail.ts'

/** A list of nominations as it was understood, with what comes of each row. */
export interface NominationList {
  rows: (NominationRow & { mobilityId: string; found: Student; becomes: 'pending' | 'waiting' })[]
  problems: NominationProblem[]
  ignored: string[]
  text: string
}

/**
 * Nominates the students of a list, each row as if alone, in the order of the list: a row that is refused leaves the others.
 * Rows without a seat left go onto the waiting list. Run and undone, it is the preview of itself.
 */
export async function nominateList(
  work: Work,
  source: ImportSource,
  node: string,
): Promise<NominationList | Refusal> {
  const table = await readImport(
    source,
    nominationColumns,
    ['student', 'receiving'],
    new Map(),
    (column) => m(`column.${column}`),
  )
  if (isRefused(table)) return table
  const known = await institutions(work)
  const { nominations, problems } = nominationsInRows(table.rows, known)
  const own = known.filter(({ isOwn }) => isOwn).map(({ id }) => id)
  const students = await studentsNamed(
    work,
    own,
    nominations.map(({ student }) => student),
  )
  const rows: NominationList['rows'] = []
  for (const row of nominations) {
    const found = findIn(students, row.student)
    if (!found) {
      problems.push({ row: row.row, column: 'student', message: m('bulk.unknown-student') })
      continue
    }
    const made = await work.savepoint((inner) => nominateRow(inner, row, found, node))
    if (isRefused(made)) {
      problems.push({ row: row.row, column: columnOf(made), message: made.message })
    } else rows.push({ ...row, mobilityId: made.mobilityId, found, becomes: made.state })
  }
  problems.sort((a, b) => a.row - b.row)
  return { rows, problems, ignored: table.ignored, text: table.text }
}

function findIn(
  students: Awaited<ReturnType<typeof studentsNamed>>,
  typed: string,
): Student | undefined {
  const folded = typed.toLowerCase()
  return students.find(
    ({ studentNumber, address }) =>
      studentNumber.toLowerCase() === folded || address?.toLowerCase() === folded,
  )
}

function nominateRow(work: Work, row: NominationRow, student: Student, node: string) {
  return nominate(work, {
    enrolmentId: student.enrolmentId,
    receivingOrganisationId: row.receivingOrganisationId,
    kind: row.kind,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    programmeYearId: null,
    seat: null,
    remark: row.remark,
    mayWait: true,
    node,
  })
}

const fields = ['student', 'receiving', 'startsOn', 'endsOn'] as const

function columnOf({ fields: named }: Refusal): NominationProblem['column'] {
  return fields.find((field) => field in named) ?? null
}

/** Nominates a list for good; faulty rows stop it unless they are to be left out. Partners without an office are mailed. */
export async function nominateFromList(
  work: Work,
  input: { text: string; leaveOutFaulty: boolean; node: string },
): Promise<{ nominated: number; waiting: number } | Refusal> {
  const list = await nominateList(work, { text: input.text }, input.node)
  if (isRefused(list)) return list
  if (list.problems.length > 0 && !input.leaveOutFaulty) return refuse(422, m('bulk.has-faulty'))
  const asked = await askPartners(
    work,
    list.rows.map(({ mobilityId }) => mobilityId),
  )
  if (isRefused(asked)) return asked
  const nominated = list.rows.filter(({ becomes }) => becomes === 'pending').length
  return { nominated, waiting: list.rows.length - nominated }
}
