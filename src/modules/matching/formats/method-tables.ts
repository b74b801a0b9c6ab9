import { isRefused, type Refusal } from '#kernel/database'
import type { ReservedApplicant, ReservedPlace } from '../rules/reserved-market.ts'
import type { SharedHost, SharedProject } from '../rules/shared-market.ts'
import { reservesOf } from './round-lists.ts'
import { type Named, rankingOf, readNamed, readPlaces } from './round-tables.ts'

/** Reads applicants of categories: a name, a category or nothing, then places in the order of preference. */
export async function readReservedApplicants(
  path: string,
): Promise<Named<ReservedApplicant> | Refusal> {
  return readNamed(path, (id, [category = '', ...cells]) => ({
    id,
    category: category === '' ? null : category,
    choices: filled(cells),
  }))
}

/** Reads places with reserves: a name, the seats as `10; TH 2; KR 3`, then applicants in the order of the ranking. */
export async function readReservedPlaces(path: string): Promise<Named<ReservedPlace> | Refusal> {
  return readNamed(path, (id, [cell = '', ...cells]) => {
    const [seats = '', ...parts] = cell.split(/[;；]/)
    return {
      id,
      seats: wholeNumber(seats.trim()),
      ranking: rankingOf(filled(cells)),
      reserves: reservesOf(parts.join(';')),
    }
  })
}

const filled = (cells: readonly string[]) => cells.filter((cell) => cell !== '')

const wholeNumber = (cell: string) => (/^\d{1,7}$/.test(cell) ? Number(cell) : Number.NaN)

/** Reads projects: a name, the seats, the host. */
export async function readProjects(path: string): Promise<Named<SharedProject> | Refusal> {
  return readNamed(path, (id, [seats = '', host = '']) => ({ id, seats: wholeNumber(seats), host }))
}

/** Reads hosts like places: a name, the seats shared by its projects, then applicants in the order of the ranking. */
export async function readHosts(path: string): Promise<Named<SharedHost> | Refusal> {
  return readPlaces(path)
}

const words = (cell: string) => cell.split(/[\s,;，；、]+/).filter((word) => word !== '')

/** Reads students: a name, and the languages, as `en zh`. */
export async function readStudents(path: string) {
  return readNamed(path, (id, [languages = '']) => ({ id, languages: words(languages) }))
}

/** Reads mentors: a name, `academic` or `industry`, the number of students at most, the languages. */
export async function readMentors(path: string) {
  return readNamed(path, (id, [kind = '', seats = '', languages = '']) => ({
    id,
    kind,
    seats: wholeNumber(seats),
    languages: words(languages),
  }))
}

/** Reads mentors of one kind: a name, the number of students at most, the languages. */
export async function readOneKind(path: string) {
  return readNamed(path, (id, [seats = '', languages = '']) => ({
    id,
    seats: wholeNumber(seats),
    languages: words(languages),
  }))
}

/** Reads pairs: a student, a mentor, what it costs to join them as a whole number. */
export async function readPairs(path: string) {
  return readNamed(path, (id, [mentor = '', cost = '']) => ({
    id,
    mentor,
    cost: wholeNumber(cost),
  }))
}

/** Reads the three files of a round of mentors; `mentorsOf` reads those of its kind. */
export async function readMentorFiles<Mentor>(
  [first, second, third]: readonly string[],
  mentorsOf: (path: string) => Promise<Named<Mentor> | Refusal>,
) {
  const students = await readStudents(first!)
  if (isRefused(students)) return students
  const mentors = await mentorsOf(second!)
  if (isRefused(mentors)) return mentors
  const pairs = await readPairs(third!)
  if (isRefused(pairs)) return pairs
  return {
    applicants: students.items,
    mentors: mentors.items,
    pairs: pairs.items.map(({ id, mentor, cost }) => ({ student: id, mentor, cost })),
  }
}
