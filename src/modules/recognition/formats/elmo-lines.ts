import { creditSchemeIdByName } from '../rules/credit-schemes.ts'
import type { Titles, TranscriptLine } from '../rules/types.ts'
import type { ElmoCourse, ElmoReport, ElmoText } from './elmo-document.ts'
import { flattenCourses } from './elmo.ts'

/** A course of the file as a transcript line, with whether it would be taken if nobody objects. */
export interface ElmoLine {
  line: TranscriptLine
  course: ElmoCourse
  depth: number
  /**
   * Proposed are the lowest parts that carry credit, so that nothing counts twice; a degree
   * programme is never proposed. A person confirms the choice.
   */
  proposed: boolean
}

/**
 * Makes lines of a report in the order of the file. The code is the identifier of type 'local',
 * else the first that names a course. Engagement hours are class contact of no stated kind and
 * stand as lectures; credit in a scheme of unknown name keeps that name for a person to settle.
 */
export function linesOfReport(report: ElmoReport): ElmoLine[] {
  return flattenCourses(report.courses).map(({ course, depth }, place) => ({
    line: lineOf(course, place),
    course,
    depth,
    proposed: carriesCredit(course) && course.type !== 'Degree Programme' && !partsCarry(course),
  }))
}

function lineOf(course: ElmoCourse, place: number): TranscriptLine {
  const credit = course.credits[0] ?? null
  const hours = course.engagementHours
  return {
    id: String(place + 1).padStart(5, '0'),
    code: codeOf(course),
    title: titlesOf(course.titles),
    credit: credit?.value ?? null,
    creditSchemeId: credit ? (creditSchemeIdByName(credit.scheme) ?? credit.scheme) : null,
    hours: hours && !hours.isZero() ? { lecture: hours } : null,
    grade: course.resultLabel,
    status: course.status,
    completedOn: course.date ?? course.term?.end ?? null,
    term: course.term ? (course.term.start ?? course.term.titles[0]?.text ?? null) : null,
  }
}

function codeOf(course: ElmoCourse): string {
  const named = course.identifiers.filter((each) => !otherIdentifiers.has(each.type.toLowerCase()))
  return (named.find((each) => each.type.toLowerCase() === 'local') ?? named[0])?.value ?? ''
}

/** Identifiers that files give to courses and that are no course codes. */
const otherIdentifiers = new Set(['subjectarea', 'nus', 'elmo'])

/** Titles by language; the first of each language counts, and texts without one stand as 'und'. */
export function titlesOf(texts: readonly ElmoText[]): Titles {
  const titles: Titles = {}
  for (const { language, text } of texts) {
    const tag = languageTagOf(language)
    titles[tag] ??= text
  }
  return titles
}

function languageTagOf(language: string | null): string {
  if (!language) return 'und'
  const lower = language.toLowerCase()
  if (/^zh(-hans|-cn|-sg)?($|-)/.test(lower) && !lower.startsWith('zh-hant')) return 'zh-Hans'
  return /^(en|th|ko|fr)(-|$)/.test(lower) ? lower.slice(0, 2) : language
}

function carriesCredit(course: ElmoCourse): boolean {
  return course.credits.some((each) => each.value !== null)
}

function partsCarry(course: ElmoCourse): boolean {
  return flattenCourses(course.parts).some((each) => carriesCredit(each.course))
}
