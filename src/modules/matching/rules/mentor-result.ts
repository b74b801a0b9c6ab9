import type { MentorKind } from './coupled-mentors.ts'

/**
 * Why a student has no mentor of a kind: no pair of theirs is allowed, none shares a language, none shares one with the
 * other mentor too, or all who would fit have as many students as they take.
 */
export type Missing = 'nobody' | 'language' | 'trio' | 'full'

/** Stands for every language where the lists name none. */
export const anyLanguage = '*'

/** A round that gives mentors, as its inputs say it; mentors without a kind are all of one. */
export interface MentorInputsView {
  applicants: readonly {
    id: string
    languages: readonly string[]
    wishes?: readonly string[] | undefined
  }[]
  mentors: readonly {
    id: string
    kind?: MentorKind
    seats: number
    languages: readonly string[]
    named?: readonly string[] | undefined
  }[]
  pairs: readonly { student: string; mentor: string; cost: number }[]
}

/** The mentor of one kind whom a student has. */
export interface Held {
  /** The number of the mentor, or null. */
  mentor: number | null
  /** Which wish of the student's for this kind it is, from 1; null where the mentor was not wished for. */
  wish: number | null
  /** How many mentors of this kind the student wished for. */
  wishes: number
  why: Missing | null
}

/** A student's part of a result: mentors in the order of the kinds, and the languages that all of them share. */
export interface StudentResult {
  held: Held[]
  languages: string[]
}

/** A mentor's part of a result. */
export interface MentorResultView {
  filled: number
  /** How many students wished for this mentor, and how many as the first of the kind. */
  asked: number
  firstWishes: number
}

/** The kinds of mentors that a round gives; '' where all are of one. */
export function kindsIn({
  mentors,
}: Pick<MentorInputsView, 'mentors'>): readonly (MentorKind | '')[] {
  return mentors.some(({ kind }) => kind !== undefined) ? ['academic', 'industry'] : ['']
}

/** Puts numbers to a result: `mentorsOf` gives for each kind the mentor of each student by id, or null. */
export function mentorResults(
  round: MentorInputsView,
  mentorsOf: readonly (readonly (string | null)[])[],
): { students: StudentResult[]; mentors: MentorResultView[] } {
  const kinds = kindsIn(round)
  const at = new Map(round.mentors.map(({ id }, number) => [id, number]))
  const mentors = round.mentors.map((): MentorResultView => ({
    filled: 0,
    asked: 0,
    firstWishes: 0,
  }))
  const own = Map.groupBy(round.pairs, ({ student }) => student)
  const students = round.applicants.map((student, who): StudentResult => {
    const has = mentorsOf.map((result) => result[who] ?? null)
    const held = kinds.map((kind, index): Held => {
      const wished = (student.wishes ?? []).flatMap((id) => {
        const number = at.get(id)
        return number !== undefined && isOf(round.mentors[number]!, kind) ? [number] : []
      })
      for (const [order, number] of wished.entries()) {
        mentors[number]!.asked += 1
        if (order === 0) mentors[number]!.firstWishes += 1
      }
      const mentor = has[index] === null ? null : at.get(has[index]!)!
      if (mentor !== null) mentors[mentor]!.filled += 1
      const wish = mentor === null ? -1 : wished.indexOf(mentor)
      return {
        mentor,
        wish: wish < 0 ? null : wish + 1,
        wishes: wished.length,
        why:
          mentor === null
            ? missing(round, student.languages, {
                fitting: (own.get(student.id) ?? []).map(
                  (pair) => round.mentors[at.get(pair.mentor)!]!,
                ),
                kind,
                other: has.find((each, other) => other !== index && each !== null) ?? null,
              })
            : null,
      }
    })
    const people = held.flatMap(({ mentor }) => (mentor === null ? [] : [round.mentors[mentor]!]))
    const languages = student.languages.filter(
      (language) =>
        language !== anyLanguage && people.every((each) => each.languages.includes(language)),
    )
    return { held, languages: people.length === 0 ? [] : languages }
  })
  return { students, mentors }
}

type MentorView = MentorInputsView['mentors'][number]

const isOf = (mentor: MentorView, kind: MentorKind | '') => kind === '' || mentor.kind === kind

function missing(
  { mentors }: MentorInputsView,
  languages: readonly string[],
  { fitting, kind, other }: { fitting: MentorView[]; kind: MentorKind | ''; other: string | null },
): Missing {
  const ofKind = fitting.filter((mentor) => isOf(mentor, kind))
  if (ofKind.length === 0) {
    const canTalk = mentors.some(
      (mentor) => isOf(mentor, kind) && languages.some((each) => mentor.languages.includes(each)),
    )
    return canTalk ? 'nobody' : 'language'
  }
  const common = ofKind.map((mentor) => languages.filter((each) => mentor.languages.includes(each)))
  if (common.every((each) => each.length === 0)) return 'language'
  const spoken = mentors.find(({ id }) => id === other)?.languages
  const isTrio = !spoken || common.some((each) => each.some((one) => spoken.includes(one)))
  return isTrio ? 'full' : 'trio'
}
