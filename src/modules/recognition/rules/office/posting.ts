import { Fraction } from '#kernel/values'
import { courseKey } from '../context.ts'
import type { Titles } from '../types.ts'

/** A host course behind credit that is to be entered, as the transcript has it. */
export interface HostCourse {
  code: string
  titles: Titles
  credit: string | null
  grade: string | null
  term: string | null
  completedOn: string | null
}

/** A home course that a decision recognises, with the lines of the transcript that stand for it, alone or together. */
export interface DecidedCourse {
  code: string
  titles: Titles
  credit: string
  grade: string | null
  lineIds: readonly string[]
  hosts: readonly HostCourse[]
}

/** One home course with the credit and the grade that the registrar enters; `key` is its code as codes are compared. */
export interface PostingEntry {
  key: string
  homeCourseCode: string
  homeCourseTitles: Titles
  credit: Fraction
  grade: string | null
  lineIds: string[]
  hosts: HostCourse[]
}

/** What stands on the student's record by a posting that was confirmed. */
export interface PostedEntry {
  key: string
  homeCourseCode: string
  credit: Fraction
  grade: string | null
}

/** What the registrar is to do to the record: enter a course, change its credit or grade, or take it off. */
export const postingActs = ['enter', 'change', 'remove'] as const
export type PostingAct = (typeof postingActs)[number]

/** One act on the record: `entry` is what is decided, `posted` what stands there; `remove` has only the latter. */
export type DueAct =
  | { act: 'enter'; key: string; entry: PostingEntry; posted: null }
  | { act: 'change'; key: string; entry: PostingEntry; posted: PostedEntry }
  | { act: 'remove'; key: string; entry: null; posted: PostedEntry }

/**
 * The entries of a decision: its recognised home courses, in the order of the transcript. A home course is entered once,
 * also where a decision names it twice; then with the credit of both.
 */
export function entriesOf(courses: readonly DecidedCourse[]): PostingEntry[] {
  const entries = new Map<string, PostingEntry>()
  for (const course of courses) {
    const key = courseKey(course.code)
    const credit = Fraction.parse(course.credit) ?? Fraction.zero
    const known = entries.get(key)
    if (known) {
      known.credit = known.credit.add(credit)
      known.grade ??= course.grade
      known.lineIds.push(...course.lineIds)
      known.hosts.push(...course.hosts)
      continue
    }
    entries.set(key, {
      key,
      homeCourseCode: course.code,
      homeCourseTitles: course.titles,
      credit,
      grade: course.grade,
      lineIds: [...course.lineIds],
      hosts: [...course.hosts],
    })
  }
  return [...entries.values()]
}

/**
 * What must be done to the record so that it says what is decided: every entry that it lacks is entered, every one
 * that differs in credit or grade is changed, every one that is no longer decided is taken off. What agrees is left.
 */
export function dueActs(
  entries: readonly PostingEntry[],
  posted: readonly PostedEntry[],
): DueAct[] {
  const standing = new Map(posted.map((each) => [each.key, each]))
  const acts: DueAct[] = []
  for (const entry of entries) {
    const there = standing.get(entry.key) ?? null
    standing.delete(entry.key)
    if (there === null) acts.push({ act: 'enter', key: entry.key, entry, posted: null })
    else if (!there.credit.equals(entry.credit) || there.grade !== entry.grade)
      acts.push({ act: 'change', key: entry.key, entry, posted: there })
  }
  for (const there of standing.values())
    acts.push({ act: 'remove', key: there.key, entry: null, posted: there })
  return acts
}
