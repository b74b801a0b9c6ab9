import type { Refusal } from '#kernel/database'
import { isRefused } from '#kernel/database'
import type { ListFeatures } from '../rules/round-methods.ts'
import { noFeatures } from '../rules/round-methods.ts'
import type { Side } from '../rules/sides.ts'
import { sides } from '../rules/sides.ts'
import { isUsableForMentors, proposeMentorReading } from './mentor-columns.ts'
import {
  type ListedMentor,
  type ListedPair,
  type ListedStudent,
  readMentorRows,
  readPairRows,
  readStudentRows,
} from './mentor-lists.ts'
import { type ListFound, type ListSource, tableOf } from './round-check.ts'
import type { ListFault } from './round-lists.ts'

/** The lists of a round that gives mentors, read together. */
export interface MentorListsRead {
  found: Partial<Record<Side, ListFound>>
  students: ListedStudent[]
  mentors: ListedMentor[]
  pairs: ListedPair[]
  faults: ListFault[]
}

/** Reads the lists that there are and says everything that is wrong, in each and between them. */
export async function readMentorLists(
  sources: Partial<Record<Side, ListSource>>,
): Promise<MentorListsRead | (Refusal & { side?: Side })> {
  const read: MentorListsRead = { found: {}, students: [], mentors: [], pairs: [], faults: [] }
  for (const side of sides) {
    const source = sources[side]
    if (!source) continue
    const table = await tableOf(source, {
      propose: (header) => proposeMentorReading(side, header),
      isUsable: (reading, columns) => isUsableForMentors(side, reading, columns),
    })
    if (isRefused(table)) return { ...table, side }
    const { rows, found } = table
    read.found[side] = found
    const { reading } = found
    if (side === 'applicants') read.students = readStudentRows(rows, reading, read.faults)
    else if (side === 'places') read.mentors = readMentorRows(rows, reading, read.faults)
    else read.pairs = readPairRows(rows, reading, read.faults)
  }
  addFaults(read)
  return read
}

/** What of the lists decides which method can take them. */
export function mentorFeatures({ mentors }: MentorListsRead): ListFeatures {
  const kinds = new Set(mentors.map(({ kind }) => kind))
  return { ...noFeatures, kinds: kinds.has('academic') && kinds.has('industry') ? 'both' : 'one' }
}

function addFaults(read: MentorListsRead): void {
  const { found, students, mentors, pairs, faults } = read
  const add = (side: Side, row: number, fault: ListFault['fault'], of = '', name = '') =>
    faults.push({ side, row, fault, of, name })
  const own = { applicants: students, places: mentors, pairs }
  for (const side of ['applicants', 'places'] as const) {
    if (found[side] && found[side].rows === 0) add(side, found[side].headerRow, 'nobody')
    const seen = new Set<string>()
    for (const { id, row } of own[side]) {
      if (seen.has(id))
        add(side, row, side === 'applicants' ? 'student-twice' : 'mentor-twice', id, id)
      seen.add(id)
    }
  }
  addHeadings(read)
  addWishes(read)
  addPairs(read)
  // One list alone says nothing of whom people can talk with.
  const [one, two] = [found.applicants, found.places]
  if (one && two && (one.reading.languages == null) !== (two.reading.languages == null)) {
    const side = one.reading.languages == null ? 'applicants' : 'places'
    add(side, found[side]!.headerRow, 'languages-missing')
  }
  const order = { applicants: 0, places: 1, pairs: 2 }
  faults.sort((a, b) => order[a.side] - order[b.side] || a.row - b.row)
}

/** A row of data in the place of the names of the columns would be lost without a word. */
function addHeadings({ found, students, mentors, faults }: MentorListsRead): void {
  const ids = new Set([...students, ...mentors].map(({ id }) => id))
  for (const side of sides) {
    const list = found[side]
    if (!list) continue
    const name = list.header.find((cell) => ids.has(cell.trim()))
    if (name !== undefined) {
      faults.push({ side, row: list.headerRow, fault: 'no-heading', of: '', name })
    }
  }
}

function addWishes({ found, students, mentors, faults }: MentorListsRead): void {
  const hasBoth = found.applicants !== undefined && found.places !== undefined
  for (const [side, people, others, unknown] of [
    ['applicants', students, mentors, 'unknown-mentor'],
    ['places', mentors, students, 'unknown-student'],
  ] as const) {
    const known = new Set(others.map(({ id }) => id))
    for (const { id, row, wishes } of people) {
      const seen = new Set<string>()
      for (const name of wishes) {
        if (hasBoth && !known.has(name)) faults.push({ side, row, fault: unknown, of: id, name })
        if (seen.has(name)) faults.push({ side, row, fault: 'named-twice', of: id, name })
        seen.add(name)
      }
    }
  }
}

function addPairs({ found, students, mentors, pairs, faults }: MentorListsRead): void {
  const known = {
    student: found.applicants && new Set(students.map(({ id }) => id)),
    mentor: found.places && new Set(mentors.map(({ id }) => id)),
  }
  const seen = new Set<string>()
  for (const { row, student, mentor } of pairs) {
    const add = (fault: ListFault['fault'], name: string) =>
      faults.push({ side: 'pairs', row, fault, of: student, name })
    if (known.student && !known.student.has(student)) add('pair-student', student)
    if (known.mentor && !known.mentor.has(mentor)) add('pair-mentor', mentor)
    const key = JSON.stringify([student, mentor])
    if (seen.has(key)) add('pair-twice', mentor)
    seen.add(key)
  }
}
