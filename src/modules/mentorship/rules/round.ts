import { type MentorInputs, pairCost } from '#modules/matching'
import type { MentorKind } from '../schema.ts'
import { commonDigits, type Fit, nearness, type StudentSide } from './fit.ts'
import { type Between, isRuledOut, type SaidWish, type Wish, wishesBetween } from './wishes.ts'

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
  const wishes = wishesBetween(said)
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
        const between = wishes(student.id, mentor.id)
        if (isRuledOut(between)) return []
        const cost = pairCost({
          wish: placeOf(between.student),
          hasWishes: wished.has(`${student.id} ${mentor.kind}`),
          named: placeOf(between.mentor),
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
export interface Reasons extends Pick<Fit, 'digits' | 'languages'> {
  wish: number | null
  isNamed: boolean
}

/** What speaks for a mentor of a student. */
export function reasonsOf(
  student: StudentSide & { id: string },
  mentor: Pick<RoundMentor, 'id' | 'fields' | 'languages'>,
  wishes: Between,
): Reasons {
  const between = wishes(student.id, mentor.id)
  return {
    ...nearness(student, mentor),
    wish: placeOf(between.student),
    isNamed: placeOf(between.mentor) !== null,
  }
}

/** Which wish somebody is; null also where they are ruled out. */
function placeOf(wish: Wish | null): number | null {
  return wish === 'never' ? null : wish
}
