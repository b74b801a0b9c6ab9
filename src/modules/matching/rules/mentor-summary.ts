import type { MentorKind } from './coupled-mentors.ts'
import {
  anyLanguage,
  kindsIn,
  type MentorInputsView,
  type MentorResultView,
  type Missing,
  type StudentResult,
} from './mentor-result.ts'

/** What a run gave of one kind of mentor. */
export interface KindSummary {
  kind: MentorKind | ''
  /** How many students got the first whom they wished for, the second, and so on. */
  wishes: number[]
  /** Students who wished for mentors of this kind and got another, and those who wished for none. */
  other: number
  open: number
  /** Students without a mentor of this kind, by the reason. */
  why: Partial<Record<Missing, number>>
  mentors: number
  seats: number
  filled: number
  /** Mentors with nobody, with room left, with as many as they take. */
  idle: number
  some: number
  full: number
}

/** The figures of a run that gave mentors. */
export interface MentorSummary {
  kinds: KindSummary[]
  /** How many students share which language with all their mentors; the most common first. A student may share several. */
  languages: { language: string; students: number }[]
}

const mostLanguagesNamed = 12

/** The figures of a result. */
export function mentorSummary(
  round: MentorInputsView,
  students: readonly StudentResult[],
  mentors: readonly MentorResultView[],
): MentorSummary {
  const kinds = kindsIn(round).map((kind, index): KindSummary => {
    const own = round.mentors.flatMap((mentor, at) =>
      kind === '' || mentor.kind === kind
        ? [{ seats: mentor.seats, filled: mentors[at]!.filled }]
        : [],
    )
    const held = students.map((student) => student.held[index]!)
    const count = (test: (each: (typeof held)[number]) => boolean) => held.filter(test).length
    const most = held.reduce((all, { wish }) => Math.max(all, wish ?? 0), 0)
    const reasons: Partial<Record<Missing, number>> = {}
    for (const { why } of held) if (why) reasons[why] = (reasons[why] ?? 0) + 1
    return {
      kind,
      wishes: Array.from({ length: most }, (_, at) => count(({ wish }) => wish === at + 1)),
      other: count((each) => each.mentor !== null && each.wish === null && each.wishes > 0),
      open: count((each) => each.mentor !== null && each.wishes === 0),
      why: reasons,
      mentors: own.length,
      seats: own.reduce((sum, { seats }) => sum + seats, 0),
      filled: own.reduce((sum, { filled }) => sum + filled, 0),
      idle: own.filter(({ filled }) => filled === 0).length,
      some: own.filter(({ seats, filled }) => filled > 0 && filled < seats).length,
      full: own.filter(({ seats, filled }) => filled > 0 && filled >= seats).length,
    }
  })
  const shared = new Map<string, number>()
  for (const { languages } of students) {
    for (const language of languages) shared.set(language, (shared.get(language) ?? 0) + 1)
  }
  shared.delete(anyLanguage)
  const languages = [...shared]
    .map(([language, count]) => ({ language, students: count }))
    .toSorted((a, b) => b.students - a.students || (a.language < b.language ? -1 : 1))
  return { kinds, languages: languages.slice(0, mostLanguagesNamed) }
}
