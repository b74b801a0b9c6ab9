import { Fraction } from '#kernel/values'
import { courseKey } from '../context.ts'
import type { AnswerLayout } from './registry-layout.ts'

/** A row of the registry's answer, its cells by what they are. */
export interface AnswerRow {
  /** As the spreadsheet counts it. */
  row: number
  reference: string
  studentNumber: string
  course: string
  status: string
  credit: string
  grade: string
  message: string
}

/** What was exported and waits for an answer. */
export interface AwaitedItem {
  id: string
  reference: string
  studentNumber: string
  homeCourseCode: string
  act: 'enter' | 'change' | 'remove'
  credit: Fraction
  grade: string | null
  state: 'exported' | 'posted' | 'rejected' | 'dropped'
}

/** In what an answer differs from what was exported. */
export type AnswerDifference = 'credit' | 'grade'

/** What the answer says of one exported row. */
export interface AnsweredItem {
  id: string
  row: number
  verdict: 'accepted' | 'differs' | 'rejected'
  differences: AnswerDifference[]
  credit: string
  grade: string
  message: string
}

/** An answer beside what was exported: what it confirms, what it leaves out, and rows that nobody sent. */
export interface ComparedAnswer {
  answered: AnsweredItem[]
  /** Exported rows of which the answer says nothing. */
  missing: string[]
  /** Rows of the answer that belong to nothing exported here. */
  unknown: number[]
  /** Rows of the answer about one exported row that has an answer already; the first counts. */
  repeated: number[]
}

/** Whether a status word means that the row was entered; without a column for it, being in the answer means yes. */
function isAccepted(status: string, { status: column, accepted }: AnswerLayout): boolean {
  if (column === '') return true
  const word = status.normalize('NFKC').trim().toLowerCase()
  return accepted.some((each) => each.normalize('NFKC').trim().toLowerCase() === word)
}

/**
 * Compares a registry's answer with what was exported. A row is found by its reference, or by student number and home
 * course. Credit and grade are compared where the answer has them; credit as exact numbers, whatever sign and zeros the
 * registry writes. A rejected row keeps the registry's words.
 */
export function compareAnswer(
  items: readonly AwaitedItem[],
  rows: readonly AnswerRow[],
  layout: AnswerLayout,
): ComparedAnswer {
  const byReference = new Map(items.map((item) => [item.reference.toLowerCase(), item]))
  const byCourse = new Map(
    items.map((item) => [courseOf(item.studentNumber, item.homeCourseCode), item]),
  )
  const seen = new Set<string>()
  const compared: ComparedAnswer = { answered: [], missing: [], unknown: [], repeated: [] }
  for (const row of rows) {
    const item =
      byReference.get(row.reference.trim().toLowerCase()) ??
      (row.reference.trim() === ''
        ? byCourse.get(courseOf(row.studentNumber, row.course))
        : undefined)
    if (!item) compared.unknown.push(row.row)
    else if (seen.has(item.id)) compared.repeated.push(row.row)
    else {
      seen.add(item.id)
      compared.answered.push(answerTo(item, row, layout))
    }
  }
  compared.missing = items
    .filter((item) => item.state === 'exported' && !seen.has(item.id))
    .map((item) => item.id)
  return compared
}

function courseOf(studentNumber: string, course: string): string {
  return `${studentNumber.trim().toLowerCase()} ${courseKey(course)}`
}

function answerTo(item: AwaitedItem, row: AnswerRow, layout: AnswerLayout): AnsweredItem {
  const differences: AnswerDifference[] = []
  // Of a course that is taken off the record, nothing is left to be compared.
  if (item.act !== 'remove') {
    if (layout.credit !== '' && row.credit.trim() !== '' && !sameCredit(row.credit, item.credit))
      differences.push('credit')
    if (layout.grade !== '' && row.grade.trim() !== (item.grade ?? '')) differences.push('grade')
  }
  const accepted = isAccepted(row.status, layout)
  return {
    id: item.id,
    row: row.row,
    verdict: !accepted ? 'rejected' : differences.length > 0 ? 'differs' : 'accepted',
    differences,
    credit: row.credit.trim(),
    grade: row.grade.trim(),
    message: row.message.trim(),
  }
}

function sameCredit(text: string, credit: Fraction): boolean {
  return Fraction.parse(text.trim().replace(',', '.'))?.equals(credit) ?? false
}
