import { normaliseDigits } from '#kernel/values'
import type { MentorKind } from '../rules/coupled-mentors.ts'
import type { Side } from '../rules/sides.ts'
import { languagesOf } from './language-cell.ts'
import { keyOf, type ListReading, words } from './round-columns.ts'
import type { ListFault } from './round-lists.ts'

/** A student or a mentor as a list has them. */
interface ListedPerson {
  id: string
  row: number
  country: string
  fields: readonly string[]
  /** Null where the list has no column for them. */
  languages: readonly string[] | null
  /** Whom they wish for, the best first. */
  wishes: readonly string[]
}

export type ListedStudent = ListedPerson

export interface ListedMentor extends ListedPerson {
  seats: number
  kind: MentorKind | null
}

/** A pair that is allowed at a cost, or without one, not allowed. */
export interface ListedPair {
  row: number
  student: string
  mentor: string
  cost: number | null
}

interface Row {
  row: number
  cells: readonly string[]
}

const longestName = 200
const mostWishes = 200

const kindWords: Readonly<Record<MentorKind, ReadonlySet<string>>> = {
  academic: new Set(
    words(`academic|university|school|teacher|faculty|a|学术|学术导师|校内|校内导师|高校|อาจารย์|วิชาการ|มหาวิทยาลัย|학술|학술 멘토|학계|교수|대학|학교|
      universitaire|académique|enseignant|école`),
  ),
  industry: new Set(
    words(`industry|industrial|company|enterprise|business|i|企业|企业导师|产业|行业|校外|校外导师|สถานประกอบการ|อุตสาหกรรม|ภาคธุรกิจ|ภาคอุตสาหกรรม|
      บริษัท|산업|산업 멘토|산업체|기업|회사|entreprise|industriel|professionnel`),
  ),
}

/** Reads students with their languages, fields and wishes. What cannot be read is added to `faults`. */
export function readStudentRows(
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): ListedStudent[] {
  return rows.flatMap((row) => personOf('applicants', row, reading, faults) ?? [])
}

/** Reads mentors with how many students they take at most, and of which kind they are. */
export function readMentorRows(
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): ListedMentor[] {
  return rows.flatMap((each): ListedMentor[] => {
    const person = personOf('places', each, reading, faults)
    if (!person) return []
    const { id, row } = person
    const seats = wholeOf(cellAt(each.cells, reading.seats))
    if (seats === null || seats > 1_000_000) {
      const name = cellAt(each.cells, reading.seats)
      faults.push({ side: 'places', row, fault: 'mentor-seats', of: id, name })
    }
    return [{ ...person, seats: seats ?? 0, kind: kindOf(each, id, reading, faults) }]
  })
}

function kindOf(
  { row, cells }: Row,
  id: string,
  { kind }: ListReading,
  faults: ListFault[],
): MentorKind | null {
  if (kind == null) return null
  const written = cellAt(cells, kind)
  const key = keyOf(written)
  if (kindWords.academic.has(key)) return 'academic'
  if (kindWords.industry.has(key)) return 'industry'
  faults.push({ side: 'places', row, fault: 'mentor-kind', of: id, name: written })
  return null
}

/** Reads pairs: allowed ones with their costs, or without a column of costs, those that must not be. */
export function readPairRows(
  rows: readonly Row[],
  reading: ListReading,
  faults: ListFault[],
): ListedPair[] {
  return rows.flatMap(({ row, cells }): ListedPair[] => {
    const [student, mentor] = [cellAt(cells, reading.name), cellAt(cells, reading.other)]
    const fault = (key: ListFault['fault'], name: string) =>
      faults.push({ side: 'pairs', row, fault: key, of: student.slice(0, longestName), name })
    if (student === '' || mentor === '') {
      fault('pair-empty', '')
      return []
    }
    if (reading.cost == null) return [{ row, student, mentor, cost: null }]
    const written = cellAt(cells, reading.cost)
    const cost = wholeOf(written)
    if (cost === null || cost > 10_000_000) fault('pair-cost', written)
    return [{ row, student, mentor, cost: cost ?? 0 }]
  })
}

function personOf(
  side: Side,
  { row, cells }: Row,
  reading: ListReading,
  faults: ListFault[],
): ListedPerson | null {
  const id = cellAt(cells, reading.name)
  const fault = (key: ListFault['fault'], name: string) =>
    faults.push({ side, row, fault: key, of: id.slice(0, longestName), name })
  if (id === '' || id.length > longestName) {
    fault(id === '' ? 'no-name' : 'name-long', '')
    return null
  }
  const written = reading.languages == null ? null : cellAt(cells, reading.languages)
  const spoken = written === null ? null : languagesOf(written)
  for (const name of spoken?.unknown ?? []) fault('language', name.slice(0, 80))
  if (spoken && spoken.codes.length === 0 && spoken.unknown.length === 0) fault('no-language', '')
  const { first, last } = reading
  const wishes =
    first === null
      ? []
      : cells
          .slice(first, Math.min((last ?? first) + 1, first + mostWishes))
          .map(clean)
          .filter((cell) => cell !== '')
  return {
    id,
    row,
    country: cellAt(cells, reading.country).slice(0, longestName),
    fields: fieldsOf(cellAt(cells, reading.sector)),
    languages: spoken && spoken.codes,
    wishes,
  }
}

/** Fields of study or work, compared without case. */
function fieldsOf(cell: string): string[] {
  const parts = cell.split(/[,;、，；/／|]/).map((part) => part.trim().toLowerCase())
  return parts.filter((part) => part !== '')
}

const clean = (cell: string) => cell.replace(/\s+/g, ' ').trim()

function cellAt(cells: readonly string[], column: number | null): string {
  return column === null ? '' : clean(cells[column] ?? '')
}

function wholeOf(text: string): number | null {
  const digits = normaliseDigits(text).replace(/^(\d+)[.,]0+$/, '$1')
  return /^\d{1,8}$/.test(digits) ? Number(digits) : null
}
