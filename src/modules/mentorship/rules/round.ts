import { type MentorInputs, pairCost } from '#modules/matching'
import type { MentorKind } from '../schema.ts'
import { commonDigits } from './fit.ts'
import { type SaidWish, wishesBetween } from './wishes.ts'

/** A student of a round: the places that are open, and who stands beside them already. */
export interface RoundStudent {
  id: string
  personId: string
  field: string | null
  languages: readonly string[]
  /** The kinds for which nobody is held or asked. */
  open: readonly MentorKind[]
  /** The languages of whoever holds, or is asked for, another place: they stay. */
  besideLanguages: readonly (readonly string[])[]
  /** The mentors who declined for this student. */
  declined: readonly string[]
}

/** A mentor of a round, with how many more students they take over everything. */
export interface RoundMentor {
  id: string
  kind: MentorKind
  fields: readonly string[]
  languages: readonly string[]
  room: number
}

/**
 * A round as the matching takes it: pairs of open places and mentors with room, at costs made of the wishes of both sides and
 * of fields. A veto of either side, a mentor who declined before, and a trio without a common language are no pair. Whoever
 * is held or asked is not moved.
 */
export function roundInputs(
  students: readonly RoundStudent[],
  mentors: readonly RoundMentor[],
  said: readonly SaidWish[],
): MentorInputs {
  const free = mentors.filter(({ room }) => room > 0)
  const ofStudent = wishesBetween(said, 'student')
  const ofMentor = wishesBetween(said, 'mentor')
  const kindOf = new Map(mentors.map(({ id, kind }) => [id, kind]))
  const wished = new Set(
    said.flatMap(({ saidBy, menteeId, mentorId, wish }) =>
      saidBy === 'student' && wish !== 'never' ? [`${menteeId} ${kindOf.get(mentorId)}`] : [],
    ),
  )
  const naming = new Set(
    said.flatMap(({ saidBy, mentorId, wish }) =>
      saidBy === 'mentor' && wish !== 'never' ? [mentorId] : [],
    ),
  )
  const pairs = students.flatMap((student) =>
    free
      .filter((mentor) => canJoin(student, mentor))
      .flatMap((mentor) => {
        const [wish, named] = [ofStudent(student.id, mentor.id), ofMentor(student.id, mentor.id)]
        if (wish === 'never' || named === 'never') return []
        const cost = pairCost({
          wish,
          hasWishes: wished.has(`${student.id} ${mentor.kind}`),
          named,
          hasNamed: naming.has(mentor.id),
          isOtherField: isOtherField(student, mentor),
        })
        return [{ student: student.id, mentor: mentor.id, cost }]
      }),
  )
  const most = pairs.reduce((all, { cost }) => Math.max(all, cost), 0)
  return {
    applicants: students.map(({ id, languages }) => ({ id, languages })),
    mentors: free.map(({ id, kind, room, languages }) => ({ id, kind, seats: room, languages })),
    pairs,
    // Being left without a mentor of a kind is dearer than any two pairs.
    outsideCost: 2 * most + 1,
  }
}

function canJoin(student: RoundStudent, mentor: RoundMentor): boolean {
  const shared = student.languages.filter((each) => mentor.languages.includes(each))
  return (
    student.open.includes(mentor.kind) &&
    student.personId !== mentor.id &&
    !student.declined.includes(mentor.id) &&
    shared.length > 0 &&
    student.besideLanguages.every(
      (beside) =>
        // Somebody whom the office chose without a common language does not rule everybody else out.
        !student.languages.some((each) => beside.includes(each)) ||
        shared.some((each) => beside.includes(each)),
    )
  )
}

function isOtherField({ field }: RoundStudent, { fields }: RoundMentor): boolean {
  return (
    field !== null && fields.length > 0 && fields.every((each) => commonDigits(field, each) === 0)
  )
}

/** Why two are joined, for whoever asks: what each wished, the languages that all share, the digits of the field in common. */
export interface Reasons {
  wish: number | null
  isNamed: boolean
  languages: string[]
  digits: 0 | 2 | 3 | 4
}

/** What speaks for a mentor of a student. */
export function reasonsOf(
  student: { id: string; field: string | null; languages: readonly string[] },
  mentor: Pick<RoundMentor, 'id' | 'fields' | 'languages'>,
  said: readonly SaidWish[],
): Reasons {
  const wish = wishesBetween(said, 'student')(student.id, mentor.id)
  const named = wishesBetween(said, 'mentor')(student.id, mentor.id)
  const digits = mentor.fields.map((each) => commonDigits(student.field, each))
  return {
    wish: wish === 'never' ? null : wish,
    isNamed: named !== null && named !== 'never',
    languages: student.languages.filter((each) => mentor.languages.includes(each)),
    digits: digits.reduce<Reasons['digits']>((most, each) => (each > most ? each : most), 0),
  }
}
