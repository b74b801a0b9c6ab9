import type { Message } from '#kernel/messages'
import { m } from '../messages/index.ts'
import type { CaseLine } from '../queries/cases.ts'
import { type TakenCourse, takenElsewhere } from '../queries/taken-courses.ts'

/** The home courses of a line that are recognised by another line or an earlier decision too, each as a sentence. */
export function takenTwice(line: CaseLine, taken: readonly TakenCourse[]): Message[] {
  if (line.verdict !== 'recognised') return []
  const found = line.set ?? line.engine
  const worded = typeof line.wordSet === 'number' ? (line.wordCourses ?? []) : null
  const codes =
    worded === null && line.changedBy
      ? [line.homeCourseCode ?? '']
      : (worded ?? found.homeCourses).map(({ code }) => code)
  return codes.flatMap((course) => {
    const other = takenElsewhere(taken, course, line)
    if (!other) return []
    return other.line
      ? [m('taken.line', { course, line: other.line.position + 1, code: other.line.code })]
      : [m('taken.case', { course, number: other.number })]
  })
}

/** Where a course is recognised already, in a few words. */
export function takenBy(other: TakenCourse): Message {
  return other.line
    ? m('taken.by-line', { line: other.line.position + 1, code: other.line.code })
    : m('taken.by-case', { number: other.number })
}
